// A table as its cells came in → the table: which row is which, which value stands in which column.

import {
  ALL_FORMATS,
  type ColumnKey,
  type ColumnSpec,
  CURRENT,
  columnPlace,
  columnsOf,
  isOverSome,
  isSideBySide,
  isStacked,
  NEWEST_FIRST,
  type RowKey,
  type RowSpec,
  rowsOf,
  type SectionNumber,
  splitGroupsOf,
  type TableKey,
  type TableSpec,
  type TemplateId,
  TOTAL,
  unitOf,
} from '../form/formats.js';
import type { Cell, Label, Layout, Row, Table } from '../report/report.js';
import type { Span } from '../text/span.js';
import { readFigure } from './cellFigure.js';
import type { CellToken } from './cells.js';
import { type Aligned, align, isFull } from './rowColumns.js';

/** A row as it comes: its label, if it has one, and all cells up to the next label. */
export interface RawRow {
  label: Label | null;
  /** Words in the place of a label that the form does not know. */
  readonly unknown: Span | null;
  /** The line that the label ends on. */
  readonly line: number;
  /** The label's place among the cells of its line. */
  readonly column: number;
  cells: CellToken[];
  /** Words on the label's line before any figure: notes of the label, or cells that hold no figure. */
  readonly words: CellToken[];
  /** How many of the cells are not blank; asked for at each new one, so counted. */
  full: number;
  /** Whether one of those stands on the label's line. */
  onLine: boolean;
  /** The columns of the heads above it; unrecognised ones are null. */
  readonly heads: readonly (ColumnKey | null)[];
  /** Where those heads stand in their line. */
  readonly places: HeadPlaces;
  /** Figures that are its own or those of a row beside it. */
  shared?: Span;
}

/** Where the heads of a block stand among the cells of their lines. */
export interface HeadPlaces {
  /** The head over the labels; null where there is none. */
  readonly content: number | null;
  /** Of each head in turn. */
  readonly columns: number[];
}

/** A column head among the cells of its line. */
export interface HeadCell {
  readonly key: ColumnKey;
  readonly line: number;
  readonly column: number;
}

/** A head that stands among the heads of its block already. */
export interface DoubledHead {
  readonly label: Label;
  readonly heads: (ColumnKey | null)[];
  /** Its place among them, where null stands. */
  readonly place: number;
}

/** A table while its cells come in. */
export interface TableDraft {
  readonly key: TableKey;
  readonly columns: Label[];
  readonly groups: Label[];
  rows: RawRow[];
  /** The last row with a label. */
  lastRow: RowKey | null;
  heads: (ColumnKey | null)[];
  /** Where these stand. */
  places: HeadPlaces;
  /** All column heads, in the order in which they came. */
  readonly headCells: HeadCell[];
  readonly doubled: DoubledHead[];
  /** The line that each column head stands on. */
  readonly headLines: Map<ColumnKey, number>;
  /** Where, by each column head, the first value of a line stands. */
  readonly firstPlaces: Set<number>;
  /** Where the column heads stand among the cells of their lines. */
  readonly headPlaces: Map<ColumnKey, number>;
  /** Values behind the heads, with no row label between (`review`). */
  readonly values: CellToken[];
  /** The line of the last label. */
  headLine: number;
  readonly lines: Set<number>;
  labels: number;
  unreadable: boolean;
  readonly span: { start: number; end: number };
}

