import { describe, expect, it } from 'vitest';
import { parseReport } from '../report/parse.js';
import { cellAt } from '../report/relations.js';
import type { Cell, Report } from '../report/report.js';
import { headingOf, sectionSpec, writeTable } from '../report/write.js';
import { applyEdits } from '../text/edit.js';
import { fieldAfter, fieldAt, totalsAfter } from './fields.js';

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
  it('the way leads through all cells and prompts, and back', () => {
    const report = parseReport(blank(layout));
    const way: (string | undefined)[] = [];
    const stops: number[] = [];
    for (let at = report.text.indexOf('公开信息【'); ; ) {
      const field = fieldAfter(report, at, true);
      if (!field || stops.includes(field.span.start)) break;
      way.push(field.cell ? `${field.cell.row} ${field.cell.column}` : 'prompt');
      stops.push(field.span.start);
      at = field.span.start;
    }
    expect(way.length).toBe(1 + 10 + 175 + 15 + 1);
    expect(way[0]).toBe('prompt');
    expect(way[1]).toBe('rules issued');
    expect(way.at(-2)).toBe('afterReview total');
    expect(way.at(-1)).toBe('prompt');
    for (let i = stops.length - 1; i > 0; i--)
      expect(fieldAfter(report, stops[i] as number, false)?.span.start).toBe(stops[i - 1]);
  });

  it('a figure typed at a stop is the figure of its cell, and the next stop is as it was', () => {
    let report = parseReport(blank(layout));
    let at = fieldAfter(report, report.text.indexOf('【请写明'), true)?.span.start ?? -1;
    for (let n = 1; n <= 200; n++) {
      report = typed(report, at, String(n));
      const here = fieldAt(report, at + String(n).length);
      expect(here?.cell?.value).toBe(n);
      at = fieldAfter(report, here?.span.end ?? -1, true)?.span.start ?? -1;
    }
    expect(report.text.slice(at)).toBe('【上年文字，请改写】\n');
    expect(cellAt(report, 'review', { row: 'afterReview', column: 'total' })?.value).toBe(200);
  });
});

describe('where Tab does what it always does', () => {
  const text = blank('tab');
  const report = parseReport(text);
  it.each([
    ['at the beginning of a line of text', text.indexOf('　　全年')],
    ['in its indentation', text.indexOf('全年公开')],
    ['on an empty line', text.indexOf('\n\n二、') + 1],
  ])('%s', (_, offset) => {
    expect(fieldAfter(report, offset, true)).toBeNull();
  });

  it('in text, once nothing is left to be filled in', () => {
    const written = blank('tab', () => '0').replace(/【[^】]*】/g, '12');
    const offset = written.indexOf('公开信息12');
    expect(fieldAfter(parseReport(written), offset, true)).toBeNull();
    expect(fieldAfter(parseReport(written), offset, false)).toBeNull();
  });

  it('in what is no report', () => {
    expect(fieldAfter(parseReport('a\t【请填】\t1\n'), 1, true)).toBeNull();
  });
});

describe('in the text', () => {
  const zeros = blank('tab', () => '0');
  const report = parseReport(zeros);
  const first = zeros.indexOf('【请写明');
  const last = zeros.indexOf('【上年文字');

  it('cells that are filled in are passed over, and the last prompt leads to the first', () => {
    expect(fieldAfter(report, first, true)?.span.start).toBe(last);
    expect(fieldAfter(report, last, true)?.span.start).toBe(first);
    expect(fieldAfter(report, first, false)?.span.start).toBe(last);
  });

  it('blank cells are not', () => {
    const written = blank('tab').replace('【请写明：条数】', '12');
    const field = fieldAfter(parseReport(written), written.indexOf('条。'), true);
    expect(field?.cell).toMatchObject({ row: 'rules', column: 'issued' });
  });

  it('the only prompt stays as it is', () => {
    const one = zeros.replace('【上年文字，请改写】', '');
    expect(fieldAfter(parseReport(one), first, true)?.span.start).toBe(first);
  });
});

describe('within a table', () => {
  const zeros = blank('tab', () => '0');
  it('the next cell is selected whole, from a label too', () => {
    const report = parseReport(zeros);
    const label = zeros.indexOf('本年新收');
    const field = fieldAfter(report, label, true);
    expect(field?.cell).toMatchObject({ row: '1', column: 'natural', value: 0 });
    expect(field?.span).toEqual(field?.cell?.span);
  });

  it('the last cell is left only for what is still open', () => {
    const report = parseReport(zeros.replace(/【[^】]*】/g, '12'));
    const last = cellAt(report, 'review', { row: 'afterReview', column: 'total' }) as Cell;
    expect(fieldAfter(report, last.span.start, true)?.cell).toBe(last);
    const open = parseReport(zeros);
    const { span } = cellAt(open, 'review', { row: 'afterReview', column: 'total' }) as Cell;
    expect(fieldAfter(open, span.start, true)?.cell).toBeUndefined();
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
    expect(applyEdits(report.text, totalsAfter(report, left))).toBe(table(after));
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
    const edits = totalsAfter(report, cell('3.1', 'natural'));
    report = parseReport(applyEdits(report.text, edits));
    expect(empty.map(({ row, column }) => cell(row, column).value)).toEqual([5, 5, 5]);
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
    expect(totalsAfter(bare, left)).toHaveLength(1);
  });
});
