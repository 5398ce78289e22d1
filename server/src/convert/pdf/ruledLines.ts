// The ruled lines of a page: how tables are drawn. A border is a stroke, or a rectangle so thin that
// it is one; wide rectangles are shading, curves and slanted strokes are ornament.
import {
  type Dot,
  type Matrix,
  moved,
  type OperatorNames,
  type Operators,
  stepsOf,
} from './operators.js';

/** A line across or down: where it runs, from where to where. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface RuledLines {
  readonly across: readonly RuledLine[];
  readonly down: readonly RuledLine[];
}

/** Points: thicker is shading, shorter is no line. */
const THICK = 3;
const SHORT = 2;
/** Lines as near as this, end to end or side by side, are one. */
const NEAR = 3;
const SAME = 1;
/** Numbers that follow each step of a path: move, line, curve, curve of one handle, close. */
const STEPS: readonly number[] = [2, 2, 6, 4, 0];

/**
 * The lines of a page, pieces of one line joined; at most `limit` pieces of either direction. Lines across
 * that do not end at lines down may be those of words.
 */
export function ruledLinesOf(
  operators: Operators,
  names: OperatorNames,
  toPage: Matrix,
  limit: number,
  isOfWords: (line: RuledLine) => boolean,
): RuledLines {
  const across: RuledLine[] = [];
  const down: RuledLine[] = [];
  const box = (dots: readonly Dot[]) => {
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of dots) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
    if (top - bottom < THICK && right - left > SHORT)
      across.push({ at: (bottom + top) / 2, from: left, to: right });
    else if (right - left < THICK && top - bottom > SHORT)
      down.push({ at: (left + right) / 2, from: bottom, to: top });
  };
  const strokes = new Set([names.stroke, names.closeStroke]);
  const fills = new Set([names.fill, names.eoFill]);
  const both = new Set([
    names.fillStroke,
    names.eoFillStroke,
    names.closeFillStroke,
    names.closeEOFillStroke,
  ]);
  for (const { operator, args, matrix } of stepsOf(operators, names, toPage)) {
    if (operator !== names.constructPath) continue;
    const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
    const stroked = strokes.has(paint) || both.has(paint);
    if (!path || !(stroked || fills.has(paint))) continue;
    for (const dots of subpaths(path, matrix))
      if (stroked) for (let k = 1; k < dots.length; k++) box(dots.slice(k - 1, k + 1));
      else box(dots);
    if (across.length + down.length > limit) break;
  }
  const columns = new Set(down.map((line) => Math.round(line.at)));
  const isColumn = (x: number) => [-1, 0, 1].some((step) => columns.has(Math.round(x) + step));
  const borders = across.filter(
    (line) => (isColumn(line.from) && isColumn(line.to)) || !isOfWords(line),
  );
  return { across: joined(borders), down: joined(down) };
}

/** The parts of a path, each in one go; of a curve, its ends. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): Dot[][] {
  const parts: Dot[][] = [];
  let part: Dot[] | undefined;
  for (let k = 0; k < path.length; ) {
    const step = path[k] as number;
    const count = STEPS[step];
    if (count === undefined) break;
    if (count === 0) {
      const first = part?.[0];
      if (first) part?.push(first);
    } else {
      const dot = moved(matrix, [path[k + count - 1] as number, path[k + count] as number]);
      if (step === 0 || !part) {
        part = [dot];
        parts.push(part);
      } else part.push(dot);
    }
    k += count + 1;
  }
  return parts;
}

/** Pieces that go on with one another are one line. */
function joined(pieces: RuledLine[]): RuledLine[] {
  const sorted = pieces
    .filter(({ at, from, to }) => Number.isFinite(at + from + to))
    .sort((one, other) => one.at - other.at);
  const lines: RuledLine[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = (sorted[i] as RuledLine).at;
    let end = i;
    while (end < sorted.length && (sorted[end] as RuledLine).at - first < SAME) end++;
    let open: RuledLine | undefined;
    for (const piece of sorted.slice(i, end).sort((one, other) => one.from - other.from)) {
      if (open && piece.from <= open.to + NEAR) open = { ...open, to: Math.max(open.to, piece.to) };
      else {
        if (open) lines.push(open);
        open = piece;
      }
    }
    if (open) lines.push(open);
    i = end;
  }
  return lines;
}
