// Tries the terms around a place that have a gap there: a character lost, or another in its stead.

import { GAP_FIRST, GAP_INSIDE, GAP_LAST, type Views } from './binary.js';
import { Gaps, type TakeGap } from './gaps.js';

export class TermsAround {
  private readonly gaps: Gaps;
  private text = '';
  private from = 0;
  private to = 0;

  constructor(
    views: Views,
    private readonly take: TakeGap,
  ) {
    this.gaps = new Gaps(views);
  }

  set(text: string, from: number, to: number): void {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** All gaps at (i - 1, i); `covered`: known words explain both sides, so look inside terms only. */
  at(i: number, covered: boolean): void {
    const c2 = this.code(i - 2);
    const c1 = this.code(i - 1);
    const d0 = this.code(i);
    const d1 = this.code(i + 1);
    this.look(GAP_INSIDE, c2, d0, i - 1, 1);
    this.look(GAP_INSIDE, c1, d1, i, 1);
    this.look(GAP_INSIDE, c1, d0, i, 0);
    if (covered) return;
    this.look(GAP_LAST, c2, c1, i, 0);
    this.look(GAP_LAST, c2, c1, i, 1);
    this.look(GAP_FIRST, d0, d1, i, 0);
    this.look(GAP_FIRST, d0, d1, i - 1, 1);
    this.look(GAP_LAST, this.code(i - 3), c2, i - 1, 1);
    this.look(GAP_FIRST, d1, this.code(i + 2), i, 1);
  }

  /** A gap between the two of (i - 1, i), within a term. */
  between(i: number): void {
    this.look(GAP_INSIDE, this.code(i - 1), this.code(i), i, 0);
  }

  private look(kind: number, a: number, b: number, at: number, width: 0 | 1): void {
    if (this.gaps.may(kind, a, b))
      this.gaps.find(this.text, this.from, this.to, at, width, this.take);
  }

  private code(at: number): number {
    return at >= this.from && at < this.to ? this.text.charCodeAt(at) : 0;
  }
}
