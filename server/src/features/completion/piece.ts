// What can be inserted into a report, and the shape in which each kind of it is offered.
import type { Layout, Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import type { CompletionContext, Typed } from './context.js';
import type { Snippet } from './snippet.js';

export type PieceKind =
  | 'section'
  | 'table'
  | 'row'
  | 'label'
  | 'figure'
  | 'sentence'
  | 'phrase'
  | 'notice';

/** A piece of a report. */
export interface Piece {
  readonly id: string;
  readonly kind: PieceKind;
  readonly label: string;
  /** What it is for, in a few words. */
  readonly detail: string;
  /** What may be typed for it: its words, from wherever they may be begun, and initials of their pinyin. */
  readonly keys: readonly string[];
  readonly body: Snippet;
}

/** A piece that fits at the cursor. */
export interface Completion extends Piece {
  /** What has been typed of it, and marks that the editor has closed by itself. */
  readonly replace: Span;
  /** Begins with what has been typed, in the words of the piece. */
  readonly filterText: string;
}

/** A piece with the place where it belongs; null where that is the cursor. */
export interface Insertable extends Piece {
  readonly isMissing: boolean;
  readonly offset: number | null;
}

/** One kind of pieces. */
export interface PieceSource {
  /** What fits at a place, best first. */
  at(place: CompletionContext): Iterable<Completion>;
  /** What the report lacks, and what may be said anywhere. */
  all?(report: Report, layout: Layout): Iterable<Insertable>;
}

/** The pieces that what has been typed is a beginning of; `lead` of it is no part of their words. */
export function* offered(
  { text, span }: Typed,
  pieces: Iterable<Piece>,
  lead = '',
): Iterable<Completion> {
  for (const piece of pieces) {
    const isOwn = matches(text, piece.keys);
    if (!isOwn && (lead === '' || !matches(text.slice(lead.length), piece.keys))) continue;
    const from = isOwn ? '' : lead;
    const filterText = piece.keys.map((key) => from + key).join(' ');
    yield { ...piece, replace: span, filterText };
  }
}

/** Whether a text is nothing, or the first character of a key and more of it in order. */
function matches(typed: string, keys: readonly string[]): boolean {
  const wanted = typed.replace(/\s/g, '').toLowerCase();
  return wanted === '' || keys.some((key) => isBegun(wanted, key.toLowerCase()));
}

function isBegun(wanted: string, key: string): boolean {
  if (wanted.charAt(0) !== key.charAt(0)) return false;
  let at = 0;
  for (const character of wanted) {
    at = key.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
