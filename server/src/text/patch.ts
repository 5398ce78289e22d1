// A text that has been changed, perhaps in several rounds, and still knows what of it is as it was:
// a file keeps the bytes of that.
import { inOrder, type TextEdit } from './edit.js';
import type { Span } from './span.js';

/** A stretch of the unchanged text, or words that are new. */
export type Piece = Span | string;

/** A changed text and what it is made of; stretches of the unchanged text are in their old order. */
export interface Patch {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A text that nothing is done to yet. */
export function unchanged(text: string): Patch {
  return { text, pieces: [{ start: 0, end: text.length }] };
}

/** One more round: edits of the text as the rounds before have left it. */
export function patched({ text, pieces }: Patch, edits: readonly TextEdit[]): Patch {
  const rest = new Rest(pieces);
  const made: Piece[] = [];
  let changed = '';
  let done = 0;
  for (const { span, newText } of inOrder(edits)) {
    made.push(...rest.take(span.start - done), newText);
    rest.take(span.end - span.start);
    changed += text.slice(done, span.start) + newText;
    done = span.end;
  }
  made.push(...rest.take(text.length - done));
  return { text: changed + text.slice(done), pieces: made.filter((piece) => lengthOf(piece) > 0) };
}

/** Pieces taken from the front. */
class Rest {
  #next = 0;
  /** What has been taken of the next piece. */
  #taken = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  take(length: number): Piece[] {
    const taken: Piece[] = [];
    for (let left = length; left > 0; ) {
      const piece = this.pieces[this.#next] as Piece;
      const end = Math.min(lengthOf(piece), this.#taken + left);
      taken.push(part(piece, this.#taken, end));
      left -= end - this.#taken;
      this.#taken = end;
      if (end < lengthOf(piece)) break;
      this.#next++;
      this.#taken = 0;
    }
    return taken;
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  if (typeof piece === 'string') return piece.slice(from, to);
  return { start: piece.start + from, end: piece.start + to };
}
