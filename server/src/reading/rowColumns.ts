// Giving the values of a row to its columns. Where the cells leave a choice, a column gets a value
// only if every choice gives it the same one.
import { readFigure } from './cellFigure.js';
import type { CellToken } from './cells.js';

/** A cell for each column; undefined where the row has none that is certain. */
export type Aligned = readonly (CellToken | undefined)[];

/**
 * Aligns the cells behind a label (blank ones included) with `width` columns.
 * @param anchor place of the first value in the line of other rows of the table, if known
 */
export function align(
  text: string,
  cells: readonly CellToken[],
  width: number,
  anchor: number | null,
): Aligned {
  const full = cells.filter(isFull);
  if (full.length === width) return full;
  if (full.length > width) return agreed(text, windows(full, width));
  if (cells.length < width) return agreed(text, shifts(cells, width));
  const fitting = windows(cells, width).filter((w) => w.filter(isFull).length === full.length);
  if (fitting.length === 0) return agreed(text, shifts(full, width));
  const anchored = fitting.find((window) => window[0]?.column === anchor);
  if (anchored) return anchored;
  const own = behindBlanks(cells, anchor);
  return agreed(text, own.length < width ? [...fitting, ...shifts(own, width)] : fitting);
}

/** Without the blank cells before the place of the first value: they are the label's, unless a cell is lost. */
function behindBlanks(cells: readonly CellToken[], anchor: number | null): readonly CellToken[] {
  const first = cells.findIndex(
    (cell) => isFull(cell) || (anchor !== null && cell.column >= anchor),
  );
  return (cells[first]?.column ?? -1) === anchor ? cells.slice(first) : cells;
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
