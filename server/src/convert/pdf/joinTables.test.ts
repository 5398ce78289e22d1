// A table over two pages: what is one row, one cell, one head, and what is two.
import { describe, expect, it } from 'vitest';
import { goesOn, joinTables } from './joinTables.js';
import type { PdfCell, PdfTable } from './pdfTables.js';
import { linesOf, textOf } from './printedLines.js';

const XS = [0, 60, 100, 140];

/** A table of one line a cell, `|` for a new line; `^` stands for the cell above. */
function table(page: number, rows: string[][], xs = XS): PdfTable {
  let above: PdfCell[] = [];
  const made = rows.map((row) => {
    above = row.map((words, i) => {
      const over = above[i];
      if (words === '^' && over) {
        over.spans = true;
        return over;
      }
      const left = xs[i] as number;
      const chunks = words.split('|').flatMap((text, k) => {
        const shared = { page, size: 10, font: 'f', vertical: false, spaced: false };
        const place = { left: left + 1, right: left + 1 + 10 * text.length, base: 500 - 12 * k };
        return text === '' ? [] : [{ text, ...place, ...shared }];
      });
      return { left, right: xs[i + 1] as number, spans: false, lines: linesOf(chunks) };
    });
    return { cells: above };
  });
  return { ruled: true, page, top: 700, bottom: 100, xs, rows: made };
}

/** Rows as plain words; the words of a cell over several rows in the first. */
function rowsOf({ rows }: PdfTable): string[] {
  const seen = new Set<PdfCell>();
  return rows.map(({ cells }) =>
    cells
      .map((cell) => {
        const words = seen.has(cell) ? '' : cell.lines.map(textOf).join('');
        seen.add(cell);
        return words;
      })
      .join(' '),
  );
}

const joined = (upper: string[][], lower: string[][]) =>
  rowsOf(joinTables(table(1, upper), table(2, lower)));

describe('a row that the page cut', () => {
  it.each([
    ['in its label', [['行政规范', '3', '8']], [['性文件', '', '']]],
    ['between label and figures', [['行政规范|性文件', '', '']], [['', '3', '8']]],
    ['in a figure', [['行政规范', '123', '8']], [['性文件', '4', '']]],
    [
      'before its first word',
      [
        ['规章', '0', '0'],
        ['', '', ''],
      ],
      [['行政许可', '3', '8']],
    ],
  ])('is one: %s', (_, upper, lower) => {
    const rows = joined(upper, lower);
    expect(rows.at(-1)).toMatch(/^行政规范性文件 (?:3|1234) 8$|^行政许可 3 8$/);
    expect(rows).toHaveLength(upper.length);
  });

  it('may be a head whose words are broken on purpose', () => {
    expect(joined([['内容', '本年', '本年']], [['', '制发', '废止']])).toEqual([
      '内容 本年制发 本年废止',
    ]);
  });
});

describe('two rows', () => {
  it.each([
    ['of figures', [['行政许可', '3', '8']], [['行政处罚', '1', '2']]],
    ['that are blank', [['规章', '', '']], [['行政许可', '', '']]],
    ['with a number of its own', [['1.属于国', '3', '8']], [['2.其他', '', '']]],
    ['a head and its first row', [['内容', '制发', '废止']], [['规章', '3', '8']]],
    ['a caption under figures', [['规章', '3', '8']], [['第二十条第（五）项', '', '']]],
  ])('stay two: %s', (_, upper, lower) => {
    expect(joined(upper, lower)).toEqual([...rowsOf(table(1, upper)), ...rowsOf(table(2, lower))]);
  });
});

describe('a head that is printed again', () => {
  const head = ['内容', '制发', '废止'];
  it('is dropped', () => {
    expect(joined([head, ['规章', '1', '2']], [head, ['文件', '3', '4']])).toEqual([
      '内容 制发 废止',
      '规章 1 2',
      '文件 3 4',
    ]);
  });

  it('is kept where it says something else', () => {
    const other = ['内容', '决定', '废止'];
    expect(joined([head, ['规章', '1', '2']], [other, ['文件', '3', '4']])).toHaveLength(4);
  });

  it('is none where it has figures', () => {
    const row = ['规章', '1', '2'];
    expect(joined([row, row], [row])).toHaveLength(3);
  });
});

describe('a cell over several rows', () => {
  it('is one over three pages, and what follows it is another', () => {
    const first = table(1, [
      ['三、不予公开', '1.甲', '5'],
      ['^', '2.乙', '6'],
    ]);
    const second = table(2, [
      ['', '3.丙', '7'],
      ['^', '4.丁', '8'],
    ]);
    const third = table(3, [
      ['四、无法提供', '1.戊', '9'],
      ['^', '2.己', '0'],
    ]);
    const whole = joinTables(joinTables(first, second), third);
    expect(rowsOf(whole)).toEqual([
      '三、不予公开 1.甲 5',
      ' 2.乙 6',
      ' 3.丙 7',
      ' 4.丁 8',
      '四、无法提供 1.戊 9',
      ' 2.己 0',
    ]);
  });

  it('has its words in its first row, wherever they are printed', () => {
    const rows = joined(
      [
        ['', '1.甲', '5'],
        ['^', '2.乙', '6'],
      ],
      [
        ['三、不予公开', '3.丙', '7'],
        ['^', '4.丁', '8'],
      ],
    );
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['三、不予公开', '', '', '']);
  });

  it('takes no figure for its words', () => {
    const rows = joined(
      [
        ['总计', '1.甲', '5'],
        ['^', '2.乙', '6'],
      ],
      [['46项', '3.丙', '7']],
    );
    expect(rows).toEqual(['总计 1.甲 5', ' 2.乙 6', '46项 3.丙 7']);
  });
});

describe('a table goes on', () => {
  const upper = table(1, [['规章', '1', '2']]);
  it.each([
    ['with the same columns', table(2, [['文件', '1', '2']]), true],
    ['with other margins', table(2, [['文件', '1', '2']], [30, 90, 130, 170]), true],
    ['with one column more', table(2, [['a', 'b', 'c', 'd']], [0, 30, 60, 100, 140]), true],
    ['with other columns', table(2, [['文件', '1', '2']], [0, 30, 80, 140]), false],
    ['a page later', table(3, [['文件', '1', '2']]), false],
  ])('%s: %s', (_, next, expected) => {
    expect(goesOn(upper, next)).toBe(expected);
  });
});
