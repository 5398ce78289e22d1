// A table cell whose figure is not written as a plain number.

import type { Finding } from '../../findings/finding.js';
import { columnSpec, SECTIONS } from '../../form/formats.js';
import { promptAt } from '../../form/prompts.js';
import { cellName, rowName } from '../../judging/names.js';
import { templateInForce } from '../../judging/relations.js';
import { zerosOf } from '../../judging/zeros.js';
import type { Cell, Report, Row, Table } from '../../report/report.js';
import { toHalfWidth } from '../../text/digits.js';
import { cellEdit } from '../../writing/cellEdit.js';
import { example } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { runsOfLike } from './cell-value.runs.js';

export const cellValue: Rule = {
  id: 'cell-value',
  severity: 'warning',
  docs: () => ({
    title: '表格里的数填写不规范',
    english: 'Irregular table figure',
    what: '空白，用“/”“-”“无”代替 0，写了文字、单位或全角数字，数量是负数或小数；一行的数比规定的少或多。连成一片的空白、“/”合并成一条提示。',
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
      const flawed = flawedCells(table);
      if (flawed.length > 0) yield* likeRuns(report, table);
      for (const cell of flawed) yield* reportCell(report, cell);
      yield* misfits(report, table);
    }
  },
};

function flawedCells({ rows }: Table): Cell[] {
  const found: Cell[] = [];
  for (const { cells } of rows) for (const cell of cells.values()) if (cell.flaw) found.push(cell);
  return found;
}

/**
 * Blank cells, and signs in place of 0, that are side by side or one below the other are one finding;
 * those that the totals want a figure of are another.
 */
function* likeRuns(report: Report, table: Table): Iterable<Finding> {
  for (const { cells, sign } of runsOfLike(report.text, table)) {
    const { possible, impossible, wanted } = zerosOf(report, table, cells);
    const fill = (figure: number) => (cell: Cell) =>
      sign === ''
        ? cellEdit(report, cell, String(figure))
        : { span: cell.span, newText: String(figure) };
    if (possible.length > 0) {
      const title = possible.length === 1 ? '填 0' : `${possible.length} 格都填 0`;
      const fix = { title, safe: false, edits: possible.map(fill(0)) };
      yield { ...likeCells(report, possible, sign, '没有的填 0'), fixes: [fix] };
    }
    if (impossible.length > 0) {
      const edits = impossible.map(fill(wanted ?? 0));
      const what =
        wanted === null ? '填 0 与总计对不上，请按台账填' : `按总计推算应填 ${wanted}，请对照台账`;
      const fixes = wanted === null ? [] : [{ title: `填 ${wanted}`, safe: false, edits }];
      yield { ...likeCells(report, impossible, sign, what), fixes };
    }
  }
}

function likeCells(report: Report, cells: readonly Cell[], sign: string, what: string): Finding {
  const [first] = cells as [Cell];
  const inRow = cells.filter(({ row }) => row === first.row).at(-1) as Cell;
  const where = cellName(report, first.table, first);
  const count = cells.length;
  const fault = sign === '' ? '没有填' : `填的是“${sign}”`;
  return {
    span: { start: first.span.start, end: inRow.span.end },
    message: `${count === 1 ? where : `从${where}起连着 ${count} 格`}${fault}。${what}。`,
    at: { table: first.table, row: first.row, column: first.column },
  };
}

function* reportCell(report: Report, cell: Cell): Iterable<Finding> {
  const { text } = report;
  const { span, flaw, value, table, row, column } = cell;
  if (!flaw || flaw === 'blank' || flaw === 'placeholder' || isStatedUnit(report, cell)) return;
  // what is still to be filled in residue tells
  if (promptAt(text, span.start)?.end === span.end) return;
  const written = text.slice(span.start, span.end);
  const where = cellName(report, table, cell);
  const inUnit = inTenThousands(report, cell);
  const messages: Record<typeof flaw, string> = {
    words: inUnit
      ? `${where}填的是“${written}”。这一格以万元为单位，${written}应写作 ${inUnit}。`
      : `${where}填的是“${written}”，读不出一个确定的数，只填数字。`,
    unit: `${where}填的是“${written}”，只填数字 ${value}。`,
    width: `${where}填的是全角数字“${written}”，应为 ${value}。`,
    negative: `${where}填的是 ${written}，数量不能是负数。`,
    fraction: `${where}填的是 ${written}，数量不能有小数。`,
  };
  const figure = inUnit ?? readFrom(cell);
  const fixes = figure === null ? [] : [replace(span, figure, `改为 ${figure}`)];
  yield { span, message: messages[flaw], at: { table, row, column }, fixes };
}