/** Gives every row its key and every value its column. */
export function finish(
  text: string,
  draft: TableDraft,
  layout: Layout,
  section: SectionNumber | 0,
): Table {
  resolveSplitGroups(draft);
  const unsure = resolveDoubled(draft);
  takeShared(draft);
  const columns = columnsIn(draft);
  if (layout !== 'lines' && layout !== 'space') placeWords(text, draft, columns);
  const width = (raw: RawRow) => columns(raw).length;
  joinCutRows(draft, width);
  const orphans = inferByNeighbours(draft, width);
  const isGrid = layout !== 'lines' && layout !== 'space';
  const placed = isSideBySide(draft.key)
    ? placeReview(text, draft, isGrid)
    : placeRows(text, draft, columns, isGrid);
  const rows: Row[] = [];
  for (const place of placed) {
    const row = finishRow(text, draft.key, place, unsure);
    const earlier = rows.findIndex(({ key }) => key === row.key);
    // a row given twice: the first one that has values
    if (earlier < 0) rows.push(row);
    else if (rows[earlier]?.cells.size === 0) rows[earlier] = row;
  }
  return {
    key: draft.key,
    section,
    span: draft.span,
    layout,
    columns: draft.columns,
    groups: draft.groups,
    rows,
    orphans,
    unreadable: draft.unreadable,
  };
}

/** A row with its values given to their columns. */
interface PlacedRow {
  readonly label: Label;
  readonly raw?: RawRow;
  readonly expected: readonly ColumnKey[];
  readonly aligned: Aligned;
  readonly own: readonly CellToken[];
}

/** A row of table 三 has at least this many cells, blank ones included. */
const FEWEST_COLUMNS = 3;

/** 其他处理 is a row of 2019, blank where those beside it are; over the rows of 2021 it is their group head. */
function resolveSplitGroups(draft: TableDraft): void {
  for (const { row, group, parts } of splitGroupsOf(draft.key)) {
    const isPart = ({ label, cells }: RawRow) =>
      label ? parts.includes(label.key) : cells.length >= FEWEST_COLUMNS;
    const isRow = (raw: RawRow | undefined) => raw?.label?.key === row;
    const split =
      draft.rows.filter(isRow).length > 1 ||
      draft.rows.some((raw, at, rows) => (raw.label || isRow(rows[at - 1])) && isPart(raw));
    draft.rows = draft.rows.filter(({ label, cells }, at, rows) => {
      const beside = [rows[at - 1], rows[at + 1]];
      const isBlank = beside.some((one) => one && one.cells.length < FEWEST_COLUMNS);
      if (label?.key !== row || (!split && (isBlank || cells.length >= FEWEST_COLUMNS)))
        return true;
      draft.groups.push({ ...label, key: group });
      return false;
    });
  }
}

/** The figures of some columns, by the heads that they stand under, that may not be theirs. */
type Unsure = ReadonlyMap<RawRow['heads'], ColumnKey>;

/**
 * A head that is there twice stands, the second time, for the only one that is missing; the first time,
 * where that one belongs before it. Which figures are meant is not certain.
 */
function resolveDoubled({ key: table, doubled, rows, columns }: TableDraft): Unsure {
  const unsure = new Map<RawRow['heads'], ColumnKey>();
  for (const { label, heads, place } of doubled) {
    const row = rows.find((raw) => raw.heads === heads && raw.label)?.label?.key ?? '';
    const known = heads.filter((key) => key !== null);
    const official = officialSpecs(table, row, known, heads.length);
    const keys = official.map(({ key }) => key);
    const missing = official.filter(({ key }) => !known.includes(key));
    const [spec] = missing;
    if (!spec || missing.length > 1 || official.length !== heads.length) continue;
    const isSecond = keys.indexOf(spec.key) > keys.indexOf(label.key);
    const first = columns.findLast(
      ({ key, span }) => key === label.key && span.start < label.span.start,
    );
    const wrong = isSecond ? label : first;
    if (!wrong || !first) continue;
    const mended: Label = {
      ...wrong,
      key: spec.key,
      match: 'near',
      isGuess: true,
      official: spec.label,
    };
    if (isSecond) columns.splice(columns.indexOf(first) + 1, 0, mended);
    else columns.splice(columns.indexOf(first), 1, mended, label);
    heads[isSecond ? place : heads.indexOf(label.key)] = spec.key;
    if (!isSecond) heads[place] = label.key;
    unsure.set(heads, spec.key);
  }
  return isStacked(table) ? unsure : new Map();
}

