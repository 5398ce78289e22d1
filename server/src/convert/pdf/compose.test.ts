import { expect, it } from 'vitest';
import { Composition } from './compose.js';
import { lineOf } from './printedLines.js';

const PLACE = { page: 1, base: 700, size: 10, font: 'f', vertical: false, spaced: false };

/** The text of one row of cells 50 wide. */
function written(isNameless: boolean, ...figures: readonly string[]): string {
  const cells = figures.map((text, i) => ({
    left: 50 * i,
    right: 50 * i + 50,
    spans: false,
    lines: text === '' ? [] : [lineOf([{ text, left: 50 * i, right: 50 * i + 40, ...PLACE }])],
  }));
  const xs = [...figures.keys(), figures.length].map((i) => 50 * i);
  const composition = new Composition();
  composition.table({
    ruled: false,
    page: 1,
    top: 720,
    bottom: 690,
    xs,
    rows: [{ isNameless, cells }],
  });
  return composition.text;
}

it('figures of no certain row stand apart, and blank cells say nothing', () => {
  expect(written(true, '686', '', '59648')).toBe('（行名不清：686、59648）\n');
  expect(written(true, '', '686', '7', '')).toBe('（行名不清：686、7）\n');
});

it('blank cells of a row keep their places', () => {
  expect(written(false, '686', '', '59648')).toBe('686\t\t59648\n');
});
