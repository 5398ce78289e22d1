// From spans of the report text to places and edits in the document that the editor holds.
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type CanBeMade, originalEdits } from '../convert/edits.js';
import type { TextEdit as Edit } from '../text/edit.js';
import { isPlain, type Source } from '../text/source.js';
import type { Span } from '../text/span.js';

/** The edits in the document; null if they cannot be made there. No edit is sent that did not pass here. */
export function toEdits(
  source: Source,
  edits: readonly Edit[],
  canBeMade?: CanBeMade,
): TextEdit[] | null {
  const inOriginal = originalEdits(source, edits, canBeMade);
  if (!inOriginal) return null;
  return inOriginal.map(({ span, newText }) => ({ range: source.original.rangeOf(span), newText }));
}

/** The place in the report text of a position in the document; the first one if there are several. */
export function offsetIn(source: Source, position: Position): number {
  const { text, original, toOriginal } = source;
  const wanted = original.offsetAt(position);
  if (isPlain(source)) return wanted;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (toOriginal({ start: middle, end: middle }).start < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stretch of the report text that a range of the document holds. */
export function spanIn(source: Source, { start, end }: Range): Span {
  return { start: offsetIn(source, start), end: offsetIn(source, end) };
}

/** Edits of one document; `versioned` for a client that takes the version that they are for. */
export function workspaceEdit(
  { uri, version }: { uri: string; version: number | null },
  edits: TextEdit[],
  versioned: boolean,
): WorkspaceEdit {
  if (versioned) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}

/** Whether two ranges have a point in common, their ends included. */
export function touch(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

/** Whether a place lies within a range, its ends included. */
export function contains({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

export function isSame(a: Range, b: Range): boolean {
  return compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