/** Lines of figures below several labels may be of any of them: they are of none. */
function takeShared(draft: TableDraft): void {
  const isOpen = (raw: RawRow, at: number, rows: readonly RawRow[]) =>
    !raw.onLine && raw.cells.length >= FEWEST_COLUMNS && isBare(rows[at - 1]);
  if (isSideBySide(draft.key) || !draft.rows.some(isOpen)) return;
  draft.rows = draft.rows.flatMap((raw, at, rows): RawRow[] => {
    if (!isOpen(raw, at, rows)) return [raw];
    const below = linesBelow(raw);
    if (below.length === 0) return [raw];
    let from = at;
    while (isBare(rows[from - 1])) from--;
    const [first, last] = [raw.cells[0] as CellToken, raw.cells.at(-1) as CellToken];
    for (const one of rows.slice(from, at + 1))
      one.shared = { start: first.span.start, end: last.span.end };
    raw.cells = [];
    return [raw, ...below];
  });
}

/** The cells of a row as rows of their own, one a line; none where a line may be a cell. */
function linesBelow(raw: RawRow): RawRow[] {
  if (!raw.label) return [];
  const lines = new Map<number, CellToken[]>();
  for (const cell of raw.cells) lines.set(cell.line, [...(lines.get(cell.line) ?? []), cell]);
  const isRow = [...lines].every(
    ([line, { length }]) => line > raw.line && length >= FEWEST_COLUMNS,
  );
  return isRow
    ? [...lines].map(([line, cells]) => ({ ...raw, label: null, unknown: null, line, cells }))
    : [];
}

/** Whether nothing at all stands behind a label. */
function isBare(raw: RawRow | undefined): boolean {
  return !!raw?.label && raw.cells.length + raw.words.length === 0;
}

/**
 * Words behind a label are cells where the row has one for each column with them, and too few figures
 * without them; what stands before the place of the first value, or in round brackets, is a note.
 */
function placeWords(text: string, draft: TableDraft, columns: ColumnsOf): void {
  if (draft.rows.every(({ words }) => words.length === 0)) return;
  const anchorOf = anchors(draft, columns);
  const lastHead = isSideBySide(draft.key) ? (draft.headCells.at(-1)?.line ?? -1) : -1;
  for (const raw of draft.rows) {
    // above the heads of columns a row that stands beside others is a head itself
    if (raw.line < lastHead) continue;
    const words = raw.words.filter(({ span }) => !isInBrackets(text, span));
    const cells = [...raw.cells, ...words].sort((a, b) => a.span.start - b.span.start);
    const all = { ...raw, cells };
    const width = columns(all).length;
    const place = anchorOf(all);
    const own = place === null ? cells : cells.filter(({ column }) => column >= place);
    const isWhole = place === null ? own.length === width : own.length >= width;
    if (words.length === 0 || !isWhole || own.filter(isFull).length > width) continue;
    const notes = words.filter((word) => !own.includes(word));
    raw.cells = cells.filter((cell) => !notes.includes(cell));
  }
}

function isInBrackets(text: string, { start, end }: Span): boolean {
  return '（('.includes(text.charAt(start)) && '）)'.includes(text.charAt(end - 1));
}

/** A row that a page break cut in two has the rest of its values on the next line. */
function joinCutRows(draft: TableDraft, width: (raw: RawRow) => number): void {
  draft.rows = draft.rows.filter((raw, at) => {
    const before = draft.rows[at - 1];
    if (raw.label || raw.unknown || !before) return true;
    const own = before.cells.filter(isFull).length;
    if (own + raw.cells.filter(isFull).length !== width(before) || own === 0) return true;
    for (const cell of raw.cells) before.cells.push(cell);
    return false;
  });
}

/**
 * Rows without a label that are the only ones missing between their neighbours are those.
 * @returns the spans of those that stay unknown
 */
