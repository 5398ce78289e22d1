// A stretch of Han characters around a place, and what it would cost with one thing changed.
import { OUTSIDE, type Views } from './binary.js';
import { type Cut, Segmenter, WINDOW } from './segmenter.js';

/** Characters that are looked at on either side of a suspect. */
const REACH = 6;

export class Trial {
  readonly words: Segmenter;
  private readonly window = new Uint16Array(WINDOW);
  private readonly codes = new Uint16Array(WINDOW);
  private text = '';
  private from = 0;
  private to = 0;
  /** Place in the text where the stretch begins. */
  private left = 0;
  private length = 0;
  private base = 0;

  constructor(private readonly views: Views) {
    this.words = new Segmenter(views);
  }

  /** The text that is tried next, and its bounds. */
  set(text: string, from: number, to: number): void {
    this.text = text;
    this.from = from;
    this.to = to;
    this.length = 0;
  }

  /** Forgets the stretch; the next try opens another. */
  close(): void {
    this.length = 0;
  }

  /** Number of the character at a place; OUTSIDE beyond the bounds. */
  number(at: number): number {
    return at < this.from || at >= this.to
      ? OUTSIDE
      : (this.views.numbers[this.text.charCodeAt(at)] as number);
  }

  /** Nats gained with another character at `at`. */
  change(at: number, code: number): number {
    this.open(at);
    const k = at - this.left;
    this.codes.set(this.window);
    this.codes[k] = code;
    return this.base - this.words.edited(this.codes, this.length, k, k + 1);
  }

  /** Nats gained with `at` and the character behind it swapped. */
  swap(at: number): number {
    this.open(at);
    const k = at - this.left;
    if (k + 1 >= this.length) return 0;
    this.codes.set(this.window);
    this.codes[k] = this.window[k + 1] as number;
    this.codes[k + 1] = this.window[k] as number;
    return this.base - this.words.edited(this.codes, this.length, k, k + 2);
  }

  /** Nats gained with a character before `at`. */
  insert(at: number, code: number): number {
    this.open(at);
    const k = at - this.left;
    this.codes.set(this.window.subarray(0, k));
    this.codes[k] = code;
    this.codes.set(this.window.subarray(k, this.length), k + 1);
    return this.base - this.words.edited(this.codes, this.length + 1, k, k + 1);
  }

  /** Nats gained without the character at `at`, which equals the one before it. */
  remove(at: number): number {
    this.open(at);
    const k = at - this.left;
    if (k < 1) return 0;
    this.codes.set(this.window.subarray(0, k));
    this.codes.set(this.window.subarray(k + 1, this.length), k);
    return this.base - this.words.edited(this.codes, this.length - 1, k - 1, k);
  }

  /** The word at a place of the text, in the stretch last tried; places are those of the text. */
  wordAt(at: number): Cut {
    const { start, end, value } = this.words.wordAt(at - this.left);
    return { start: start + this.left, end: end + this.left, value };
  }

  /** The fixed text between two places. */
  fixed(start: number, end: number): string {
    let text = '';
    for (let k = start - this.left; k < end - this.left; k++)
      text += String.fromCharCode(this.codes[k] as number);
    return text;
  }

  private open(at: number): void {
    if (this.length) return;
    let left = at;
    while (at - left < REACH && this.number(left - 1) !== OUTSIDE) left--;
    let right = at;
    while (right - at <= REACH && this.number(right) !== OUTSIDE) right++;
    this.left = left;
    this.length = right - left;
    for (let k = left; k < right; k++) this.window[k - left] = this.text.charCodeAt(k);
    this.base = this.words.open(this.window, this.length);
  }
}
