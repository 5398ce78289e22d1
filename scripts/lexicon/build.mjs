// Builds server/src/lexicon/data/lexicon.bin from terms.txt, recognized.txt, shapes.txt, jieba's dictionary, pinyin
// and counts over clean official prose: node scripts/lexicon/build.mjs [corpus.txt(.gz)]
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../run.mjs';
import { bundled } from './bundled.mjs';
import {
  countCharacters,
  countWords,
  isHan,
  pairKey,
  readCorpus,
  readDictionary,
} from './counts.mjs';
import { pack } from './pack.mjs';
import { similarities } from './similar.mjs';
import { readRecognized, readTerms } from './terms.mjs';

const here = (name) => path.join(ROOT, 'scripts/lexicon', name);
const corpusFile = process.argv[2] ?? path.join(ROOT, '../shared/clean-text/more-statutes.txt.gz');
const target = process.argv[3] ?? path.join(ROOT, 'server/src/lexicon/data/lexicon.bin');

/** Words beside the terms, at most. */
const TIER_TWO = 45_000;
/** Characters with a row in the matrix of pairs (and those of the terms). */
const MATRIX = 3_100;
/** A pair of neighbours that stands this often may still be there by chance. */
const CHANCE = 5;
/** A character that statutes use less often is never proposed, unless a term holds it. */
const MEANT = 500;
/** A pair that is more usual than this is not watched for lost characters. */
const WATCHED = 400;
/** A term this long is hardly ever shortened on purpose; nor is one looked for at a pair that stands oftener. */
const LONG = 5;
const SEEN = 4000;
/** Share of a text at which the engine may be made to stop for slips in terms. */
const MARKED = 0.006;
/** Share of the statutes in the probability of a word; the rest is jieba's general prose. */
const STATUTES = 0.75;
/** Names are recognised, never proposed. */
const NAME = /^(nr|ns|nt|nz|nrt|nrfg|i?j)/;

const reversed = new Map();
const layout = await bundled('server/src/lexicon/binary.ts');
const terms = readTerms(here('terms.txt'));
const dictionary = readDictionary();
const corpus = readCorpus(corpusFile);
const { total, singles, pairs } = countCharacters(corpus);
const words = countWords(corpus, [...terms.keys()]);
const dictionaryTotal = [...dictionary.values()].reduce((sum, { count }) => sum + count, 0);

const probability = (word) =>
  (STATUTES * (words.counts.get(word) ?? 0)) / words.total +
  ((1 - STATUTES) * (dictionary.get(word)?.count ?? 0)) / dictionaryTotal;
const cost = (p) => (p > 0 ? -Math.log(p) : 99);
const allHan = (word) => [...word].every((c) => c.length === 1 && isHan(c.charCodeAt(0)));

/** word → {cost, proposed, term}. */
const lexicon = new Map();
const ranked = [...new Set([...dictionary.keys(), ...words.counts.keys()])]
  .filter((w) => w.length > 1 && w.length <= 5 && allHan(w))
  .map((w) => [w, probability(w)])
  .sort((a, b) => b[1] - a[1])
  .slice(0, TIER_TWO);
for (const [word, p] of ranked) {
  const proposed =
    !NAME.test(dictionary.get(word)?.tag ?? '') &&
    ((words.counts.get(word) ?? 0) >= 10 || (dictionary.get(word)?.count ?? 0) >= 100);
  lexicon.set(word, { cost: cost(p), proposed, term: false });
}
for (const [word, { floor, proposed }] of terms) {
  if (word.length > layout.LONGEST) continue;
  lexicon.set(word, {
    cost: Math.min(cost(probability(word)), floor),
    proposed: proposed || (lexicon.get(word)?.proposed ?? false),
    term: proposed,
  });
}

// Characters with a row in the matrix: those of the terms and the most frequent ones.
const frequency = new Map([...singles].map(([code, n]) => [String.fromCharCode(code), n]));
const general = new Map();
for (const [word, { count }] of dictionary)
  if (allHan(word)) for (const c of word) general.set(c, (general.get(c) ?? 0) + count);
