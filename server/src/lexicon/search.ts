// The pass over a text: finds the rare places where neighbouring characters do not go together,
// and asks there, and only there, what was meant.

import {
  BEGINS,
  ENDS,
  LEVEL,
  OUTSIDE,
  PROPOSED,
  RARE,
  USUAL,
  type Views,
  WEAK,
  watchedBit,
} from './binary.js';
import { confusionAt, looks } from './confusions.js';
import { Evidence } from './evidence.js';
import { add, type Hit } from './hit.js';
import { Suspect } from './suspect.js';

/** Said twice on purpose. */
const SOFTENED = /^(?:[一两几].|研究|讨论|商量|考虑|学习|了解|非常|千万)$/u;

/** The margin of what is sure. */
const CERTAIN = 3;
/** What a confusion must gain (nats): to be told, to be sure, to be told though a word ends within it. */
const LITTLE = 2;
const ENOUGH = 3.9;
const MUCH = 15;

export class Search {
  private readonly suspect: Suspect;
  private text = '';
  private from = 0;
  private to = 0;
  /** Cells of the pairs at which a confusion is looked for, and the characters that begin one. */
  private readonly looks = new Set<number>();
  private readonly mayLook: Uint8Array;

  constructor(
    private readonly views: Views,
    evidence = new Evidence(views),
  ) {
    this.suspect = new Suspect(views, evidence);
    this.mayLook = new Uint8Array(views.size);
    for (const pair of looks()) {
      const [a, b] = [views.numbers[pair.charCodeAt(0)], views.numbers[pair.charCodeAt(1)]];
      this.looks.add((a as number) * views.size + (b as number));
      this.mayLook[a as number] = 1;
    }
  }

  /** All slips between two offsets, in order; they do not overlap. */
  find(text: string, from: number, to: number): Hit[] {
    const { numbers, pairs, size } = this.views;
    this.text = text;
    this.from = from;
    this.to = to;
    this.suspect.set(text, from, to);
    const hits: Hit[] = [];
    let previous = OUTSIDE;
    let third = OUTSIDE;
    let fourth = OUTSIDE;
    let before = 0;
    let code = from > 0 ? text.charCodeAt(from - 1) : 0;
    for (let i = from; i < to; i++) {
      before = code;
      code = text.charCodeAt(i);
      const number = numbers[code] as number;
      if (number === OUTSIDE) {
        previous = OUTSIDE;
        third = OUTSIDE;
        continue;
      }
      const cell = previous * size + number;
      const level = ((pairs[cell >> 1] as number) >> ((cell & 1) << 2)) & LEVEL;
      if (level < WEAK || (number === previous && number > RARE)) {
        const known = this.mayLook[previous] === 1 && this.looks.has(cell);
        const hit = (known && this.confusion(i)) || this.suspect.inspect(i);
        if (hit) add(hits, hit);
      } else if (this.isWatched(before, code)) {
        const hit = this.suspect.lostAt(i);
        if (hit) add(hits, hit);
      }
      if (number === third && previous === fourth && number > RARE && previous > RARE) {
        const hit = this.repeated(i);
        if (hit) add(hits, hit);
      }
      fourth = third;
      third = previous;
      previous = number;
    }
    return hits;
  }

  /** Whether a long term has these two with another between them. */
  private isWatched(first: number, second: number): boolean {
    const bit = watchedBit(first, second);
    return (((this.views.watchedBits[bit >> 3] as number) >> (bit & 7)) & 1) === 1;
  }

  /** A word of two characters stands twice in a row, up to and with i. */
  private repeated(i: number): Hit | undefined {
    const { trial } = this.suspect;
    const pair = trial.words.pair(trial.number(i - 1), trial.number(i));
    if (trial.number(i - 1) === trial.number(i) || (pair & LEVEL) < USUAL) return undefined;
    if ((pair & BEGINS) === 0 || (pair & ENDS) === 0) return undefined;
    const text = this.text.slice(i - 1, i + 1);
    // Some words are said twice on purpose; and where both copies belong to longer words, the two
    // only meet: 人民政府｜政府信息公开.
    const { words } = trial;
    if ((words.value(text) & PROPOSED) === 0 || SOFTENED.test(text)) return undefined;
    const known = (start: number, end: number) =>
      start >= this.from && end <= this.to && words.isWord(this.text.slice(start, end));
    if (
      (known(i - 5, i - 1) || known(i - 4, i - 1)) &&
      (known(i - 1, i + 3) || known(i - 1, i + 2))
    )
      return undefined;
    const margin = 2;
    const term = false;
    const shared = false;
    return { start: i - 3, end: i + 1, text, others: [], kind: 'double', margin, shared, term };
  }

  /** A slip of the list of confusions with its look at (i - 1, i). */
  private confusion(i: number): Hit | undefined {
    const found = confusionAt(this.text, i, this.from, this.to);
    if (!found) return undefined;
    const { start, confusion } = found;
    const { wrong, right } = confusion;
    const end = start + wrong.length;
    const margin = this.marginOf(start, wrong, right);
    if (margin < 0) return undefined;
    const kind = wrong === '的的' ? 'double' : 'confusion';
    return { start, end, text: right, others: [], kind, margin, shared: false, term: true };
  }

  /**
   * How sure a confusion is whose characters are no word together: each may belong to a word of its
   * own, 公布｜署名, 转给｜于洪区, which the right ones cannot explain any better.
   */
  private marginOf(start: number, wrong: string, right: string): number {
    const { trial } = this.suspect;
    const { words } = trial;
    if (wrong.length !== right.length || words.isWord(wrong)) return CERTAIN;
    let at = 0;
    while (wrong[at] === right[at]) at++;
    trial.close();
    const gain = trial.change(start + at, right.charCodeAt(at));
    trial.close();
    // 归功于, 转给, 自己: a word that ends within
    const isShared = [1, 2, 3].some(
      (more) => start - more >= this.from && words.isWord(this.text.slice(start - more, start + 1)),
    );
    if (gain < (isShared ? MUCH : LITTLE)) return -1;
    return gain < ENOUGH ? 1 : CERTAIN;
  }
}
