// Which columns the values of a row belong to, by the heads above it and by the form.
import {
  type ColumnKey,
  type ColumnSpec,
  CURRENT,
  columnPlace,
  columnSpec,
  columnsOf,
  isOverSome,
  isSideBySide,
  isStacked,
  NEWEST_FIRST,
  type RowKey,
  type TableKey,
  type TemplateId,
  TOTAL,
} from '../form/formats.js';
import type { Label } from '../report/report.js';
import { isFull } from './rowColumns.js';
import type { HeadCell, RawRow, TableDraft } from './tableDraft.js';

/** The column heads; one whose other half stands among the heads is whole: 法律服务 over 机构. */
export function joinedHeads(text: string, { columns, headPieces }: TableDraft): Label[] {
  return columns.map((head) => {
    const { match, official, words } = head;
    if (match !== 'near') return head;
    const half = text.slice(words.start, words.end).replace(/\s/g, '');
    return official.startsWith(half) && headPieces.has(official.slice(half.length))
      ? { ...head, match: 'exact' }
      : head;
  });
}

export type ColumnsOf = (raw: RawRow) => readonly ColumnKey[];

/** The columns that each row's values belong to, by the heads above it. */
export function columnsIn(draft: TableDraft, isGrid: boolean): ColumnsOf {
  if (isSideBySide(draft.key)) return (raw) => columnsFor(draft, raw);
  if (isStacked(draft.key)) return (raw) => ownColumns(draft, raw);
  const heads = headsInOrder(draft);
  const told = draft.rows.find(({ label }) => label)?.label?.key ?? '';
  const known = officialColumns(draft.key, told, heads, 0);
  const newest = CURRENT.tables[draft.key].blocks[0]?.columns.map(({ key }) => key) ?? [];
  const official = known.length > 0 ? known : newest;
  const filled = draft.rows.filter(({ full }) => full > 0);
  const wider = filled.filter(({ full }) => full > heads.length);
  // heads without marks between them, of which some could not be read
  const isTorn = heads.length < 3 || (!isGrid && wider.length * 2 > filled.length);
  return ({ cells }) =>
    isTorn || cells.filter(isFull).length === official.length ? official : heads;
}

/** The columns of a row; none below the heads of another block, where its own were not read. */
function ownColumns(draft: TableDraft, raw: RawRow): readonly ColumnKey[] {
  const columns = columnsFor(draft, raw);
  const row = raw.label?.key;
  const isOwn = (column: ColumnKey) =>
    row === undefined || columnSpec(CURRENT.id, draft.key, { row, column }) !== undefined;
  return columns.every(isOwn) ? columns : [];
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

const NEWEST = NEWEST_FIRST.map(({ id }) => id);

/** The columns of the row in the format whose heads these are, or whose number of values it has. */
function officialColumns(
  table: TableKey,
  row: RowKey,
  heads: readonly ColumnKey[],
  values: number,
  formats: readonly TemplateId[] = NEWEST,
): readonly ColumnKey[] {
  return officialSpecs(table, row, heads, values, formats).map(({ key }) => key);
}

/** The formats, first the one that most heads of the table are of. */
function toldFirst({ columns }: TableDraft): readonly TemplateId[] {
  const labels = (id: TemplateId) =>
    columns.filter(({ templates }) => templates.includes(id)).length;
  return NEWEST.toSorted((a, b) => labels(b) - labels(a));
}

export function officialSpecs(
  table: TableKey,
  row: RowKey,
  heads: readonly ColumnKey[],
  values: number,
  formats: readonly TemplateId[] = NEWEST,
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
export function headsInOrder({
  key,
  columns,
  groups,
  headCells,
  headLines,
  headPlaces,
}: TableDraft): readonly ColumnKey[] {
  const heads = [...new Set(columns.map((column) => column.key))];
  if (isInOrder(key, headCells)) return heads.toSorted((a, b) => (isBefore(key, a, b) ? -1 : 1));
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

/**
 * Whether lines have several heads, and all of them in the order of the form: of heads that are torn, or
 * printed again on the next page, the order of the lines among each other says nothing.
 */
function isInOrder(table: TableKey, cells: readonly HeadCell[]): boolean {
  const pairs = cells.slice(1).flatMap((cell, i) => {
    const before = cells[i] as HeadCell;
    return before.line === cell.line && before.key !== cell.key ? [[before.key, cell.key]] : [];
  });
  return pairs.length > 0 && pairs.every(([one = '', other = '']) => isBefore(table, one, other));
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
