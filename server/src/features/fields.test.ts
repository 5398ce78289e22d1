import { describe, expect, it } from 'vitest';
import { cellAt } from '../judging/relations.js';
import { parseReport } from '../reading/parse.js';
import type { Cell, Report, Table } from '../report/report.js';
import { wholeReport } from '../rules/examples.js';
import { applyEdits } from '../text/edit.js';
import { headingOf, sectionSpec, writeTable } from '../writing/writeTable.js';
import { cellsAt, editsAfter, fieldsOf, tableLinesOf, totalsAfter } from './fields.js';

const LAYOUTS = ['markdown', 'tab', 'pipe', 'lines'] as const;

/** A report with all three tables blank, and two prompts in the text. */
const blank = (layout: (typeof LAYOUTS)[number], fill = () => '') => {
  const table = (key: 'disclosure' | 'requests' | 'review', section: number) =>
    `${headingOf(sectionSpec(section))}\n\n${writeTable(key, { template: '2021', layout, eol: '\n', fill })}\n`;
  return [
    '青禾县云水镇人民政府2023年政府信息公开工作年度报告\n',
    `${headingOf(sectionSpec(1))}\n\n　　全年公开信息【请写明：条数】条。\n`,
    table('disclosure', 2),
    table('requests', 3),
    table('review', 4),
    `${headingOf(sectionSpec(5))}\n\n【上年文字，请改写】\n`,
  ].join('\n');
};

const typed = (report: Report, offset: number, figure: string) =>
  parseReport(report.text.slice(0, offset) + figure + report.text.slice(offset));

describe.each(LAYOUTS)('in %s', (layout) => {
  it('the fields are all cells and prompts, in the order of the text', () => {
    const fields = fieldsOf(parseReport(blank(layout)));
    expect(fields.length).toBe(1 + 10 + 175 + 15 + 1);
    const names = fields.map(({ cell }) => (cell ? `${cell.row} ${cell.column}` : 'prompt'));
    expect(names[0]).toBe('prompt');
    expect(names[1]).toBe('rules issued');
    expect(names.at(-2)).toBe('afterReview total');
    expect(names.at(-1)).toBe('prompt');
    const starts = fields.map(({ span }) => span.start);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  });

  it('a figure typed at a field is the figure of its cell, and the next field is as it was', () => {
    let report = parseReport(blank(layout));
    for (let n = 1; n <= 200; n++) {
      const { start } = fieldsOf(report)[n]?.span ?? { start: -1 };
      report = typed(report, start, String(n));
      expect(cellsAt(report, [start + String(n).length])[0]?.value).toBe(n);
      expect(fieldsOf(report)[n]?.span).toEqual({ start, end: start + String(n).length });
    }
    expect(cellAt(report, 'review', { row: 'afterReview', column: 'total' })?.value).toBe(200);
  });
});

it.each([
  ['a cell', '2.重复申请\t0', '2.重复申请\t【条数】', '【条数】'],
  ['running text', '我镇依法', '【XX】镇依法', '【XX】'],
  ['the title', '青禾县云水镇人民政府', '【机关名称】', '【机关名称】'],
])('a prompt in %s is a field, once, that selects it', (_, from, to, prompt) => {
  const report = parseReport(wholeReport().replace(from, to));
  const written = fieldsOf(report).map(({ span }) => report.text.slice(span.start, span.end));
  expect(written.filter((words) => words.includes('【'))).toEqual([prompt]);
});

describe('no fields', () => {
  it('in what is no report', () => {
    expect(fieldsOf(parseReport('a\t【请填】\t1\n'))).toEqual([]);
  });

  it('where a place is in none', () => {
    const report = parseReport(blank('tab'));
    expect(cellsAt(report, [0, report.text.indexOf('【请写明'), report.text.length])).toEqual([]);
  });
});

