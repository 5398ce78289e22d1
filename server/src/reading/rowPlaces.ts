// Where in its line a row has its first value.
import { isSideBySide, isStacked } from '../form/formats.js';
import { type ColumnsOf, headsInOrder } from './headColumns.js';
import { type Anchor, isFull } from './rowColumns.js';
import type { RawRow, TableDraft } from './tableDraft.js';

/**
 * Where in its line a row has its first value: where most rows have it that have all their values
 * and their label in the same place; where none has, where only one place leaves room for what there
 * is, or below the heads if these agree. With one cell a line it is the first cell behind the label.
 */
export function anchors(draft: TableDraft, columns: ColumnsOf): (raw: RawRow) => Anchor {
  const places = new Map<number, Map<number, number>>();
  const least = new Map<number, number>();
  for (const raw of draft.rows) {
    const full = raw.cells.filter((cell) => isFull(cell) && cell.line === raw.line);
    const place = full[0]?.column;
    if (place === undefined || full.length !== columns(raw).length) continue;
    const counts = places.get(raw.column) ?? new Map<number, number>();
    places.set(raw.column, counts.set(place, (counts.get(place) ?? 0) + 1));
    const { length } = raw.cells.filter((cell) => cell.column >= place && cell.line === raw.line);
    least.set(raw.column, Math.min(length, least.get(raw.column) ?? length));
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
  return ({ cells, line, column }) => {
    if (!cells.some((cell) => cell.line === line)) return { place: 0, least: 0 };
    const isCut = cells.some((cell) => cell.line !== line);
    const place = most.get(column) ?? otherwise(column);
    return { place, least: isCut ? 0 : (least.get(column) ?? 0) };
  };
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
export function belowHeads(draft: TableDraft): number | null {
  const { key, firstPlaces, headPlaces } = draft;
  const agreed = (places: ReadonlySet<number>) => (places.size === 1 ? [...places][0] : undefined);
  const heads = isStacked(key) || isSideBySide(key) ? [] : headsInOrder(draft);
  const among = new Set(heads.map((head, i) => (headPlaces.get(head) ?? 0) - i));
  return agreed(firstPlaces) ?? agreed(among) ?? null;
}
