// The organ of a report whose title names none: who says in the preamble that the report is its own, and who signs.

import { organOf } from '../form/organs.js';
import type { Lines } from '../text/lines.js';
import { matchesOf } from '../text/matches.js';
import { type Span, withoutSpaces } from '../text/span.js';

const NAME = '[\\u4e00-\\u9fff]{2,20}?';
/** 现将青禾县民政局2023年政府信息公开工作…, 本报告由青禾县民政局编制. */
const SAID = new RegExp(
  `(?:现将|现就|公布|特?编制了?)(${NAME})(?=20\\d\\d年度?政府信息公开)|报告由(${NAME})(?=(?:负责)?(?:编制|编写|起草|公布|发布))`,
  'gu',
);
/** 我县, 本级, 各部门: whoever writes. */
const NOBODY = /^[我本该各全]|国务院/u;
const LONGEST_SIGNATURE = 30;
const DATE = /^(?:20\d\d|二[〇零○]..)年\S{1,3}月\S{1,3}日$/u;
/** The signature stands in so many lines from the end. */
const LAST_LINES = 4;

/** The organ named in the preamble, else in the signature, without spaces; null where none is. */
export function organNamed(text: string, lines: Lines, preamble: Span): string | null {
  for (const [, one, other] of matchesOf(text.slice(preamble.start, preamble.end), SAID)) {
    const name = (one ?? other) as string;
    if (isOrgan(name)) return name;
  }
  return signedBy(text, lines);
}

/** A name alone in its line at the end, above a date or in the last line. */
function signedBy(text: string, lines: Lines): string | null {
  const last: string[] = [];
  for (let line = lines.count - 1; line >= 0 && last.length < LAST_LINES; line--) {
    const { start, end } = lines.contentOf(line);
    if (start === end) continue;
    const words = withoutSpaces(text, { start, end: Math.min(end, start + LONGEST_SIGNATURE) });
    const below = last.at(-1);
    if ((below === undefined || DATE.test(below)) && isOrgan(words)) return words;
    last.push(words);
  }
  return null;
}

function isOrgan(name: string): boolean {
  const organ = NOBODY.test(name) ? null : organOf(name);
  return organ !== null && (organ.area !== null || organ.type === 'ministry');
}
