// A table of HTML as lines of cells separated by tabs: a merged cell has its text in its first
// place and leaves the places that it covers blank, so every column stays where it is.
import { Flow, onOneLine } from './flow.js';
import type { TextPiece } from './pieces.js';

// More than any form has; beyond, a page could make a few bytes into a screenful.
const MAX_COLUMNS = 32;
/** A cell of several lines that is longer than this holds running text, not a label. */
const MAX_LABEL = 300;
/** Nor is a column of figures text. */
const MAX_FIGURE = 30;

export interface TableCell {
  readonly colspan: number;
  /** Infinity: to the end of the row group. */
  readonly rowspan: number;
  readonly flow: Flow;
  /** Where its content starts. */
  readonly start: number;
}

export interface TableRow {
  readonly cells: TableCell[];
  /** Number of its `<thead>`, `<tbody>` or `<tfoot>`; no cell reaches from one into the next. */
  readonly group: number;
  readonly start: number;
  /** Cells reach into it and out of it, but nothing of it is to be seen. */
  readonly isHidden: boolean;
}

/** Lays a table out. Cells that hold pages rather than figures become lines one after another. */
export function layOut(rows: readonly TableRow[]): readonly TextPiece[] {
  const flow = new Flow();
  const single = rows.every(({ cells }) => cells.length < 2) || isFrame(rows);
  let covers: number[] = [];
  let group = 0;
  for (const row of rows) {
    if (row.group !== group) covers = [];
    group = row.group;
    const places = placesOf(row, covers);
    if (row.isHidden) continue;
    if (single || row.cells.some(isPage))
      for (const cell of row.cells) {
        cell.flow.endPictures(cell.start);
        flow.block(cell.flow.pieces, cell.start);
      }
    else if (row.cells.length > 0) flow.gridLine(places, row.start);
  }
  return flow.pieces;
}

/**
 * Whether a table only puts its content in the middle of the page: a column of text, and blank ones beside
 * it. A table of figures that are all blank has its labels in the first column.
 */
function isFrame(rows: readonly TableRow[]): boolean {
  let column = 0;
  let longest = 0;
  for (const { cells } of rows) {
    const filled = cells.flatMap(({ flow }, i) => (flow.pieces.some(hasText) ? [i] : []));
    const [at, ...more] = filled;
    if (at === undefined) continue;
    if (more.length > 0 || at === 0 || (column > 0 && at !== column)) return false;
    column = at;
    longest = Math.max(longest, lengthOf(cells[at]));
  }
  return column > 0 && longest > MAX_FIGURE;
}

function lengthOf(cell: TableCell | undefined): number {
  return cell?.flow.pieces.reduce((length, { text }) => length + text.length, 0) ?? 0;
}

function hasText({ text, isPicture }: TextPiece): boolean {
  return !isPicture && text.trim() !== '';
}

function isPage({ flow }: TableCell): boolean {
  if (flow.hasTable) return true;
  let length = 0;
  let lines = 1;
  for (const { text, isPicture } of flow.pieces) {
    if (isPicture) continue;
    length += text.length;
    if (text === '\n') lines++;
  }
  return length > MAX_LABEL && lines > 2;
}

/**
 * What stands in each column of a row. `covers` counts, column by column, the rows below that a
 * merged cell still reaches into.
 */
function placesOf({ cells }: TableRow, covers: number[]): (TextPiece[] | undefined)[] {
  const places: (TextPiece[] | undefined)[] = [];
  const isCovered = (column: number) => {
    const rows = covers[column] ?? 0;
    if (rows > 0) covers[column] = rows - 1;
    return rows > 0;
  };
  for (const cell of cells) {
    while (isCovered(places.length)) places.push(undefined);
    for (let k = 0; k < cell.colspan && (k === 0 || places.length < MAX_COLUMNS); k++) {
      if (places.length < MAX_COLUMNS) covers[places.length] = cell.rowspan - 1;
      places.push(k > 0 ? undefined : contentOf(cell));
    }
  }
  for (let column = places.length; column < covers.length; column++)
    if (isCovered(column)) while (places.length <= column) places.push(undefined);
  return places;
}

/** The content of a cell; for a blank one its place, which is that of its `&nbsp;` if it has one. */
function contentOf({ flow, start }: TableCell): TextPiece[] {
  const content = onOneLine(flow.pieces.filter(({ isPicture }) => !isPicture));
  if (content.length > 0) return content;
  const filler = flow.pieces.find(({ text, isPicture }) => text !== '\n' && !isPicture);
  return [{ text: '', start: filler?.start ?? start, end: filler?.end ?? start }];
}
