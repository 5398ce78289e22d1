// No pattern of the product can take longer than in proportion to the text: recheck proves it of each,
// by its automaton. What it cannot prove (an unknown, a time-out) counts as a fault. A proof holds for ever:
// proved.txt has what this version of recheck has proved, and some of that is proved anew each time.
// NIANBAO_PROVE=all proves everything, and writes that list.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Parameters } from 'recheck';
import { afterAll, describe, expect, it } from 'vitest';
import { hostile } from './hostile.js';
import {
  builtIn,
  builtWhile,
  escapesIn,
  grammarPatterns,
  literalsIn,
  type Pattern,
  parsed,
  sources,
} from './patterns.js';

// in JavaScript, in this process: the same on every machine
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const { version } = JSON.parse(
  fs.readFileSync(
    path.resolve(import.meta.dirname, '../../node_modules/recheck/package.json'),
    'utf8',
  ),
) as { version: string };
const RECORD = path.join(import.meta.dirname, 'proved.txt');
const ALL = process.env.NIANBAO_PROVE === 'all';
const onRecord = new Set(fs.existsSync(RECORD) ? fs.readFileSync(RECORD, 'utf8').split('\n') : []);
/** One in so many on record is proved again, always the same ones. */
const AGAIN = '0';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What takes longer to prove is too complicated to be sure of; seconds are the rule. */
const LIMIT = 300_000;

const PROVED: Parameters = { checker: 'automaton' };
/**
 * An editor colours a line at a time, and stops at 20,000 characters. The grammars' unions of all labels
 * are too large for the automaton: texts to slow them down are bred, so many and no more.
 */
const TRIED: Parameters = {
  checker: 'fuzz',
  maxInitialGenerationSize: 60,
  maxGenerationSize: 40,
  crossoverSize: 10,
  mutationSize: 20,
  maxIteration: 4,
  attackLimit: 20_000_000,
  attackTimeout: null,
  incubationTimeout: null,
};

const files = sources();
const literals = files.flatMap(literalsIn);
const places = files.flatMap(builtIn);
const [built, builtLater] = await builtWhile(
  () => Promise.all(filesOf(places).map((file) => import(path.join(ROOT, file)))),
  async () => (await import('./answers.js')).run(hostile('', 'others').of(0)),
);

/** What has been proved in this run. */
const proved: string[] = [];

describe('patterns', () => {
  it('are found, literals and others', () => {
    expect(literals.length).toBeGreaterThan(400);
    expect(built.length).toBeGreaterThan(40);
    expect(literals.map(({ at }) => at.split(':')[0])).toContain('server/src/reading/readTitle.ts');
    expect(built.map(({ at }) => at.split(':')[0])).toContain('server/src/prose/citedDocuments.ts');
  });

  it('are all put together when their module is loaded', () => {
    expect(files.flatMap(escapesIn)).toEqual([]);
    const seen = new Set(built.map(({ at }) => at));
    expect(places.filter((place) => !seen.has(place))).toEqual([]);
    expect(builtLater).toEqual([]);
  });

  it.each([
    ['const later = () => new RegExp(words);'],
    ['function later() { return new RegExp(words); }'],
    ['class A { later() { return new WordRun(words); } }'],
    ['const Pattern = RegExp;'],
    ['const pattern = RegExp(words);'],
    ["text.match('a+');"],
    ['text.matchAll(`a+`);'],
  ])('do not escape as in %s', (text) => {
    expect(escapesIn(parsed('a.ts', text))).toHaveLength(1);
  });

  it.each([
    ["const A = new RegExp(words, 'g');"],
    ['const ALL = LIST.map((words) => new RegExp(words));'],
    ['const isPattern = (value: RegExp) => value.test(text);'],
    ['text.match(/a+/); text.search(PATTERN);'],
  ])('are let be as in %s', (text) => {
    expect(escapesIn(parsed('a.ts', text))).toEqual([]);
  });

  it.each([
    ['(?:共计|共|计)*$', 'exponential'],
    ['\\s+$', 'polynomial'],
    ['(a+)\\1$', 'unsupported'],
  ])('that are slow are told: %s', (source, fault) => {
    expect(faultOf({ source, flags: '', at: '' })).toContain(fault);
  });
});

describe('patterns of the grammars', () => {
  it.each(['第二十条[ \\t]*第?[ \\t]*[（(]', '[（(]本列[^）)]*[）)]', '(?:共计|共|计)*$'])(
    'that are slow are told: %s',
    (source) => {
      expect(faultOf({ source, flags: '', at: '' }, TRIED)).not.toBeNull();
    },
  );

  it.each(toProve(grammarPatterns(), TRIED))('$at /$source/', { timeout: 2 * LIMIT }, (pattern) => {
    expect(faultOf(pattern, TRIED)).toBeNull();
    proved.push(keyOf(pattern, TRIED));
  });
});

describe.each([
  ['literals', literals],
  ['patterns put together', built],
])('%s', (_, patterns) => {
  it.each(toProve(patterns, PROVED))('$at /$source/$flags', { timeout: 2 * LIMIT }, (pattern) => {
    expect(faultOf(pattern)).toBeNull();
    proved.push(keyOf(pattern, PROVED));
  });
});

afterAll(() => {
  if (ALL) fs.writeFileSync(RECORD, `${[...new Set(proved)].sort().join('\n')}\n`);
});

/** Each pattern once, but for most of those on record. */
function toProve(patterns: readonly Pattern[], how: Parameters): Pattern[] {
  return once(patterns).filter((pattern) => {
    const key = keyOf(pattern, how);
    return ALL || !onRecord.has(key) || key.startsWith(AGAIN);
  });
}

/** What a proof is of: the pattern, and who proved it how. */
function keyOf({ source, flags }: Pattern, how: Parameters): string {
  const what = JSON.stringify([version, how, source, flags]);
  return createHash('sha256').update(what).digest('hex').slice(0, 16);
}

/**
 * Why a pattern is not proved to be linear; null if it is. A sticky one is tried at many places, as a
 * search is: so it is proved as one.
 */
function faultOf({ source, flags }: Pattern, how: Parameters = PROVED): string | null {
  const found = checkSync(source, flags.replace('y', ''), { ...how, timeout: LIMIT });
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return found.error.kind;
  return `${found.complexity.type}: ${found.attack.pattern}`;
}

/** Each pattern once, at its first place. */
function once(patterns: readonly Pattern[]): Pattern[] {
  const first = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const key = `${pattern.flags} ${pattern.source}`;
    if (!first.has(key)) first.set(key, pattern);
  }
  return [...first.values()];
}

function filesOf(places: readonly string[]): string[] {
  return [...new Set(places.map((place) => place.replace(/:\d+$/, '')))];
}
