import { expect, it } from 'vitest';
import { Lines, startOfLine } from './lines.js';

const text = 'ab\r\n\ncd\ref';
const lines = Lines.of(text);
const shown = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

it.each([
  [0, 'ab'],
  [2, 'ab'],
  [4, ''],
  [5, 'cd'],
  [7, 'cd'],
  [8, 'ef'],
  [10, 'ef'],
])('finds the line of offset %d', (offset, line) => {
  expect(shown(lines.lineSpanAt(offset))).toBe(line);
});

it.each([
  [1, 1, 'ab'],
  [1, 4, 'ab\r\n'],
  [1, 6, 'ab\r\n\ncd'],
  [6, 10, 'cd\ref'],
])('finds the whole lines of %d to %d', (start, end, whole) => {
  expect(shown(lines.wholeLines({ start, end }))).toBe(whole);
});

it.each([0, 1, 2, 4, 5, 7, 8, 10])('finds the start of the line of %d without its lines', (at) => {
  expect(startOfLine(text, at)).toBe(lines.lineSpanAt(at).start);
});
