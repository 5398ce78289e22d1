// Judges a place where two neighbours do not go together: which one step would make known words of
// the characters there, and is it believed?

import {
  BEGINS,
  ENDS,
  LEVEL,
  LONGEST,
  OUTSIDE,
  PROPOSED,
  RARE,
  SHAPE,
  TERM,
  UNSEEN,
  USUAL,
  type Views,
  WEAK,
} from './binary.js';
import { Trial } from './editedStretch.js';
import type { Evidence } from './evidence.js';
import type { Hit } from './hit.js';
import type { SlipKind } from './nearMiss.js';
import { isGivenName, isHead, isParticle } from './personNames.js';
import type { Cut } from './segmenter.js';
import { TermsAround } from './termsAround.js';

/** A single character that costs no more explains itself beside a word: 的, 和, 我, 让 … */
const CHEAP = 22;

/**
 * Nats that a mending must gain where known words meet in what is written: 开工｜工作 without one 工, with less
 * ease 可以｜以; where words cover both characters that it swaps; where what comes out is a word seldom meant.
 */
const MEETING = 5;
const MEETING_PARTICLE = 8;
const COVERED = 8;
const SELDOM_MEANT = 8;
/** The margin of what may be right as it stands, however much is gained. */
const UNSURE = 2;

/** A term of so many characters is hardly ever shortened. */
const LONG = 5;

/** What a name may go without: 住房和城乡建设局 and 住房城乡建设局. */
const LEFT_OUT = '和与及的或者之了';

/** From this margin on a candidate is told: less than even chances where false alarms are seldom. */
const LEAST: Readonly<Record<SlipKind, number>> = {
  sound: -0.5,
  shape: -0.5,
  double: -3,
  swap: -2,
  drop: -4,
  confusion: 0,
};

export class Suspect {
  readonly trial: Trial;
  private readonly around: TermsAround;
  private text = '';
  private best: Hit | undefined;
  /** Where a known word ends before the place that is looked at; 0 if none does. */
  private leftWordEnd = 0;

  constructor(
    private readonly views: Views,
    private readonly evidence: Evidence,
  ) {
    this.trial = new Trial(views);
    // Made once: a closure for each look would cost more than the look.
    this.around = new TermsAround(views, (at, width, code, size, place) => {
      if (width === 0) this.lost(at, code, size);
      else this.other(at, code, size, place);
    });
  }

  /** The text that is judged next, and its bounds. */
  set(text: string, from: number, to: number): void {
    this.text = text;
    this.trial.set(text, from, to);
    this.around.set(text, from, to);
  }

  /** The pair (i - 1, i) is unusual: why? The best answer, if one is believed. */
  inspect(i: number): Hit | undefined {
    const { trial } = this;
    const a = trial.number(i - 1);
    const b = trial.number(i);
    const before = trial.number(i - 2);
    const after = trial.number(i + 1);
    const leftWord = before !== OUTSIDE && (trial.words.pair(before, a) & ENDS) !== 0;
    const rightWord = after !== OUTSIDE && (trial.words.pair(b, after) & BEGINS) !== 0;
    this.leftWordEnd = leftWord ? i : 0;
    const covered = (leftWord && (rightWord || this.cheap(b))) || (rightWord && this.cheap(a));
    this.best = undefined;
    trial.close();
    this.around.at(i, covered);
    if (a === b) {
      // 中奖｜奖金, 参与｜与监督: two words that meet, no slip unless much is gained
      const meet = isParticle(this.text[i]) ? leftWord || rightWord : leftWord && rightWord;
      const least = isParticle(this.text[i]) ? MEETING_PARTICLE : MEETING;
      this.double(i, meet ? least : 0);
    } else {
      if (!covered && !leftWord) this.likes(i - 1);
      if (!covered && !rightWord) this.likes(i);
      this.swaps(i, covered ? COVERED : 0);
    }
    return this.best;
  }

  /** The pair (i - 1, i) is usual: but does a long term lack a character there? */
  lostAt(i: number): Hit | undefined {
    this.best = undefined;
    this.leftWordEnd = 0;
    this.trial.close();
    this.around.between(i);
    return this.best;
  }

  private cheap(number: number): boolean {
    return (this.views.singles[number] as number) <= CHEAP;
  }