function inferByNeighbours(draft: TableDraft, width: (raw: RawRow) => number): Span[] {
  const orphans: Span[] = [];
  const order = rowOrder(draft);
  const { rows } = draft;
  const placeOf = (raw: RawRow | undefined) =>
    order.findIndex(({ key }) => key === raw?.label?.key);
  for (let at = 0; at < rows.length; at++) {
    let end = at;
    while (end < rows.length && !rows[end]?.label) end++;
    if (end === at) continue;
    const heads = headsAround(draft, order, rows, at, end);
    const before = heads.before ?? (at === 0 ? -1 : placeOf(rows[at - 1]));
    const after = heads.after ?? (end === rows.length ? order.length : placeOf(rows[end]));
    const run = rows.slice(at, end);
    const told =
      !isStacked(draft.key) &&
      !isSideBySide(draft.key) &&
      !rows[at - 1]?.shared &&
      after - before - 1 === run.length &&
      run.every((raw) => raw.cells.filter(isFull).length === width(raw));
    for (const [i, raw] of run.entries()) {
      const first = raw.cells[0]?.span.start ?? raw.unknown?.start ?? 0;
      const spec = order[before + 1 + i];
      if (told && spec) {
        const place = raw.unknown ?? { start: first, end: first };
        raw.label = {
          key: spec.key,
          span: place,
          words: place,
          match: raw.unknown ? 'near' : 'implied',
          isGuess: true,
          official: spec.label,
          templates: ALL_FORMATS,
        };
      } else
        orphans.push({
          start: raw.unknown?.start ?? first,
          end: raw.cells.at(-1)?.span.end ?? raw.unknown?.end ?? first,
        });
    }
    at = end;
  }
  return orphans;
}

/** The rows that the heads of groups just above and just below a run of rows leave room for. */
function headsAround(
  { groups }: TableDraft,
  order: readonly RowSpec[],
  rows: readonly RawRow[],
  from: number,
  to: number,
): { before: number | undefined; after: number | undefined } {
  const startOf = (raw: RawRow | undefined) => raw?.label?.span.start ?? raw?.cells[0]?.span.start;
  const first = startOf(rows[from]) ?? 0;
  const last = startOf(rows[to - 1]) ?? 0;
  const above = startOf(rows[from - 1]) ?? -1;
  const below = startOf(rows[to]) ?? Number.POSITIVE_INFINITY;
  const firstRowOf = (start: number, end: number) => {
    const places = groups
      .filter(({ span }) => start < span.start && span.start < end)
      .map((head) => order.findIndex((row) => row.groups?.includes(head.key)))
      .filter((place) => place >= 0);
    return places.length > 0 ? places : undefined;
  };
  const over = firstRowOf(above, first);
  const under = firstRowOf(last, below);
  return { before: over && Math.max(...over) - 1, after: under && Math.min(...under) };
}

/** The rows of the newest format that has all those which are told. */
function rowOrder({ key, rows }: TableDraft): readonly RowSpec[] {
  const orders = NEWEST_FIRST.map(({ tables }) => rowsOf(tables[key]));
  const has = (order: readonly RowSpec[], row: RowKey) => order.some((one) => one.key === row);
  const fitting = orders.find((order) =>
    rows.every(({ label }) => !label || has(order, label.key)),
  );
  return fitting ?? rowsOf(CURRENT.tables[key]);
}

type ColumnsOf = (raw: RawRow) => readonly ColumnKey[];

/**
 * Where in its line a row has its first value: where most rows have it that have all their values
 * and their label in the same place; where none has, where only one place leaves room for what there
 * is, or below the heads if these agree. With one cell a line it is the first cell behind the label.
 */
function anchors(draft: TableDraft, columns: ColumnsOf): (raw: RawRow) => number | null {
  const places = new Map<number, Map<number, number>>();
  for (const raw of draft.rows) {
    const full = raw.cells.filter((cell) => isFull(cell) && cell.line === raw.line);
    const place = full[0]?.column;
    if (place === undefined || full.length !== columns(raw).length) continue;
    const counts = places.get(raw.column) ?? new Map<number, number>();
    places.set(raw.column, counts.set(place, (counts.get(place) ?? 0) + 1));
  }
  const most = new Map<number, number>();
  for (const [column, counts] of places) {
    const [first] = [...counts].sort((a, b) => b[1] - a[1]);
    if (first) most.set(column, first[0]);
  }
  let only: ReadonlyMap<number, number> | undefined;
  const otherwise = (column: number) => {
    only ??= onlyPlaces(draft, columns);
    return only.get(column) ?? belowHeads(draft);
  };
  return ({ cells, line, column }) =>
    cells.some((cell) => cell.line === line) ? (most.get(column) ?? otherwise(column)) : 0;
}

