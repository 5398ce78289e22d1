// Fixed phrases, once their beginning or the initials of their pinyin have been typed.
import { WRITTEN_PHRASES, type WrittenPhrase } from '../../form/phrases.js';
import { isHeading } from './context.js';
import type { Completion, Piece, PieceSource } from './piece.js';

/** Shorter beginnings are in every sentence. */
const SHORTEST_BEGINNING = 2;

export const phrases: PieceSource = {
  *at(place) {
    const { report, offset, span, table, above } = place;
    if (table || !above || isHeading(place)) return;
    const before = report.text.slice(span.start, offset);
    const behind = report.text.slice(offset, span.end);
    for (const phrase of WRITTEN_PHRASES) {
      const typed = beginningOf(phrase, before);
      // the rest of it may be there already
      if (typed === 0 || behind.startsWith(phrase.text.charAt(typed))) continue;
      const piece = pieceOf(phrase);
      const replace = { start: offset - typed, end: offset };
      yield { ...piece, replace, filterText: piece.keys.join(' ') } satisfies Completion;
    }
  },
  *all() {
    for (const phrase of WRITTEN_PHRASES)
      yield { ...pieceOf(phrase), isMissing: false, offset: null };
  },
};

/** How much of a phrase, or of its initials, stands at the end of a text; not all of it. */
function beginningOf({ text, initials }: WrittenPhrase, before: string): number {
  for (let length = text.length - 1; length >= SHORTEST_BEGINNING; length--)
    if (before.endsWith(text.slice(0, length))) return length;
  const letters =
    before
      .slice(-initials.length)
      .toLowerCase()
      .split(/[^a-z]/)
      .at(-1) ?? '';
  return letters.length >= SHORTEST_BEGINNING && initials.startsWith(letters) ? letters.length : 0;
}

function pieceOf({ text, initials }: WrittenPhrase): Piece {
  return {
    id: `phrase:${initials}`,
    kind: 'phrase',
    label: text,
    detail: '固定说法',
    keys: [text, initials],
    body: [text],
  };
}
