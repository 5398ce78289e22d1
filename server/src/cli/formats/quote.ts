// A line of a report quoted for a terminal, with a mark under a place in it. Chinese characters take
// two columns.

import { columns } from '../../text/width.js';
import { printable } from '../io/output.js';

/** What a tab looks like: enough to tell cells apart, blank ones too. */
const TAB = '   ';
const MORE = '…';

/** A line, or the part of it around the place, and the mark below. */
export interface Quote {
  readonly text: string;
  readonly mark: string;
}

/** Quotes the line so that the place `start`–`end` shows within `width` columns. */
export function quote(line: string, start: number, end: number, width: number): Quote {
  // Only what can be seen is measured, and that once: a line may be a whole section long.
  let from = Math.max(0, start - width);
  let to = Math.min(line.length, end + width, start + 2 * width);
  const first = from;
  const sums = columnSums(line.slice(from, to));
  const between = (a: number, b: number) => (sums[b - first] ?? 0) - (sums[a - first] ?? 0);
  const isWithin = () => between(from, to) + 2 <= width;
  const before = Math.trunc(width / 3);
  while (from < start && !isWithin() && between(from, start) > before) from++;
  if (!isWithin() || to < line.length || from > 0) {
    while (to > start + 1 && !isWithin()) to--;
  }
  from = notInsidePair(line, from);
  to = notInsidePair(line, to);
  const head = from > 0 ? MORE : '';
  const tail = to < line.length ? MORE : '';
  const shownEnd = Math.max(start, Math.min(end, to));
  return {
    text: head + shown(line.slice(from, to)) + tail,
    mark:
      ' '.repeat(head.length + columnsOf(line.slice(from, start))) +
      '^'.repeat(Math.max(1, columnsOf(line.slice(start, shownEnd)))),
  };
}

/** How many columns the text takes up to each of its offsets. */
function columnSums(text: string): readonly number[] {
  const sums = [0];
  for (const character of text) {
    const sum = (sums.at(-1) ?? 0) + columnsOf(character);
    // both halves of a pair end where it ends
    for (let i = 0; i < character.length; i++) sums.push(sum);
  }
  return sums;
}

function columnsOf(text: string): number {
  return columns(shown(text));
}

function shown(text: string): string {
  return printable(text).replaceAll('\t', TAB);
}

/** Never between the halves of a surrogate pair. */
function notInsidePair(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
