// Folding a sentence: one way of writing marks, digits and characters, and the way back.
import { halfWidthCode, isDigit, isFullWidthDigit } from '../text/digits.js';
import { ideographOf, isRadical } from '../text/radicals.js';
import { isSpace, type Span } from '../text/span.js';

/** Folded text with the places where its stretches stand in the report. */
export interface Folded {
  readonly text: string;
  /** Where stretches begin: in the folded text, and in the report. Same length, ascending. */
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** The stretch of the report that characters `from` to `to` of a folded text stand for. */
export function spanIn(folded: Folded, from: number, to: number): Span {
  return { start: offsetOf(folded, from), end: offsetOf(folded, to - 1) + 1 };
}

function offsetOf({ starts, offsets }: Folded, index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  return (offsets[low] ?? 0) + index - (starts[low] ?? 0);
}

const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '％': '%',
  '．': '.',
  '／': '/',
};

/** Leaves out white space and thousands separators, and folds width and PDF radicals. */
export function fold(text: string, pieces: readonly Span[]): Folded {
  const starts: number[] = [];
  const offsets: number[] = [];
  let folded = '';
  const add = (words: string, offset: number) => {
    if (words === '') return;
    starts.push(folded.length);
    offsets.push(offset);
    folded += words;
  };
  for (const { start, end } of pieces) {
    let from = start;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (isPlain(code)) continue;
      const char = foldMark(text, i, code);
      if (char === null) continue;
      add(text.slice(from, i), from);
      add(char, i);
      from = i + 1;
    }
    add(text.slice(from, end), from);
  }
  return { text: folded, starts, offsets };
}

/** Ideographs, digits, letters and full-width marks, which stay as they are. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x4e00 && code < 0xfe00) ||
    (code >= 0x3001 && code <= 0x301f) ||
    (code > 0x3b && code < 0x7f) ||
    (code >= 0x2d && code <= 0x39) ||
    code === 0xff0c
  );
}

/** What a character is folded to: `''` leaves it out, null keeps it. */
function foldMark(text: string, at: number, code: number): string | null {
  if (isSpace(code)) return isDigitAt(text, at - 1) && isDigitAt(text, at + 1) ? ' ' : '';
  // of marks only those of MARKS change: ，（ and the like are at home here
  if (isFullWidthDigit(code)) return String.fromCharCode(halfWidthCode(code));
  if (isRadical(code)) return ideographOf(text.charAt(at));
  if (code === 0x2c && isThousands(text, at)) return '';
  return MARKS[text.charAt(at)] ?? null;
}

function isDigitAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at));
}

/** The comma of 12,345; in half-width text that of 24,要闻 is of another kind. */
function isThousands(text: string, at: number): boolean {
  return (
    isDigitAt(text, at - 1) &&
    isDigitAt(text, at + 1) &&
    isDigitAt(text, at + 2) &&
    isDigitAt(text, at + 3) &&
    !isDigitAt(text, at + 4)
  );
}
