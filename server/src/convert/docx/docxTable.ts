// A table of Word as lines of cells between tabs: a merged cell has its text in its first place and leaves
// the places that it covers blank. Columns are where cells begin; edges drawn a hair apart are one.
import {
  append,
  LINE_BREAK,
  onOneCell,
  placeIn,
  type WordLine,
  type WordPiece,
} from './docxFlow.js';

/** In twentieths of a point: 7 mm. A column as narrow as that stays one if it has cells of its own. */
const HAIR = 400;
/** More than any form has; beyond, cells stand one after another, however they are merged. */
const MAX_COLUMNS = 64;
/** A cell of several lines that is longer than this holds running text, not a label. */
const MAX_LABEL = 300;

/** A cell, and how it is merged with others in each of Word's ways. */
export interface WordCell {
  readonly span: number;
  /** With those below, or with the one above. */
  readonly down: 'start' | 'goes on' | undefined;
  /** With the one before. */
  readonly isBeside: boolean;
  readonly lines: readonly WordLine[];
}

export interface WordRow {
  /** Columns left out before the first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

/** A cell at its place in the grid. */
interface GridSlot extends Pick<WordCell, 'down' | 'lines'> {
  readonly start: number;
  end: number;
}

/** Adds a table to lines. Cells that hold pages rather than figures become lines one after another. */
export function layOutTable(
  lines: WordLine[],
  rows: readonly WordRow[],
  widths: readonly number[],
): void {
  const placed = rows.map(placesOf);
  if (placed.every((cells) => cells.length < 2)) {
    for (const cells of placed) for (const cell of cells) append(lines, cell.lines);
    return;
  }
  const columns = columnsOf(placed, widths);
  const columnOf = ({ start }: GridSlot) => columns.of.get(start) ?? start;
  /** Columns whose cells in the row above are merged with those below. */
  let above = new Set<number>();
  for (const cells of placed) {
    const shown = cells.map((cell) => {
      const isCovered = cell.down === 'goes on' && above.has(columnOf(cell));
      return { ...cell, lines: isCovered ? [] : cell.lines };
    });
    if (shown.some(isPage)) for (const cell of shown) append(lines, cell.lines);
    else if (shown.length > 0) lines.push(rowLine(shown, columns));
    above = new Set(cells.filter(({ down }) => down).map(columnOf));
  }
}

/** Where the cells of a row stand; one that is part of the cell before it makes that one wider. */
function placesOf({ before, cells }: WordRow): GridSlot[] {
  const placed: GridSlot[] = [];
  let at = before;
  for (const { span, down, isBeside, lines } of cells) {
    const last = placed.at(-1);
    if (isBeside && last) last.end += span;
    else placed.push({ start: at, end: at + span, down, lines });
    at += span;
  }
  return placed;
}

/** The columns of a table: of each place where cells start, and how many lie before each where they end. */
interface TableColumns {
  readonly of: ReadonlyMap<number, number>;
  readonly before: ReadonlyMap<number, number>;
}

function columnsOf(
  rows: readonly (readonly GridSlot[])[],
  widths: readonly number[],
): TableColumns {
  /** The nearest end of the cells that start at a place. */
  const ends = new Map<number, number>();
  const places = new Set<number>();
  for (const cells of rows)
    for (const { start, end } of cells) {
      ends.set(start, Math.min(end, ends.get(start) ?? Infinity));
      places.add(start).add(end);
    }
  const edges = edgesOf(widths);
  const of = new Map<number, number>();
  const before = new Map<number, number>();
  let first = -1;
  let nearest = Infinity;
  let count = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    // An edge of its own, unless it is but a hair away and no cell is as narrow as that.
    const gap = (edges[place] ?? Infinity) - (edges[first] ?? -Infinity);
    const isOwn = !(gap < HAIR) || nearest <= place;
    before.set(place, isOwn ? count : count - 1);
    const end = ends.get(place);
    if (end === undefined) continue;
    if (isOwn) {
      first = place;
      nearest = Infinity;
      count++;
    }
    nearest = Math.min(nearest, end);
    of.set(place, count - 1);
  }
  return { of, before };
}

/** Where columns begin; nowhere if the file does not tell their widths. */
function edgesOf(widths: readonly number[]): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) as number) + width);
  return widths.some((width) => width >= HAIR) ? edges : [];
}

function rowLine(cells: readonly GridSlot[], columns: TableColumns): WordLine {
  const isGrid = columns.of.size <= MAX_COLUMNS;
  const pieces: WordPiece[] = [];
  const tabs = (count: number) => {
    const at = pieces.at(-1)?.end ?? 0;
    if (count > 0) pieces.push({ text: '\t'.repeat(count), start: at, end: at, run: undefined });
  };
  let column = 0;
  cells.forEach(({ start, lines }, i) => {
    const next = isGrid ? (columns.of.get(start) ?? column) : i;
    tabs(next - column);
    column = next;
    append(pieces, contentOf(lines));
  });
  const last = cells.at(-1);
  if (isGrid && last) tabs((columns.before.get(last.end) ?? 0) - 1 - column);
  return { kind: 'row', pieces, pictures: picturesIn(cells) };
}

/** The words of a cell; of a blank one its place. */
function contentOf(lines: readonly WordLine[]): readonly WordPiece[] {
  const content = onOneCell(lines);
  const place = content.length > 0 ? undefined : placeIn(lines);
  return place ? [{ ...place, text: '' }] : content;
}

function picturesIn(cells: readonly GridSlot[]): number {
  let count = 0;
  for (const { lines } of cells) for (const { kind } of lines) if (kind === 'picture') count++;
  return count;
}

function isPage({ lines }: GridSlot): boolean {
  let length = 0;
  let count = 0;
  for (const { kind, pieces } of lines) {
    if (kind === 'row') return true;
    count++;
    for (const { text } of pieces) {
      length += text.length;
      if (text === LINE_BREAK) count++;
    }
  }
  return length > MAX_LABEL && count > 2;
}
