// The cheapest way to cut a short stretch of characters into known words (nats, lower is likelier),
// and what it would cost after an edit: only the words that touch the edit are looked up again.
import {
  BEGINNING,
  BEGINS,
  COST_BITS,
  COST_STEP,
  ENDS,
  fingerprint,
  LONGEST,
  pairBits,
  slotOf,
  step,
  type Views,
  WORD_SLOTS,
} from './binary.js';

/** The longest stretch that is ever cut. */
export const WINDOW = 24;
/** A word of two characters that is known to exist but too rare for the table. */
const RARE_WORD = Math.round(14 / COST_STEP);
const NEVER = 0x3fffffff;

/** A word of a cut; `value` is 0 for a single character. */
export interface Cut {
  start: number;
  end: number;
  value: number;
}

export class Segmenter {
  /** Costs up to each place, and from each place to the end, of the stretch as written. */
  private readonly ahead = new Int32Array(WINDOW + 1);
  private readonly behind = new Int32Array(WINDOW + 1);
  private length = 0;
  /** The same for the edited stretch, within the edit. */
  private readonly costs = new Int32Array(WINDOW + 1);
  private readonly from = new Int8Array(WINDOW + 1);
  private readonly values = new Uint8Array(WINDOW + 1);
  private total = NEVER;
  private readonly tail: Cut = { start: 0, end: 0, value: 0 };
  /** Words found in the stretch: start, end, cost. */
  private readonly edges = new Int32Array(WINDOW * LONGEST * 3);

  constructor(private readonly views: Views) {}

  /** The four bits of a pair of character numbers. */
  pair(a: number, b: number): number {
    return pairBits(this.views, a, b);
  }

  /** Cuts the stretch as it is written: its cost. */
  open(codes: Uint16Array, length: number): number {
    const { ahead, behind, edges } = this;
    const { numbers, singles } = this.views;
    this.length = length;
    ahead.fill(NEVER, 0, length + 1);
    ahead[0] = 0;
    let count = 0;
    for (let s = 0; s < length; s++) {
      const first = codes[s] as number;
      const number = numbers[first] as number;
      const base = ahead[s] as number;
      const single = singles[number] as number;
      edges[count++] = s;
      edges[count++] = s + 1;
      edges[count++] = single;
      if (base + single < (ahead[s + 1] as number)) ahead[s + 1] = base + single;
      if (s + 1 === length) break;
      const second = codes[s + 1] as number;
      const flags = this.pair(number, numbers[second] as number);
      if ((flags & BEGINS) === 0) continue;
      let hash = step(step(0, first), second);
      let e = s + 2;
      let rare = (flags & ENDS) !== 0;
      for (;;) {
        const value = this.lookup(hash);
        let cost = value & COST_BITS;
        if (value < 0 || cost === BEGINNING) cost = rare ? RARE_WORD : NEVER;
        rare = false;
        if (cost !== NEVER) {
          edges[count++] = s;
          edges[count++] = e;
          edges[count++] = cost;
          if (base + cost < (ahead[e] as number)) ahead[e] = base + cost;
        }
        if (value < 0 || e === length || e - s === LONGEST) break;
        hash = step(hash, codes[e] as number);
        e++;
      }
    }
    behind.fill(NEVER, 0, length);
    behind[length] = 0;
    for (let k = count - 3; k >= 0; k -= 3) {
      const s = edges[k] as number;
      const cost = (behind[edges[k + 1] as number] as number) + (edges[k + 2] as number);
      if (cost < (behind[s] as number)) behind[s] = cost;
    }
    return (ahead[length] as number) * COST_STEP;
  }

  /**
   * Cost of the stretch after an edit that put `codes[first…last)` where the written one had
   * something else; before and behind it the two are equal.
   */
  edited(codes: Uint16Array, length: number, first: number, last: number): number {
    const { ahead, behind, costs } = this;
    const { numbers, singles } = this.views;
    const shift = length - this.length;
    this.total =
      first === last ? (ahead[first] as number) + (behind[first - shift] as number) : NEVER;
    this.tail.start = this.tail.end = first;
    this.tail.value = 0;
    for (let s = Math.max(0, last - LONGEST); s <= first; s++) costs[s] = ahead[s] as number;
    costs.fill(NEVER, first + 1, last + 1);
    for (let s = Math.max(0, last - LONGEST); s < last; s++) {
      const code = codes[s] as number;
      const number = numbers[code] as number;
      const base = costs[s] as number;
      if (s >= first) this.offer(s, s + 1, base + (singles[number] as number), 0, last, shift);
      if (s + 1 === length) break;
      const second = codes[s + 1] as number;
      const flags = this.pair(number, numbers[second] as number);
      if ((flags & BEGINS) === 0) continue;
      let hash = step(step(0, code), second);
      let e = s + 2;
      if (flags & ENDS && e > first) this.offer(s, e, base + RARE_WORD, 0, last, shift);
      for (;;) {
        const value = this.lookup(hash);
        if (value < 0) break;
        const cost = value & COST_BITS;
        if (cost !== BEGINNING && e > first) this.offer(s, e, base + cost, value, last, shift);
        if (e === length || e - s === LONGEST) break;
        hash = step(hash, codes[e] as number);
        e++;
      }
    }
    return this.total * COST_STEP;
  }

  /** The word that covers a place of the edit, in the last edited stretch. */
  wordAt(place: number): Cut {
    let { start, end, value } = this.tail;
    while (start > place) {
      end = start;
      value = this.values[end] as number;
      start = this.from[end] as number;
    }
    return { start, end, value };
  }

  /** Value of a word, or -1. */
  value(word: string): number {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
    return this.lookup(hash);
  }

  isWord(text: string): boolean {
    const value = this.value(text);
    return value >= 0 && (value & COST_BITS) !== BEGINNING;
  }

  /** Value of the word with this hash, or -1. */
  private lookup(hash: number): number {
    const { wordKeys, wordValues } = this.views;
    const print = fingerprint(hash);
    let slot = slotOf(hash);
    for (;;) {
      const key = wordKeys[slot] as number;
      if (key === print) return wordValues[slot] as number;
      if (key === 0) return -1;
      slot = (slot + 1) & (WORD_SLOTS - 1);
    }
  }

  private offer(
    start: number,
    end: number,
    cost: number,
    value: number,
    last: number,
    shift: number,
  ): void {
    if (end >= last) {
      const total = cost + (this.behind[end - shift] as number);
      if (total >= this.total) return;
      this.total = total;
      this.tail.start = start;
      this.tail.end = end;
      this.tail.value = value;
    } else if (cost < (this.costs[end] as number)) {
      this.costs[end] = cost;
      this.from[end] = start;
      this.values[end] = value;
    }
  }
}
