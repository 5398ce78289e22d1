import { describe, expect, it } from 'vitest';
import { withoutPadding } from '../../../test/support/padding.js';
import { TABLE_KEYS, type TemplateId, tableOf } from '../form/formats.js';
import { parseReport } from '../reading/parse.js';
import type { Cell, Layout, Report } from '../report/report.js';
import { applyEdits } from '../text/edit.js';
import { cellEdit } from './cellEdit.js';
import { headingOf, sectionSpec, writeTable } from './writeTable.js';

const cellsOf = ({ tables }: Report): Cell[] =>
  Object.values(tables).flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]));

/** The three tables of a form. */
const form = (template: TemplateId, layout: Layout, fill: () => string) =>
  TABLE_KEYS.map((key) => {
    const heading = headingOf(sectionSpec(tableOf(template, key).section));
    return `${heading}\n\n${writeTable(key, { template, layout, eol: '\n', fill })}\n`;
  }).join('\n');

describe('a figure goes where the blank cell is', () => {
  for (const template of ['2021', '2019'] as const)
    for (const layout of ['markdown', 'tab', 'pipe', 'lines'] as const)
      it(`${template} ${layout}`, () => {
        const report = parseReport(form(template, layout, () => ''));
        const cells = cellsOf(report);
        expect(cells.length).toBe(template === '2021' ? 10 + 175 + 15 : 22 + 161 + 15);
        const figure = (i: number) => String(1000 + i);
        const filled = applyEdits(
          report.text,
          cells.map((cell, i) => cellEdit(report, cell, figure(i))),
        );
        expect(
          cellsOf(parseReport(filled)).map(({ row, column, value }) => [row, column, value]),
        ).toEqual(cells.map(({ row, column }, i) => [row, column, 1000 + i]));
        if (layout === 'lines') return; // which of the blank lines are the merged ones cannot be seen
        let at = 0;
        const written = form(template, layout, () => figure(at++));
        // how wide columns are depends on the figures in them
        expect(withoutPadding(filled)).toBe(withoutPadding(written));
      });
});

/** A row of table 三 in the middle of others. */
const inRow = (row: string) =>
  `三、收到和处理政府信息公开申请情况

| 行名 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${row}
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`;

describe('a blank cell between bars', () => {
  const label = '| 一、本年新收政府信息公开申请数量';
  const cases: [string, string][] = [
    [`${label} | 1 |  | 0 | 0 | 0 | 0 | 1 |`, `${label} | 1 | 7 | 0 | 0 | 0 | 0 | 1 |`],
    [`${label} | 1 | | 0 | 0 | 0 | 0 | 1 |`, `${label} | 1 | 7 | 0 | 0 | 0 | 0 | 1 |`],
    [`${label}|1||0|0|0|0|1|`, `${label}|1|7|0|0|0|0|1|`],
    [`${label} | 1 |      | 0 | 0 | 0 | 0 | 1 |`, `${label} | 1 |    7 | 0 | 0 | 0 | 0 | 1 |`],
    [`${label} | 1 | / | 0 | 0 | 0 | 0 | 1 |`, `${label} | 1 | 7 | 0 | 0 | 0 | 0 | 1 |`],
  ];
  it.each(cases)('%s', (before, after) => {
    const report = parseReport(inRow(before));
    const cell = report.tables.requests?.rows[0]?.cells.get('business') as Cell;
    expect(applyEdits(report.text, [cellEdit(report, cell, '7')])).toBe(inRow(after));
  });
});

it.each([
  ['between bars', '1\n|\n|\n0\n|', '1\n|\n7\n|\n0\n|', '\n|'],
  ['with a bar behind', '1 |\n|\n0 |', '1 |\n7 |\n0 |', ' |'],
  ['indented', '\t1\n\t\n\t0', '\t1\n\t7\n\t0', ''],
])('one cell a line, %s', (_, before, after, mark) => {
  const indent = mark === '' ? '\t' : '';
  const line = (cell: string) => `${indent}${cell}${mark}\n`;
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const labels = ['行政复议', '行政诉讼', ...heads, '未经复议直接起诉', '复议后起诉'];
  const zeros = line('0').repeat(12).trimEnd();
  const text = (cells: string) =>
    `四、政府信息公开行政复议、行政诉讼情况\n\n${[...labels, ...heads, ...heads].map(line).join('')}${cells}\n${zeros}\n`;
  const report = parseReport(text(before));
  const blank = cellsOf(report).find(({ flaw }) => flaw === 'blank') as Cell;
  expect(applyEdits(report.text, [cellEdit(report, blank, '7')])).toBe(text(after));
});
