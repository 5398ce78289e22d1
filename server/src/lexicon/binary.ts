// How the lexicon lies in its file: sections, hashes, and the views on them that the engine reads.
// The build script writes with the same constants (it bundles this file), so they cannot drift.

/** First word of the file; raise the last digit when the layout changes. */
export const MAGIC = 0x4e424c32;

/** Order of the sections. Each starts on a multiple of four bytes. */
export const SECTIONS = [
  'characters', // Uint16: the code of each character that has a row in the matrix, by its number
  'pairs', // Uint8: two characters beside each other, four bits a pair
  'singles', // Uint8: cost of each such character as a word of its own
  'commonness', // Uint8: ten times the logarithm of how often each stands in clean text
  'wordKeys', // Uint16: fingerprints of words and of their beginnings
  'wordValues', // Uint8: cost and kind of the word
  'likeCodes', // Uint16: characters that resemble others, by code
  'likeStarts', // Uint32: where their lists begin
  'likes', // Uint16: what they resemble: number of the character << 2 | how
  'terms', // Uint16: the letters of all terms
  'termStarts', // Uint16: where each term begins
  'gapBits', // Uint8: a bit for each hash of a gap that some term has
  'gapStarts', // Uint16: where each bucket of gaps begins
  'gaps', // Uint32: fingerprint << 18 | term << 4 | place in the term
  'watchedBits', // Uint8: a bit for each hash of two characters that a long term has with one between
  'recognized', // Uint32: hashes of words and names that are right however odd they look, ascending
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Numbers of the two that are no characters of the matrix. */
export const OUTSIDE = 0;
export const RARE = 1;

// The four bits of a pair.
/** How often the pair stands in clean text. */
export const LEVEL = 3;
export const UNSEEN = 0;
export const SELDOM = 1;
export const WEAK = 2;
export const USUAL = 3;
/** A known word begins with the pair. */
export const BEGINS = 4;
/** A known word ends with the pair. */
export const ENDS = 8;

// The byte of a word.
/** Lower six bits: cost, in steps of COST_STEP nats. */
export const COST_BITS = 63;
/** That cost says: no word, only the beginning of one. */
export const BEGINNING = 63;
export const COST_STEP = 1 / 3;
/** May be proposed. */
export const PROPOSED = 64;
/** A term of the hand-made list. */
export const TERM = 128;
/** No word is looked for beyond this length. */
export const LONGEST = 12;

/** How a character resembles another. */
export const SAME_SOUND = 0;
export const SAME_SYLLABLE = 1;
export const NEAR_SOUND = 2;
export const SHAPE = 3;

export const WORD_SLOTS = 1 << 17;
export const GAP_BUCKETS = 1 << 15;

/** Hash of a word so far and its next character. Begin with 0. */
export function step(hash: number, code: number): number {
  const h = Math.imul(hash ^ code, 0x9e3779b1);
  return h ^ (h >>> 15);
}

/** Hash of a recognised word. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash >>> 0;
}

/** Slot in which the search for a hash begins. */
export function slotOf(hash: number): number {
  return (Math.imul(hash, 0x85ebca6b) >>> 15) & (WORD_SLOTS - 1);
}

/** Fingerprint of a hash; 0 means an empty slot. */
export function fingerprint(hash: number): number {
  return hash & 0xffff || 1;
}

/** Kinds of gap: before the two characters, between them, after them. */
export const GAP_FIRST = 1;
export const GAP_INSIDE = 2;
export const GAP_LAST = 3;

export function gapHash(kind: number, first: number, second: number): number {
  const h = Math.imul(((first << 16) | second) ^ (kind << 29), 0x9e3779b1);
  return Math.imul(h ^ (h >>> 15), 0x85ebca6b);
}

export function gapBucket(hash: number): number {
  return hash >>> 17;
}

/** Place of a hash among the bits. */
export const GAP_BITS = 1 << 18;
export function gapBit(hash: number): number {
  return hash >>> 14;
}

/** 14 bits of the hash that the bucket does not use up. */
export function gapPrint(hash: number): number {
  return hash & 0x3fff;
}

/** Place of the hash of two characters among the bits. */
export const WATCHED_BITS = 1 << 18;
export function watchedBit(first: number, second: number): number {
  return gapHash(0, first, second) >>> 14;
}

export interface Views {
  readonly size: number;
  /** Number of each character code in the matrix. */
  readonly numbers: Uint16Array;
  readonly characters: Uint16Array;
  readonly pairs: Uint8Array;
  readonly singles: Uint8Array;
  readonly commonness: Uint8Array;
  readonly wordKeys: Uint16Array;
  readonly wordValues: Uint8Array;
  /** Index + 1 of each character code in the lists of likes. */
  readonly likeIndex: Uint16Array;
  readonly likeStarts: Uint32Array;
  readonly likes: Uint16Array;
  readonly terms: Uint16Array;
  readonly termStarts: Uint16Array;
  readonly gapBits: Uint8Array;
  readonly gapStarts: Uint16Array;
  readonly gaps: Uint32Array;
  readonly watchedBits: Uint8Array;
  readonly recognized: Uint32Array;
}

/** The four bits of a pair of character numbers. */
export function pairBits({ pairs, size }: Views, first: number, second: number): number {
  const cell = first * size + second;
  return ((pairs[cell >> 1] as number) >> ((cell & 1) << 2)) & 15;
}

/** Lays views over the bytes of the file; only the two indexes by character code are built. */
export function viewsOf(bytes: Uint8Array): Views {
  const data = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new Uint32Array(data.buffer, data.byteOffset, 1 + SECTIONS.length * 2);
  if (head[0] !== MAGIC) throw new Error('Not a lexicon of this version.');
  const place = (name: SectionName): [ArrayBuffer, number, number] => {
    const i = SECTIONS.indexOf(name);
    return [
      data.buffer as ArrayBuffer,
      data.byteOffset + (head[1 + 2 * i] as number),
      head[2 + 2 * i] as number,
    ];
  };
  const u8 = (name: SectionName) => {
    const [buffer, offset, length] = place(name);
    return new Uint8Array(buffer, offset, length);
  };
  const u16 = (name: SectionName) => {
    const [buffer, offset, length] = place(name);
    return new Uint16Array(buffer, offset, length >> 1);
  };
  const u32 = (name: SectionName) => {
    const [buffer, offset, length] = place(name);
    return new Uint32Array(buffer, offset, length >> 2);
  };
  const characters = u16('characters');
  const numbers = new Uint16Array(0x10000);
  numbers.fill(RARE, 0x4e00, 0xa000);
  for (let i = RARE + 1; i < characters.length; i++) numbers[characters[i] as number] = i;
  const likeCodes = u16('likeCodes');
  const likeIndex = new Uint16Array(0x10000);
  for (let i = 0; i < likeCodes.length; i++) likeIndex[likeCodes[i] as number] = i + 1;
  return {
    size: characters.length,
    numbers,
    characters,
    pairs: u8('pairs'),
    singles: u8('singles'),
    commonness: u8('commonness'),
    wordKeys: u16('wordKeys'),
    wordValues: u8('wordValues'),
    likeIndex,
    likeStarts: u32('likeStarts'),
    likes: u16('likes'),
    terms: u16('terms'),
    termStarts: u16('termStarts'),
    gapBits: u8('gapBits'),
    gapStarts: u16('gapStarts'),
    gaps: u32('gaps'),
    watchedBits: u8('watchedBits'),
    recognized: u32('recognized'),
  };
}
