// Fits the weights of the evidence and writes server/src/lexicon/weights.ts:
// node scripts/lexicon/fit.mjs [corpus.txt(.gz)]
// Slips are injected into the evaluation's sentences and terms; what must not be found is an eighth
// of the corpus that is kept out of the counts for the purpose (a lexicon of its own is built).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { random, SLIPS } from '../../test/eval/inject.mjs';
import { ROOT } from '../run.mjs';
import { bundled } from './bundled.mjs';
import { readCorpus } from './counts.mjs';
import { readTerms } from './terms.mjs';

/** False alarms allowed in the part kept out (two million characters), by kind. */
const ALARMS = { changed: 50, doubled: 8, swapped: 6, dropped: 3 };
/** Reports shorten terms on purpose more than statutes do. */
const SHORTENED = 3;
/** Where statutes are too tame to hold the cut up, it goes no lower than this. */
const LOWEST = { changed: -9, doubled: -1, swapped: -0.3, dropped: 0 };
/** Weight of what must not be found against what must. */
const CAUTION = 3;
const KINDS = {
  sound: 'changed',
  near: 'changed',
  shape: 'changed',
  double: 'doubled',
  swap: 'swapped',
  drop: 'dropped',
};

const { Search } = await bundled('server/src/lexicon/search.ts');
const { Evidence } = await bundled('server/src/lexicon/evidence.ts');
const { viewsOf } = await bundled('server/src/lexicon/binary.ts');

const [counted, kept] = split(
  readCorpus(process.argv[2] ?? path.join(ROOT, '../shared/clean-text/more-statutes.txt.gz')),
);
const views = viewsOf(lexiconWithout(counted));

/** An evidence that writes down what it is asked. */
class Recorder extends Evidence {
  seen = [];
  ofChange = (c) => this.record('changed', c);
  ofDouble = (c) => this.record('doubled', c);
  ofSwap = (c) => this.record('swapped', c);
  ofDrop = (c) => this.record('dropped', c);
  record(kind, c) {
    this.seen.push({ kind, ...c, features: this[kind](c) });
    return -1;
  }
}
const recorder = new Recorder(views);
const search = new Search(views, recorder);
function candidates(text) {
  recorder.seen = [];
  search.find(text, 0, text.length);
  return recorder.seen;
}

const wrong = onceEach(candidates(kept));
const { right, made } = injected();
const weights = {};
for (const kind of Object.keys(ALARMS)) {
  const yes = right.filter((c) => c.kind === kind);
  const no = wrong.filter((c) => c.kind === kind);
  weights[kind] = fit(yes, no, ALARMS[kind], made[kind]);
}
fs.writeFileSync(
  path.join(ROOT, 'server/src/lexicon/weights.ts'),
  `// Written by scripts/lexicon/fit.mjs: weights of the features in evidence.ts, in their order.\n` +
    `export const WEIGHTS = {\n${Object.entries(weights)
      .map(([kind, list]) => `  ${kind}: [${list.map((w) => Number(w.toFixed(2))).join(', ')}],\n`)
      .join('')}} as const;\n`,
);

/** Every eighth block of lines is kept. */
function split(text) {
  const parts = [[], []];
  for (const [i, line] of text.split('\n').entries())
    parts[+(Math.floor(i / 400) % 8 === 3)].push(line);
  return parts.map((lines) => lines.join('\n'));
}

function lexiconWithout(text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-fit-'));
  const [corpus, target] = [path.join(folder, 'corpus.txt'), path.join(folder, 'lexicon.bin')];
  fs.writeFileSync(corpus, text);
  const build = path.join(ROOT, 'scripts/lexicon/build.mjs');
  const { status } = spawnSync(process.execPath, [build, corpus, target], { stdio: 'inherit' });
  if (status !== 0) throw new Error('build.mjs failed');
  const bytes = fs.readFileSync(target);
  fs.rmSync(folder, { recursive: true });
  return bytes;
}

/** What turns up again and again is dropped by the engine as a habit. */
function onceEach(list) {
  const keyOf = (c) =>
    `${c.kind} ${c.written ?? c.first ?? c.twice} ${c.before} ${c.after} ${c.second}`;
  const byKey = new Map();
  for (const c of list) byKey.set(keyOf(c), [...(byKey.get(keyOf(c)) ?? []), c]);
  return [...byKey.values()].flatMap((same) => {
    const different = new Map(same.map((c) => [c.features.join(), c]));
    return same.length > 2 * different.size ? [] : [...different.values()];
  });
}

