// Rows that do not come as the form has them: cut in two, without a label, with a label too many or too few.
import {
  ALL_FORMATS,
  type ColumnKey,
  CURRENT,
  isSideBySide,
  isStacked,
  MOST_LABEL_COLUMNS,
  NEWEST_FIRST,
  type RowKey,
  type RowSpec,
  rowsOf,
  splitGroupsOf,
} from '../form/formats.js';
import type { Label } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { CellToken } from './cells.js';
import { officialSpecs } from './headColumns.js';
import { isFull } from './rowColumns.js';
import { FEWEST_COLUMNS, type RawRow, type TableDraft } from './tableDraft.js';

/** 其他处理 is a row of 2019, blank where those beside it are; over the rows of 2021 it is their group head. */
export function resolveSplitGroups(draft: TableDraft): void {
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
export type Unsure = ReadonlyMap<RawRow['heads'], ColumnKey>;

/**
 * A head that is there twice stands, the second time, for the only one that is missing; the first time,
 * where that one belongs before it. Which figures are meant is not certain.
 */
export function resolveDoubled({ key: table, doubled, rows, columns }: TableDraft): Unsure {
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
export function takeShared(draft: TableDraft): void {
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

/** A row that a page break cut in two has the rest of its values on the next line. */
export function joinCutRows(text: string, draft: TableDraft, width: (raw: RawRow) => number): void {
  // words between figures are of a note: which figures it parts, nobody knows
  const isWords = ({ span, loose }: CellToken) => {
    const said = text.slice(span.start, span.end);
    return loose && /[\u4e00-\u9fff]/.test(said) && !/[\d０-９]/.test(said);
  };
  draft.rows = draft.rows.filter((raw, at) => {
    const before = draft.rows[at - 1];
    if (raw.label || raw.unknown || !before) return true;
    const own = before.cells.filter(isFull).length;
    if (own + raw.cells.filter(isFull).length !== width(before) || own === 0) return true;
    if (before.cells.some(isWords) || raw.cells.some(isWords)) return true;
    // its last figure stands where a whole row has it: what lacks before is blank
    const last = width(before) - 1 + Math.max(0, MOST_LABEL_COLUMNS - 1 - before.column);
    if (before.cells.findLastIndex(isFull) >= last) return true;
    for (const cell of raw.cells) before.cells.push(cell);
    return false;
  });
}

/**
 * Rows without a label that are the only ones missing between their neighbours are those.
 * @returns the spans of those that stay unknown
 */
export function inferByNeighbours(draft: TableDraft, width: (raw: RawRow) => number): Span[] {
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
