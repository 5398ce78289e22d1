// Which characters are mistaken for which: by sound (pinyin-pro), by near sound, by shape (shapes.txt).
import fs from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** What input methods take for the same syllable. */
const NEAR = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^n/, 'l'],
  [/^f/, 'h'],
  [/ang$/, 'an'],
  [/ing$/, 'in'],
  [/eng$/, 'en'],
];

function fold(syllable) {
  return NEAR.reduce((s, [from, to]) => s.replace(from, to), syllable);
}

/** All readings with tone, the usual one first. */
function readings(character) {
  const all = pinyin(character, { multiple: true, toneType: 'num', type: 'array', v: true });
  return all.filter((s) => /^[a-zü]+[0-5]$/.test(s));
}

/**
 * For each of `written`, which of `meant` it may stand for: a list of [character, kind], the
 * likelier kinds first, the more frequent characters of a kind first.
 */
export function similarities(written, meant, frequency, shapesFile, kinds) {
  const bySound = new Map();
  const add = (key, c) => bySound.set(key, (bySound.get(key) ?? new Set()).add(c));
  const soundKeys = (c) =>
    readings(c).map((r) => ({ exact: r, syllable: r.slice(0, -1), near: fold(r.slice(0, -1)) }));
  for (const c of meant) {
    for (const { exact, syllable, near } of soundKeys(c)) {
      add(`=${exact}`, c);
      add(`-${syllable}`, c);
      add(`~${near}`, c);
    }
  }
  const shapes = readShapes(shapesFile);
  const result = new Map();
  for (const x of written) {
    const found = new Map();
    const take = (set, kind) => {
      for (const c of set ?? []) if (c !== x && meant.has(c) && !found.has(c)) found.set(c, kind);
    };
    const keys = soundKeys(x);
    for (const k of keys) take(bySound.get(`=${k.exact}`), kinds.SAME_SOUND);
    for (const k of keys) take(bySound.get(`-${k.syllable}`), kinds.SAME_SYLLABLE);
    take(shapes.get(x), kinds.SHAPE);
    for (const k of keys) take(bySound.get(`~${k.near}`), kinds.NEAR_SOUND);
    const list = [...found].sort(
      (a, b) => a[1] - b[1] || (frequency.get(b[0]) ?? 0) - (frequency.get(a[0]) ?? 0),
    );
    if (list.length) result.set(x, list);
  }
  return result;
}

function readShapes(file) {
  const shapes = new Map();
  const link = (a, b) => shapes.set(a, (shapes.get(a) ?? new Set()).add(b));
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [first, ...others] = line;
    for (const c of others) {
      link(first, c);
      link(c, first);
    }
  }
  return shapes;
}