/** Candidates that are the very slip injected. */
function injected() {
  const jieba = Jieba.withDict(dict);
  const real = new Set(
    Buffer.from(dict)
      .toString('utf8')
      .split('\n')
      .map((l) => l.split(' ')[0]),
  );
  const right = [];
  const made = { changed: 0, doubled: 0, swapped: 0, dropped: 3 };
  for (const { text, start, word, rounds } of items(jieba)) {
    for (const [slipKind, kind] of Object.entries(KINDS)) {
      for (let round = 0; round < rounds; round++) {
        const slip = SLIPS[slipKind](word, random(round * 7919 + start * 31 + text.length * 17));
        if (!slip || slip === word || real.has(slip)) continue;
        if (kind === 'dropped' && word.length < 4) continue;
        made[kind]++;
        const at = [...slip].findIndex((c, i) => c !== word[i]);
        const number = (c) => views.numbers[(c ?? ' ').charCodeAt(0)];
        const hit = candidates(text.slice(0, start) + slip + text.slice(start + word.length)).find(
          (c) =>
            c.kind === kind &&
            (kind !== 'changed' ||
              (c.written === number(slip[at]) && c.meant === number(word[at]))) &&
            (kind !== 'swapped' ||
              (c.first === number(slip[at]) && c.second === number(slip[at + 1]))) &&
            (kind !== 'dropped' || c.meant === number(word[at])),
        );
        if (hit) right.push(hit);
      }
    }
  }
  return { right, made };
}

function* items(jieba) {
  const lines = fs.readFileSync(path.join(ROOT, 'test/eval/sentences.txt'), 'utf8').split('\n');
  for (const text of lines) {
    if (!text || text.startsWith('#')) continue;
    let start = 0;
    for (const word of jieba.cut(text, false)) {
      if (/^[\u4e00-\u9fff]{2,}$/.test(word)) yield { text, start, word, rounds: 3 };
      start += word.length;
    }
  }
  for (const [word, { kind, proposed }] of readTerms(path.join(ROOT, 'scripts/lexicon/terms.txt')))
    if (proposed && kind !== 'policy' && word.length >= 4)
      yield { text: `不断加强${word}工作，`, start: 4, word, rounds: 1 };
}

/** Logistic regression by Newton's method; the cut leaves as many false alarms as are allowed. */
function fit(yes, no, alarms, made) {
  const rows = [...yes, ...no].map((c) => c.features);
  const n = rows[0].length;
  const share = (CAUTION * yes.length) / no.length;
  let weights = new Array(n).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = new Array(n).fill(0);
    const hessian = Array.from({ length: n }, (_, i) =>
      new Array(n).fill(0).map((_, j) => (i === j ? 1 : 0)),
    );
    rows.forEach((row, r) => {
      const p = 1 / (1 + Math.exp(-dot(row, weights)));
      const weight = r < yes.length ? 1 : share;
      for (let i = 0; i < n; i++) {
        if (row[i] === 0) continue;
        gradient[i] += weight * (p - +(r < yes.length)) * row[i];
        for (let j = 0; j < n; j++) hessian[i][j] += weight * p * (1 - p) * row[i] * row[j];
      }
    });
    for (let i = 0; i < n; i++) gradient[i] += weights[i];
    const change = solve(hessian, gradient);
    weights = weights.map((w, i) => w - change[i]);
  }
  const scores = no.map((c) => dot(c.features, weights)).sort((a, b) => b - a);
  const recall = (cut) => yes.filter((c) => dot(c.features, weights) > cut).length / made;
  for (const k of [0, 2, 5, 10, 20, 40, 60])
    if (k < scores.length)
      console.error(
        `${yes[0].kind}: ${k} alarms, recall ${(100 * recall(scores[k])).toFixed(1)} %, cut ${scores[k].toFixed(2)}`,
      );
  if (yes[0].kind === 'dropped') weights[0] -= SHORTENED;
  weights[0] -= Math.max(LOWEST[yes[0].kind], scores[Math.min(alarms, scores.length - 1)]);
  return weights;
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Gaussian elimination. */
function solve(matrix, vector) {
  const n = vector.length;
  const m = matrix.map((row, i) => [...row, vector[i]]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) pivot = r;
    [m[i], m[pivot]] = [m[pivot], m[i]];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = m[r][i] / m[i][i];
      for (let c = i; c <= n; c++) m[r][c] -= factor * m[i][c];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}
