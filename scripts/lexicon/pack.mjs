// Writes the lexicon as the bytes that server/src/lexicon/binary.ts describes.

export function pack(
  layout,
  { characters, matrix, singleCost, commonness, lexicon, likes, gapTerms, watched, recognized },
) {
  const list = ['', '', ...characters];
  const numbers = new Map(list.map((c, i) => [c, i]));
  const { likeCodes, likeStarts, likeList } = packLikes(likes, numbers);
  const { terms, termStarts, gapBits, gapStarts, gaps } = packGaps(layout, gapTerms, lexicon);
  const { wordKeys, wordValues } = packWords(layout, lexicon);
  const sections = {
    characters: Uint16Array.from(list, (c) => (c ? c.charCodeAt(0) : 0)),
    pairs: packPairs(layout, list.length, matrix, numbers),
    singles: Uint8Array.from(list, (c) => Math.round((c ? singleCost(c) : 16) / layout.COST_STEP)),
    commonness: Uint8Array.from(list, (c) => Math.round((c ? commonness(c) : 0) * 10)),
    wordKeys,
    wordValues,
    likeCodes,
    likeStarts,
    likes: likeList,
    terms,
    termStarts,
    gapBits,
    gapStarts,
    gaps,
    watchedBits: packWatched(layout, watched),
    recognized: Uint32Array.from(recognized, layout.hashOf).sort(),
  };
  return join(layout, sections);
}

function join(layout, sections) {
  const head = new Uint32Array(1 + layout.SECTIONS.length * 2);
  head[0] = layout.MAGIC;
  let offset = head.byteLength;
  const parts = [head];
  layout.SECTIONS.forEach((name, i) => {
    const bytes = new Uint8Array(sections[name].buffer);
    head[1 + 2 * i] = offset;
    head[2 + 2 * i] = bytes.length;
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength)));
}

function packPairs(layout, size, matrix, numbers) {
  const bytes = new Uint8Array((size * size + 1) >> 1);
  const set = (a, b, value) => {
    const cell = a * size + b;
    bytes[cell >> 1] |= value << ((cell & 1) << 2);
  };
  // Whatever stands beside no Han character is not judged.
  for (let i = 0; i < size; i++) {
    set(layout.OUTSIDE, i, layout.USUAL);
    if (i) set(i, layout.OUTSIDE, layout.USUAL);
  }
  for (const [key, value] of matrix) {
    const a = numbers.get(String.fromCharCode(Math.floor(key / 0x10000)));
    const b = numbers.get(String.fromCharCode(key % 0x10000));
    if (a !== undefined && b !== undefined) set(a, b, value);
  }
  return bytes;
}

function packWords(layout, lexicon) {
  const wordKeys = new Uint16Array(layout.WORD_SLOTS);
  const wordValues = new Uint8Array(layout.WORD_SLOTS);
  const entries = new Map();
  for (const word of lexicon.keys())
    for (let n = 2; n < word.length; n++) entries.set(word.slice(0, n), layout.BEGINNING);
  for (const [word, { cost, proposed, term }] of lexicon) {
    const units = Math.min(layout.BEGINNING - 1, Math.round(cost / layout.COST_STEP));
    entries.set(word, units | (proposed ? layout.PROPOSED : 0) | (term ? layout.TERM : 0));
  }
  for (const [word, value] of entries) {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = layout.step(hash, word.charCodeAt(i));
    const print = layout.fingerprint(hash);
    let slot = layout.slotOf(hash);
    while (wordKeys[slot] !== 0) slot = (slot + 1) & (layout.WORD_SLOTS - 1);
    wordKeys[slot] = print;
    wordValues[slot] = value;
  }
  console.error(`${entries.size} words and beginnings in ${layout.WORD_SLOTS} slots`);
  return { wordKeys, wordValues };
}

function packWatched(layout, watched) {
  const bits = new Uint8Array(layout.WATCHED_BITS >> 3);
  for (const [a, b] of watched) {
    const bit = layout.watchedBit(a, b);
    bits[bit >> 3] |= 1 << (bit & 7);
  }
  return bits;
}

function packLikes(likes, numbers) {
  const codes = [...likes.keys()].map((c) => c.charCodeAt(0)).sort((a, b) => a - b);
  const starts = [0];
  const list = [];
  for (const code of codes) {
    for (const [c, kind] of likes.get(String.fromCharCode(code)))
      if (numbers.has(c)) list.push((numbers.get(c) << 2) | kind);
    starts.push(list.length);
  }
  console.error(`${list.length} likes of ${codes.length} characters`);
  return {
    likeCodes: Uint16Array.from(codes),
    likeStarts: Uint32Array.from(starts),
    likeList: Uint16Array.from(list),
  };
}

/** Which term a text lacks one character of, by the two characters beside the gap. */
function packGaps(layout, gapTerms, lexicon) {
  const codes = [];
  const termStarts = [0];
  const gapBits = new Uint8Array(layout.GAP_BITS >> 3);
  const buckets = Array.from({ length: layout.GAP_BUCKETS }, () => []);
  gapTerms.forEach((term, t) => {
    for (const c of term) codes.push(c.charCodeAt(0));
    termStarts.push(codes.length);
    for (let k = 0; k < term.length; k++) {
      // X政府 says nothing of X: what is left is a word of its own.
      if (k === 0 && lexicon.has(term.slice(1))) continue;
      if (k === term.length - 1 && term.length === 3 && lexicon.has(term.slice(0, -1))) continue;
      const [kind, a, b] =
        k === 0
          ? [layout.GAP_FIRST, 1, 2]
          : k === term.length - 1
            ? [layout.GAP_LAST, k - 2, k - 1]
            : [layout.GAP_INSIDE, k - 1, k + 1];
      const hash = layout.gapHash(kind, term.charCodeAt(a), term.charCodeAt(b));
      gapBits[layout.gapBit(hash) >> 3] |= 1 << (layout.gapBit(hash) & 7);
      buckets[layout.gapBucket(hash)].push((layout.gapPrint(hash) << 18) | (t << 4) | k);
    }
  });
  const gapStarts = new Uint16Array(layout.GAP_BUCKETS + 1);
  const gaps = [];
  buckets.forEach((entries, i) => {
    gapStarts[i] = gaps.length;
    gaps.push(...entries);
  });
  gapStarts[layout.GAP_BUCKETS] = gaps.length;
  console.error(`${gaps.length} gaps of ${gapTerms.length} terms`);
  return {
    terms: Uint16Array.from(codes),
    termStarts: Uint16Array.from(termStarts),
    gapBits,
    gapStarts,
    gaps: Uint32Array.from(gaps, (g) => g >>> 0),
  };
}
