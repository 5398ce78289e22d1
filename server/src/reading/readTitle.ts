// The report's title, and what it names: the organ and the year.

import type { Title } from '../report/report.js';
import { toHalfWidth } from '../text/digits.js';
import type { Lines } from '../text/lines.js';
import { numeralValue } from '../text/numerals.js';
import { withoutRadicals } from '../text/radicals.js';
import { isSpace, type Span, trimmed } from '../text/span.js';
import { WordRun } from '../text/wordRun.js';

/** The official words, and those that still are a title of this report. */
const WORDING =
  /^(.*?)政府信息公开(?:工作)?(?:的)?(?:年度(?:工作)?报告|年报|工作报告)(?:[（(](?:\d{4}年?度?|草案|送审稿|征求意见稿)[)）])?$/u;
const YEAR = /(\d{4}|[二〇零○一三四五六七八九]{4})年度?/u;
const LONGEST_TITLE = 70;
/** Markdown's marks at the end of a heading or of words in bold. */
export const END_MARKS = new WordRun('** __ #');

/** Finds the title: one line, or several where it was broken. */
export function readTitle(text: string, lines: Lines, fenced: (line: number) => boolean) {
  const found: Title[] = [];
  let before: Span | null = null;
  for (let line = 0; line < lines.count; line++) {
    const span = lines.contentOf(line);
    if (span.start === span.end || fenced(line)) continue;
    const whole = canEndTitle(text, span) ? titleAt(text, before, span) : null;
    if (whole) found.push(whole);
    before = span;
  }
  const [first, ...more] = found;
  if (!first) return null;
  return { ...first, repeated: more.map(({ span }) => span) };
}

/** Most lines are running text: they are told apart by their last character. */
function canEndTitle(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_TITLE && '告报）)*_#'.includes(text.charAt(end - 1));
}

/** The title that ends with this line, if one does. */
function titleAt(text: string, before: Span | null, span: Span): Title | null {
  const own = unmarked(text, span);
  const whole = titleOf(text, own);
  if (whole?.organization) return whole;
  if (before && isTitlePart(text, before)) {
    const start = unmarked(text, before).start;
    const joined = titleOf(text, { start, end: own.end });
    if (joined?.organization) return joined;
  }
  return whole;
}

/** A line that can be the first half of a title: short, no marks, no heading. */
function isTitlePart(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return words.length <= 40 && !/[，。；：、,;:|\t]/.test(words);
}

function unmarked(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  const head = /^(?:#{1,6}\s*|\*\*|__)+/.exec(line)?.[0].length ?? 0;
  return trimmed(text, { start: start + head, end: start + END_MARKS.before(line).length });
}

function titleOf(text: string, span: Span): Title | null {
  let words = '';
  for (let i = span.start; i < span.end; i++)
    if (!isSpace(text.charCodeAt(i)) && !'#*'.includes(text.charAt(i))) words += text.charAt(i);
  // digits alone: the （ of the wording and the letters of a name stay as they are
  words = withoutRadicals(words).replace(/[０-９]+/g, toHalfWidth);
  const named = WORDING.exec(words)?.[1];
  if (named === undefined || /[，。；《》]/.test(named)) return null;
  const year = YEAR.exec(named) ?? YEAR.exec(words);
  const at = YEAR.exec(named);
  const organ = (at ? named.slice(0, at.index) || named.slice(at.index + at[0].length) : named)
    .replace(/^关于|关于$|的$/g, '')
    .trim();
  return {
    span,
    text: words,
    // 【机关全称】 is still to be filled in
    organization: named.includes('【') ? null : organ || null,
    year: year ? yearOf(year[1] as string) : null,
    repeated: [],
  };
}

function yearOf(written: string): number | null {
  const year = /^\d+$/.test(written) ? Number(written) : numeralValue(written);
  return year !== null && year >= 2008 && year <= 2100 ? year : null;
}