  /** Tries the characters that resemble the one at p. */
  private likes(p: number): void {
    const { likeIndex, likeStarts, likes } = this.views;
    const index = likeIndex[this.text.charCodeAt(p)] as number;
    if (index === 0) return;
    const { pairs, size } = this.views;
    const a = this.trial.number(p - 1);
    const x = this.trial.number(p);
    const b = this.trial.number(p + 1);
    const was = (this.trial.words.pair(a, x) & LEVEL) + (this.trial.words.pair(x, b) & LEVEL);
    const end = likeStarts[index] as number;
    for (let k = likeStarts[index - 1] as number; k < end; k++) {
      const like = likes[k] as number;
      const c = like >> 2;
      const before = a * size + c;
      const after = c * size + b;
      const l = ((pairs[before >> 1] as number) >> ((before & 1) << 2)) & 15;
      const r = ((pairs[after >> 1] as number) >> ((after & 1) << 2)) & 15;
      if ((l < BEGINS || (l & LEVEL) < WEAK) && (r < BEGINS || (r & LEVEL) < WEAK)) continue;
      if ((l & LEVEL) + (r & LEVEL) < was + 2) continue;
      const gain = this.trial.change(p, this.views.characters[c] as number);
      const word = this.trial.wordAt(p);
      if ((word.value & PROPOSED) === 0) continue;
      const margin = this.evidence.ofChange({
        gain,
        how: like & 3,
        value: word.value,
        size: word.end - word.start,
        left: word.start < p,
        right: word.end > p + 1,
        before: a,
        written: x,
        meant: c,
        after: b,
      });
      if (margin < 0 && this.isSetOff(p, word)) continue;
      this.offer(margin, (like & 3) === SHAPE ? 'shape' : 'sound', word, 0);
    }
  }

  /** 已｜公开, 未｜印发: one character before or behind a word. */
  private isSetOff(p: number, { start, end }: Cut): boolean {
    if (end - start < 3) return false;
    return (
      (p === start && this.isWord(start + 1, end)) || (p === end - 1 && this.isWord(start, end - 1))
    );
  }

  /** Tries the text without one of two equal neighbours, which must gain something. */
  private double(i: number, least: number): void {
    const next = this.text[i + 1];
    if (next === '（' || next === '(') return; // 共和国国（边）境
    const gain = this.trial.remove(i);
    const word = this.trial.wordAt(i - 1);
    if (gain < least || !isMeant(word, gain)) return;
    // 所在村｜村民, 我县｜县政府
    if ((least > 0 || word.start === i - 1) && isHead(this.text[i])) return;
    const inside = word.start < i - 1 && word.end > i;
    // 外交部｜部长: a word that is longer than what they share
    if (least > 0 && inside && (this.isWord(i - 3, i) || this.isWord(i, i + 3))) return;
    const margin = this.evidence.ofDouble({
      gain,
      value: word.value,
      size: word.end - word.start,
      inside,
      before: this.trial.number(i - 2),
      twice: this.trial.number(i),
      after: this.trial.number(i + 1),
    });
    this.offer(least > 0 ? Math.min(margin, UNSURE) : margin, 'double', word, 1);
  }

  /** Tries to swap the two, or one of them with its other neighbour, which must gain something. */
  private swaps(i: number, least: number): void {
    let before = this.trial.number(i - 3);
    let a = this.trial.number(i - 2);
    let b = this.trial.number(i - 1);
    for (let j = i - 2; j <= i; j++) {
      const after = this.trial.number(j + 2);
      if (this.goBetterSwapped(before, a, b, after)) {
        const gain = this.trial.swap(j);
        const word = this.trial.wordAt(j);
        if (gain >= least && word.end >= j + 2 && isMeant(word, gain)) {
          const { value, start, end } = word;
          const around = { before, first: a, second: b, after };
          const margin = this.evidence.ofSwap({ gain, value, size: end - start, ...around });
          this.offer(least > 0 ? Math.min(margin, UNSURE) : margin, 'swap', word, 0);
        }
      }
      before = a;
      a = b;
      b = after;
    }
  }

  /** Whether two characters, by their numbers and those around, may be the right ones in the wrong order. */
  private goBetterSwapped(before: number, a: number, b: number, after: number): boolean {
    if (a <= RARE || b <= RARE || a === b) return false;
    const { words } = this.trial;
    const pair = words.pair(b, a);
    if ((pair & LEVEL) < USUAL) return false;
    const l = words.pair(before, b);
    const r = words.pair(a, after);
    const known =
      pair >= BEGINS ||
      (before !== OUTSIDE && l >= BEGINS && (l & LEVEL) === USUAL) ||
      (after !== OUTSIDE && r >= BEGINS);
    if (!known) return false;
    const fixed = (l & LEVEL) + (pair & LEVEL) + (r & LEVEL);
    const written =
      (words.pair(before, a) & LEVEL) + (words.pair(a, b) & LEVEL) + (words.pair(b, after) & LEVEL);
    return fixed > written;
  }

  /** The character of a term may be missing before `at`. */
  private lost(at: number, code: number, size: number): void {
    if (size < 4 || LEFT_OUT.includes(String.fromCharCode(code))) return;
    const gain = this.trial.insert(at, code);
    const word = this.trial.wordAt(at);
    if ((word.value & PROPOSED) === 0) return;
    if (this.goesOn(at, word) || this.isCovered(word.start, word.end - 1)) return;
    const margin = this.evidence.ofDrop({
      gain,
      size: word.end - word.start,
      value: word.value,
      first: at === word.start,
      second: at === word.start + 1,
      last: at === word.end - 1,
      before: this.trial.number(at - 1),
      meant: this.views.numbers[code] as number,
      after: this.trial.number(at),
    });
    // short words are shortened on purpose: 创新度, 季通报
    if (margin >= -1 || size >= LONG) this.offer(margin, 'drop', word, -1);
  }

