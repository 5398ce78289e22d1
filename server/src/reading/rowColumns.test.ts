import { expect, it } from 'vitest';
import { align } from './rowColumns.js';

/** Cells by spaces; `_` is a blank one. */
function cells(written: string) {
  const text = written.replaceAll('_', '');
  let at = 0;
  const tokens = written.split(' ').map((cell, column) => {
    const length = cell === '_' ? 0 : cell.length;
    const span = { start: at, end: at + length };
    at += length + 1;
    return { span, line: 0, column, loose: false };
  });
  return { text, tokens };
}

function aligned(written: string, width: number, place: number | null = null, least = 0) {
  const { text, tokens } = cells(written);
  return align(text, tokens, width, { place, least })
    .map((token) => (token ? text.slice(token.span.start, token.span.end) || '_' : '-'))
    .join(' ');
}

it('gives as many values as columns to them, wherever blank cells stand', () => {
  expect(aligned('1 2 3', 3)).toBe('1 2 3');
  expect(aligned('_ _ 1 2 3 _', 3)).toBe('1 2 3');
});

it('keeps blank cells in their place where only one place fits', () => {
  expect(aligned('1 _ 3', 3)).toBe('1 _ 3');
  expect(aligned('_ _ 1 _ 3', 3)).toBe('1 _ 3');
});

it('goes by the place of the first value in other rows where several fit', () => {
  expect(aligned('_ _ _ 3 _', 3, 1)).toBe('_ _ 3');
  expect(aligned('_ _ _ 3 _', 3, 2)).toBe('_ 3 _');
});

it('takes no blank cell before the place of the first value for one of a row that lacks a figure', () => {
  expect(aligned('_ _ 5 0 00 5', 5, 2)).toBe('- - 0 - -');
  expect(aligned('_ _ 5 _ 0 5', 5, 2)).toBe('- - - - -');
  expect(aligned('_ _ 5 0 0 0 5', 5, 2)).toBe('5 0 0 0 5');
  expect(aligned('_ _ _ 0 0 0 5', 5, 2)).toBe('_ 0 0 0 5');
  // one column further left or right than other rows
  expect(aligned('_ 5 _ 0 0 5', 5, 2)).toBe('5 _ 0 0 5');
  expect(aligned('_ _ _ 5 _ 0 0 5', 5, 2)).toBe('5 _ 0 0 5');
});

it('takes no blank cell behind a row for one of it where other rows have more cells', () => {
  expect(aligned('7 0 0 5 _ _', 5, 0, 7)).toBe('- - 0 - -');
  expect(aligned('7 0 0 5 _ _', 5, 0, 6)).toBe('7 0 0 5 _');
  expect(aligned('7 0 0 0 5 _', 5, 0, 7)).toBe('7 0 0 0 5');
  expect(aligned('_ _ _ _ _ _', 5, 0, 7)).toBe('_ _ _ _ _');
});

it('gives no blank cell to a column where another one may be meant', () => {
  expect(aligned('_ _ _ _', 3)).toBe('- - -');
  expect(aligned('_ _ _ _', 3, 1)).toBe('_ _ _');
  expect(aligned('_ 1 _ _', 3)).toBe('- - -');
});

it('gives a short row only what every alignment gives it', () => {
  expect(aligned('0 0 0 0', 5)).toBe('- 0 0 0 -');
  expect(aligned('3 0 0 0', 5)).toBe('- - 0 0 -');
  expect(aligned('1 2', 5)).toBe('- - - - -');
});

it('gives a long row only what every alignment gives it', () => {
  expect(aligned('0 0 0 0', 3)).toBe('0 0 0');
  expect(aligned('0 0 0 7', 3)).toBe('0 0 -');
});
