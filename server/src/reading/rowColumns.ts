// Giving the values of a row to its columns. Where the cells leave a choice, a column gets a value
// only if every choice gives it the same one.
import { readFigure } from './cellFigure.js';
import type { CellToken } from './cells.js';

/** A cell for each column; undefined where the row has none that is certain. */
export type Aligned = readonly (CellToken | undefined)[];

/** What is known of a row by others of its table. */
export interface Anchor {
  /** The place of its first value in its line, if known. */
  readonly place: number | null;
  /** So many cells from there on have all rows that lack no value: one with fewer has lost some. */
  readonly least: number;
}

const UNKNOWN: Anchor = { place: null, least: 0 };

/** Aligns the cells behind a label (blank ones included) with `width` columns. */
export function align(
  text: string,
  cells: readonly CellToken[],
  width: number,
  { place, least }: Anchor = UNKNOWN,
): Aligned {
  const full = cells.filter(isFull);
  if (full.length === width) return full;
  if (full.length > width) return agreed(text, windows(full, width));
  if (cells.length < width) return agreed(text, shifts(cells, width));
  const fitting = windows(cells, width).filter((w) => w.filter(isFull).length === full.length);
  if (fitting.length === 0) return agreed(text, shifts(full, width));
  const anchored = fitting.find((window) => window[0]?.column === place);
  if (anchored) {
    const length = cells.length - cells.indexOf(anchored[0] as CellToken);
    if (full.length === 0 || length >= least) return anchored;
    const own = anchored.slice(0, anchored.findLastIndex(isFull) + 1);
    return agreed(text, [anchored, ...shifts(own, width)]);
  }
  const own = behindBlanks(cells, place);
  return agreed(text, own.length < width ? [...fitting, ...shifts(own, width)] : fitting);
}

/** Without the blank cells before the place of the first value: they are the label's, unless a cell is lost. */
function behindBlanks(cells: readonly CellToken[], place: number | null): readonly CellToken[] {
  const first = cells.findIndex((cell) => isFull(cell) || (place !== null && cell.column >= place));
  return (cells[first]?.column ?? -1) === place ? cells.slice(first) : cells;
}

export function isFull({ span }: CellToken): boolean {
  return span.end > span.start;
}

/** Every run of `width` neighbouring cells. */
function windows(cells: readonly CellToken[], width: number): CellToken[][] {
  return Array.from({ length: cells.length - width + 1 }, (_, at) => cells.slice(at, at + width));
}

/** Every way to lay a short row over the columns without gaps. */
function shifts(cells: readonly CellToken[], width: number): Aligned[] {
  return Array.from({ length: width - cells.length + 1 }, (_, shift) =>
    Array.from(new Array(width).keys(), (column) => cells[column - shift]),
  );
}

function agreed(text: string, choices: readonly Aligned[]): Aligned {
  const [first = [], ...others] = choices;
  const written = (token: CellToken | undefined) => {
    if (!token) return undefined;
    const figure = readFigure(text, token.span, 'amount');
    return figure.value ?? text.slice(token.span.start, token.span.end);
  };
  return first.map((token, column) => {
    // of blank cells it matters which one it is: a figure may be written into it
    const same = (other: CellToken | undefined) =>
      token && !isFull(token) ? other === token : written(other) === written(token);
    return others.every((other) => same(other[column])) ? token : undefined;
  });
}