  /** 申请开｜垦, 显著效｜益: as it stands, the last character begins a word, or the first one ends one. */
  private goesOn(at: number, { start, end }: Cut): boolean {
    const { trial } = this;
    const last = end - 2;
    if (trial.number(end - 1) !== OUTSIDE) {
      const pair = trial.words.pair(trial.number(last), trial.number(end - 1)) & BEGINS;
      if (at === last + 1 ? pair !== 0 : pair !== 0 && this.isWord(last, end)) return true;
    }
    const before = trial.number(start - 1);
    return (
      at === start &&
      before !== OUTSIDE &&
      (trial.words.pair(before, trial.number(at)) & ENDS) !== 0
    );
  }

  /** 微信｜公众｜平台: words alone, each of two characters or more, from `start` to `end`. */
  private isCovered(start: number, end: number): boolean {
    const reached = new Set([start]);
    for (let at = start; at < end; at++)
      if (reached.has(at))
        for (let to = at + 2; to <= Math.min(end, at + LONGEST); to++)
          if (this.isWord(at, to)) reached.add(to);
    return reached.has(end);
  }

  private isWord(start: number, end: number): boolean {
    return this.trial.words.isWord(this.text.slice(start, end));
  }

  /** Another character than that of a term may stand at p. */
  private other(p: number, code: number, size: number, place: number): void {
    const written = this.text.charCodeAt(p);
    const x = this.trial.number(p);
    if (x === OUTSIDE || written === code) return;
    const how = this.resemblance(written, code);
    if (how < 0 && !this.isStranger(p, x, size, place)) return;
    const gain = this.trial.change(p, code);
    const word = this.trial.wordAt(p);
    if ((word.value & PROPOSED) === 0) return;
    const margin = how < 0 ? this.evidence.ofOther(gain) : this.evidence.ofTerm(gain);
    this.offer(margin, how < 0 || how === SHAPE ? 'shape' : 'sound', word, 0);
  }

  /** Inside a long term, and goes with neither neighbour. */
  private isStranger(p: number, x: number, size: number, place: number): boolean {
    if (size < 4 || place === 0 || place === size - 1) return false;
    const { words } = this.trial;
    return (
      (words.pair(this.trial.number(p - 1), x) & LEVEL) === UNSEEN &&
      (words.pair(x, this.trial.number(p + 1)) & LEVEL) === UNSEEN
    );
  }

  /** How the written character resembles the one meant; -1 if it does not. */
  private resemblance(written: number, meant: number): number {
    const { likeIndex, likeStarts, likes, numbers } = this.views;
    const index = likeIndex[written] as number;
    if (index === 0) return -1;
    const wanted = numbers[meant] as number;
    const end = likeStarts[index] as number;
    for (let k = likeStarts[index - 1] as number; k < end; k++) {
      const like = likes[k] as number;
      if (like >> 2 === wanted) return like & 3;
    }
    return -1;
  }

  /** Keeps the candidate if it is believed, and the best so far. `removed`: characters less. */
  private offer(margin: number, kind: SlipKind, { start, end, value }: Cut, removed: number): void {
    const { best } = this;
    const last = end + removed;
    if (margin < LEAST[kind] || (last - start === 2 && this.isInName(start))) return;
    const text = this.trial.fixed(start, end);
    const same = best && best.start === start && best.end === last;
    if (same && best.text === text) {
      best.margin = Math.max(best.margin, margin);
      return;
    }
    if (best && best.margin >= margin) {
      if (same && !best.others.includes(text)) best.others.push(text);
      return;
    }
    const others = same ? [best.text, ...best.others.filter((other) => other !== text)] : [];
    const term = (value & TERM) !== 0 && end - start > 2;
    const shared = start === this.leftWordEnd - 1 || this.mayGoOn(start, last, text);
    this.best = { start, end: last, text, others, kind, margin, shared, term };
  }

  /** 王工开: the two characters from `start` are a given name, or a surname and the beginning of one. */
  private isInName(start: number): boolean {
    return isGivenName(this.text, start) || isGivenName(this.text, start + 1);
  }

  /** 图书｜官网: the last character alone differs, and with the next one, left over, may be a word not known. */
  private mayGoOn(start: number, end: number, right: string): boolean {
    const rest = right.slice(0, -1);
    if (rest.length < 2 || this.text.slice(start, end - 1) !== rest) return false;
    const { trial } = this;
    const next = trial.number(end);
    if (next === OUTSIDE || this.cheap(next) || !trial.words.isWord(rest)) return false;
    return ![2, 3, 4].some((size) => trial.words.isWord(this.text.slice(end, end + size)));
  }
}

/** Whether a word may be what was meant. */
function isMeant({ value }: Cut, gain: number): boolean {
  return (value & PROPOSED) !== 0 || (value !== 0 && gain >= SELDOM_MEANT);
}
