import { describe, expect, it } from 'vitest';
import { parseReport } from '../reading/parse.js';
import { headingOf, sectionSpec, writeTable } from '../writing/writeTable.js';
import { problemIn, promptLenses, tableLenses } from './codeLens.js';

const SECTION = { disclosure: 2, requests: 3, review: 4 } as const;

const report = (
  key: keyof typeof SECTION,
  fill: (cell: { row: string; column: string }) => string,
) =>
  parseReport(
    `${headingOf(sectionSpec(SECTION[key]))}\n\n${writeTable(key, { template: '2021', layout: 'tab', eol: '\n', fill })}\n`,
  );

const told = (...given: Parameters<typeof tableLenses>) =>
  tableLenses(...given)
    .map(({ title, action }) => (action?.kind === 'problem' ? `→${title}` : title))
    .filter((title) => title !== '对齐');

const at =
  (row: string, column: string, figure: string) => (cell: { row: string; column: string }) =>
    cell.row === row && cell.column === column ? figure : '0';

it.each([
  ['all agrees', report('requests', () => '0'), ['勾稽一致（39 条）']],
  ['table 四', report('review', () => '0'), ['勾稽一致（3 条）']],
  [
    'a wrong total',
    report('requests', at('3.1', 'total', '2')),
    ['→2 处不一致', '把“（一）予以公开”的“总计”改为 0'],
  ],
  [
    'a wrong term, whose totals are right',
    report('requests', at('3.1', 'business', '2')),
    ['→2 处不一致', '把“（一）予以公开”的“商业企业”改为 0'],
  ],
  ['no one cell', report('review', at('direct', 'upheld', '2')), ['→1 处不一致', '重算总计']],
  [
    'a blank',
    report('requests', at('4', 'legal', '')),
    ['勾稽：2 条无法核对，1 格空着', '空格填 0'],
  ],
  [
    'a blank total: its sum is written, which need not be 0',
    report('review', at('direct', 'total', '')),
    ['勾稽：1 条无法核对，1 格空着', '重算总计', '填写空着的总计'],
  ],
  [
    'all totals blank',
    report('requests', ({ column }) => (column === 'total' ? '' : '0')),
    ['勾稽：27 条无法核对，25 格空着', '重算总计', '填写空着的总计'],
  ],
  [
    'a total blank, and others',
    report('review', ({ row }) => (row === 'direct' ? '' : '0')),
    ['勾稽：1 条无法核对，5 格空着', '空格填 0，填写总计'],
  ],
  [
    'a sign for 0',
    report('review', at('direct', 'pending', '/')),
    ['→勾稽：1 条无法核对，1 格不是数', '空格填 0'],
  ],
  ['table 二', report('disclosure', () => '0'), []],
  [
    'table 二, a blank',
    report('disclosure', at('fees', 'amount', '')),
    ['还有 1 格空白', '空格填 0'],
  ],
  ['no report', parseReport('总计\t1\n'), []],
])('%s', (_, given, lenses) => {
  expect(told(given)).toEqual(lenses);
});

describe('what is to be written', () => {
  const lenses = (text: string) => {
    const given = parseReport(`青禾县云水镇2023年政府信息公开工作年度报告\n\n${text}`);
    return promptLenses(given).map(({ span, title }) => [
      given.text.slice(span.start, span.end),
      title,
    ]);
  };

  it('has a line above it, one a line', () => {
    expect(lenses('一、总体情况\n\n【请写明：主动公开情况】，【请写明：条数】\n')).toEqual([
      ['【请写明：主动公开情况】', '写这一处'],
    ]);
    expect(lenses('一、总体情况\n\n【上年文字，请改写】公开了信息。\n')).toEqual([
      ['【上年文字，请改写】', '改写这一段'],
    ]);
  });

  it('has none where a figure or a word is wanted, or nothing', () => {
    expect(lenses('一、总体情况\n\n公开信息【条数】条，印发【公开】手册。\n')).toEqual([]);
    expect(lenses('')).toEqual([]);
    expect(promptLenses(parseReport('【请写明：什么】'))).toEqual([]);
  });
});

describe('what cannot be judged', () => {
  const lines = (table: string) => table.split('\n').map((line) => line.split('\t'));
  const without = (...columns: number[]) =>
    parseReport(
      lines(report('requests', () => '0').text)
        .map((cells) =>
          cells.filter((_, i) => cells.length < 10 || !columns.includes(i)).join('\t'),
        )
        .join('\n'),
    );

  it('for want of columns is said so, with what is to be done', () => {
    expect(told(without(8, 9))).toEqual(['勾稽：29 条无法核对，缺 2 列（其他、总计）', '补齐缺列']);
    const [, repair] = tableLenses(without(8, 9));
    expect(repair?.action).toMatchObject({ kind: 'command', id: 'nianbao.repairRows' });
  });

  it('for want of rows', () => {
    const text = report('requests', () => '0').text.replace(/\t2\.重复申请[^\n]*\n/, '');
    const [why, ...more] = told(parseReport(text));
    expect(why).toMatch(/条无法核对，缺 1 行（2\.重复申请）$/);
    expect(more[0]).toBe('补齐缺行');
  });

  it('for words in place of a figure leads there', () => {
    const wrong = report('requests', at('3.1', 'other', '见附件'));
    const [lens] = tableLenses(wrong);
    expect(lens?.title).toMatch(/，1 格不是数$/);
    expect(lens?.action).toEqual({ kind: 'problem' });
    const { start, end } = problemIn(wrong, [], 'requests') ?? { start: 0, end: 0 };
    expect(wrong.text.slice(start, end)).toBe('见附件');
  });

  it('says nothing of rows and columns that are there', () => {
    for (const given of [report('requests', () => '0'), report('requests', () => '')])
      expect(told(given).join()).not.toMatch(/缺/);
  });
});

it('last year’s figures are offered where they differ', () => {
  const now = report('requests', () => '0');
  const carried = report('requests', ({ row, column }) =>
    ['1', '4'].includes(row) && ['natural', 'total'].includes(column) ? '3' : '0',
  );
  expect(told(now, { previous: carried })).toEqual(['勾稽一致（39 条）', '填入上年结转']);
  expect(told(now, { previous: now })).toEqual(['勾稽一致（39 条）']);
});

it('a lens stands where its table begins', () => {
  const given = report('requests', () => '0');
  const [lens] = tableLenses(given);
  expect(lens?.span.start).toBe(given.tables.requests?.span.start);
});

it('the first problem of a table is a finding’s, else the cell that breaks a relation', () => {
  const wrong = report('requests', at('3.1', 'total', '2'));
  const cell = wrong.tables.requests?.rows.find(({ key }) => key === '3.1')?.cells.get('total');
  expect(problemIn(wrong, [], 'requests')).toEqual(cell?.span);
  const span = { start: 3, end: 4 };
  const finding = { span, message: '', severity: 'error', fingerprint: '' } as const;
  const here = { table: 'requests' } as const;
  const found = { ...finding, rule: 'row-total', at: here };
  expect(problemIn(wrong, [found], 'requests')).toBe(span);
  // of another table, and of a rule that is about no relation
  const others = [
    { ...found, at: { table: 'review' } as const },
    { ...found, rule: 'typo' },
  ];
  expect(problemIn(wrong, others, 'requests')).toEqual(cell?.span);
  expect(problemIn(wrong, [], 'review')).toBeUndefined();
  const right = report('requests', () => '0');
  expect(problemIn(right, [], 'requests')).toBeUndefined();
});
