// Reading a text piece by piece. Each pattern goes on where the one before it has ended, as far as it
// can, and nothing is tried again: a long pattern of several runs would try all ways of sharing them.

import { matchesOf } from './matches.js';

/**
 * Where sticky patterns, read one behind the other from a place, end; -1 if one of them is not there.
 * A piece that may be missing says so itself: `/的?/y`.
 */
export function readInTurn(text: string, at: number, ...pieces: readonly RegExp[]): number {
  let end = at;
  for (const piece of pieces) {
    piece.lastIndex = end;
    const match = piece.exec(text);
    if (!match) return -1;
    end += match[0].length;
  }
  return end;
}

/** Whether a text ends with a match of a global pattern and sticky ones in turn behind it. */
export function endsInTurn(text: string, first: RegExp, ...pieces: readonly RegExp[]): boolean {
  for (const { index, 0: match } of matchesOf(text, first))
    if (readInTurn(text, index + match.length, ...pieces) === text.length) return true;
  return false;
}
