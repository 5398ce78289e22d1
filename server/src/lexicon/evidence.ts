// How much speaks for a fixed text: features of a candidate, weighed. The weights (weights.ts) are
// fitted by scripts/lexicon/fit.mjs, which reads the features from here, so the two cannot drift.
import {
  BEGINS,
  COST_BITS,
  COST_STEP,
  ENDS,
  LEVEL,
  NEAR_SOUND,
  OUTSIDE,
  pairBits,
  RARE,
  SAME_SYLLABLE,
  SELDOM,
  SHAPE,
  TERM,
  UNSEEN,
  USUAL,
  type Views,
  WEAK,
} from './binary.js';
import { WEIGHTS } from './weights.js';

/** What is common to all candidates: nats gained, and the word that comes out of it. */
interface EvidenceCandidate {
  readonly gain: number;
  /** Its value in the table of words, and its length. */
  readonly value: number;
  readonly size: number;
}

/** Another character; `before` … `after` are numbers of characters. */
export interface ChangedCharacter extends EvidenceCandidate {
  readonly how: number;
  /** The word goes on to the left, to the right of the character. */
  readonly left: boolean;
  readonly right: boolean;
  readonly before: number;
  readonly written: number;
  readonly meant: number;
  readonly after: number;
}

/** One of two equal neighbours less; `inside`: the word goes on to both sides. */
export interface Doubled extends EvidenceCandidate {
  readonly inside: boolean;
  readonly before: number;
  readonly twice: number;
  readonly after: number;
}

/** Two neighbours, as written, the other way round. */
export interface Swapped extends EvidenceCandidate {
  readonly before: number;
  readonly first: number;
  readonly second: number;
  readonly after: number;
}

/** A character more, between two others; `first`, `second`, `last`: its place in the word. */
export interface Dropped extends EvidenceCandidate {
  readonly first: boolean;
  readonly second: boolean;
  readonly last: boolean;
  readonly before: number;
  readonly meant: number;
  readonly after: number;
}

/** A term with another character in it, or a long one without one: nats by which the fixed text must be likelier. */
const TERM_LIMIT = { similar: 7, other: 14, long: 9 } as const;
/** A term of so many characters is long. */
const LONG_TERM = 6;
const NAT = 0.4;

export class Evidence {
  constructor(private readonly views: Views) {}

  /** Each of these is positive when the candidate is believed. */
  ofChange(candidate: ChangedCharacter): number {
    return weigh(this.changed(candidate), WEIGHTS.changed);
  }

  ofDouble(candidate: Doubled): number {
    return weigh(this.doubled(candidate), WEIGHTS.doubled);
  }

  ofSwap(candidate: Swapped): number {
    return weigh(this.swapped(candidate), WEIGHTS.swapped);
  }

  /** Inside a long term nothing is left out on purpose: there the nats alone tell. */
  ofDrop(candidate: Dropped): number {
    const margin = weigh(this.dropped(candidate), WEIGHTS.dropped);
    const { gain, size, first, last } = candidate;
    return size < LONG_TERM || first || last ? margin : Math.max(margin, this.ofLongTerm(gain));
  }

  ofTerm(gain: number): number {
    return (gain - TERM_LIMIT.similar) * NAT;
  }

  private ofLongTerm(gain: number): number {
    return (gain - TERM_LIMIT.long) * NAT;
  }

  ofOther(gain: number): number {
    return (gain - TERM_LIMIT.other) * NAT;
  }

  changed(candidate: ChangedCharacter): number[] {
    const { gain, how, value, size, left, right, before, written, meant, after } = candidate;
    const { singles, commonness } = this.views;
    const writtenBefore = this.level(before, written);
    const writtenAfter = this.level(written, after);
    const inside = left ? writtenBefore : writtenAfter;
    const outside = left ? after : before;
    const outsideFixed = left ? this.level(meant, after) : this.level(before, meant);
    const outsideWritten = left ? writtenAfter : writtenBefore;
    const cost = (value & COST_BITS) * COST_STEP;
    const common = (commonness[written] as number) / 10;
    return [
      1,
      gain,
      Math.max(0, gain - 15),
      +(size >= 3),
      +(size >= 4),
      +(size >= 3) * gain,
      +((value & TERM) !== 0),
      cost,
      (singles[written] as number) * COST_STEP,
      common,
      +(common < 5),
      +(written === RARE),
      (commonness[meant] as number) / 10,
      +(how === SAME_SYLLABLE),
      +(how === NEAR_SOUND),
      +(how === SHAPE),
      +(inside === UNSEEN),
      +(inside >= WEAK),
      +(outsideFixed === UNSEEN),
      +(outsideFixed === SELDOM),
      +(outsideFixed === WEAK),
      +(outside === OUTSIDE),
      +(outsideWritten === UNSEEN),
      +(outsideWritten === SELDOM),
      +(outsideWritten === WEAK),
      +(inside === UNSEEN && outsideWritten === UNSEEN),
      +(left && right),
      +left,
    ];
  }

  doubled({ gain, value, size, inside, before, twice, after }: Doubled): number[] {
    const level = this.level(twice, twice);
    return [
      1,
      gain,
      +(size >= 3),
      +((value & TERM) !== 0),
      (value & COST_BITS) * COST_STEP,
      +(level === UNSEEN),
      +(level === SELDOM),
      +(level === WEAK),
      (this.views.singles[twice] as number) * COST_STEP,
      +((this.pair(before, twice) & ENDS) !== 0),
      +((this.pair(twice, after) & BEGINS) !== 0),
      +inside,
    ];
  }

  swapped({ gain, value, size, before, first, second, after }: Swapped): number[] {
    const level = this.level(first, second);
    return [
      1,
      gain,
      +(size >= 3),
      +(size >= 4),
      +((value & TERM) !== 0),
      (value & COST_BITS) * COST_STEP,
      +(level === UNSEEN),
      +(level >= WEAK),
      this.level(before, second) + this.level(first, after),
      this.level(before, first) + this.level(second, after),
      +(before === OUTSIDE),
      +(after === OUTSIDE),
    ];
  }

  /** Short terms are often shortened on purpose (季通报, 公开性): hence the many places. */
  dropped(candidate: Dropped): number[] {
    const { gain, value, size, first, second, last, before, meant, after } = candidate;
    const { singles } = this.views;
    const level = this.level(before, after);
    return [
      1,
      gain,
      +(size >= 5),
      +(size >= 6),
      (value & COST_BITS) * COST_STEP,
      +(level === UNSEEN),
      +(level >= WEAK),
      this.level(before, meant),
      this.level(meant, after),
      +first,
      +second,
      +last,
      (singles[before] as number) * COST_STEP,
      (singles[after] as number) * COST_STEP,
      +second * (singles[before] as number) * COST_STEP,
      +last * (singles[before] as number) * COST_STEP,
    ];
  }

  private pair(a: number, b: number): number {
    return pairBits(this.views, a, b);
  }

  private level(a: number, b: number): number {
    return a === OUTSIDE || b === OUTSIDE ? USUAL : this.pair(a, b) & LEVEL;
  }
}

function weigh(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (features[i] as number) * (weights[i] as number);
  return sum;
}
