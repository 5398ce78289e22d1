// A table with one cell a line → rows of cells: each cell under the place that the form gives it. The
// cells keep their order; a new row begins where the next one stands no further to the right.

import {
  type ColumnKey,
  isSideBySide,
  isStacked,
  type PrintedColumn,
  placeOfHead,
  printedColumns,
  printedWidth,
  rowSpec,
  type TableKey,
  type TableSpec,
  type TemplateId,
  tableOf,
  tablesFrom,
} from '../form/formats.js';
import { templateInForce } from '../judging/relations.js';
import type { CellItem } from '../reading/cellItem.js';
import { readCells } from '../reading/cells.js';
import { recognize } from '../reading/labelCells.js';
import type { Report, Row, Table } from '../report/report.js';
import { isSpace } from '../text/span.js';

/** The texts of a row's cells. */
export type GridRow = readonly string[];

/** The rows of a table; null if there is anything in its lines that has no sure place. */
export function rowsOfStream(
  report: Report,
  table: Table,
  first: number,
  last: number,
): GridRow[] | null {
  const { text, lines } = report;
  if (table.orphans.length > 0 || table.rows.some(({ misfit }) => misfit)) return null;
  const { tokens } = readCells(text, lines, first, last + 1, report.isApart, report.hasBars);
  const items = recognize(text, tokens).filter(({ kind }) => kind !== 'blank');
  const cellOf = ({ token: { span } }: CellItem) => withoutBreaks(text.slice(span.start, span.end));
  const whole = text.slice(lines.spanOf(first).start, lines.spanOf(last).end);
  if (bare(items.map(cellOf).join('')) !== bare(whole)) return null;
  const template = templateInForce(report);
  const placeOf = places(template, table);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const item of items) {
    const column = placeOf(item);
    if (column === null) return null;
    if (rows.length === 0 || column < row.length) {
      row = [];
      rows.push(row);
    }
    while (row.length < column) row.push('');
    row.push(cellOf(item));
  }
  return closed(tableOf(template, table.key), rows);
}

/** A label over several lines becomes one. */
function withoutBreaks(text: string): string {
  const pieces = text.split(/[\t\r\n|｜]/);
  return pieces.map((piece) => piece.trim()).join('');
}

/** All that is neither white space nor a separator. */
function bare(text: string): string {
  let kept = '';
  for (const char of text) if (!'|｜'.includes(char) && !isSpace(char.charCodeAt(0))) kept += char;
  return kept;
}

/** Blank cells behind the last figure of a row stay cells. */
function closed(spec: TableSpec, rows: string[][]): GridRow[] {
  const width = printedWidth(spec);
  return rows.map((row) => [...row, ...Array(Math.max(0, width - row.length)).fill('')]);
}

/** The column that the form gives each cell; null where it has none. */
function places(template: TemplateId, table: Table): (item: CellItem) => number | null {
  const labels = new Map<number, number>();
  const figures = new Map<number, number>();
  const { key } = table;
  const spec = tableOf(template, key);
  const put = (span: { start: number }, column: number) => labels.set(span.start, column);
  for (const { key: group, span } of table.groups) put(span, headColumn(template, key, group));
  columnHeads(spec, table).forEach((column, i) => {
    const label = table.columns[i];
    if (label) put(label.span, column);
  });
  for (const row of table.rows) {
    if (row.label.match !== 'implied') put(row.label.span, rowColumn(template, key, row));
    for (const [column, { span }] of row.cells) {
      const at = figureColumn(spec, row, column);
      if (span.end > span.start && at !== null) figures.set(span.start, at);
    }
  }
  return ({ token, kind }) =>
    (kind === 'label' ? labels : figures).get(token.span.start) ??
    labels.get(token.span.start) ??
    null;
}

/** Where the head of a group stands, or of a row beside others; the first column for all else. */
function headColumn(template: TemplateId, key: TableKey, head: string): number {
  const found = tablesFrom(template, key).map((spec) => placeOfHead(spec, head));
  return found.find((place) => place !== null) ?? 0;
}

function rowColumn(template: TemplateId, key: TableKey, row: Row): number {
  if (isSideBySide(key)) return headColumn(template, key, row.key);
  return rowSpec(template, key, row.key)?.groups?.length ?? 0;
}

function figureColumn(spec: TableSpec, row: Row, column: ColumnKey): number | null {
  const at = spec.sideBySide
    ? printedIn(spec).findIndex((one) => one.row?.key === row.key && one.column.key === column)
    : row.expected.indexOf(column);
  return at < 0 ? null : spec.labelColumns + at;
}

/** The columns of figures in print; all rows of tables 三 and 四 stand under the same. */
function printedIn(spec: TableSpec): PrintedColumn[] {
  const [block] = spec.blocks;
  return block ? printedColumns(spec, block) : [];
}

/** The columns of the heads, in their order. */
function columnHeads(spec: TableSpec, { key, columns, groups, rows }: Table): number[] {
  if (!isStacked(key)) {
    const all = printedIn(spec);
    const seen = new Map<string, number>();
    return columns.map((head) => {
      // the same heads stand under each row beside others
      const nth = spec.sideBySide ? (seen.get(head.key) ?? 0) : 0;
      seen.set(head.key, nth + 1);
      const same = all.flatMap((one, place) => (one.column.key === head.key ? [place] : []));
      return spec.labelColumns + (same[nth] ?? all.length);
    });
  }
  // the heads of a block follow one another
  const others = [...groups, ...rows.map(({ label }) => label)].map(({ span }) => span.start);
  others.sort((a, b) => a - b);
  let column = 0;
  let at = 0;
  return columns.map(({ span }) => {
    const before = at;
    while (at < others.length && (others[at] as number) < span.start) at++;
    column = at > before ? spec.labelColumns : column + 1;
    return column;
  });
}
