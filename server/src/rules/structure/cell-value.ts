// A table cell whose figure is not written as a plain number.

import type { Finding, Fix } from '../../findings/finding.js';
import { columnSpec, TOTAL } from '../../form/formats.js';
import { promptAt } from '../../form/prompts.js';
import { cellName, rowName } from '../../judging/names.js';
import { templateInForce } from '../../judging/relations.js';
import type { Cell, Report, Row, Table } from '../../report/report.js';
import { cellEdit } from '../../writing/cellEdit.js';
import { example } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

export const cellValue: Rule = {
  id: 'cell-value',
  severity: 'warning',
  docs: () => ({
    title: '表格里的数填写不规范',
    english: 'Irregular table figure',
    what: '空白，用“/”“-”“无”代替 0，写了文字、单位或全角数字，数量是负数或小数；一行的数比规定的少或多。连续的空白合并成一条提示。',
    why: '没有的填 0：空白和“/”分不清是没有还是漏填，汇总和勾稽也用不了。“本年增/减”可以是负数，只有金额可以有小数。',
    how: '能看出数的（12件、４）由快速修复改成数字；空白和“/”可以填 0，请先确认确实没有。',
    invalid: [
      { note: '用“/”代替 0', text: example('requests', { '1': '1 / 0 0 0 0 1' }) },
      { note: '留空', text: example('requests', { '1': '1 _ _ 0 0 0 1' }) },
      { note: '带单位', text: example('requests', { '1': '1件 0 0 0 0 0 1' }) },
    ],
    valid: [
      { note: '都是数字', text: example('requests', { '1': '1 0 0 0 0 0 1' }) },
      {
        note: '金额有小数，增减有正负',
        text: example(
          'disclosure',
          { licensing: '12 -3 9', fees: '2 +1', procurement: '3 4.651' },
          '2019',
        ),
      },
      {
        note: '数字两边有空格',
        text: example('requests', { '1': '1 0 0 0 0 0 1' }).replace('| 1 |', '|  1   |'),
      },
    ],
  }),
  *check(report) {
    for (const table of Object.values(report.tables)) {
      if (table.unreadable) continue;
      yield* blankRuns(report, table);
      for (const { cells } of table.rows)
        for (const cell of cells.values()) if (cell.flaw) yield* reportCell(report, cell);
      yield* misfits(report, table);
    }
  },
};

/** Blank cells side by side, over row ends and totals too, are one finding. */
function* blankRuns(report: Report, table: Table): Iterable<Finding> {
  let run: Cell[] = [];
  for (const { cells } of table.rows)
    for (const cell of cells.values()) {
      if (cell.flaw === 'blank') run.push(cell);
      else if (run.length > 0 && cell.column !== TOTAL) {
        yield reportBlanks(report, run);
        run = [];
      }
    }
  if (run.length > 0) yield reportBlanks(report, run);
}

function reportBlanks(report: Report, run: readonly Cell[]): Finding {
  const [first] = run as [Cell];
  const inRow = run.filter(({ row }) => row === first.row).at(-1) as Cell;
  const where = cellName(report, first.table, first);
  return {
    span: { start: first.span.start, end: inRow.span.end },
    message:
      run.length === 1
        ? `${where}没有填。没有的填 0。`
        : `从${where}起连着 ${run.length} 格没有填。没有的填 0。`,
    at: { table: first.table, row: first.row, column: first.column },
    fixes: [
      {
        title: run.length === 1 ? '填 0' : `${run.length} 格都填 0`,
        safe: false,
        edits: run.map((cell) => cellEdit(report, cell, '0')),
      },
    ],
  };
}

function* reportCell(report: Report, cell: Cell): Iterable<Finding> {
  const { text } = report;
  const { span, flaw, value, table, row, column } = cell;
  if (!flaw || flaw === 'blank' || isStatedUnit(report, cell)) return;
  // what is still to be filled in residue tells
  if (promptAt(text, span.start)?.end === span.end) return;
  const written = text.slice(span.start, span.end);
  const where = cellName(report, table, cell);
  const messages: Record<typeof flaw, string> = {
    placeholder: `${where}填的是“${written}”。没有的填 0。`,
    words: `${where}填的是“${written}”，读不出一个确定的数，只填数字。`,
    unit: `${where}填的是“${written}”，只填数字 ${value}。`,
    width: `${where}填的是全角数字“${written}”，应为 ${value}。`,
    negative: `${where}填的是 ${written}，数量不能是负数。`,
    fraction: `${where}填的是 ${written}，数量不能有小数。`,
  };
  yield { span, message: messages[flaw], at: { table, row, column }, fixes: fixesFor(cell) };
}

function fixesFor({ span, flaw, value }: Cell): Fix[] {
  if (flaw === 'placeholder') return [replace(span, '0', '填 0')];
  const readable = (flaw === 'unit' || flaw === 'width') && value !== null;
  return readable ? [replace(span, String(value), `改为 ${value}`)] : [];
}

/** 万元 beside an amount whose head does not name the unit (政府集中采购) says what it must. */
function isStatedUnit(report: Report, { flaw, table, row, column, span }: Cell): boolean {
  if (flaw !== 'unit' || !report.text.slice(span.start, span.end).endsWith('万元')) return false;
  const spec = columnSpec(templateInForce(report), table, { row, column });
  return spec?.unit === 'amount' && spec.note === undefined;
}

/** Rows with too few or too many values, side by side, are one finding. */
function* misfits(report: Report, table: Table): Iterable<Finding> {
  let run: Row[] = [];
  for (const row of [...table.rows, null]) {
    const fits = !row || !isMisfit(row) || (run[0] && widthOf(run[0]) !== widthOf(row));
    if (fits && run.length > 0) {
      yield reportMisfits(report, table, run);
      run = [];
    }
    if (row && isMisfit(row)) run.push(row);
  }
}

function isMisfit({ misfit, cells }: Row): boolean {
  return misfit !== null || cells.size === 0;
}

function widthOf({ misfit }: Row): number {
  return misfit?.count ?? 0;
}

function reportMisfits(report: Report, { key }: Table, run: readonly Row[]): Finding {
  const [first] = run as [Row];
  const count = widthOf(first);
  const rows =
    run.length === 1
      ? `“${rowName(report, key, first.key)}”`
      : `从“${rowName(report, key, first.key)}”起 ${run.length} 行，每行`;
  const wanted = `应有 ${first.expected.length} 个`;
  const fault =
    count === 0 ? `没有填数，${wanted}` : `填了 ${count} 个数，${wanted}，分不清是哪一列的`;
  return {
    span: first.misfit?.span ?? first.label.span,
    message: `${rows}${fault}。`,
    at: { table: key, row: first.key },
  };
}
