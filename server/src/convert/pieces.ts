// Converted text as a row of pieces, each knowing where it comes from, and the source made of them.
import { Lines } from '../text/lines.js';
import type { Markup } from '../text/markup.js';
import type { Source } from '../text/source.js';
import type { Span } from '../text/span.js';
import type { PageElement } from './seen.js';

/**
 * A bit of report text and the span of the original that it stands for: letter for letter where the
 * lengths agree, as a whole (entities, collapsed space) or as something added (`start === end`)
 * where they do not. An empty piece marks the place of a blank cell.
 */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The element that it stands in; none for what was added. */
  readonly element?: PageElement | undefined;
  /** It names a picture that has a line of its own, or ends that line. */
  readonly isPicture?: boolean;
}

/** The source whose text is these pieces. */
export function sourceOfPieces(
  original: string,
  pieces: readonly TextPiece[],
  markup: Markup,
): Source {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }
  const text = pieces.map((piece) => piece.text).join('');
  const toOriginal = (span: Span) =>
    span.start < span.end
      ? stretch(pieces, starts, span)
      : place(pieces, starts, Math.min(span.start, length));
  return {
    text,
    original: Lines.of(original),
    markup,
    toOriginal,
    isVerbatim(span) {
      const { start, end } = toOriginal(span);
      return (
        end - start === span.end - span.start &&
        original.slice(start, end) === text.slice(span.start, span.end)
      );
    },
  };
}

/** Where a span that is not empty stands: from its first character's place to its last one's. */
function stretch(pieces: readonly TextPiece[], starts: readonly number[], span: Span): Span {
  const first = lastAtOrBefore(starts, span.start);
  const last = lastAtOrBefore(starts, span.end - 1);
  const head = pieces[first];
  const tail = pieces[last];
  if (!head || !tail) return { start: 0, end: 0 };
  const start = isLinear(head) ? head.start + span.start - (starts[first] as number) : head.start;
  const end = isLinear(tail) ? tail.start + span.end - (starts[last] as number) : tail.end;
  return { start, end: Math.max(start, end) };
}

/** Where an empty span stands: in its blank cell, within its text, or after what precedes it. */
function place(pieces: readonly TextPiece[], starts: readonly number[], offset: number): Span {
  let i = lastAtOrBefore(starts, offset);
  for (let k = i; k >= 0 && starts[k] === offset; k--) {
    const piece = pieces[k] as TextPiece;
    if (piece.text === '') return { start: piece.start, end: piece.end };
  }
  while (i > 0 && starts[i] === offset) i--;
  const piece = pieces[i];
  if (!piece) return { start: 0, end: 0 };
  const inside = offset - (starts[i] as number);
  const at =
    isLinear(piece) && inside <= piece.text.length
      ? piece.start + inside
      : inside === 0
        ? piece.start
        : piece.end;
  return { start: at, end: at };
}

function isLinear(piece: TextPiece): boolean {
  return piece.text.length === piece.end - piece.start;
}

/** The last index whose start is not after the offset. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
