// Words made on the spot, which no list can hold: 即收即办, 随申随办, 应公开尽公开, 规规矩矩, 一张张.
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';

/** The same character before two others: 边审边改. */
const FRAMED =
  /([即随边又且越一半有无不多可现快大小老新自早愈])[\u4e00-\u9fff]{1,3}?\1[\u4e00-\u9fff]{1,2}/g;
/** What is to be done wherever it can: 能办尽办, 该公开必公开. */
const WHEREVER = /[应能愿当凡可该宜]([\u4e00-\u9fff]{1,4})[尽必则]\1/g;
/** Two and two that begin alike: 打早打小, 防渍、防潮; but not 工开工作. */
const ALIKE =
  /([打配宜防治查抓促建管评控稳强补保])[\u4e00-\u9fff]\1[\u4e00-\u9fff]|([\u4e00-\u9fff])[\u4e00-\u9fff]、\2[\u4e00-\u9fff](?![\u4e00-\u9fff])/g;
/** At once; not 及时. */
const AT_ONCE = /即[时刻]/g;
/** Such words are no longer than this. */
const LONGEST = 10;

/** Whether a stretch of text is part of such a word. */
export function isCoined(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - LONGEST);
  const around = text.slice(from, end + LONGEST);
  return [FRAMED, ALIKE, WHEREVER, AT_ONCE].some((pattern) => {
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

/** A character said twice: what is counted one by one, AABB, and words that are nothing but that. */
const SAID_TWICE =
  /一([\u4e00-\u9fff])\1|([\u4e00-\u9fff])\2([\u4e00-\u9fff])\3|(?:处处|天天|人人|事事|时时|年年|月月|家家|户户|层层|步步|样样|件件|个个|条条|种种|点点|频频|常常|往往|渐渐|深深|紧紧|牢牢|稳稳|好好|多多|慢慢|刚刚|仅仅|屡屡|节节|源源|久久|代代|世世|字字|句句|村村|镇镇|区区|街街|滚滚|蒸蒸|欣欣|孜孜|兢兢|循循|谆谆|切切|历历|累累|比比|济济|面面|头头|重重|团团|娓娓|津津|勃勃|熊熊|浓浓|满满|实实|暖暖|平平)/g;

/** Whether two equal characters of a stretch, or beside it, are meant. */
export function isSaidTwice(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - 2);
  for (const { index, 0: words } of matchesOf(text.slice(from, end + 2), SAID_TWICE)) {
    const begin = from + index;
    if (begin < end && start < begin + words.length) return true;
  }
  return false;
}
