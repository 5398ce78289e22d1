// Heads over two lines or more, with blanks between the columns: what stands below one another belongs
// together, as a PDF shows it.
import { type CellToken, isParted } from './cells.js';
import { type PlacedPiece, piecesOf } from './placedPieces.js';
import { gluedHeads, matchLabel, type TermMatch } from './vocabulary.js';

/** A head put together. */
export interface TornHead {
  /** As a cell: where it begins, and its place among the heads of its lines. */
  readonly token: CellToken;
  readonly firstLine: number;
  readonly match: TermMatch;
}

/** Heads put together, by the first of their lines; the lines that they take. */
export interface TornHeads {
  readonly items: ReadonlyMap<CellToken, readonly TornHead[]>;
  readonly taken: ReadonlySet<CellToken>;
}

/** Heads are written over so many lines at most: three rows of them, each over two or three. */
const MOST_LINES = 8;
const FIGURE = /[\d０-９]/;

/** Finds them among the lines without marks between cells; null where no line has columns of blanks. */
export function tornHeads(text: string, tokens: readonly CellToken[]): TornHeads | null {
  const parted = new Set(tokens.filter((token) => token.loose && isParted(text, token.span)));
  if (parted.size === 0) return null;
  const items = new Map<CellToken, readonly TornHead[]>();
  const taken = new Set<CellToken>();
  const read = new Map<CellToken, PlacedPiece[]>();
  for (let at = 0; at < tokens.length; at++) {
    const run = linesFrom(text, tokens, at, parted);
    if (run.length < 2) continue;
    const pieces = run.map((line) => {
      const known = read.get(line) ?? piecesOf(text, line);
      read.set(line, known);
      return known;
    });
    for (let length = run.length; length > 1; length--) {
      const lines = run.slice(0, length);
      const heads = headsOf(lines, pieces.slice(0, length).flat());
      if (!heads) continue;
      items.set(tokens[at] as CellToken, heads);
      for (const line of lines) taken.add(line);
      at += length - 1;
      break;
    }
  }
  return { items, taken };
}

/** The lines of words alone that begin here, if one of the first of them is parted by blanks. */
function linesFrom(
  text: string,
  tokens: readonly CellToken[],
  first: number,
  parted: ReadonlySet<CellToken>,
): CellToken[] {
  const run: CellToken[] = [];
  let hasColumns = false;
  for (let at = first; at < tokens.length && run.length < MOST_LINES; at++) {
    const token = tokens[at] as CellToken;
    const before = run.at(-1);
    if (!token.loose || (before && token.line > before.line + 2)) break;
    hasColumns ||= parted.has(token);
    if (!hasColumns && run.length >= MOST_LINES / 2) break;
    if (FIGURE.test(text.slice(token.span.start, token.span.end))) break;
    run.push(token);
  }
  return hasColumns ? run : [];
}

/** The heads of some lines, where all that stands below one another is one or several; else null. */
function headsOf(lines: readonly CellToken[], all: readonly PlacedPiece[]): TornHead[] | null {
  // rows of heads that are whole are read as they come
  if (all.every(({ words }) => matchLabel(words)?.whole)) return null;
  const columns = columnsOf(all);
  if (columns.length < 2 || columns.every(({ length }) => length < 2)) return null;
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  const heads: TornHead[] = [];
  for (const [column, pieces] of columns.entries()) {
    const words = pieces.map((piece) => piece.words).join('');
    const starts = matchLabel(words)?.whole ? [0] : gluedHeads(words);
    if (!starts) return null;
    for (const [i, start] of starts.entries()) {
      const match = matchLabel(words.slice(start, starts[i + 1]));
      const { span } = pieceAt(pieces, start).token;
      if (!match) return null;
      const token = { span, line: last.line, column, loose: false };
      heads.push({ token, firstLine: first.line, match });
    }
  }
  return heads;
}

/** The pieces that stand below one another, from left to right; each from the top down. */
function columnsOf(pieces: readonly PlacedPiece[]): PlacedPiece[][] {
  const columns: { pieces: PlacedPiece[]; to: number }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = columns.at(-1);
    if (!last || piece.from >= last.to) columns.push({ pieces: [piece], to: piece.to });
    else {
      last.pieces.push(piece);
      last.to = Math.max(last.to, piece.to);
    }
  }
  return columns.map((column) =>
    column.pieces.sort((a, b) => a.token.span.start - b.token.span.start),
  );
}

/** The piece that holds an offset of the words of all. */
function pieceAt(pieces: readonly PlacedPiece[], offset: number): PlacedPiece {
  let end = 0;
  const found = pieces.find(({ words }) => {
    end += words.length;
    return offset < end;
  });
  return found ?? (pieces[0] as PlacedPiece);
}
