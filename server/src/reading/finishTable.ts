// A table as its cells came in → the table: which row is which, which value stands in which column.

import {
  type ColumnKey,
  isSideBySide,
  isStacked,
  type RowKey,
  type SectionNumber,
  type TableKey,
  unitOf,
} from '../form/formats.js';
import type { Cell, Label, Layout, Row, Table } from '../report/report.js';
import { hasWords } from '../text/fold.js';
import type { Span } from '../text/span.js';
import { readFigure } from './cellFigure.js';
import type { CellToken } from './cells.js';
import { type ColumnsOf, columnsIn, joinedHeads } from './headColumns.js';
import { placeReview } from './placeReview.js';
import { align, isFull } from './rowColumns.js';
import { anchors } from './rowPlaces.js';
import { withShortHeads } from './shortHeads.js';
import type { PlacedRow, RawRow, TableDraft } from './tableDraft.js';
import {
  inferByNeighbours,
  joinCutRows,
  resolveDoubled,
  resolveSplitGroups,
  takeShared,
  type Unsure,
} from './tornRows.js';

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
  const isGrid = layout !== 'lines' && layout !== 'space';
  const columns = columnsIn(draft, isGrid);
  if (isGrid) placeWords(text, draft, columns);
  const width = (raw: RawRow) => columns(raw).length;
  joinCutRows(text, draft, width);
  const orphans = inferByNeighbours(draft, width);
  const placed = isSideBySide(draft.key)
    ? placeReview(text, draft, isGrid)
    : placeRows(text, draft, columns, isGrid);
  const rows = new Map<RowKey, Row>();
  for (const place of placed) {
    const row = finishRow(text, draft.key, place, unsure);
    // a row given twice: the first one that has values
    if (!rows.get(row.key)?.cells.size) rows.set(row.key, row);
  }
  return {
    key: draft.key,
    section,
    span: draft.span,
    layout,
    columns: withShortHeads(text, draft, joinedHeads(text, draft)),
    groups: draft.groups,
    rows: [...rows.values()],
    orphans,
    unreadable: draft.unreadable,
  };
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
    const { place } = anchorOf(all);
    const own = place === null ? cells : cells.filter(({ column }) => column >= place);
    const isWhole = place === null ? own.length === width : own.length >= width;
    if (words.length === 0 || !isWhole || own.filter(isFull).length > width) continue;
    const notes = words.filter((word) => !own.includes(word));
    raw.cells = cells.filter((cell) => !notes.includes(cell));
  }
}

function isInBrackets(text: string, { start, end }: Span): boolean {
  const isClosed = '（('.includes(text.charAt(start)) && '）)'.includes(text.charAt(end - 1));
  return isClosed && hasWords(text, { start, end });
}

function placeRows(
  text: string,
  draft: TableDraft,
  columns: ColumnsOf,
  isGrid: boolean,
): PlacedRow[] {
  const anchorOf = anchors(draft, columns);
  const isNarrow = lacksColumns(draft, columns);
  const placed: PlacedRow[] = [];
  for (const raw of draft.rows) {
    if (!raw.label) continue;
    const expected = columns(raw);
    const isBelow = isGrid && isStacked(draft.key) && expected.length > 0;
    const below = isBelow ? placeBelowHeads(raw, raw.label) : null;
    if (below) {
      placed.push(below);
      continue;
    }
    const own = ownCells(raw, expected.length);
    const isOpen = expected.length === 0 || (isNarrow && raw.cells.length < expected.length);
    const aligned = isOpen ? [] : align(text, own, expected.length, anchorOf(raw));
    placed.push({ label: raw.label, raw, expected, aligned, own });
  }
  return placed;
}

/** Where most rows are too short they lack columns, not cells: which ones, no head tells. */
function lacksColumns({ key, rows }: TableDraft, columns: ColumnsOf): boolean {
  if (isStacked(key)) return false;
  const filled = rows.filter(({ label, cells }) => label && cells.length > 0);
  const short = filled.filter((raw) => raw.cells.length < columns(raw).length);
  return short.length >= FEWEST_SHORT && short.length * 2 > filled.length;
}

/** So many short rows are no slip. */
const FEWEST_SHORT = 3;

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
  return {
    key: label.key,
    label,
    cells,
    expected,
    misfit: misfitOf(own, expected, aligned),
    shared,
  };
}

/** The cells of a row; with one cell a line, values of a following row without label are cut off. */
function ownCells(raw: RawRow, width: number): readonly CellToken[] {
  const onLine = raw.cells.some((cell) => cell.line === raw.line && isFull(cell));
  const full = raw.cells.filter(isFull);
  if (onLine || full.length <= width || full.length % width !== 0) return raw.cells;
  return full.slice(0, width);
}

function misfitOf(
  cells: readonly CellToken[],
  expected: readonly ColumnKey[],
  aligned: PlacedRow['aligned'],
): Row['misfit'] {
  const full = cells.filter(isFull);
  if (cells.length === 0 || full.length === expected.length) return null;
  // blank cells make up for what lacks, where it is known which
  const isPlaced = full.length === 0 || !aligned.includes(undefined);
  if (full.length < expected.length && cells.length >= expected.length && isPlaced) return null;
  const shown = full.length > 0 ? full : cells;
  return {
    count: full.length,
    span: { start: (shown[0] as CellToken).span.start, end: (shown.at(-1) as CellToken).span.end },
  };
}
