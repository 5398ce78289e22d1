// Lines that stand close under each other are one block: the words of a cell that no line is drawn
// around. Between cells there is more room, or a number begins.
import type { Chunk } from './chunks.js';
import { lineOf, type PrintedLine, textOf } from './printedLines.js';

/** Words under each other, from the top; a line that is stretched may be in pieces. */
export interface TextBlock {
  readonly pieces: readonly PrintedLine[];
  readonly left: number;
  readonly right: number;
  /** The bases of its first and its last line. */
  readonly first: number;
  readonly last: number;
}

/** In heights of a character: a wider gap is none between the characters of a word. */
const WORD_GAP = 0.25;
const OVERLAP = 0.2;
const SAME_SIZE = 0.1;
const LEADING = { least: 0.9, most: 4.5 };
/** No line is stretched more. */
const STRETCHED = 1.8;
/** Points by which distances and edges may differ. */
const ROUNDED = 1.5;

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]+[）)、]|[（(]?\d{1,2}[.．、）)]|[①-⑳])/;

const FIGURE =
  /^[-−+]?[\d０-９]+(?:[.,，．][\d０-９]+)*(?:[件条项个份次宗例起人元%]|万元)?$|^[-—–/／\\]+$/;

/** Whether words are a figure, or a mark for none. */
export function isFigure(words: PrintedLine): boolean {
  return FIGURE.test(textOf(words));
}

/** Whether words begin with the number of an item. */
export function isNumbered(line: PrintedLine): boolean {
  return NUMBERED.test(textOf(line));
}

/** The parts of a line that gaps divide, wider than so many heights of a character. */
export function piecesOf({ chunks, size }: PrintedLine, gap = WORD_GAP): PrintedLine[] {
  const parts: Chunk[][] = [];
  for (const chunk of chunks) {
    const open = parts.at(-1);
    if (open && chunk.left - (open.at(-1) as Chunk).right < gap * size) open.push(chunk);
    else parts.push([chunk]);
  }
  return parts.map(lineOf);
}

/** Whether words begin where a cell does. */
export function isAt({ left }: PrintedLine, starts: readonly number[]): boolean {
  return starts.some((x) => Math.abs(x - left) < ROUNDED);
}

/** The words of lines where cells begin at `starts`: justified words come in pieces, and all but the first begin anywhere. */
export function unstretched(
  lines: readonly (readonly PrintedLine[])[],
  starts: readonly number[],
): PrintedLine[] {
  return lines.flatMap((pieces) => {
    const joined: PrintedLine[] = [];
    for (const piece of pieces) {
      const before = joined.at(-1);
      if (!before || isAt(piece, starts) || piece.left - before.right > STRETCHED * piece.size)
        joined.push(piece);
      else joined[joined.length - 1] = lineOf([...before.chunks, ...piece.chunks]);
    }
    return joined;
  });
}

/**
 * The least distance of lines under each other: that of the lines of a cell, if any cell has two.
 * Undefined where none stand under each other.
 */
export function leadingOf(pieces: readonly PrintedLine[]): number | undefined {
  const sorted = fromTop(pieces);
  const distances: number[] = [];
  sorted.forEach((piece, i) => {
    const { size, base } = piece;
    for (let k = i + 1; k < sorted.length; k++) {
      const next = sorted[k] as PrintedLine;
      const distance = base - next.base;
      if (distance > LEADING.most * size) break;
      if (distance < LEADING.least * size || !isUnder(piece, next)) continue;
      distances.push(distance);
      break;
    }
  });
  // one pair that is nearer than all others is none of a cell
  return distances.sort((one, other) => one - other)[Math.floor(distances.length / 10)];
}

/** The blocks, from the top. `mayJoin` tells of two pieces under each other whether they may be of one. */
export function blocksOf(
  pieces: readonly PrintedLine[],
  leading: number,
  mayJoin: (above: PrintedLine, below: PrintedLine) => boolean = () => true,
): TextBlock[] {
  let open: PrintedLine[][] = [];
  const done: PrintedLine[][] = [];
  for (const piece of fromTop(pieces)) {
    const near = (block: PrintedLine[]) =>
      (block.at(-1) as PrintedLine).base - piece.base <= leading + ROUNDED;
    done.push(...open.filter((block) => !near(block)));
    open = open.filter(near);
    const joined = isNumbered(piece)
      ? []
      : open.filter((block) =>
          block.some(
            (above) =>
              above.base - piece.base > leading / 2 &&
              above.base - piece.base <= leading + ROUNDED &&
              isUnder(above, piece) &&
              mayJoin(above, piece),
          ),
        );
    open = open.filter((block) => !joined.includes(block));
    open.push([...joined.flat(), piece]);
  }
  return [...done, ...open]
    .map(blockOf)
    .sort((one, other) => other.first - one.first || one.left - other.left);
}

function blockOf(pieces: readonly PrintedLine[]): TextBlock {
  const sorted = fromTop(pieces);
  return {
    pieces: sorted,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    first: (sorted[0] as PrintedLine).base,
    last: (sorted.at(-1) as PrintedLine).base,
  };
}

function fromTop(pieces: readonly PrintedLine[]): PrintedLine[] {
  return [...pieces].sort((one, other) => other.base - one.base || one.left - other.left);
}

/** Whether words stand over or under others. */
export function isUnder(above: PrintedLine, below: PrintedLine): boolean {
  const shared = Math.min(above.right, below.right) - Math.max(above.left, below.left);
  const size = Math.max(above.size, below.size);
  return shared > OVERLAP * size && Math.abs(above.size - below.size) < SAME_SIZE * size;
}
