// The text of a Word file as lines of pieces, each knowing where it stands in the XML.
import type { Span } from '../../text/span.js';

/** A bit of text and its place in the XML: letter for letter where they are equally long. */
export interface WordPiece extends Span {
  readonly text: string;
  readonly run: Span | undefined;
}

/** A paragraph, a row of a table, or the line of a picture. */
export interface WordLine {
  readonly kind: 'paragraph' | 'row' | 'picture';
  readonly pieces: readonly WordPiece[];
  /** Pictures in the cells of a row. */
  readonly pictures?: number;
}

/** A line break inside a paragraph. */
export const LINE_BREAK = '\n';

/** The content of a cell on one line: between words and figures of two lines a blank, between 汉字 nothing. */
export function onOneCell(lines: readonly WordLine[]): WordPiece[] {
  const joined: WordPiece[] = [];
  let isBroken = false;
  for (const { pieces, kind } of lines) {
    if (kind === 'picture') continue;
    for (const piece of pieces) {
      if (piece.text === LINE_BREAK) isBroken = true;
      if (piece.text === LINE_BREAK || piece.text === '') continue;
      const before = joined.at(-1)?.text ?? '';
      if (isBroken && /[!-~]$/.test(before) && /^[!-~]/.test(piece.text))
        joined.push({ text: ' ', start: piece.start, end: piece.start, run: undefined });
      joined.push(piece.text === '\t' ? { ...piece, text: ' ' } : piece);
      isBroken = false;
    }
    isBroken = true;
  }
  return joined;
}

/** The first place in a cell where something could be put in. */
export function placeIn(lines: readonly WordLine[]): WordPiece | undefined {
  for (const { pieces } of lines) for (const piece of pieces) return piece;
  return undefined;
}

/** Adds to a list; at once, as arguments, many would be too many. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}
