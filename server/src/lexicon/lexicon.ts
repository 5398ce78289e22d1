// The known words, and what in a text is one step from them. Load once, ask often.
import type { Span } from '../text/span.js';
import { ENDS, pairBits, type Views, viewsOf } from './binary.js';
import { isCoined, isSaidTwice } from './coined.js';
import type { Hit } from './hit.js';
import type { NearMiss, SlipKind } from './nearMiss.js';
import { mayBeName, standsAsName } from './personNames.js';
import { isRecognized } from './rightWords.js';
import { Search } from './search.js';

export type { NearMiss, SlipKind } from './nearMiss.js';

export interface Lexicon {
  /** Slips in the text, or in a part of it, in order; they do not overlap. */
  findNearMisses(text: string, within?: Span): NearMiss[];
  /** The same lexicon with words of the user's own, which are never found fault with. */
  withWords(words: readonly string[]): Lexicon;
}

/** Found more than once, a near miss of an ordinary word is a word that we do not know, unless … */
const BEYOND_HABIT = 0.99;

/** From this confidence on a term is surely meant; any other word may be one that no lexicon has. */
const SURE = 0.9;
const SURE_OF_ANY = 0.95;

/** What a coined word can be mistaken for. */
const COINED_LIKE: ReadonlySet<SlipKind> = new Set(['sound', 'shape', 'swap']);

/** A lexicon from the bytes of data/lexicon.bin, which must not change afterwards. */
export function loadLexicon(bytes: Uint8Array): Lexicon {
  const views = viewsOf(bytes);
  return lexiconOf(views, new Search(views), []);
}

function lexiconOf(views: Views, search: Search, own: readonly string[]): Lexicon {
  const isRight = (text: string, hit: Hit) =>
    (COINED_LIKE.has(hit.kind) && isCoined(text, hit)) ||
    (hit.kind === 'double' && !hit.term && isSaidTwice(text, hit)) ||
    (hit.kind !== 'confusion' && isRecognized(views, text, hit));
  return {
    findNearMisses(text, within = { start: 0, end: text.length }) {
      const hits = search.find(text, within.start, within.end).filter((hit) => !isRight(text, hit));
      const judged = own.length
        ? hits.filter((hit) => !own.some((w) => stands(w, text, hit)))
        : hits;
      return withoutHabits(judged.map((hit) => nearMissOf(views, text, hit)));
    },
    withWords: (words) =>
      lexiconOf(views, search, [...own, ...words.filter((word) => word.length > 0)]),
  };
}

/**
 * Drops what is found again and again: nobody slips the same way twice, but every field has words
 * of its own. For those who check a document part by part: once more over all of it.
 */
export function withoutHabits(misses: NearMiss[]): NearMiss[] {
  const times = new Map<string, number>();
  for (const { written } of misses) times.set(written, (times.get(written) ?? 0) + 1);
  return misses.filter(
    ({ written, isTerm, confidence }) =>
      isTerm || confidence > BEYOND_HABIT || (times.get(written) as number) < 2,
  );
}

/** Whether the two characters before a place end a known word. */
function endsWord(views: Views, text: string, at: number): boolean {
  const { numbers } = views;
  const [a = 0, b = 0] = [numbers[text.charCodeAt(at - 2)], numbers[text.charCodeAt(at - 1)]];
  return (pairBits(views, a, b) & ENDS) !== 0;
}

/** Whether the word stands in the text where the hit is. */
function stands(word: string, text: string, hit: Hit): boolean {
  const reach = word.length - 1;
  return text.slice(Math.max(0, hit.start - reach), hit.end + reach).includes(word);
}

function nearMissOf(views: Views, text: string, hit: Hit): NearMiss {
  const isName = standsForName(views, text, hit);
  const confidence = 1 / (1 + Math.exp(-hit.margin));
  return {
    span: { start: hit.start, end: hit.end },
    written: text.slice(hit.start, hit.end),
    suggestions: [hit.text, ...hit.others],
    kind: hit.kind,
    word: hit.text,
    isTerm: hit.term,
    mayBeName: isName,
    confidence,
    isSure: confidence >= (hit.term ? SURE : SURE_OF_ANY) && !isName,
  };
}

function standsForName(views: Views, text: string, hit: Hit): boolean {
  const { start, end, kind, shared, term: isTerm } = hit;
  if (kind === 'confusion') return standsAsName(text, start, end);
  if (kind === 'double' || kind === 'drop') return false;
  return shared || mayBeName(text, { start, end, isTerm, afterWord: endsWord(views, text, start) });
}
