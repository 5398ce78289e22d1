// A table with one cell a line → rows of cells: each cell under the place that the form gives it. The
// cells keep their order; a new row begins where the next one stands no further to the right.

import { columnsOf, formatOf, rowsOf, tableOf } from '../../form/formats.js';
import { readCells } from '../../reading/cells.js';
import { type CellItem, recognize } from '../../reading/labelCells.js';
import type { Report, Row, Table } from '../../report/report.js';
import { isSpace } from '../../text/span.js';

/** The texts of a row's cells. */
export type GridRow = readonly string[];

/** Table 三 has three columns of labels; a block of table 四 has five columns of values. */
const LABELS = 3;
const REVIEW = columnsOf('2021', 'review', 'direct').map(({ key }) => key);
const REQUESTS = columnsOf('2021', 'requests', '1').map(({ key }) => key);

/** The rows of a table; null if there is anything in its lines that has no sure place. */
export function rowsOfStream(
  report: Report,
  table: Table,
  first: number,
  last: number,
): GridRow[] | null {
  const { text, lines } = report;
  if (table.orphans.length > 0 || table.rows.some(({ misfit }) => misfit)) return null;
  const { tokens } = readCells(text, lines, first, last + 1, report.isApart);
  const items = recognize(text, tokens).filter(({ kind }) => kind !== 'blank');
  const cellOf = ({ token: { span } }: CellItem) => withoutBreaks(text.slice(span.start, span.end));
  const whole = text.slice(lines.spanOf(first).start, lines.spanOf(last).end);
  if (bare(items.map(cellOf).join('')) !== bare(whole)) return null;
  const placeOf = places(table);
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
  return closed(table, rows);
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
function closed({ key }: Table, rows: string[][]): GridRow[] {
  const width = { disclosure: 4, requests: LABELS + REQUESTS.length, review: 3 * REVIEW.length }[
    key
  ];
  return rows.map((row) => [...row, ...Array(Math.max(0, width - row.length)).fill('')]);
}

/** The column that the form gives each cell; null where it has none. */
function places(table: Table): (item: CellItem) => number | null {
  const labels = new Map<number, number>();
  const figures = new Map<number, number>();
  const { key } = table;
  const put = (span: { start: number }, column: number) => labels.set(span.start, column);
  for (const { key: group, span } of table.groups) put(span, groupColumn(table, group));
  headColumns(table).forEach((column, i) => {
    const label = table.columns[i];
    if (label) put(label.span, column);
  });
  for (const row of table.rows) {
    if (row.label.match !== 'implied') put(row.label.span, rowColumn(table, row));
    const from = key === 'requests' ? LABELS : key === 'review' ? blockOf(row) : 1;
    for (const [column, { span }] of row.cells) {
      const at = (key === 'review' ? REVIEW : row.expected).indexOf(column);
      if (span.end > span.start && at >= 0) figures.set(span.start, from + at);
    }
  }
  return ({ token, kind }) =>
    (kind === 'label' ? labels : figures).get(token.span.start) ??
    labels.get(token.span.start) ??
    null;
}

function groupColumn({ key }: Table, group: string): number {
  if (key === 'review') return REVIEW.length;
  if (key === 'disclosure') return 0;
  if (group === 'applicants') return LABELS;
  if (group === 'organizations') return LABELS + 1;
  return group.startsWith('3.') ? 1 : 0;
}

function rowColumn({ key }: Table, row: Row): number {
  if (key === 'review') return blockOf(row);
  if (key === 'disclosure') return 0;
  const specs = [formatOf('2021'), formatOf('2019')].flatMap(({ tables }) => rowsOf(tables[key]));
  return specs.find((spec) => spec.key === row.key)?.groups?.length ?? 0;
}

/** Where the block of table 四 begins. */
function blockOf({ key }: Row): number {
  const blocks = rowsOf(tableOf('2021', 'review'));
  return REVIEW.length * blocks.findIndex((block) => block.key === key);
}

/** The columns of the heads, in their order. */
function headColumns({ key, columns, groups, rows }: Table): number[] {
  if (key === 'requests') return columns.map((head) => LABELS + REQUESTS.indexOf(head.key));
  if (key === 'review') {
    const seen = new Map<string, number>();
    return columns.map((head) => {
      const block = seen.get(head.key) ?? 0;
      seen.set(head.key, block + 1);
      return REVIEW.length * block + REVIEW.indexOf(head.key);
    });
  }
  // in table 二 the heads of a block follow one another
  const others = [...groups, ...rows.map(({ label }) => label)].map(({ span }) => span.start);
  others.sort((a, b) => a - b);
  let column = 0;
  let at = 0;
  return columns.map(({ span }) => {
    const before = at;
    while (at < others.length && (others[at] as number) < span.start) at++;
    column = at > before ? 1 : column + 1;
    return column;
  });
}
