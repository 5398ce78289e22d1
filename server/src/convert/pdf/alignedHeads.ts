// The heads over columns of figures that no lines are drawn around.
import type { Chunk } from './chunks.js';
import { lineOf, type PrintedLine, textOf } from './printedLines.js';
import {
  blocksOf,
  isAt,
  isFigure,
  isUnder,
  leadingOf,
  piecesOf,
  type TextBlock,
  unstretched,
} from './textBlocks.js';

/** Where the figures of a column stand, across. */
export interface Column {
  left: number;
  right: number;
}

/** A row of heads: what stands over the labels, and over each column. */
export interface HeadRow {
  readonly label: readonly PrintedLine[];
  readonly heads: readonly (readonly PrintedLine[])[];
}

export interface FoundHeads {
  /** The last one has a head for each column. */
  readonly rows: readonly HeadRow[];
  /** With those that have a head and no figure. */
  readonly columns: readonly Column[];
  /** Whether there are heads, and which are whose is not plain. */
  readonly isUnsure: boolean;
  /** How many seem to be the lowest. */
  readonly count: number;
}

/** In heights of a character. */
const REACH = 7;
/** Further than lines of one head are from each other. */
const APART = 6;
const SLACK = 0.2;
const HEAD_GAP = 0.1;
const SPREAD = 0.6;
const SAME_SIZE = 0.15;
const ONE_LINE = 1.6;

const PAGE_NUMBER = /^[-—–第共页\s\d/]+$/;
/** How much longer than others a head may be. */
const LONG = 1.9;

/** Whether words stand over or in a column. */
export function isOver(words: { left: number; right: number }, column: Column): boolean {
  return words.left < column.right && column.left < words.right;
}

/** The rows of heads right above a line; `labelsEnd` is where the words before figures end. */
export function headsOf(
  columns: readonly Column[],
  first: PrintedLine,
  labelsEnd: number,
  above: readonly PrintedLine[],
): FoundHeads {
  const zone = (columns[0] as Column).left;
  const isBeside = (piece: PrintedLine) => piece.right <= zone + SLACK * piece.size;
  const lines = headLines(first, zone, labelsEnd, above).map((line) => piecesOf(line, HEAD_GAP));
  const overLabels = lines.flat().filter(isBeside);
  const overColumns = lines.map((pieces) => pieces.filter((piece) => !isBeside(piece)));
  const starts = columns.map(({ left }) => left);
  const isAligned = starts.every((start) =>
    overColumns.flat().some((piece) => isAt(piece, [start])),
  );
  const heads = isAligned
    ? unstretched(overColumns, starts)
    : overColumns.flatMap((pieces) => inColumns(pieces, columns));
  const leading = leadingOf(heads) ?? ONE_LINE * first.size;
  const blocks = blocksOf(heads, leading, (one, other) => isOneHead(one, other, columns, heads));
  if (2 * blocks.length < columns.length) return { rows: [], columns, isUnsure: false, count: 0 };
  const own = blocks.filter((block) =>
    blocks.every((other) => other.first >= block.last || !isOver(other, block)),
  );
  own.sort((one, other) => one.left - other.left);
  const all = columnsUnder(own, columns);
  // heads that touch each other look like one
  const lengths = own.map(lengthOf).sort((one, other) => one - other);
  const isLong = (lengths.at(-1) ?? 0) > LONG * (lengths[lengths.length >> 1] ?? 0);
  if (!all || isLong) return { rows: [], columns, isUnsure: true, count: own.length };
  const upper = all.map((column, k): readonly PrintedLine[] => {
    const end = all[k + 1]?.left ?? Infinity;
    const isIn = (middle: number) => (k === 0 || middle >= column.left) && middle < end;
    return blocks
      .filter((block) => !own.includes(block) && isIn((block.left + block.right) / 2))
      .flatMap(({ pieces }) => pieces);
  });
  const lowest = { label: overLabels, heads: own.map(({ pieces }) => pieces) };
  const hasUpper = upper.some((pieces) => pieces.length > 0);
  return {
    rows: hasUpper ? [{ label: [], heads: upper }, lowest] : [lowest],
    columns: all,
    isUnsure: false,
    count: own.length,
  };
}

