// Counts over clean official prose: characters, neighbouring characters, words.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import zlib from 'node:zlib';
import { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);

export const isHan = (code) => code >= 0x4e00 && code <= 0x9fff;
export const pairKey = (a, b) => a * 0x10000 + b;

export function readCorpus(file) {
  const bytes = fs.readFileSync(file);
  return (file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
}

/** jieba's dictionary: word → {count, tag}. */
export function readDictionary() {
  const text = fs.readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8');
  const words = new Map();
  for (const line of text.split('\n')) {
    const [word, count, tag] = line.trim().split(' ');
    if (word && count) words.set(word, { count: Number(count), tag: tag ?? '' });
  }
  return words;
}

/** How often each character and each pair of neighbours stands in the text. */
export function countCharacters(text) {
  const singles = new Map();
  const pairs = new Map();
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const a = text.charCodeAt(i);
    if (!isHan(a)) continue;
    total++;
    singles.set(a, (singles.get(a) ?? 0) + 1);
    const b = text.charCodeAt(i + 1);
    if (isHan(b)) pairs.set(pairKey(a, b), (pairs.get(pairKey(a, b)) ?? 0) + 1);
  }
  return { total, singles, pairs };
}

/** How often each word stands in the text, cut with jieba's dictionary and the terms. */
export function countWords(text, terms) {
  const jieba = Jieba.withDict(fs.readFileSync(require.resolve('@node-rs/jieba/dict.txt')));
  jieba.loadDict(
    Buffer.from(
      terms
        .filter((t) => t.length < 5)
        .map((t) => `${t} 200 n`)
        .join('\n'),
    ),
  );
  const counts = new Map();
  let total = 0;
  for (const line of text.split('\n')) {
    for (const word of jieba.cut(line, false)) {
      if (!isHan(word.charCodeAt(0))) continue;
      total++;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return { total, counts };
}
