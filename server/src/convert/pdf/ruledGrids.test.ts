// Lines → grids: what is one cell, what is a row, and what is no table.
import { describe, expect, it } from 'vitest';
import type { Chunk } from './chunks.js';
import { tablesOf } from './pdfTables.js';
import { gridsOf } from './ruledGrids.js';
import type { RuledLine } from './ruledLines.js';

const line = (at: number, from: number, to: number): RuledLine => ({ at, from, to });
const word = (text: string, left: number, base: number): Chunk => ({
  text,
  page: 1,
  left,
  right: left + 10 * text.length,
  base,
  size: 10,
  font: 'f',
  vertical: false,
  spaced: false,
});

/** Two columns and two rows of 100 by 50, the lower left corner at 0, 0. */
const ACROSS = [line(0, 0, 200), line(50, 0, 200), line(100, 0, 200)];
const DOWN = [line(0, 0, 100), line(100, 0, 100), line(200, 0, 100)];

/** Rows as words of their cells, a merged cell in each row that it stands in. */
function rowsOf(across: RuledLine[], down: RuledLine[], words: Chunk[]): string[][] {
  const { tables } = tablesOf(gridsOf({ across, down }), words, 1);
  return (tables[0]?.rows ?? []).map(({ cells }) =>
    cells.map(({ lines }) => lines.flatMap(({ chunks }) => chunks.map(({ text }) => text)).join()),
  );
}

const WORDS = [word('甲', 10, 70), word('乙', 110, 70), word('丙', 10, 20), word('丁', 110, 20)];

describe('a grid', () => {
  it('has a cell between any two lines', () => {
    expect(rowsOf(ACROSS, DOWN, WORDS)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  it('is the same where lines are drawn double, or a little apart', () => {
    const twice = (lines: RuledLine[]) =>
      lines.flatMap((one) => [one, line(one.at + 1.5, one.from + 1, one.to + 1)]);
    expect(rowsOf(twice(ACROSS), twice(DOWN), WORDS)).toEqual(rowsOf(ACROSS, DOWN, WORDS));
  });

  it('has one cell where a line is missing', () => {
    const down = [line(0, 0, 100), line(100, 0, 50), line(200, 0, 100)];
    expect(rowsOf(ACROSS, down, WORDS)).toEqual([['甲,乙'], ['丙', '丁']]);
    const across = [line(0, 0, 200), line(50, 100, 200), line(100, 0, 200)];
    expect(rowsOf(across, DOWN, WORDS)).toEqual([
      ['甲,丙', '乙'],
      ['甲,丙', '丁'],
    ]);
  });

  it('is closed where the page left it open, at the top, the bottom and the sides', () => {
    expect(rowsOf(ACROSS.slice(1), DOWN, WORDS)).toEqual(rowsOf(ACROSS, DOWN, WORDS));
    expect(rowsOf(ACROSS.slice(0, 2), DOWN, WORDS)).toEqual(rowsOf(ACROSS, DOWN, WORDS));
    expect(rowsOf(ACROSS, DOWN.slice(1, 2), WORDS)).toEqual(rowsOf(ACROSS, DOWN, WORDS));
  });

  it('has a cell without a line of its own, where only its borders are drawn', () => {
    const border = line(-40, 0, 100);
    const words = [...WORDS, word('左', -30, 40)];
    expect(rowsOf(ACROSS, [border, ...DOWN], words)).toEqual([
      ['左', '甲', '乙'],
      ['左', '丙', '丁'],
    ]);
  });

  it('has no cell beyond the last border of a row', () => {
    const down = [...DOWN, line(260, 50, 100)];
    const across = [line(0, 0, 200), line(50, 0, 260), line(100, 0, 260)];
    expect(rowsOf(across, down, [...WORDS, word('戊', 210, 70)])).toEqual([
      ['甲', '乙', '戊'],
      ['丙', '丁'],
    ]);
  });
});

describe('no table', () => {
  it.each([
    ['an underline', [line(50, 0, 200)], []],
    ['a frame', [line(0, 0, 200), line(100, 0, 200)], [line(0, 0, 100), line(200, 0, 100)]],
    ['lines of a frame that are ruled across', ACROSS, [line(0, 0, 100), line(200, 0, 100)]],
    ['lines that do not touch', [line(0, 0, 20)], [line(100, 50, 100), line(200, 50, 100)]],
    ['a drawing', Array.from({ length: 2000 }, (_, i) => line(i, 0, 200)), DOWN],
  ])('is %s', (_, across, down) => {
    const { tables, loose } = tablesOf(gridsOf({ across, down }), WORDS, 1);
    expect(tables).toEqual([]);
    expect(loose).toEqual(WORDS);
  });
});
