// A grid with the words in its cells: a table of a page, and what a table is when pages are joined.
import type { Chunk } from './chunks.js';
import { linesOf, type PrintedLine } from './printedLines.js';
import type { RuledGrid } from './ruledGrids.js';

/** A cell; one that is merged over rows stands in each of them. */
export interface PdfCell {
  readonly left: number;
  readonly right: number;
  /** Whether it reaches over several rows. */
  spans: boolean;
  lines: PrintedLine[];
}

export interface PdfRow {
  /** Whether nothing tells which of the words around it are its label. */
  isNameless?: boolean;
  /** From the left. */
  readonly cells: readonly PdfCell[];
}

export interface PdfTable {
  /** Whether lines are drawn between its cells; without them, nothing tells that a page cut a row. */
  readonly ruled: boolean;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Edges of the columns. */
  readonly xs: readonly number[];
  readonly rows: readonly PdfRow[];
}

/** How far up the middle of a character stands, in its height. */
const MIDDLE = 0.3;

/** Puts chunks into the cells of grids, the smallest that holds each; the rest stands loose. */
export function tablesOf(
  grids: readonly RuledGrid[],
  chunks: readonly Chunk[],
  page: number,
): { tables: PdfTable[]; loose: Chunk[] } {
  const areas = grids
    .map((grid) => ({ grid, found: new Map<number, Chunk[]>() }))
    .sort((one, other) => sizeOf(one.grid) - sizeOf(other.grid));
  const loose: Chunk[] = [];
  for (const chunk of chunks) {
    const x = chunk.left + Math.min(chunk.right - chunk.left, chunk.size) / 2;
    const y = chunk.base + MIDDLE * chunk.size;
    const area = areas.find(({ grid }) => placeIn(grid.xs, x) >= 0 && placeIn(grid.ys, y) >= 0);
    if (!area) {
      loose.push(chunk);
      continue;
    }
    const { xs, ys, cells } = area.grid;
    const cell = cells[placeIn(ys, y) * (xs.length - 1) + placeIn(xs, x)] as number;
    const held = area.found.get(cell);
    if (held) held.push(chunk);
    else area.found.set(cell, [chunk]);
  }
  const tables = areas.flatMap(({ grid, found }) =>
    found.size > 0 ? [tableOf(grid, found, page)] : [],
  );
  return { tables, loose };
}

function tableOf(
  { xs, ys, cells, short }: RuledGrid,
  found: ReadonlyMap<number, readonly Chunk[]>,
  page: number,
): PdfTable {
  const columns = xs.length - 1;
  const made = new Map<number, PdfCell>();
  const cellAt = (slot: number): PdfCell => {
    const id = cells[slot] as number;
    const known = made.get(id);
    if (known) return known;
    const c = slot % columns;
    let end = c;
    while (end + 1 < columns && cells[slot + end + 1 - c] === id) end++;
    const cell = {
      left: xs[c] as number,
      right: xs[end + 1] as number,
      spans: false,
      lines: linesOf(found.get(id) ?? []),
    };
    made.set(id, cell);
    return cell;
  };
  const rows: PdfRow[] = [];
  for (let slot = 0; slot < cells.length; slot += columns) {
    const row = new Set(Array.from({ length: columns }, (_, c) => cellAt(slot + c)));
    rows.push({ cells: short[slot / columns] ? withoutBlankEnd([...row]) : [...row] });
  }
  const kept = rows.filter((row, i) => isRow(row, rows[i - 1], rows[i + 1]));
  kept.forEach((row, i) => {
    for (const cell of row.cells) cell.spans ||= kept[i + 1]?.cells.includes(cell) === true;
  });
  return { ruled: true, page, top: ys[0] as number, bottom: ys.at(-1) as number, xs, rows: kept };
}

/** What lies beyond the last border of a row is no blank cell. */
function withoutBlankEnd(row: PdfCell[]): PdfCell[] {
  return row.at(-1)?.lines.length === 0 ? row.slice(0, -1) : row;
}

/** Where cells go on and nothing is said between them, a border was only drawn double. */
function isRow({ cells }: PdfRow, before?: PdfRow, after?: PdfRow): boolean {
  const own = cells.filter((cell) => !before?.cells.includes(cell));
  const alone = own.filter((cell) => !after?.cells.includes(cell));
  return own.some(({ lines }) => lines.length > 0) || alone.length === cells.length;
}

/** The slot between edges that a place lies in, edges going up or down; -1 outside of them. */
function placeIn(places: readonly number[], place: number): number {
  const [first, last] = [places[0] as number, places.at(-1) as number];
  const up = first < last;
  if (up ? place < first || place >= last : place > first || place <= last) return -1;
  let low = 0;
  let high = places.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const edge = places[middle] as number;
    if (up ? place >= edge : place <= edge) low = middle;
    else high = middle;
  }
  return low;
}

function sizeOf({ xs, ys }: RuledGrid): number {
  return ((xs.at(-1) as number) - (xs[0] as number)) * ((ys[0] as number) - (ys.at(-1) as number));
}
