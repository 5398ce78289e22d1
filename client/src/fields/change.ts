// Changes of a text, and what becomes of places in it.
import type { OffsetRange } from '../../../server/src/lsp/protocol.js';

/** Replaces so many characters from an offset on. */
export interface Change {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export function applied(text: string, { offset, length, text: by }: Change): string {
  return text.slice(0, offset) + by + text.slice(offset + length);
}

/** The last one first: then none moves the others. */
export function lastFirst(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => b.offset - a.offset);
}

/** What is left to replace once the same beginning and the same end are left alone. */
export function smallest(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    offset: start,
    length: before.length - start - end,
    text: after.slice(start, after.length - end),
  };
}

/** Whether the same changes are made, in whatever order they are told. */
export function isSameEdit(a: readonly Change[], b: readonly Change[]): boolean {
  const told = (changes: readonly Change[]) =>
    JSON.stringify(lastFirst(changes).map(({ offset, length, text }) => [offset, length, text]));
  return told(a) === told(b);
}

export function isSame(a: OffsetRange, b: OffsetRange): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether a place lies in a stretch, its ends included. */
export function holds({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Moves a place along; what is written at its very ends is part of it where it `grows`. */
export function moveAlong(
  place: { start: number; end: number },
  { offset, length, text }: Change,
  grows: boolean,
): void {
  const end = offset + length;
  const moved = text.length - length;
  const isBefore = end < place.start || (end === place.start && (length > 0 || !grows));
  if (isBefore) {
    place.start += moved;
    place.end += moved;
  } else if (offset < place.end || (offset === place.end && length === 0 && grows)) {
    place.start = Math.min(place.start, offset);
    place.end = Math.max(place.end, end) + moved;
  }
}
