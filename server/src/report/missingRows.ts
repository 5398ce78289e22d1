// The rows that a table lacks: where they belong, and their text in the table's own layout.
import type { TextEdit } from '../text/edit.js';
import { lineEndOf } from '../text/lines.js';
import { keepsFigures, standsAlone } from './kept.js';
import { templateInForce } from './relations.js';
import type { Report, Row, Table } from './report.js';
import {
  blockOf,
  columnsOf,
  printed,
  type RowSpec,
  rowsOf,
  type TableSpec,
  TEMPLATES,
} from './template.js';
import { type Filler, writeRow } from './write.js';

/** Rows that are missing side by side, with the rows that stand around them. */
export interface MissingRows {
  readonly rows: readonly RowSpec[];
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** The official rows that a table lacks. Rows that `isThere` says no to count as missing. */
export function missingRows(
  report: Report,
  table: Table,
  isThere: (row: Row) => boolean = () => true,
): MissingRows[] {
  const spec = TEMPLATES[templateInForce(report)].tables[table.key];
  const runs: MissingRows[] = [];
  let run: RowSpec[] = [];
  let before: Row | undefined;
  const close = (after: Row | undefined) => {
    if (run.length > 0) runs.push({ rows: run, before, after });
    run = [];
    before = after;
  };
  for (const row of rowsOf(spec)) {
    const found = table.rows.find((one) => one.key === row.key && isThere(one));
    if (found) close(found);
    else if (!isOtherOutcome(row, table)) run.push(row);
  }
  close(undefined);
  return runs;
}

/** 其他处理 of 2019 in a table of 2021, told by outdated-template. */
function isOtherOutcome({ key }: RowSpec, { rows }: Table): boolean {
  return key.startsWith('3.6.') && rows.some((row) => row.key === '3.6');
}

/** Whole rows in the table's own layout, values left blank; null where they cannot be inserted without harm. */
export function insertRows(report: Report, table: Table, run: MissingRows): TextEdit | null {
  const place = rowPlace(report, table, run);
  if (!place) return null;
  const { offset, before, after } = place;
  const rows = rowTexts(report, table, run).map((row) => before + row + after);
  const edit = { span: { start: offset, end: offset }, newText: rows.join('') };
  return keepsFigures(report, table, [edit]) ? edit : null;
}

/** Where the rows belong, and what parts each from its neighbours; null where none can be written. */
export function rowPlace(report: Report, table: Table, { before, after }: MissingRows) {
  const neighbour = before ?? after;
  // between spaces a blank cell cannot be seen
  if (table.key === 'review' || table.layout === 'space' || !neighbour) return null;
  if (!standsAlone(report, table)) return null;
  if (table.layout === 'lines' && !isIndented(report, neighbour) && !isNearlyWhole(report, table))
    return null;
  const { lines } = report;
  const gap = gapOf(report, table);
  if (!before) {
    const { start } = lines.spanOf(lines.lineAt(neighbour.label.span.start));
    return { offset: start, before: '', after: gap };
  }
  return { offset: lines.spanOf(lastLine(report, before)).end, before: gap, after: '' };
}

/** Whether tabs stand before the cells of a row that has one a line, as in `writeRow`. */
function isIndented(report: Report, row: Row): boolean {
  const { text, lines } = report;
  const { start } = lines.spanOf(lines.lineAt(row.label.span.start));
  const { end } = lines.spanOf(lastLine(report, row));
  return text.slice(start, end).includes('\t');
}

/** Whether so little is missing that the marks of blank cells do not become what marks a cell. */
function isNearlyWhole(report: Report, table: Table): boolean {
  const missing = missingRows(report, table).reduce((count, { rows }) => count + rows.length, 0);
  return missing * 2 < table.rows.length;
}

/** What stands between two rows. */
export function gapOf({ text }: Report, { layout }: Table): string {
  const eol = lineEndOf(text);
  return layout === 'lines' ? eol + eol : eol;
}

/** The line that a row ends on. */
export function lastLine({ lines }: Report, { label, cells }: Row): number {
  const ends = [...cells.values()].map(({ span }) => span.end);
  return lines.lineAt(Math.max(label.span.end, ...ends));
}

/** Whole rows, blank unless told otherwise. */
export function rowTexts(
  report: Report,
  table: Table,
  { rows, before, after }: MissingRows,
  fill: Filler = () => '',
): string[] {
  const template = templateInForce(report);
  const spec = TEMPLATES[template].tables[table.key];
  const neighbour = before ?? after;
  const width = neighbour ? labelCells(report, table, neighbour) : 1;
  const eol = lineEndOf(report.text);
  return rows.map((row) => {
    const columns = columnsOf(template, table.key, row.key);
    const values = columns.map((column) => fill({ row: row.key, column: column.key }));
    const cells = [...labels(spec, table, row, rows, width), ...values];
    const lines = [...headsOf(spec, table, row, rows), cells];
    return lines.map((line) => writeRow(line, table.layout, eol)).join(gapOf(report, table));
  });
}

/** Caption and heads of a block of table 二 that is missing as a whole, before its first row. */
function headsOf(
  spec: TableSpec,
  table: Table,
  row: RowSpec,
  missing: readonly RowSpec[],
): string[][] {
  const block = blockOf(spec, row.key);
  if (!block?.caption || missing.find((one) => block.rows.includes(one)) !== row) return [];
  if (table.groups.some(({ official }) => official === block.caption)) return [];
  if (table.rows.some(({ key }) => block.rows.some((one) => one.key === key))) return [];
  return [[block.caption], ['信息内容', ...block.columns.map(printed)]];
}

/** How many cells stand before the first value of a row. */
function labelCells(report: Report, { layout }: Table, { label, cells }: Row): number {
  if (layout === 'lines' || layout === 'space') return 1;
  const { lines, text } = report;
  const first = [...cells.values()][0];
  if (!first) return 1;
  const line = lines.spanOf(lines.lineAt(label.span.end));
  const start = Math.max(line.start, text.lastIndexOf('\n', label.span.start) + 1);
  const head = text.slice(start, first.span.start).replace(/^\s*[|｜]/, '');
  return Math.max(1, (head.match(/[\t|｜]/g) ?? []).length);
}

/** The label cells of a row: its group head where it opens a group, then its own label. */
function labels(
  spec: TableSpec,
  table: Table,
  row: RowSpec,
  missing: readonly RowSpec[],
  width: number,
): string[] {
  const cells = Array.from({ length: width }, () => '');
  const depth = row.groups?.length ?? 0;
  const own = depth === 0 ? 0 : Math.min(depth, width - 1);
  cells[own] = printed(row);
  const group = spec.groups.find(({ key }) => key === row.groups?.at(-1));
  const opens = missing.find(({ groups }) => groups?.at(-1) === group?.key) === row;
  const named = group && table.groups.some((label) => label.official === group.label);
  if (group && opens && !named && own > 0) cells[own - 1] = printed(group);
  return cells;
}
