// Which texts may have a passage in common, without comparing each with each: shingles of five characters
// (Broder 1997), MinHash sketches of passages, and bands of them (locality-sensitive hashing).
//
// The chance that two passages agree in one value of their sketches is their Jaccard likeness J (what both
// have, of what either has). Bands of two out of 128 values miss a pair with the chance (1 − J²)^64: of
// passages half alike one in a hundred million, a third alike one in 1,900, a quarter alike one in 60.
// That is the only error: what is then said of a pair is counted, not estimated.

/** Characters of a shingle. */
export const SHINGLE = 5;
/** Values of a sketch, and how many of them must agree at once. */
const VALUES = 128;
const ROWS = 2;
/** A passage is two blocks; the next begins with the second of them. */
const BLOCK = 120;

const NONE = 0xffffffff;
const SEEDS = Uint32Array.from({ length: VALUES }, (_, i) => mixed(i + 1));

/** A number for the shingle at each place; the last four places have none. */
export function shinglesOf(words: string): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - SHINGLE + 1));
  for (let i = 0; i < shingles.length; i++) {
    let hash = 0;
    for (let j = i; j < i + SHINGLE; j++)
      hash = Math.imul(hash ^ words.charCodeAt(j), 0x9e3779b1) ^ (hash >>> 15);
    shingles[i] = mixed(hash);
  }
  return shingles;
}

/** Sketches of the blocks of a text, one after another; places where `counts` is 0 weigh nothing. */
export function sketchOf(shingles: Uint32Array, counts: Uint8Array): Uint32Array {
  const blocks = Math.ceil(shingles.length / BLOCK);
  const sketch = new Uint32Array(blocks * VALUES).fill(NONE);
  for (let i = 0; i < shingles.length; i++) {
    if (counts[i] === 0) continue;
    const from = Math.floor(i / BLOCK) * VALUES;
    const shingle = shingles[i] as number;
    for (let k = 0; k < VALUES; k++) {
      const value = mixed(shingle ^ (SEEDS[k] as number));
      if (value < (sketch[from + k] as number)) sketch[from + k] = value;
    }
  }
  return sketch;
}

/** Pairs of texts (by their places in the list, the smaller first) that may have a passage in common. */
export function candidates(sketches: readonly Uint32Array[]): Set<number> {
  const pairs = new Set<number>();
  for (let band = 0; band < VALUES; band += ROWS) {
    const buckets = new Map<number, number[]>();
    for (const [text, sketch] of sketches.entries())
      for (let at = 0; at < sketch.length; at += VALUES) {
        const key = keyOf(sketch, at, band);
        if (key === null) continue;
        const bucket = buckets.get(key);
        if (!bucket) buckets.set(key, [text]);
        else if (bucket.at(-1) !== text) {
          for (const other of bucket) pairs.add(other * sketches.length + text);
          bucket.push(text);
        }
      }
  }
  return pairs;
}

/** The values of a band, of the passage that begins with a block; null for one that has nothing of its own. */
function keyOf(sketch: Uint32Array, at: number, band: number): number | null {
  let key = 0;
  for (let k = band; k < band + ROWS; k++) {
    const value = Math.min(sketch[at + k] as number, sketch[at + VALUES + k] ?? NONE);
    if (value === NONE) return null;
    key = mixed(key ^ value) + k;
  }
  return key;
}

/** All bits of a number depend on all bits of the other (MurmurHash3’s last step). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