/** By the label's place, the one place of the first value that leaves room for the figures of all rows. */
function onlyPlaces({ rows }: TableDraft, columns: ColumnsOf): ReadonlyMap<number, number> {
  const rooms = new Map<number, { from: number; to: number }>();
  for (const raw of rows) {
    const own = raw.cells.filter((cell) => cell.line === raw.line);
    const full = own.filter(isFull);
    const width = columns(raw).length;
    const [begin, end] = [own[0], own.at(-1)];
    const [first, last] = [full[0], full.at(-1)];
    if (!begin || !end || own.length < width) continue;
    const room = rooms.get(raw.column) ?? { from: 0, to: Number.MAX_SAFE_INTEGER };
    rooms.set(raw.column, {
      from: Math.max(room.from, begin.column, (last?.column ?? 0) - width + 1),
      to: Math.min(room.to, end.column - width + 1, first?.column ?? end.column),
    });
  }
  return new Map(
    [...rooms].flatMap(([column, { from, to }]) => (from === to ? [[column, from]] : [])),
  );
}

/** Where the first value of a line stands, if all heads say the same; those that are there, if one lacks. */
function belowHeads(draft: TableDraft): number | null {
  const { key, firstPlaces, headPlaces } = draft;
  const agreed = (places: ReadonlySet<number>) => (places.size === 1 ? [...places][0] : undefined);
  const heads = isStacked(key) || isSideBySide(key) ? [] : headsInOrder(draft);
  const among = new Set(heads.map((head, i) => (headPlaces.get(head) ?? 0) - i));
  return agreed(firstPlaces) ?? agreed(among) ?? null;
}

/** The columns that each row's values belong to, by the heads above it. */
function columnsIn(draft: TableDraft): ColumnsOf {
  if (isStacked(draft.key) || isSideBySide(draft.key)) return (raw) => columnsFor(draft, raw);
  const heads = headsInOrder(draft);
  const told = draft.rows.find(({ label }) => label)?.label?.key ?? '';
  const known = officialColumns(draft.key, told, heads, 0);
  const newest = CURRENT.tables[draft.key].blocks[0]?.columns.map(({ key }) => key) ?? [];
  const official = known.length > 0 ? known : newest;
  return ({ cells }) =>
    heads.length < 3 || cells.filter(isFull).length === official.length ? official : heads;
}

function columnsFor(draft: TableDraft, raw: RawRow): readonly ColumnKey[] {
  const values = raw.cells.filter(isFull).length;
  const row = raw.label?.key ?? '';
  const heads = raw.heads;
  const known = heads.filter((key) => key !== null);
  const official =
    known.length > 0
      ? officialColumns(draft.key, row, known, values)
      : officialColumns(draft.key, row, known, values, toldFirst(draft));
  if (known.length === 0 || (values === official.length && known.length < official.length))
    return heads.length === official.length ? official.map((key, i) => heads[i] ?? key) : official;
  return known.length < heads.length && heads.length === official.length
    ? official.map((key, i) => heads[i] ?? key)
    : known;
}

/** The columns of the row in the format whose heads these are, or whose number of values it has. */
function officialColumns(
  table: TableKey,
  row: RowKey,
  heads: readonly ColumnKey[],
  values: number,
  formats: readonly TemplateId[] = NEWEST_FIRST.map(({ id }) => id),
): readonly ColumnKey[] {
  return officialSpecs(table, row, heads, values, formats).map(({ key }) => key);
}

/** The formats, first the one that most heads of the table are of. */
function toldFirst({ columns }: TableDraft): readonly TemplateId[] {
  const labels = (id: TemplateId) =>
    columns.filter(({ templates }) => templates.includes(id)).length;
  return NEWEST_FIRST.map(({ id }) => id).toSorted((a, b) => labels(b) - labels(a));
}

