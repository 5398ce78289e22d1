// Missing rows put in where they belong: their place, and their text in the table's own layout.

import {
  blockHeads,
  blockOf,
  columnsOf,
  isSideBySide,
  isUnder,
  OUTCOME,
  printed,
  type RowSpec,
  rowsOf,
  type TableSpec,
  tableOf,
} from '../form/formats.js';
import { templateInForce } from '../judging/relations.js';
import { reread } from '../reading/parse.js';
import type { Report, Row, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { lineEndOf, startOfLine } from '../text/lines.js';
import { perObject } from '../text/perObject.js';
import { keeps, standsAlone } from './keptFigures.js';
import {
  hasPart,
  inOrder,
  isFirstOf,
  type MissingRows,
  missingRows,
  type Neighbour,
} from './missingRows.js';
import { type Filler, writeRow } from './writeTable.js';

/** Where missing rows go. */
export interface RowPlace {
  readonly offset: number;
  /** What parts each row from what stands before it, and from what stands behind it. */
  readonly before: string;
  readonly after: string;
  /** So many cells of the first row stand there already: those of the heads on its line. */
  readonly given: number;
}

/** Whole rows in the table's own layout, values left blank; null where they cannot be inserted without harm. */
export function insertRows(report: Report, table: Table, run: MissingRows): TextEdit | null {
  const place = rowPlace(report, table, run);
  if (!place) return null;
  const { offset, before, after } = place;
  const rows = rowTexts(report, table, run, { place }).map((row) => before + row + after);
  const edit = { span: { start: offset, end: offset }, newText: rows.join('') };
  const read = reread(report, table, [edit]);
  const now = read?.after.find(({ key }) => key === table.key);
  if (!read || !now || !keeps(read, [edit])) return null;
  const spec = tableOf(templateInForce(report), table.key);
  return areInPlace(spec, now, run.rows) ? edit : null;
}

/** Whether rows are read, each next to what stands around it in the form. */
function areInPlace(spec: TableSpec, table: Table, rows: readonly RowSpec[]): boolean {
  const order = formOrder(spec);
  const seen = new Set<string>();
  // a head may be repeated on every line, or behind a page break
  const standing = inOrder(table).filter(
    ({ key }) => order.has(key) && !seen.has(key) && seen.add(key),
  );
  const places = standing.map(({ key }) => order.get(key) as number);
  return rows.every((row) => {
    const own = table.rows.find(({ key }) => key === row.key)?.label;
    const at = own ? standing.indexOf(own) : -1;
    if (at < 0) return false;
    const here = order.get(row.key) as number;
    const earlier = Math.max(...places.filter((place) => place < here));
    const later = Math.min(...places.filter((place) => place > here));
    return (
      (places[at - 1] ?? Number.NEGATIVE_INFINITY) === earlier &&
      (places[at + 1] ?? Number.POSITIVE_INFINITY) === later
    );
  });
}

/** Captions, numbered group heads and rows by their place in the form. */
const formOrder = perObject(({ blocks }: TableSpec): ReadonlyMap<string, number> => {
  const keys = blocks.flatMap(({ caption, rows }) => [
    caption ?? [],
    ...rows.flatMap(({ key, groups = [] }) => [...groups, key]),
  ]);
  return new Map([...new Set(keys.flat())].map((key, place) => [key, place]));
});

/** Where the rows belong; null where none can be written. */
export function rowPlace(report: Report, table: Table, run: MissingRows): RowPlace | null {
  const { before, after, isHomeless } = run;
  // between spaces a blank cell cannot be seen
  if (isSideBySide(table.key) || table.layout === 'space' || isHomeless) return null;
  if (!standsAlone(report, table)) return null;
  const neighbour = before ?? after;
  if (!neighbour) return null;
  const isLines = table.layout === 'lines';
  if (isLines && !isIndented(report, neighbour) && !isNearlyWhole(report, table)) return null;
  const { lines } = report;
  const gap = gapOf(report, table);
  const above = (offset: number) => {
    const { start } = lines.lineSpanAt(offset);
    return { offset: start, before: '', after: gap, given: 0 };
  };
  if (!before) return above(neighbour.span.start);
  const isHead = !table.rows.some(({ label }) => label === before.label);
  const next = isHead
    ? inOrder(table).find(({ span }) => span.start >= before.span.end)
    : undefined;
  // the cells of a head's first row follow it
  if (next && isLines) return above(next.span.start);
  if (next && lines.lineAt(next.span.start) === lastLine(report, before))
    return repeatsHeads(table) ? above(before.span.start) : behindHead(report, before);
  const { end } = lines.spanOf(lastLine(report, before));
  return { offset: end, before: gap, after: '', given: 0 };
}

/** Between a group's head and the row on its line, which goes to the next one. */
function behindHead({ text, lines }: Report, { span }: Neighbour): RowPlace | null {
  const { start, end } = lines.lineSpanAt(span.end);
  const [separator] = /^[^\t|｜]*[\t|｜] */.exec(text.slice(span.end, end)) ?? [];
  if (separator === undefined) return null;
  const offset = span.end + separator.length;
  const lead = text.slice(start, offset).replace(/[^\s|｜]/g, '');
  const given = cellsIn(lead);
  return { offset, before: '', after: lineEndOf(text) + lead, given };
}

/** How many cells end in the beginning of a line. */
function cellsIn(lead: string): number {
  return (lead.replace(/^\s*[|｜]/, '').match(/[\t|｜]/g) ?? []).length;
}

/** Whether tabs stand before the cells of a row that has one a line, as in `writeRow`. */
function isIndented({ text, lines }: Report, { span }: Neighbour): boolean {
  const { start, end } = lines.wholeLines(span);
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

/** The line that a row, or a head, ends on. */
export function lastLine({ lines }: Report, { span }: Neighbour): number {
  return lines.lineAt(span.end);
}

export interface RowTextOptions {
  /** Blank unless told otherwise. */
  readonly fill?: Filler;
  readonly place?: RowPlace;
}

/** Whole rows, or what is to be written of them where some of their cells stand already. */
export function rowTexts(
  report: Report,
  table: Table,
  { rows }: MissingRows,
  { fill = () => '', place }: RowTextOptions = {},
): string[] {
  const template = templateInForce(report);
  const spec = tableOf(template, table.key);
  const width = table.layout === 'lines' ? null : labelWidth(report, table, rows[0] as RowSpec);
  const eol = lineEndOf(report.text);
  const given = place?.given ?? 0;
  // behind a bar that stands there none begins the row
  const layout = given > 0 && table.layout === 'markdown' ? 'pipe' : table.layout;
  return rows.map((row) => {
    const columns = columnsOf(template, table.key, row.key);
    const values = columns.map((column) => fill({ row: row.key, column: column.key }));
    const cells = [...labels(spec, table, row, width), ...values].slice(given);
    const lines = [...headsOf(spec, table, row), cells];
    return lines.map((line) => writeRow(line, layout, eol)).join(gapOf(report, table));
  });
}

/** Caption and heads of a block of table 二 that is missing as a whole, before its first row. */
function headsOf(spec: TableSpec, table: Table, row: RowSpec): string[][] {
  const block = blockOf(spec, row.key);
  if (!block?.caption || block.rows[0] !== row || hasPart(table, block)) return [];
  return [[block.caption], blockHeads(spec, block).map(printed)];
}

/** How many label cells the rows around a missing one have. */
function labelWidth(report: Report, table: Table, { key }: RowSpec): number {
  const order = rowsOf(tableOf(templateInForce(report), table.key)).map((one) => one.key);
  const at = order.indexOf(key);
  const near = [...order.slice(0, at).reverse(), ...order.slice(at)];
  const rows = near.flatMap((wanted) => table.rows.find((one) => one.key === wanted) ?? []);
  const row = rows.find(({ cells }) => cells.size > 0);
  return row ? labelCells(report, table, row) : 1;
}

/** How many cells stand before the first value of a row. */
function labelCells(report: Report, { layout }: Table, { label, cells }: Row): number {
  if (layout === 'space') return 1;
  const { lines, text } = report;
  const first = [...cells.values()][0];
  if (!first) return 1;
  const line = lines.lineSpanAt(label.span.end);
  const start = Math.max(line.start, startOfLine(text, label.span.start));
  const head = text.slice(start, first.span.start);
  return Math.max(1, cellsIn(head));
}

/** The label cells of a row: its group head where it opens a group, then its own label; all, if as many as there are. */
function labels(spec: TableSpec, table: Table, row: RowSpec, width: number | null): string[] {
  const heads = (row.groups ?? []).map((key) => {
    const group = spec.groups.find((one) => one.key === key);
    const isThere = table.groups.some((one) => one.key === key);
    const isDue = repeatsHeads(table) || (!isThere && isFirstOf(spec, key, row));
    return group && isDue ? printed(group) : '';
  });
  if (width === null) return [...heads.filter((head) => head !== ''), printed(row)];
  const own = Math.min(heads.length, width - 1);
  const cells = [...heads.slice(heads.length - own), printed(row)];
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

/** Whether each row of table 三 has the heads of its groups on its line, as where no cells are merged. */
function repeatsHeads({ key, groups, rows }: Table): boolean {
  const outermost = groups.filter((group) => group.key === OUTCOME).length;
  return outermost * 2 > rows.filter(({ key: row }) => isUnder(key, row, OUTCOME)).length;
}
