// Cells padded so that the bars between them stand under each other: how wide the columns are, and
// how much white space each cell has on either side.

import { MOST_LABEL_COLUMNS } from '../form/formats.js';
import { isValue } from '../reading/cellFigure.js';
import { columns } from '../text/width.js';

/** White space beside a cell's text. */
export interface Pads {
  readonly before: number;
  readonly after: number;
}

export interface Padding {
  readonly widths: readonly number[];
  /** For each row the pads of its cells. */
  readonly rows: readonly (readonly Pads[])[];
}

/** A delimiter row has three dashes a column at least. */
const NARROWEST = 3;

/** How wide cells may make their columns. */
interface Limits {
  /** A longer cell makes its column no wider as long as the merged cells beside it have room. */
  readonly widest: number;
  /** A cell that lacks more room than this sticks out of its row, alone. */
  readonly mostLacking: number;
}

/** The corner note and the labels of （六） are twice as long as all others. */
const AMPLE: Limits = { widest: 40, mostLacking: Number.POSITIVE_INFINITY };

/** Tighter and tighter, for a table that would not fit into a line. */
const TIGHT: readonly Limits[] = [60, 40, 30, 20].map((mostLacking) => ({
  widest: 8,
  mostLacking,
}));

/** So much fits into most editors, which wrap longer lines. */
const LINE = 120;

/** Pads for rows of cells, each by its own text; figures stand to the right. Linear. */
export function padding(rows: readonly (readonly string[])[]): Padding {
  const measured = rows.map((row) => row.map((cell) => columns(cell, { ambiguousAsWide: true })));
  const widths = bestWidths(measured);
  return {
    widths,
    rows: rows.map((row, i) => {
      const own = measured[i] as number[];
      const room = caughtUp(own, roomIn(own, widths));
      return row.map((cell, j) => {
        const free = (room[j] as number) - (own[j] as number);
        const isFigure = cell !== '' && isValue(cell, { start: 0, end: cell.length });
        return isFigure ? { before: free, after: 0 } : { before: 0, after: free };
      });
    }),
  };
}

/** No pads at all: for fonts in which bars would not stand under each other anyway. */
export function compactPads(rows: readonly (readonly string[])[]): Padding {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return {
    widths: Array.from({ length: width }, () => NARROWEST),
    rows: rows.map((row) => row.map(() => ({ before: 0, after: 0 }))),
  };
}

/** The cells with their white space. */
export function padded(rows: readonly (readonly string[])[], { rows: pads }: Padding): string[][] {
  return rows.map((row, i) => {
    const own = pads[i] as readonly Pads[];
    return row.map((cell, j) => {
      const { before, after } = own[j] as Pads;
      return ' '.repeat(before) + cell + ' '.repeat(after);
    });
  });
}

/** The first that fit into a line; where nothing does, the tightest. */
function bestWidths(rows: readonly (readonly number[])[]): readonly number[] {
  let widths = columnWidths(rows, AMPLE);
  for (const limits of TIGHT) {
    if (widths.reduce((sum, width) => sum + width + 3, 1) <= LINE) break;
    widths = columnWidths(rows, limits);
  }
  return widths;
}

function columnWidths(
  rows: readonly (readonly number[])[],
  { widest, mostLacking }: Limits,
): number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [j, width] of row.entries())
      widths[j] = Math.max(widths[j] ?? NARROWEST, width > widest ? 0 : width);
  for (const row of rows.filter((one) => one.some((width) => width > widest)))
    for (const { at, lack } of roomIn(row, widths).lacking)
      if (lack <= mostLacking) (widths[at] as number) += lack;
  return widths;
}

/**
 * A row that sticks out makes up for it behind: its last cells stand in line again, and it is no longer
 * than need be.
 */
function caughtUp(row: readonly number[], { room, lacking }: ReturnType<typeof roomIn>): number[] {
  const caught = [...room];
  for (const { at, lack } of lacking) {
    let left = lack;
    for (let k = at + 1; left > 0 && k < row.length; k++) {
      const taken = Math.min(left, Math.max(0, (caught[k] as number) - (row[k] as number)));
      (caught[k] as number) -= taken;
      left -= taken;
    }
  }
  return caught;
}

/**
 * The room of each cell of a row. A long one takes it from the blank cells to its right and from the
 * labels to its left, so that the figures behind it stay in line; what is still lacking is told.
 */
function roomIn(row: readonly number[], widths: readonly number[]) {
  const room = row.map((_, j) => widths[j] as number);
  const lacking: { at: number; lack: number }[] = [];
  for (const [j, width] of row.entries()) {
    let lack = width - (room[j] as number);
    if (lack <= 0) continue;
    const take = (k: number) => {
      const taken = Math.min(lack, Math.max(0, (room[k] as number) - (row[k] as number)));
      (room[k] as number) -= taken;
      lack -= taken;
    };
    for (let k = j + 1; lack > 0 && row[k] === 0; k++) take(k);
    // no further than the form has columns of labels
    for (let k = j - 1; lack > 0 && k >= 0 && k >= j - MOST_LABEL_COLUMNS; k--) take(k);
    room[j] = width;
    // nothing stands behind the last cell that could get out of line
    if (lack > 0 && j < row.length - 1) lacking.push({ at: j, lack });
  }
  return { room, lacking };
}