/** The figure that can be read beside what is too much. */
function readFrom({ flaw, value }: Cell): string | null {
  return (flaw === 'unit' || flaw === 'width') && value !== null ? String(value) : null;
}

/** An amount in 元 or 亿元, in the 万元 of its column; null for any other cell. */
function inTenThousands(report: Report, { table, row, column, span }: Cell): string | null {
  const spec = columnSpec(templateInForce(report), table, { row, column });
  if (spec?.unit !== 'amount') return null;
  const written = toHalfWidth(report.text.slice(span.start, span.end)).replace(/[\s,]/g, '');
  const [, figure, brackets, unit = brackets] = AMOUNT.exec(written) ?? [];
  if (figure === undefined || !unit) return null;
  const amount = unit === '元' ? Number(figure) / 10_000 : Number(figure) * 10_000;
  return String(Number(amount.toFixed(6)));
}

const AMOUNT = /^(?:人民币|¥|￥)?(\d{1,12}(?:\.\d{1,6})?)(?:\((亿?元)\)|(亿?元))整?$/;

/** 万元 beside an amount whose head does not name the unit (政府集中采购) says what it must. */
function isStatedUnit(report: Report, { flaw, table, row, column, span }: Cell): boolean {
  if (flaw !== 'unit' || !report.text.slice(span.start, span.end).endsWith('万元')) return false;
  const spec = columnSpec(templateInForce(report), table, { row, column });
  return spec?.unit === 'amount' && spec.note === undefined;
}

/** Rows with too few or too many values, side by side, are one finding. */
function* misfits(report: Report, table: Table): Iterable<Finding> {
  if (table.rows.length > 1 && table.rows.every(isEmpty)) {
    yield reportEmpty(table);
    return;
  }
  let run: Row[] = [];
  for (const row of [...table.rows, null]) {
    const fits = !row || !isMisfit(row) || (run[0] && !isLike(run[0], row));
    if (fits && run.length > 0) {
      yield reportMisfits(report, table, run);
      run = [];
    }
    if (row && isMisfit(row)) run.push(row);
  }
}

function isMisfit({ misfit, cells, expected }: Row): boolean {
  return misfit !== null || (cells.size === 0 && expected.length > 0);
}

function widthOf({ misfit }: Row): number {
  return misfit?.count ?? 0;
}

function isLike(a: Row, b: Row): boolean {
  return widthOf(a) === widthOf(b) && a.shared?.start === b.shared?.start;
}

function isEmpty({ cells, misfit, shared }: Row): boolean {
  return cells.size === 0 && !misfit && !shared;
}

/** A table that is there with its labels, and not one figure in it. */
function reportEmpty({ key, rows }: Table): Finding {
  const [first] = rows as [Row];
  const { numeral } = SECTIONS.find(({ table }) => table === key) ?? {};
  return {
    span: first.label.span,
    message: `表${numeral}没有填数。没有的填 0。`,
    at: { table: key, row: first.key },
  };
}

/** Rows whose labels stand one below the other, with figures below them all. */
function reportShared(report: Report, { key }: Table, run: readonly Row[]): Finding {
  const [first] = run as [Row];
  const names = run.map((row) => `“${rowName(report, key, row.key)}”`).join('、');
  return {
    span: first.label.span,
    message: `${names}的行名连在一起，下面的数分不清是哪一行的。请一行一行填。`,
    at: { table: key, row: first.key },
  };
}

function reportMisfits(report: Report, table: Table, run: readonly Row[]): Finding {
  const [first] = run as [Row];
  if (first.shared) return reportShared(report, table, run);
  const { key } = table;
  const count = widthOf(first);
  const rows =
    run.length === 1
      ? `“${rowName(report, key, first.key)}”`
      : `从“${rowName(report, key, first.key)}”起 ${run.length} 行，每行`;
  const wanted = `应有 ${first.expected.length} 个`;
  const fault =
    count === 0
      ? `没有填数，${wanted}`
      : `填了 ${count} 个数，${wanted}，分不清是哪一列的，请对照原表补齐`;
  return {
    span: first.misfit?.span ?? first.label.span,
    message: `${rows}${fault}。`,
    at: { table: key, row: first.key },
  };
}
