// Lines that belong to words: drawn below them or through them. They are no borders, and what is
// struck out is no text.
import type { DrawnGlyph } from './glyphs.js';
import type { RuledLine } from './ruledLines.js';

/** Points by which the ends of a line and of its words may differ. */
const NEAR = 1;
/** In heights of a character, from the line that words stand on: where a line is below them, or in them. */
const BELOW = -0.35;
const THROUGH = 0.1;
const TOP = 0.6;
/** Points: lines of higher characters are looked for no further up and down. */
const REACH = 12;
/** A line of words that is struck more often is hatched. */
const MOST_STRIKES = 200;

/** Of lines across those of words, and what they strike out. */
export class WordLines {
  /** Characters by where they begin and end, in whole points. */
  readonly #starts = new Map<number, DrawnGlyph>();
  readonly #ends = new Map<number, DrawnGlyph>();
  /** By the height of the words in whole points. */
  readonly #strikes = new Map<number, RuledLine[]>();

  constructor(glyphs: readonly DrawnGlyph[]) {
    for (const glyph of glyphs) {
      if (glyph.vertical) continue;
      this.#starts.set(keyOf(glyph.start[0], glyph.start[1]), glyph);
      this.#ends.set(keyOf(glyph.end[0], glyph.start[1]), glyph);
    }
  }

  /** Whether it runs below words or through them, from where one begins to where one ends. */
  takes(line: RuledLine): boolean {
    const middle = Math.round(line.at);
    for (let base = middle - REACH; base <= middle + REACH; base++) {
      const first = characterAt(this.#starts, line.from, base);
      if (!first || !characterAt(this.#ends, line.to, base)) continue;
      const rise = (line.at - first.start[1]) / first.size;
      if (rise < BELOW || rise > TOP) continue;
      if (rise > THROUGH) this.#strike(Math.round(first.start[1]), line);
      return true;
    }
    return false;
  }

  /** Whether a line runs through it. */
  isStruck({ start, end, size, vertical }: DrawnGlyph): boolean {
    if (vertical || this.#strikes.size === 0) return false;
    const middle = (start[0] + end[0]) / 2;
    return (this.#strikes.get(Math.round(start[1])) ?? []).some(
      ({ at, from, to }) => from < middle && middle < to && at - start[1] < TOP * size,
    );
  }

  /** How many words, or runs of them, are struck out. */
  get strikes(): number {
    return [...this.#strikes.values()].reduce((sum, { length }) => sum + length, 0);
  }

  #strike(base: number, line: RuledLine): void {
    const known = this.#strikes.get(base) ?? [];
    this.#strikes.set(base, known);
    if (known.length < MOST_STRIKES) known.push(line);
  }
}

/** The character at a place, or within a point beside it. */
function characterAt(
  characters: ReadonlyMap<number, DrawnGlyph>,
  x: number,
  base: number,
): DrawnGlyph | undefined {
  const middle = Math.round(x);
  for (let near = middle - NEAR; near <= middle + NEAR; near++) {
    const found = characters.get(keyOf(near, base));
    if (found) return found;
  }
  return undefined;
}

/** No page is wider or higher. */
const WIDEST = 100_000;

function keyOf(x: number, y: number): number {
  return Math.round(x) * WIDEST + Math.round(y);
}