function officialSpecs(
  table: TableKey,
  row: RowKey,
  heads: readonly ColumnKey[],
  values: number,
  formats: readonly TemplateId[] = NEWEST_FIRST.map(({ id }) => id),
): readonly ColumnSpec[] {
  let best: readonly ColumnSpec[] = [];
  let score = -1;
  for (const id of formats) {
    const columns = columnsOf(id, table, row);
    const shared = heads.filter((head) => columns.some(({ key }) => key === head)).length;
    const fits = shared * 10 + (columns.length === values ? 1 : 0);
    if (columns.length > 0 && fits > score) {
      best = columns;
      score = fits;
    }
  }
  return best;
}

/** The columns of table 三 as its heads name them. */
function headsInOrder({
  key,
  columns,
  groups,
  headLines,
  headPlaces,
}: TableDraft): readonly ColumnKey[] {
  const heads = [...new Set(columns.map((column) => column.key))];
  const byPlace = inPlace(heads, headPlaces);
  if (byPlace?.every((head, i) => i === 0 || isBefore(key, byPlace[i - 1] as ColumnKey, head)))
    return byPlace;
  // 总计 stands in the first header row, before the organisations of the second
  const total = heads.indexOf(TOTAL);
  const lineOf = (at: number) => headLines.get(heads[at] ?? '');
  const isAbove =
    lineOf(total) !== lineOf(total + 1) && lineOf(total + 1) === lineOf(heads.length - 1);
  const isParted =
    groups.some((group) => isOverSome(key, group.key)) || (isAbove && total < heads.length - 2);
  if (total >= 0 && isParted && total < heads.length - 1) heads.push(...heads.splice(total, 1));
  return heads;
}

