// The numbering before a heading or label: 一、 （一） 1. （1） and their half-width kin.
import { isDigit, toHalfWidth } from '../text/digits.js';
import { isNumeral, NUMERALS, numeralValue, toNumeral } from '../text/numerals.js';
import { isRadical } from '../text/radicals.js';
import { isSpace, type Span } from '../text/span.js';

/** Levels as official documents use them: 1 一、 2 （一） 3 1. 4 （1）. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Numbering {
  readonly level: HeadingLevel;
  readonly number: number;
  /** Offset of the first character after it (spaces skipped). */
  readonly end: number;
}

/** Characters that a numbering may begin with: most lines and labels begin with another. */
const BEGINS = new Set<number>();
for (const char of `（(第${NUMERALS}`) BEGINS.add(char.charCodeAt(0));

function canBegin(code: number): boolean {
  return (
    BEGINS.has(code) ||
    isRadical(code) ||
    isDigit(code) ||
    isSpace(code) ||
    (code >= 0x2460 && code <= 0x2487)
  );
}

/** Reads the numbering at the start of a span; null if there is none. */
export function readNumbering(text: string, { start, end }: Span): Numbering | null {
  if (!canBegin(text.charCodeAt(start))) return null;
  let at = start;
  const char = (offset: number) => (offset < end ? text.charAt(offset) : '');
  const skip = () => {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  };
  const first = text.charCodeAt(start);
  // ①–⑳ and ⑴–⒇
  if (first >= 0x2460 && first <= 0x2487) {
    at = start + 1;
    if ('.．、'.includes(char(at)) && at < end) at++;
    skip();
    return first >= 0x2474
      ? { level: 4, number: first - 0x2473, end: at }
      : { level: 3, number: first - 0x245f, end: at };
  }
  const open = char(at) === '（' || char(at) === '(';
  const ordinal = char(at) === '第';
  if (open || ordinal) at++;
  skip();
  const from = at;
  const arabic = isDigit(text.charCodeAt(at));
  while (at < end && (arabic ? isDigit(text.charCodeAt(at)) : isNumeral(text.charAt(at)))) at++;
  if (at === from || at - from > 3) return null;
  const digits = text.slice(from, at);
  const number = arabic ? Number(toHalfWidth(digits)) : numeralValue(digits);
  if (number === null) return null;
  skip();
  if (ordinal) {
    if (!text.startsWith('部分', at)) return null;
    at += 2;
    if ('、：:.．'.includes(char(at)) && at < end) at++;
    skip();
    return { level: 1, number, end: at };
  }
  if (open) {
    if (char(at) !== '）' && char(at) !== ')') return null;
    at++;
    if (char(at) === '、') at++;
    skip();
    return { level: arabic ? 4 : 2, number, end: at };
  }
  const mark = char(at);
  const spaced = !arabic && at > from && isSpace(text.charCodeAt(at - 1));
  if (mark !== '' && (arabic ? '、.．，,)）' : '、.．，,').includes(mark)) {
    at++;
    // 1.5 is a figure, not a heading
    if (arabic && isDigit(text.charCodeAt(at)) && at < end) return null;
  } else if (!spaced) return null;
  skip();
  return { level: arabic ? 3 : 1, number, end: at };
}

/** What may stand before a numbering in Markdown: # ** - >, escaped or not. */
const MARKS = '#*_>-+ \t\\';

/** The numbering of a line, whatever marks of Markdown stand before it. */
export function numberingBehindMarks(text: string, { start, end }: Span): Numbering | null {
  let at = start;
  while (at < end && MARKS.includes(text.charAt(at))) at++;
  return readNumbering(text, { start: at, end });
}

/** 一、 （一） 1. （1）. */
export function printedNumber(level: HeadingLevel, number: number): string {
  if (level === 1) return `${toNumeral(number)}、`;
  if (level === 2) return `（${toNumeral(number)}）`;
  return level === 3 ? `${number}.` : `（${number}）`;
}
