// Recall by kind of slip, how often the first fix is right, and false alarms in clean text.
import fs from 'node:fs';
import path from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { bundled } from '../../scripts/lexicon/bundled.mjs';
import { readTerms } from '../../scripts/lexicon/terms.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { random, SLIPS } from './inject.mjs';

const at = (name) => path.join(ROOT, name);
const lines = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'));

/** Sentences to put terms into; the term stands at 〇. */
const FRAMES = [
  '〇',
  '，〇，',
  '不断加强〇工作，',
  '一是〇方面。',
  '关于〇的情况',
  '做好〇',
  '对〇进行了通报',
  '我镇〇情况',
  '开展〇培训',
];

export async function evaluate(options) {
  const verbose = options.includes('--verbose');
  /** `--least 0.9`: only what is found with this confidence counts. */
  const least = options.includes('--least') ? Number(options[options.indexOf('--least') + 1]) : 0;
  const { loadLexicon } = await bundled('server/src/lexicon/lexicon.ts');
  const lexicon = loadLexicon(fs.readFileSync(at('server/src/lexicon/data/lexicon.bin')));
  const jieba = Jieba.withDict(dict);
  const real = new Set(
    Buffer.from(dict)
      .toString('utf8')
      .split('\n')
      .map((l) => l.split(' ')[0]),
  );
  const missed = [];

  /** Injects each kind into each of the words and looks whether it is found there. */
  function measure(name, items, kinds = Object.keys(SLIPS)) {
    for (const kind of kinds) {
      const next = random(7);
      let made = 0;
      let found = 0;
      let right = 0;
      for (const { text, start, end } of items) {
        const word = text.slice(start, end);
        const slip = SLIPS[kind](word, next);
        if (!slip || slip === word || real.has(slip)) continue;
        const wrong = text.slice(0, start) + slip + text.slice(end);
        // Dropping one of two equal characters, and the like: cut into words again, all is well.
        if (jieba.cut(slip, false).every((w) => w.length > 1 && real.has(w)) && kind === 'drop')
          continue;
        made++;
        const hits = lexicon
          .findNearMisses(wrong)
          .filter(
            ({ span, confidence }) =>
              confidence >= least && span.start <= start + slip.length && span.end >= start,
          );
        if (hits.length === 0) {
          missed.push(
            `${name} ${kind}: ${text.slice(start - 4 < 0 ? 0 : start - 4, start)}[${slip}←${word}]${text.slice(end, end + 4)}`,
          );
          continue;
        }
        found++;
        const [{ span, suggestions }] = hits;
        const mended = wrong.slice(0, span.start) + suggestions[0] + wrong.slice(span.end);
        if (mended === text) right++;
        else missed.push(`${name} ${kind} WRONG FIX: [${slip}←${word}] → ${suggestions}`);
      }
      report(name, kind, made, found, right);
    }
  }

  console.log('slips of                      kind    made  found  first fix right');
  const terms = [...readTerms(at('scripts/lexicon/terms.txt'))];
  const framed = (list) =>
    list.flatMap((term, i) =>
      [0, 1, 2].map((k) => {
        const frame = FRAMES[(i * 3 + k) % FRAMES.length];
        const start = frame.indexOf('〇');
        return { text: frame.replace('〇', term), start, end: start + term.length };
      }),
    );
  measure(
    'terms of three or more',
    framed(
      terms
        .filter(([t, { kind, proposed }]) => proposed && kind !== 'policy' && t.length >= 3)
        .map(([t]) => t),
    ),
  );
  measure('terms it does not know', framed(lines(at('test/eval/heldout.txt'))));
  const sentences = lines(at('test/eval/sentences.txt'));
  const ordinary = [];
  const single = sentences.flatMap((text) => {
    let start = 0;
    return jieba.cut(text, false).flatMap((word) => {
      const item = { text, start, end: start + word.length };
      start = item.end;
      return word.length >= 2 && /^[\u4e00-\u9fff]+$/.test(word) ? [item] : [];
    });
  });
  ordinary.push(...single);
  measure('ordinary words in sentences', ordinary);

  console.log(`\nfalse alarms${' '.repeat(20)}characters  alarms  per 100,000  of these sure`);
  alarms('own clean sentences', [['', sentences.join('\n')]], new Set());
  const clean = at('../shared/clean-text');
  if (fs.existsSync(clean)) {
    const laws = fs.readdirSync(clean).filter((f) => /^law\d+\.txt$/.test(f));
    alarms(
      'statutes',
      laws.map((f) => [f, fs.readFileSync(path.join(clean, f), 'utf8')]),
      new Set(),
    );
  }
  const reports = at('../shared/reports');
  if (fs.existsSync(reports)) {
    const known = new Set(lines(at('test/eval/true-slips.txt')).map((l) => l.split(' ')[0]));
    const files = fs.readdirSync(reports).filter((f) => f.endsWith('.txt'));
    alarms(
      'reports, true slips aside',
      files.map((f) => [f, fs.readFileSync(path.join(reports, f), 'utf8')]),
      known,
    );
  }
  if (verbose) console.log(`\n${missed.join('\n')}`);

  function alarms(name, texts, known) {
    let characters = 0;
    const found = [];
    let sure = 0;
    for (const [file, text] of texts) {
      characters += text.length;
      for (const hit of lexicon.findNearMisses(text)) {
        if (hit.confidence < least || known.has(`${file}:${hit.span.start}`)) continue;
        if (hit.isSure) sure++;
        found.push(
          `  ${file}:${hit.span.start} ${hit.kind} ${text.slice(Math.max(0, hit.span.start - 4), hit.span.start)}[${hit.written}→${hit.suggestions}]${text.slice(hit.span.end, hit.span.end + 4)} ${hit.confidence.toFixed(2)}`.replaceAll(
            '\n',
            '⏎',
          ),
        );
      }
    }
    const rate = ((found.length / characters) * 1e5).toFixed(2);
    console.log(
      `${name.padEnd(32)}${String(characters).padStart(10)}${String(found.length).padStart(8)}` +
        `${rate.padStart(13)}${String(sure).padStart(8)}${((sure / characters) * 1e5).toFixed(2).padStart(8)}`,
    );
    if (options.includes('--alarms')) console.log(found.join('\n'));
  }
}

function report(name, kind, made, found, right) {
  const share = (a, b) => (b ? `${((100 * a) / b).toFixed(1)} %` : '–').padStart(9);
  console.log(
    `${name.padEnd(30)}${kind.padEnd(8)}${String(made).padStart(5)}${share(found, made)}${share(right, found)}`,
  );
}