/** Heads by their places among the cells of their lines; null where not each has one of its own. */
function inPlace(
  heads: readonly ColumnKey[],
  places: ReadonlyMap<ColumnKey, number>,
): readonly ColumnKey[] | null {
  const placeOf = (head: ColumnKey) => places.get(head) ?? 0;
  if (new Set(heads.map(placeOf)).size < heads.length) return null;
  return heads.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Whether a column stands before another in the form. */
function isBefore(table: TableKey, one: ColumnKey, other: ColumnKey): boolean {
  return columnPlace(table, one) < columnPlace(table, other);
}

function placeRows(
  text: string,
  draft: TableDraft,
  columns: ColumnsOf,
  isGrid: boolean,
): PlacedRow[] {
  const anchorOf = anchors(draft, columns);
  const placed: PlacedRow[] = [];
  for (const raw of draft.rows) {
    if (!raw.label) continue;
    const below = isGrid && isStacked(draft.key) ? placeBelowHeads(raw, raw.label) : null;
    if (below) {
      placed.push(below);
      continue;
    }
    const expected = columns(raw);
    const own = ownCells(raw, expected.length);
    const aligned = expected.length > 0 ? align(text, own, expected.length, anchorOf(raw)) : [];
    placed.push({ label: raw.label, raw, expected, aligned, own });
  }
  return placed;
}

/** A row of table 二 by the places of the heads of its block; null where its cells are not below them. */
function placeBelowHeads(raw: RawRow, label: Label): PlacedRow | null {
  const { cells, heads, places } = raw;
  const full = cells.filter(isFull);
  const known = heads.filter((key) => key !== null);
  if (places.content !== raw.column || known.length < heads.length) return null;
  const isBelow = (cell: CellToken) =>
    cell.line === raw.line && places.columns.includes(cell.column);
  if (!full.every(isBelow) || new Set(known).size < known.length) return null;
  // blank cells below no head are merged ones
  const aligned = places.columns.map((place) => cells.find(({ column }) => column === place));
  if (aligned.includes(undefined)) return null;
  return { label, raw, expected: known, aligned, own: aligned.flatMap((cell) => cell ?? []) };
}

function finishRow(
  text: string,
  table: TableKey,
  { label, raw, expected, aligned, own }: PlacedRow,
  unsure: Unsure,
): Row {
  const cells = new Map<ColumnKey, Cell>();
  const open = raw && unsure.get(raw.heads);
  for (const [i, column] of expected.entries()) {
    const token = aligned[i];
    if (!token || column === open) continue;
    const { span } = token;
    const { value, flaw } = readFigure(text, span, unitOf(table, label.key, column));
    cells.set(column, { table, row: label.key, column, span, value, flaw });
  }
  const shared = raw?.shared ?? null;
  return { key: label.key, label, cells, expected, misfit: misfitOf(own, expected), shared };
}

/** The cells of a row; with one cell a line, values of a following row without label are cut off. */
function ownCells(raw: RawRow, width: number): readonly CellToken[] {
  const onLine = raw.cells.some((cell) => cell.line === raw.line && isFull(cell));
  const full = raw.cells.filter(isFull);
  if (onLine || full.length <= width || full.length % width !== 0) return raw.cells;
  return full.slice(0, width);
}

function misfitOf(cells: readonly CellToken[], expected: readonly ColumnKey[]): Row['misfit'] {
  const full = cells.filter(isFull);
  if (cells.length === 0 || full.length === expected.length) return null;
  if (full.length < expected.length && cells.length >= expected.length) return null;
  const shown = full.length > 0 ? full : cells;
  return {
    count: full.length,
    span: { start: (shown[0] as CellToken).span.start, end: (shown.at(-1) as CellToken).span.end },
  };
}

/**
 * Table 四 has its values in one line under all heads, block after block, or a line for each block, with
 * heads of its own or without.
 */
function placeReview(text: string, draft: TableDraft, isGrid: boolean): PlacedRow[] {
  const spec = CURRENT.tables[draft.key];
  const blocks = rowsOf(spec).map(({ key }) => key);
  const columns = (spec.blocks[0]?.columns ?? []).map(({ key }) => key);
  const labelled = draft.rows.filter(({ label, cells }) => label && cells.some(isFull));
  const byLine = labelled.filter(({ cells }) => cells.filter(isFull).length <= columns.length);
  const parts = partsOf(draft, columns.length);
  if (parts.length > 1)
    return parts.map(({ label, cells }) => ({
      label,
      expected: columns,
      aligned: align(text, cells, columns.length, null),
      own: cells,
    }));
  if (byLine.length > 1)
    return byLine.map(({ label, cells }) => ({
      label: label as Label,
      expected: columns,
      aligned: align(text, cells, columns.length, null),
      own: cells,
    }));
  const values = [...(labelled[0]?.cells ?? []), ...draft.values];
  if (values.length < columns.length)
    return values.some(isFull) ? [] : unfilled(spec, draft, columns);
  const below = isGrid ? belowReviewHeads(draft.headCells, values, blocks, columns) : null;
  const heads =
    below?.heads ?? reviewHeads(draft.columns, blocks, columns, values.filter(isFull).length);
  const aligned = below?.aligned ?? align(text, values, heads.length, belowHeads(draft));
  return blocks.flatMap((key) => {
    const expected: ColumnKey[] = [];
    const mine: (CellToken | undefined)[] = [];
    for (const [i, { block, column }] of heads.entries()) {
      if (block !== key) continue;
      expected.push(column);
      mine.push(aligned[i]);
    }
    const own = mine.filter((token) => token !== undefined);
    if (own.length === 0) return [];
    const label = draft.rows.find((raw) => raw.label?.key === key)?.label;
    return [{ label: label ?? impliedBlock(spec, key, own), expected, aligned: mine, own }];
  });
}

/** Table 四 in parts, each with the label of its block above its own heads and figures; none where it is not. */
function partsOf({ rows, columns, groups, values }: TableDraft, width: number) {
  if (values.length === 0 || values.length > rows.length * width) return [];
  const names = rows.flatMap(({ label }) => label ?? []);
  const starts = [...names, ...columns, ...groups].map(({ span }) => span.start);
  starts.sort((a, b) => a - b);
  const parts: { labels: readonly Label[]; cells: CellToken[] }[] = [];
  let passed = 0;
  let named = 0;
  for (const value of values) {
    const before = passed;
    while ((starts[passed] ?? Number.POSITIVE_INFINITY) < value.span.start) passed++;
    if (passed > before || parts.length === 0) {
      const first = named;
      while ((names[named]?.span.start ?? Number.POSITIVE_INFINITY) < value.span.start) named++;
      parts.push({ labels: names.slice(first, named), cells: [] });
    }
    parts.at(-1)?.cells.push(value);
  }
  const isWhole = parts.every(
    ({ labels, cells }) => labels.length === 1 && cells.filter(isFull).length <= width,
  );
  return isWhole ? parts.map(({ labels, cells }) => ({ label: labels[0] as Label, cells })) : [];
}

/** The blocks of table 四 where it has heads and no figures. */
function unfilled(
  spec: TableSpec,
  { rows, columns }: TableDraft,
  expected: readonly ColumnKey[],
): PlacedRow[] {
  const at = columns.at(-1)?.span.end;
  return rowsOf(spec).flatMap(({ key }) => {
    const own = rows.find(({ label }) => label?.key === key)?.label;
    const name = own ?? (at === undefined ? null : impliedAt(spec, key, at));
    return name ? [{ label: name, expected, aligned: [], own: [] }] : [];
  });
}

/** Values of table 四 below heads of their own, each in its place; null where they are not. */
function belowReviewHeads(
  headCells: readonly HeadCell[],
  values: readonly CellToken[],
  blocks: readonly RowKey[],
  columns: readonly ColumnKey[],
) {
  // of merged cells that were repeated the lowest counts, which is the same
  const lowest = new Map(headCells.map(({ column, key }) => [column, key]));
  const places = [...lowest].sort(([a], [b]) => a - b);
  const isBelow = values.every((value) => !isFull(value) || lowest.has(value.column));
  const [first] = values;
  if (!isBelow || !first || values.some(({ line }) => line !== first.line)) return null;
  const heads = inBlocks(
    places.map(([, key]) => key),
    blocks,
    columns,
  );
  if (heads.length < places.length || heads.length <= (blocks.length - 1) * columns.length)
    return null;
  const aligned = places.map(([place]) => values.find(({ column }) => column === place));
  return aligned.includes(undefined) ? null : { heads, aligned };
}

/** Heads in the order of the form, block by block: each begins where the order begins anew. */
function inBlocks(
  keys: readonly ColumnKey[],
  blocks: readonly RowKey[],
  columns: readonly ColumnKey[],
): { block: RowKey; column: ColumnKey }[] {
  let block = 0;
  let last = -1;
  return keys.flatMap((key) => {
    const at = columns.indexOf(key);
    if (at <= last) block++;
    last = at;
    const row = blocks[block];
    return row === undefined ? [] : [{ block: row, column: key }];
  });
}

/** Block and column of each value: the official fifteen, or those that the heads name. */
function reviewHeads(
  labels: readonly Label[],
  blocks: readonly RowKey[],
  columns: readonly ColumnKey[],
  values: number,
) {
  const all: { block: RowKey; column: ColumnKey }[] = [];
  for (const block of blocks) for (const column of columns) all.push({ block, column });
  if (values === all.length) return all;
  const named = inBlocks(
    labels.map(({ key }) => key),
    blocks,
    columns,
  );
  return named.length === values && named.length === labels.length ? named : all;
}

function impliedBlock(table: TableSpec, key: RowKey, cells: readonly CellToken[]): Label {
  return impliedAt(table, key, (cells[0] as CellToken).span.start);
}

function impliedAt(table: TableSpec, key: RowKey, at: number): Label {
  const spec = rowsOf(table).find((row) => row.key === key);
  const span = { start: at, end: at };
  return {
    key,
    span,
    words: span,
    match: 'implied',
    official: spec?.label ?? key,
    templates: ALL_FORMATS,
  };
}
