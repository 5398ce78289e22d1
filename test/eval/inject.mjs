// Makes slips of every kind, without the lexicon's own tables of sounds where it can: seeded, so
// that two runs are the same.
import fs from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** mulberry32. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const HAN = /^[\u4e00-\u9fff]$/;
const NEAR = {
  zh: 'z',
  z: 'zh',
  ch: 'c',
  c: 'ch',
  sh: 's',
  s: 'sh',
  n: 'l',
  l: 'n',
  f: 'h',
  h: 'f',
};
const NEAR_END = { ang: 'an', an: 'ang', ing: 'in', in: 'ing', eng: 'en', en: 'eng' };

const syllable = (c) => pinyin(c, { toneType: 'none', type: 'array', v: true })[0];

/** The 3,755 common characters (GB 2312, level one) by syllable. */
function commonBySound() {
  const decoder = new TextDecoder('gb2312');
  const table = new Map();
  for (let high = 0xb0; high <= 0xd7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) {
      const c = decoder.decode(Uint8Array.of(high, low));
      if (!HAN.test(c)) continue;
      const key = syllable(c);
      table.set(key, [...(table.get(key) ?? []), c]);
    }
  return table;
}

const sounds = commonBySound();

function nearSyllables(s) {
  const parts = /^([zcs]h|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(s);
  const result = [];
  if (NEAR[parts[1]]) result.push(NEAR[parts[1]] + parts[2]);
  if (NEAR_END[parts[2]]) result.push(parts[1] + NEAR_END[parts[2]]);
  return result;
}

/** Classic look-alikes, a list of the evaluation's own. */
const SHAPES = new Map();
for (const group of fs
  .readFileSync(new URL('shapes.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\s+/))
  for (const c of group)
    SHAPES.set(c, [...(SHAPES.get(c) ?? []), ...[...group].filter((d) => d !== c)]);

const pick = (list, next) => list[Math.floor(next() * list.length)];

/** Kind → (word, random) → the word with one slip, or undefined when it cannot have one. */
export const SLIPS = {
  sound: (word, next) =>
    replaceOne(word, next, (c) => sounds.get(syllable(c))?.filter((d) => d !== c)),
  near: (word, next) =>
    replaceOne(word, next, (c) => nearSyllables(syllable(c)).flatMap((s) => sounds.get(s) ?? [])),
  shape: (word, next) => replaceOne(word, next, (c) => SHAPES.get(c)),
  drop: (word, next) => {
    const at = Math.floor(next() * word.length);
    return word.slice(0, at) + word.slice(at + 1);
  },
  double: (word, next) => {
    const at = Math.floor(next() * word.length);
    return word.slice(0, at) + word[at] + word.slice(at);
  },
  swap: (word, next) => {
    const at = Math.floor(next() * (word.length - 1));
    if (word[at] === word[at + 1]) return undefined;
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  },
};

function replaceOne(word, next, choices) {
  const places = [...word].map((c, i) => [i, choices(c)]).filter(([, list]) => list?.length);
  if (places.length === 0) return undefined;
  const [at, list] = pick(places, next);
  return word.slice(0, at) + pick(list, next) + word.slice(at + 1);
}
