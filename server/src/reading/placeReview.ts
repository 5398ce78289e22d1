// Table 四: blocks side by side, each value given to its block and column.
import {
  ALL_FORMATS,
  type ColumnKey,
  CURRENT,
  type RowKey,
  rowsOf,
  type TableSpec,
} from '../form/formats.js';
import type { Label } from '../report/report.js';
import { grouped } from '../text/grouped.js';
import type { CellToken } from './cells.js';
import { align, isFull } from './rowColumns.js';
import { belowHeads } from './rowPlaces.js';
import type { HeadCell, PlacedRow, TableDraft } from './tableDraft.js';

/**
 * Table 四 has its values in one line under all heads, block after block, or a line for each block, with
 * heads of its own or without.
 */
export function placeReview(text: string, read: TableDraft, isGrid: boolean): PlacedRow[] {
  const spec = CURRENT.tables[read.key];
  const blocks = rowsOf(spec).map(({ key }) => key);
  const columns = (spec.blocks[0]?.columns ?? []).map(({ key }) => key);
  const widths = [columns.length, blocks.length * columns.length];
  const found = isGrid ? withWords(read, widths) : read.values;
  const draft = { ...read, values: wholeLine(found, blocks.length * columns.length) ?? found };
  const labelled = draft.rows.filter(({ label, cells }) => label && cells.some(isFull));
  const byLine = labelled.filter(({ cells }) => cells.filter(isFull).length <= columns.length);
  const parts = partsOf(draft, columns.length);
  const apart = parts.length > 1 ? parts : byLine;
  if (apart.length > 1)
    return apart.map(({ label, cells }) => ({
      label: label as Label,
      expected: columns,
      aligned: align(text, cells, columns.length),
      own: cells,
    }));
  const values = [...(labelled[0]?.cells ?? []), ...draft.values];
  if (values.length < columns.length)
    return values.some(isFull) ? [] : unfilled(spec, draft, columns);
  const below = isGrid ? belowReviewHeads(draft.headCells, values, blocks, columns) : null;
  const heads =
    below?.heads ?? reviewHeads(draft.columns, blocks, columns, values.filter(isFull).length);
  const place = belowHeads(draft) ?? (isGrid ? firstHead(draft) : null);
  const aligned = below?.aligned ?? align(text, values, heads.length, { place, least: 0 });
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

/** The place of the first head in its line: no value stands before it. */
function firstHead({ headCells }: TableDraft): number | null {
  const [first] = headCells.map(({ column }) => column).sort((a, b) => a - b);
  return first ?? null;
}

/** The one line that has all values of the table: figures above or below it are none (填表日期 2025). */
function wholeLine(values: readonly CellToken[], width: number): CellToken[] | undefined {
  const byLine = grouped(values, ({ line }) => line);
  const whole = [...byLine.values()].filter(({ length }) => length === width);
  return whole.length === 1 && whole[0]?.some(isFull) ? whole[0] : undefined;
}

/** The values, and the words below heads that fill up a line of them: such a cell holds no figure. */
function withWords(
  { values, valueWords, headCells }: TableDraft,
  widths: readonly number[],
): CellToken[] {
  if (valueWords.length === 0) return values;
  const heads = new Set(headCells.map(({ column }) => column));
  const lines = new Set(values.filter(isFull).map(({ line }) => line));
  const words = valueWords.filter(({ line, column }) => lines.has(line) && heads.has(column));
  const counts = new Map<number, number>();
  for (const { line } of [...values, ...words]) counts.set(line, (counts.get(line) ?? 0) + 1);
  const isWhole = ({ line }: CellToken) => widths.includes(counts.get(line) ?? 0);
  return [...values, ...words.filter(isWhole)].sort((a, b) => a.span.start - b.span.start);
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
