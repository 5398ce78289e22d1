// Reads terms.txt: kind and term a line; a term with marks in it gives its parts. And recognized.txt.
import fs from 'node:fs';

/** No term costs more than this (nats), however seldom statutes use it. */
const FLOOR = {
  label: 9.5,
  heading: 9.5,
  disclosure: 9.5,
  institution: 10,
  phrase: 10,
  policy: 10.5,
  known: 11,
};

/** term → {kind, floor, proposed}. */
export function readTerms(file) {
  const terms = new Map();
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [kind, text] = line.split(' ');
    if (!(kind in FLOOR)) throw new Error(`terms.txt: unknown kind in "${line}"`);
    for (const part of text.split(/[^\u4e00-\u9fff]+/)) {
      if (part.length < 2 || terms.has(part)) continue;
      terms.set(part, { kind, floor: FLOOR[kind], proposed: kind !== 'known' });
    }
  }
  return terms;
}

/** Words and names that are right, one a line. */
export function readRecognized(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
}