const weight = (c) => (frequency.get(c) ?? 0) + (general.get(c) ?? 0) / 10;
const inTermsList = new Set([...terms.keys()].join(''));
const characters = [...new Set([...frequency.keys(), ...general.keys()])]
  .sort((a, b) => weight(b) - weight(a))
  .filter((c, i) => i < MATRIX || inTermsList.has(c));
const meant = new Set(characters.filter((c) => (frequency.get(c) ?? 0) >= MEANT));
for (const word of terms.keys()) for (const c of word) meant.add(c);

// Written characters: all that GB 2312 has, and those of the corpus and the table of shapes.
const written = new Set([
  ...characters,
  ...gb2312(),
  ...fs.readFileSync(here('shapes.txt'), 'utf8'),
]);
for (const c of written) if (c.length > 1 || !isHan(c.charCodeAt(0))) written.delete(c);
const likes = similarities(written, meant, frequency, here('shapes.txt'), layout);

/** Level of a pair: counts of clean text, mended by what the dictionary and the terms hold. */
const inDictionary = new Map();
for (const [word, { count }] of dictionary) {
  for (let i = 0; i + 1 < word.length; i++) {
    const key = pairKey(word.charCodeAt(i), word.charCodeAt(i + 1));
    inDictionary.set(key, (inDictionary.get(key) ?? 0) + count);
  }
}
const inWords = new Set();
for (const [word, { proposed }] of lexicon)
  if (proposed)
    for (let i = 0; i + 1 < word.length; i++)
      inWords.add(pairKey(word.charCodeAt(i), word.charCodeAt(i + 1)));
const inTerms = new Set();
for (const word of terms.keys())
  for (let i = 0; i + 1 < word.length; i++)
    inTerms.add(pairKey(word.charCodeAt(i), word.charCodeAt(i + 1)));

function level(key) {
  if (inTerms.has(key)) return layout.USUAL;
  const n = pairs.get(key) ?? 0;
  const known = inDictionary.get(key) ?? 0;
  if (n === 0 && known === 0) return layout.UNSEEN;
  const a = singles.get(Math.floor(key / 0x10000)) ?? 1;
  const b = singles.get(key % 0x10000) ?? 1;
  const affinity = Math.log((Math.max(n, 0.5) * total) / (a * b));
  if (inWords.has(key)) return n > 3 && affinity > -1 ? layout.USUAL : layout.WEAK;
  if (n <= 1 || (n <= CHANCE && affinity < -0.5)) return known >= 100 ? layout.WEAK : layout.SELDOM;
  return affinity < -1 ? layout.WEAK : layout.USUAL;
}

const matrix = new Map();
for (const key of new Set([...pairs.keys(), ...inDictionary.keys(), ...inTerms]))
  matrix.set(key, level(key));
