// Words made on the spot, which no list can hold: 即收即办, 随申随办, 应公开尽公开.
import type { Span } from '../text/span.js';

/** The same character before two others: 边审边改. */
const FRAMED =
  /([即随边又且越一半有无不多可现快大小老新自早愈])[\u4e00-\u9fff]{1,3}?\1[\u4e00-\u9fff]{1,2}/g;
/** What is to be done wherever it can: 能办尽办, 该公开必公开. */
const WHEREVER = /[应能愿当凡可该宜]([\u4e00-\u9fff]{1,4})[尽必则]\1/g;
/** At once; not 及时. */
const AT_ONCE = /即[时刻]/g;
/** Such words are no longer than this. */
const LONGEST = 10;

/** Whether a stretch of text is part of such a word. */
export function isCoined(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - LONGEST);
  const around = text.slice(from, end + LONGEST);
  return [FRAMED, WHEREVER, AT_ONCE].some((pattern) => {
    // words may share characters: 即报即审即办
    for (let at = 0; ; ) {
      pattern.lastIndex = at;
      const found = pattern.exec(around);
      if (!found) return false;
      const begin = from + found.index;
      if (begin < end && start < begin + found[0].length) return true;
      at = found.index + 1;
    }
  });
}