describe('totals fill themselves', () => {
  const row = (cells: string) => `一、本年新收政府信息公开申请数量\t${cells}`;
  const table = (first: string) =>
    `三、收到和处理政府信息公开申请情况\n\n行名\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n${row(first)}\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t\n`;
  it.each([
    ['2\t1\t0\t0\t0\t0\t', '2\t1\t0\t0\t0\t0\t3'],
    ['2\t1\t\t0\t0\t0\t', '2\t1\t\t0\t0\t0\t'],
    ['2\t1\t0\t0\t0\t0\t9', '2\t1\t0\t0\t0\t0\t9'],
    ['2\t1\t0\t0\t0\t0\t/', '2\t1\t0\t0\t0\t0\t/'],
  ])('%j → %j', (before, after) => {
    const report = parseReport(table(before));
    const left = cellAt(report, 'requests', { row: '1', column: 'other' }) as Cell;
    // the row below has a blank total of its own, which is none of this cell's
    expect(applyEdits(report.text, totalsAfter(report, [left]))).toBe(table(after));
  });

  it('down to the corner of the table', () => {
    let report = parseReport(blank('markdown', () => '0'));
    const cell = (row: string, column: string) =>
      cellAt(report, 'requests', { row, column }) as Cell;
    const empty = [cell('3.1', 'total'), cell('3.7', 'natural'), cell('3.7', 'total')];
    const five = { span: cell('3.1', 'natural').span, newText: '5' };
    report = parseReport(
      applyEdits(report.text, [five, ...empty.map(({ span }) => ({ span, newText: '' }))]),
    );
    const edits = totalsAfter(report, [cell('3.1', 'natural')]);
    report = parseReport(applyEdits(report.text, edits));
    expect(empty.map(({ row, column }) => cell(row, column).value)).toEqual([5, 5, 5]);
  });

  it('of all the cells that were left', () => {
    const text = table('2\t1\t0\t0\t0\t0\t');
    const report = parseReport(text);
    const cells = ['1', '2'].map((key) =>
      cellAt(report, 'requests', { row: key, column: 'other' }),
    ) as Cell[];
    expect(applyEdits(text, totalsAfter(report, cells))).toBe(
      table('2\t1\t0\t0\t0\t0\t3').replace('\t1\t0\t0\t0\t0\t0\t\n', '\t1\t0\t0\t0\t0\t0\t1\n'),
    );
    expect(totalsAfter(report, [])).toEqual([]);
  });

  it('in table 四, of the block alone', () => {
    const text = blank('tab', () => '0');
    const report = parseReport(text);
    const cell = (row: string, column: string) => cellAt(report, 'review', { row, column }) as Cell;
    const bare = parseReport(
      applyEdits(
        text,
        ['reconsideration', 'direct'].map((row) => ({
          span: cell(row, 'total').span,
          newText: '',
        })),
      ),
    );
    const left = cellAt(bare, 'review', { row: 'direct', column: 'pending' }) as Cell;
    expect(totalsAfter(bare, [left])).toHaveLength(1);
  });
});

describe('behind the typist', () => {
  const HEAD = '三、收到和处理政府信息公开申请情况\n\n';
  const bars = (total: string) =>
    `${HEAD}| 行名 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | ${total} |\n`;
  const report = parseReport(bars(''));
  const left = report.text.indexOf('12 |') + 1;

  it('blank totals are written, whether the table is to stay aligned or not', () => {
    for (const align of [true, false])
      expect(applyEdits(report.text, editsAfter(report, [left], align))).toBe(
        bars('12').replace('|  |', '| 12 |'),
      );
  });

  it.each([
    ['a term is being typed', 12, ''],
    ['another term is', 13, ''],
    ['the total itself is to be', 18, '12'],
    ['the cursor is in a label', 2, '12'],
    ['the cursor is elsewhere', -1, '12'],
  ])('half a figure is no term: %s', (_, cell, total) => {
    const fields = fieldsOf(report);
    const first = fields.findIndex(({ span }) => span.start === left - 1);
    const cursor = cell < 12 ? (cell < 0 ? 0 : report.text.indexOf('新收')) : undefined;
    const at = cursor ?? fields[first + cell - 12]?.span.end;
    expect(applyEdits(report.text, editsAfter(report, [left], false, at))).toBe(
      total === '' ? report.text : bars(total).replace('|  |', '| 12 |'),
    );
  });

  it('no edit is wider than a cell', () => {
    const aligned = parseReport(blank('markdown', () => '0'));
    const cell = (row: string, column: string) =>
      cellAt(aligned, 'requests', { row, column }) as Cell;
    const total = cell('1', 'total').span;
    const text = `${aligned.text.slice(0, total.start)} ${aligned.text.slice(total.end)}`;
    const open = parseReport(text);
    const at = cellAt(open, 'requests', { row: '1', column: 'natural' })?.span.end ?? 0;
    const edits = editsAfter(open, [at], true);
    expect(edits.length).toBeGreaterThan(0);
    for (const { span } of edits) expect(text.slice(span.start, span.end)).not.toContain('|');
    const after = parseReport(applyEdits(text, edits));
    expect(cellAt(after, 'requests', { row: '1', column: 'total' })?.value).toBe(0);
  });

  it('nothing is written where no cell was left, and none is blank', () => {
    const full = parseReport(bars('12'));
    expect(editsAfter(report, [0], true)).toEqual([]);
    expect(editsAfter(report, [], true)).toEqual([]);
    expect(editsAfter(full, [full.text.indexOf('12 |')], true)).toEqual([]);
  });

  it('the lines of a table are whole', () => {
    const { start, end } = tableLinesOf(report, report.tables.requests as Table);
    expect(report.text.slice(start, end)).toMatch(/^\|.*\|$/s);
  });
});