const flag = (word, at, bit) => {
  const key = pairKey(word.charCodeAt(at), word.charCodeAt(at + 1));
  matrix.set(key, (matrix.get(key) ?? 0) | bit);
};
for (const word of lexicon.keys()) {
  flag(word, 0, layout.BEGINS);
  flag(word, word.length - 2, layout.ENDS);
}
// A term that lost a character leaves a pair that may be usual elsewhere (诚信公民, 政府信公开).
for (const [word, { proposed, kind }] of terms) {
  if (!proposed || kind === 'policy' || word.length < 5) continue;
  for (let k = 1; k + 1 < word.length; k++) {
    const key = pairKey(word.charCodeAt(k - 1), word.charCodeAt(k + 1));
    if (inTerms.has(key) || inWords.has(key) || (pairs.get(key) ?? 0) > WATCHED) continue;
    if (matrix.has(key)) matrix.set(key, (matrix.get(key) & ~layout.LEVEL) | layout.SELDOM);
  }
}
// Long terms are looked for at pairs that other words have, too: 信公 is in 微信公众号.
const watched = [];
for (const [word, { proposed, kind }] of terms) {
  if (!proposed || kind === 'policy' || word.length < LONG) continue;
  for (let k = 1; k + 1 < word.length; k++)
    if ((pairs.get(pairKey(word.charCodeAt(k - 1), word.charCodeAt(k + 1))) ?? 0) <= SEEN)
      watched.push([word.charCodeAt(k - 1), word.charCodeAt(k + 1)]);
}
// A slip in a term can leave only pairs that are usual elsewhere (答复意见, 行政复意): the less usual
// of the two is marked, so that the engine stops there; marks cost time, so they are rationed.
let ration = Math.round(total * MARKED);
const marks = new Map();
for (const [word, { proposed, kind }] of terms) {
  if (!proposed || kind === 'policy' || word.length < 3) continue;
  for (let k = 0; k < word.length; k++) {
    for (const [c, how] of mistakenFor(word[k])) {
      if (how === layout.NEAR_SOUND) continue;
      const left = k > 0 ? pairKey(word.charCodeAt(k - 1), c.charCodeAt(0)) : undefined;
      const right =
        k + 1 < word.length ? pairKey(c.charCodeAt(0), word.charCodeAt(k + 1)) : undefined;
      const both = [left, right].filter((key) => key !== undefined);
      const usual = (key) => inTerms.has(key) || (matrix.get(key) & layout.LEVEL) >= layout.WEAK;
      if (!both.every(usual)) continue;
      const key = both
        .filter((key) => !inTerms.has(key))
        .sort((a, b) => (pairs.get(a) ?? 0) - (pairs.get(b) ?? 0))[0];
      if (key !== undefined) marks.set(key, pairs.get(key) ?? 0);
    }
  }
}
for (const [key, count] of [...marks].sort((a, b) => a[1] - b[1])) {
  ration -= count;
  if (ration < 0) break;
  matrix.set(key, (matrix.get(key) & ~layout.LEVEL) | layout.SELDOM);
}
// Pairs at which the engine must stop to look for a confusion, however usual they are.
const { looks } = await bundled('server/src/lexicon/confusions.ts');
for (const pair of looks()) {
  const key = pairKey(pair.charCodeAt(0), pair.charCodeAt(1));
  matrix.set(key, ((matrix.get(key) ?? 0) & ~layout.LEVEL) | layout.SELDOM);
}
// Rare words of two characters are not in the table of words; their pair says that they exist.
for (const [word, { count }] of dictionary)
  if (word.length === 2 && count >= 3) flag(word, 0, layout.BEGINS | layout.ENDS);

const singleCost = (c) =>
  Math.min(
    16,
    cost(Math.max(probability(c), 0.02 * ((singles.get(c.charCodeAt(0)) ?? 0) / total))),
  );

const gapTerms = [...terms]
  .filter(([word, { proposed }]) => proposed && word.length >= 3 && word.length <= layout.LONGEST)
  .map(([word]) => word);

const commonness = (c) => Math.log1p(frequency.get(c) ?? 0);

const bytes = pack(layout, {
  characters,
  matrix,
  singleCost,
  commonness,
  lexicon,
  likes,
  gapTerms,
  watched,
  recognized: readRecognized(here('recognized.txt')),
});
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(target, bytes);
console.error(
  `${terms.size} terms, ${lexicon.size} words, ${characters.length} characters, ` +
    `${matrix.size} pairs, ${bytes.length} bytes`,
);

/** The other way round than `likes`: what the character may have been written as. */
function mistakenFor(c) {
  if (!reversed.size)
    for (const [x, list] of likes)
      for (const [meantOne, how] of list)
        reversed.set(meantOne, [...(reversed.get(meantOne) ?? []), [x, how]]);
  return reversed.get(c) ?? [];
}

function* gb2312() {
  const decoder = new TextDecoder('gb2312');
  for (let high = 0xb0; high < 0xf8; high++)
    for (let low = 0xa1; low < 0xff; low++) yield decoder.decode(Uint8Array.of(high, low));
}
