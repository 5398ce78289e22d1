// Terms of which a text lacks one character, found by the two characters beside the gap.
import { gapBit, gapBucket, gapHash, gapPrint, type Views } from './binary.js';

/** Told of a gap at `at`: the character that the term has there, its length, the place in it. */
export type TakeGap = (at: number, width: 0 | 1, code: number, size: number, place: number) => void;

export class Gaps {
  private hash = 0;

  constructor(private readonly views: Views) {}

  /** Whether some term may have a gap with these neighbours; `find` goes on from here. */
  may(kind: number, a: number, b: number): boolean {
    const hash = gapHash(kind, a, b);
    this.hash = hash;
    const bit = gapBit(hash);
    return (((this.views.gapBits[bit >> 3] as number) >> (bit & 7)) & 1) === 1;
  }

  /**
   * Calls `take` for each term whose gap has the neighbours last asked for, and whose other
   * characters all stand in the text; `at` is the place of the gap, `width` 1 if another character
   * stands there, 0 if none.
   */
  find(text: string, from: number, to: number, at: number, width: 0 | 1, take: TakeGap): void {
    const { gapStarts, gaps, terms, termStarts } = this.views;
    const bucket = gapBucket(this.hash);
    const end = gapStarts[bucket + 1] as number;
    const print = gapPrint(this.hash);
    for (let k = gapStarts[bucket] as number; k < end; k++) {
      const entry = gaps[k] as number;
      if (entry >>> 18 !== print) continue;
      const term = (entry >>> 4) & 0x3fff;
      const place = entry & 15;
      const first = termStarts[term] as number;
      const size = (termStarts[term + 1] as number) - first;
      const start = at - place;
      if (start < from || start + size - 1 + width > to) continue;
      let m = 0;
      for (; m < size; m++) {
        if (m === place) continue;
        const there = m < place ? start + m : start + m - 1 + width;
        if (text.charCodeAt(there) !== terms[first + m]) break;
      }
      if (m === size) take(at, width, terms[first + place] as number, size, place);
    }
  }
}
