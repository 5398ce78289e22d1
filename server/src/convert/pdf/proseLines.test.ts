// Printed lines → paragraphs, and what stands on every page.
import { describe, expect, it } from 'vitest';
import { furnitureOf } from './furniture.js';
import { betweenLines, lineOf, type PrintedLine, textOf } from './printedLines.js';
import { PageSetting } from './proseLines.js';

/** A line of characters 10 wide; `indent` in characters. */
function line(text: string, row: number, { page = 1, indent = 0, size = 10 } = {}): PrintedLine {
  const left = 50 + indent * size;
  const width = Array.from(text).reduce((sum, c) => sum + (c > '\u2000' ? size : size / 2), 0);
  const base = 700 - 20 * row;
  const shared = { page, size, font: 'f', vertical: false, spaced: false };
  return lineOf([{ text, left, right: left + width, base, ...shared }]);
}

/** A row without ruled lines: its words at the left, figures to the right margin. */
function row(words: string, ...figures: readonly string[]): PrintedLine {
  const cells = figures.map((figure, k) => line(figure, 1, { indent: 16 + 4 * k }));
  return lineOf([line(words, 1), ...cells].flatMap(({ chunks }) => chunks));
}

const FULL = '政府信息公开工作平稳有序推进各项任务落实到位';
const lines = [
  line(FULL.slice(2), 0, { indent: 2 }),
  line(FULL, 1),
  line('到此为止。', 2),
  line(FULL.slice(2), 3, { indent: 2 }),
  line(FULL, 4),
  line(`${FULL.slice(0, -2)}，。`, 5),
];
const setting = new PageSetting(lines);
const runsOn = (before: PrintedLine, after: PrintedLine) => setting.runsOn(before, after);

describe('a paragraph goes on', () => {
  it.each([
    ['behind a full line', line(FULL, 1), line('到此为止。', 2)],
    ['over a page', line(FULL, 9), line('到此为止。', 0, { page: 1 })],
    ['where the next word did not fit', line(FULL.slice(0, -1), 1), line('2024年12月', 2)],
    [
      'where a title is broken inside its year',
      line('青禾县云水镇2021', 0, { indent: 4, size: 14 }),
      line('年度报告', 1, { indent: 6, size: 14 }),
    ],
    ['behind a date at the end', line(`${FULL.slice(0, -4)}2021年12`, 1), line('月31日', 2)],
    ['where a mark must not begin a line', line(FULL.slice(0, -1), 1), line('度”。', 2)],
  ])('%s', (_, before, after) => {
    expect(runsOn(before, after)).toBe(true);
  });
});

describe('a paragraph ends', () => {
  it.each([
    ['early', line('到此为止。', 2), line(FULL, 3)],
    ['before one that is set in', line(FULL, 4), line(FULL.slice(2), 5, { indent: 2 })],
    ['before a numbered one', line(`${FULL.slice(1)}。`, 1), line('（二）依申请公开。', 2)],
    ['before another size', line(FULL, 1), line('说明', 2, { size: 7 })],
    ['before a gap', line(FULL, 1), line('到此为止。', 5)],
    [
      'behind the organ of a title',
      line('青禾县云水镇', 0, { indent: 4, size: 14 }),
      line('2021年度报告', 1, { indent: 4, size: 14 }),
    ],
    ['behind a row of figures', row('一、新收', '2701', '6'), line('二、上年结转', 2)],
    ['before a row of figures', line(FULL, 0), row('一、新收', '2701', '6')],
    ['in no heading', line('共2021', 1), line('年度报告', 2)],
    ['where there was room for a word', line(FULL.slice(0, -2), 1), line('度', 2)],
  ])('%s', (_, before, after) => {
    expect(runsOn(before, after)).toBe(false);
  });

  it('where all lines are short: none is full', () => {
    const short = [line('青禾县', 0), line('云水镇', 1), line('目录', 2)];
    const [first, second] = short as [PrintedLine, PrintedLine];
    expect(new PageSetting(short).runsOn(first, second)).toBe(false);
  });
});

describe('between two lines', () => {
  it.each([
    ['政府', '信息', ''],
    ['2024', '年度', ''],
    ['WPS', 'Office', ' '],
    ['0100', '0000', ''],
    ['http://qinghe', '.example/', ''],
  ])('of %s and %s stands “%s”', (before, after, between) => {
    expect(betweenLines(line(before, 0), line(after, 1), true)).toBe(between);
  });

  it('two figures on purpose stay two', () => {
    expect(betweenLines(line('3', 0), line('5', 1), false)).toBe(' ');
  });
});

describe('what stands on every page', () => {
  const page = (number: number, head: string, foot: string, body = '正文') => ({
    height: 842,
    tables: [],
    lines: [
      line(head, -5, { page: number }), // 800
      line(`${body}${number}`, 5, { page: number }),
      line(foot, 33, { page: number }), // 40
    ],
  });
  const found = (pages: ReturnType<typeof page>[]) => Array.from(furnitureOf(pages).lines, textOf);

  it.each(['- 1 -', '— 1 —', '1', '第1页', '第 1 页 共 5 页', '1/5', '· 1 ·'])(
    '%s is a page number',
    (foot) => {
      expect(found([page(1, '标题', foot)])).toEqual([foot]);
    },
  );

  it.each(['2024年', '3.7', '12件', '第1条', '一'])('%s is none', (foot) => {
    expect(found([page(1, '标题', foot)])).toEqual([]);
  });

  it('a number amid the page is none', () => {
    expect(found([{ ...page(1, '标题', '尾'), lines: [line('5', 12)] }])).toEqual([]);
  });

  it('a running head is what says the same on pages', () => {
    const pages = [1, 2, 3].map((n) => page(n, '青禾县年报', `甲${'乙丙丁'[n - 1]}`));
    expect(found(pages)).toEqual(['青禾县年报', '青禾县年报', '青禾县年报']);
  });

  it('a title on the first page is none', () => {
    const heads = ['青禾县年报', '第二部分', '第三部分'];
    expect(found(heads.map((head, i) => page(i + 1, head, `尾${'甲乙丙'[i]}`)))).toEqual([]);
  });
});