/** The column of each head, one of its own for a head that has no figures; undefined if that is not plain. */
function columnsUnder(
  heads: readonly TextBlock[],
  columns: readonly Column[],
): Column[] | undefined {
  const under = heads.map((head) => columns.filter((column) => isOver(head, column)));
  // as many of each, in one order; heads may be centred over figures that are not
  if (
    heads.length === columns.length &&
    under.every((over, k) => over.every((column) => column === columns[k]))
  )
    return [...columns];
  const found = under.flat();
  if (under.some(({ length }) => length > 1) || new Set(found).size < columns.length)
    return undefined;
  if (found.length > columns.length) return undefined;
  return heads.map(({ left, right }, k) => under[k]?.[0] ?? { left, right });
}

function lengthOf({ pieces }: TextBlock): number {
  return pieces.map(textOf).join('').length;
}

/** Whether a head goes on below, where no room is between heads: one over several columns does not. */
function isOneHead(
  above: PrintedLine,
  below: PrintedLine,
  columns: readonly Column[],
  heads: readonly PrintedLine[],
): boolean {
  const under = ({ left, right }: PrintedLine) =>
    columns.flatMap((column, k) => (isOver({ left, right }, column) ? [k] : []));
  const [one, other] = [under(above), under(below)];
  if (one.length > 0 && other.length > 0 && one.join() !== other.join()) return false;
  return heads.every(
    (head) => head === below || Math.abs(head.base - below.base) > 1 || !isUnder(above, head),
  );
}

/** readonly PrintedLine[] of a line that are near to each other and over one column are one. */
function inColumns(pieces: readonly PrintedLine[], columns: readonly Column[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const both = before && lineOf([...before.chunks, ...piece.chunks]);
    const over = (words: PrintedLine) => columns.filter((column) => isOver(words, column));
    const isOne =
      both &&
      piece.left - before.right < SPREAD * piece.size &&
      over(both).length === 1 &&
      (Math.min(textOf(before).length, textOf(piece).length) === 1 ||
        (over(before).length === 1 && over(piece).length === 1));
    if (isOne) joined[joined.length - 1] = both;
    else joined.push(piece);
  }
  return joined;
}

/** Lines of two pages as if they were one, and how they are printed. */
export interface RaisedLines {
  readonly lines: readonly PrintedLine[];
  readonly printed: (line: PrintedLine) => PrintedLine;
}

/**
 * The lines above the first row of a page under those at the end of the page before, where the page may
 * have cut the heads; without what is printed at the edges of both.
 */
export function raisedOver(
  before: readonly PrintedLine[],
  above: readonly PrintedLine[],
  first: PrintedLine,
): RaisedLines {
  const isEdge = (line: PrintedLine) => !isOfSize(line, first) || PAGE_NUMBER.test(textOf(line));
  const upper = before.slice(0, before.findLastIndex((line) => !isEdge(line)) + 1);
  const lower = above.slice(
    Math.max(
      0,
      above.findIndex((line) => !isEdge(line)),
    ),
  );
  const [top, end] = [lower[0] ?? first, upper.at(-1)];
  const rise = end ? top.base + APART * top.size - end.base : 0;
  const chunkOf = new Map<Chunk, Chunk>();
  const raised = upper.map(({ chunks }) =>
    lineOf(
      chunks.map((chunk) => {
        const higher = { ...chunk, base: chunk.base + rise };
        chunkOf.set(higher, chunk);
        return higher;
      }),
    ),
  );
  const printed = ({ chunks }: PrintedLine) =>
    lineOf(chunks.map((chunk) => chunkOf.get(chunk) ?? chunk));
  return { lines: [...raised, ...lower], printed };
}

function isOfSize(line: PrintedLine, { size }: PrintedLine): boolean {
  return Math.abs(line.size - size) < SAME_SIZE * size;
}

/** The lines up to the first one that is no head: one of running text, or in another size. */
function headLines(
  first: PrintedLine,
  zone: number,
  labelsEnd: number,
  above: readonly PrintedLine[],
): PrintedLine[] {
  let start = above.length;
  let below = first;
  let top = above.length;
  while (start > 0) {
    const line = above[start - 1] as PrintedLine;
    const slack = SLACK * line.size;
    const crosses = piecesOf(line).some(
      ({ left, right }) => left < labelsEnd - slack && right > zone + slack,
    );
    if (
      crosses ||
      piecesOf(line).some(isFigure) ||
      !isOfSize(line, first) ||
      line.base - below.base > REACH * line.size
    )
      break;
    below = line;
    start--;
    if (line.right > zone + slack) top = start;
  }
  return above.slice(top);
}
