// What marks mean in a text: in a Word file ``` is words, in Markdown and plain text it begins code.
import { describe, expect, it } from 'vitest';
import { factsOf } from '../report/facts.js';
import type { Markup } from '../text/markup.js';
import { headingOf, sectionSpec, writeTable } from '../writing/writeTable.js';
import { parseReport } from './parse.js';

const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const table = (figure: (column: string) => string) =>
  writeTable('review', {
    template: '2021',
    layout: 'tab',
    eol: '\n',
    fill: ({ row, column }) => (row === 'direct' ? figure(column) : '1'),
  });
const report = (...lines: string[]) => [TITLE, headingOf(sectionSpec(1)), ...lines].join('\n');
const sectionsIn = (text: string, markup?: Markup) =>
  parseReport(text, markup).sections.map(({ number }) => number);
const directIn = (text: string, markup?: Markup) =>
  factsOf(parseReport(text, markup)).tables.review?.direct;

const FOUR = headingOf(sectionSpec(4));
const SIX = headingOf(sectionSpec(6));

describe('code and comments', () => {
  const texts = [
    report('```', FOUR, SIX),
    report('~~~', FOUR, SIX),
    report('- ```', `  ${FOUR}`, `  ${SIX}`),
    report('<!--', FOUR, SIX, '-->'),
  ];

  it.each(texts)('are words where nothing is code: %j', (text) => {
    expect(sectionsIn(text, 'none')).toEqual([1, 4, 6]);
  });

  it.each(texts)('are no part of Markdown and of plain text: %j', (text) => {
    for (const markup of ['markdown', 'text', undefined] as const)
      expect(sectionsIn(text, markup)).toEqual([1]);
  });

  it('a line with a bar is one of running text, where tables have tabs', () => {
    const text = report(
      FOUR,
      table(() => '1'),
      '全年公开信息|3条。',
    );
    const has = (markup: Markup) =>
      parseReport(text, markup).prose.some(({ span }) => text.startsWith('全年', span.start));
    expect(has('none')).toBe(true);
    expect(has('markdown')).toBe(false);
  });

  it('a line of ``` is one of running text', () => {
    const { prose, isApart } = parseReport(report('```', '全年公开信息3条。'), 'none');
    expect(prose).toHaveLength(4);
    expect(isApart(2)).toBe(false);
  });
});

describe('between tabs', () => {
  const whole = { upheld: 1, corrected: 1, otherResult: 1, pending: 1, total: 1 };

  it.each(['1|', '|', '甲|乙', '<br>', '1<br>2', '--', '——'])('%s is a cell', (words) => {
    const text = report(
      FOUR,
      table((column) => (column === 'corrected' ? words : '1')),
    );
    expect(directIn(text, 'none')).toEqual({ ...whole, corrected: null });
  });

  it('-- in each cell is no line of dashes', () => {
    const dashes = Object.fromEntries(Object.keys(whole).map((key) => [key, null]));
    const figures = table(() => '--').replace(/\b1\b/g, '--');
    expect(directIn(report(FOUR, figures), 'none')).toEqual(dashes);
  });

  it('a bar is a character of its cell in a table of two columns, too', () => {
    const text = report('项目\t数量', '甲|乙\t3', '合计|\t3');
    const { lines, hasBars } = parseReport(text, 'none');
    for (let line = 2; line < lines.count; line++) expect(hasBars(line)).toBe(false);
    expect(parseReport(text, 'text').hasBars(3)).toBe(true);
  });

  it('a table with bars and no tabs is one everywhere', () => {
    const bars = writeTable('review', {
      template: '2021',
      layout: 'markdown',
      eol: '\n',
      fill: () => '1',
    });
    for (const markup of ['none', 'text', 'markdown'] as const)
      expect(directIn(report(FOUR, bars), markup)).toEqual(whole);
  });
});

describe('what Markdown has escaped', () => {
  it.each([
    ['\\*\\*1\\*\\*', 1],
    ['1\\*', null],
    ['1\\|', null],
    ['\\-', null],
  ])('in a cell: %s', (cell, figure) => {
    const text = report(
      FOUR,
      table((column) => (column === 'total' ? cell : '1')),
    );
    expect(directIn(text)).toMatchObject({ corrected: 1, total: figure });
  });

  it('before a title and a heading', () => {
    const text = report('甲', `## \\## ${SIX}`).replace(TITLE, `# \\# ${TITLE}`);
    expect(factsOf(parseReport(text))).toMatchObject({
      title: TITLE,
      sections: [{ number: 1 }, { number: 6, title: '其他需要报告的事项' }],
    });
  });
});
