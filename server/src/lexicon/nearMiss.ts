// What the lexicon says of a text.
import type { Span } from '../text/span.js';

/** How a slip came about. */
export type SlipKind = 'sound' | 'shape' | 'drop' | 'double' | 'swap' | 'confusion';

/** A stretch of text that is one step from a known word and not explained by known words. */
export interface NearMiss {
  readonly span: Span;
  readonly written: string;
  /** What the span may be replaced by, best first. */
  readonly suggestions: readonly string[];
  readonly kind: SlipKind;
  /** The known word that is meant. */
  readonly word: string;
  /** The word is a term of this document, of three characters or more. */
  readonly isTerm: boolean;
  /** It may be a name, or part of one: nothing is sure of names. */
  readonly mayBeName: boolean;
  /** From 0 to 1: how much likelier the fixed text is. */
  readonly confidence: number;
  /** Whether that is enough to say so; of what may be a name it never is. */
  readonly isSure: boolean;
}
