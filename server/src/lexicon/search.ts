// The pass over a text: finds the rare places where neighbouring characters do not go together,
// and asks there, and only there, what was meant.
import { confusionAt, looks } from './confusions.js';
import { Evidence } from './evidence.js';
import { add, type Hit } from './hit.js';
import { BEGINS, ENDS, LEVEL, OUTSIDE, PROPOSED, RARE, USUAL, type Views, WEAK } from './layout.js';
import { Suspect } from './suspect.js';

/** Said twice on purpose. */
const SOFTENED = new Set([
  '研究',
  '讨论',
  '商量',
  '考虑',
  '学习',
  '了解',
  '一个',
  '一件',
  '一项',
  '一点',
]);

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
    for (let i = from; i < to; i++) {
      const number = numbers[text.charCodeAt(i)] as number;
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
    if ((words.value(text) & PROPOSED) === 0 || SOFTENED.has(text)) return undefined;
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
    const { wrong, right } = found.confusion;
    const end = found.start + wrong.length;
    const kind = wrong === '的的' ? 'double' : 'confusion';
    const sure = { margin: 3, shared: false, term: true };
    return { start: found.start, end, text: right, others: [], kind, ...sure };
  }
}
