import { expect, it } from 'vitest';
import { cellAt } from '../../judging/relations.js';
import { parseReport } from '../../reading/parse.js';
import type { Cell, Table } from '../../report/report.js';
import { applyEdits } from '../../text/edit.js';
import { headingOf, sectionSpec, writeTable } from '../../writing/writeTable.js';
import { fillBlanks } from './fillBlanks.js';
import { keptAligned } from './keptAligned.js';

const HEAD = '二、主动公开政府信息情况\n\n';
const ALIGNED = `${HEAD}| 第二十条第（五）项 |                  |
| ------------------ | ---------------- |
| 信息内容           | 本年处理决定数量 |
| 行政许可           |                3 |

二、
`;
const COMPACT = `${HEAD}| 第二十条第（五）项 |  |
| --- | --- |
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 3 |
`;

const write = (text: string, figure: string) => {
  const report = parseReport(text);
  const { span } = cellAt(report, 'disclosure', { row: 'licensing', column: 'decisions' }) as Cell;
  return applyEdits(text, keptAligned(report, ['disclosure'], [{ span, newText: figure }]));
};

it('a longer figure leaves the bars where they are', () => {
  expect(write(ALIGNED, '1234')).toBe(ALIGNED.replace('   3 |', '1234 |'));
  expect(write(ALIGNED.replaceAll('\n', '\r\n'), '12')).toBe(
    ALIGNED.replace(' 3 |', '12 |').replaceAll('\n', '\r\n'),
  );
});

it('a table that is not aligned stays so', () => {
  expect(write(COMPACT, '1234')).toBe(COMPACT.replace('3 |', '1234 |'));
});

it('heads alone show that a blank table is aligned', () => {
  const text = `${headingOf(sectionSpec(4))}\n\n${writeTable('review', { template: '2021', layout: 'markdown', eol: '\n', fill: () => '' })}\n`;
  const report = parseReport(text);
  const table = report.tables.review as Table;
  const filled = applyEdits(
    text,
    keptAligned(report, ['review'], fillBlanks.edits(report, table, {})),
  );
  expect(filled).toContain('|        0 |        0 |        0 |        0 |    0 |');
});

it('a table of tabs has nothing to keep', () => {
  const tabs = `${HEAD}第二十条第（五）项\t\n信息内容\t本年处理决定数量\n行政许可\t3\n`;
  expect(write(tabs, '12')).toBe(tabs.replace('\t3', '\t12'));
});
