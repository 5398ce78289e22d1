// The numbering before a heading or label: 一、 （一） 1. （1） and their half-width kin.
import { CharKinds } from '../text/charKinds.js';
import { isDigit, toHalfWidth } from '../text/digits.js';
import { isNumeralAt, NUMERALS, numeralValue, toNumeral } from '../text/numerals.js';
import { RADICALS } from '../text/radicals.js';
import { isSpace, type Span } from '../text/span.js';

/** Levels as official documents use them: 1 一、 2 （一） 3 1. 4 （1）. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Numbering {
  readonly level: HeadingLevel;
  readonly number: number;
  /** Offset of the first character after it (spaces skipped). */
  readonly end: number;
}

/** What a numbering may begin with: most lines and labels begin with another character. */
const BEGINNINGS = new CharKinds<1>([
  [`（(第0123456789０１２３４５６７８９${NUMERALS}`, 1],
  [[0x2460, 0x2487], 1], // ①–⑳ and ⑴–⒇
  [RADICALS, 1],
]);

function canBegin(text: string, at: number): boolean {
  return BEGINNINGS.at(text, at) === 1 || isSpace(text.charCodeAt(at));
}

/** Reads the numbering at the start of a span; null if there is none. */
export function readNumbering(text: string, { start, end }: Span): Numbering | null {
  if (!canBegin(text, start)) return null;
  const first = text.charCodeAt(start);
  if (first >= 0x2460 && first <= 0x2487) return enclosedNumber(text, first, start + 1, end);
  const opening = text.charAt(start);
  const isOpen = opening === '（' || opening === '(';
  const isOrdinal = opening === '第';
  const from = behindSpaces(text, isOpen || isOrdinal ? start + 1 : start, end);
  const arabic = isDigit(text.charCodeAt(from));
  let at = from;
  while (at < end && (arabic ? isDigit(text.charCodeAt(at)) : isNumeralAt(text, at))) at++;
  if (at === from || at - from > 3) return null;
  const digits = text.slice(from, at);
  const number = arabic ? Number(toHalfWidth(digits)) : numeralValue(digits);
  if (number === null) return null;
  const behind = behindSpaces(text, at, end);
  if (isOrdinal) {
    if (!text.startsWith('部分', behind)) return null;
    return { level: 1, number, end: behindMark(text, behind + 2, end, '、：:.．') };
  }
  const mark = behind < end ? text.charAt(behind) : '';
  if (isOpen) {
    if (mark !== '）' && mark !== ')') return null;
    return { level: arabic ? 4 : 2, number, end: behindMark(text, behind + 1, end, '、') };
  }
  if (mark !== '' && (arabic ? '、.．，,)）' : '、.．，,').includes(mark)) {
    // 1.5 is a figure, not a heading
    if (arabic && behind + 1 < end && isDigit(text.charCodeAt(behind + 1))) return null;
    return { level: arabic ? 3 : 1, number, end: behindSpaces(text, behind + 1, end) };
  }
  // 三 总计
  return !arabic && behind > at ? { level: 1, number, end: behind } : null;
}

/** ①–⑳ and ⑴–⒇. */
function enclosedNumber(text: string, code: number, at: number, end: number): Numbering {
  const behind = behindMark(text, at, end, '.．、');
  return code >= 0x2474
    ? { level: 4, number: code - 0x2473, end: behind }
    : { level: 3, number: code - 0x245f, end: behind };
}

/** Behind one of some marks, if it stands there, and white space. */
function behindMark(text: string, at: number, end: number, marks: string): number {
  const isThere = at < end && marks.includes(text.charAt(at));
  return behindSpaces(text, isThere ? at + 1 : at, end);
}

function behindSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
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
