// Who may import whom. The floors of server/src, from the ground up: a file may use its own room and
// the floors below, never a room beside or above. Imports of types count.
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { RULES } from '../server/src/rules/index.js';

const ROOT = path.resolve(import.meta.dirname, '..');

const FLOORS = [
  ['text'],
  ['form', 'lexicon'],
  ['report'],
  ['reading', 'prose', 'findings'],
  ['judging', 'convert'],
  ['writing', 'node'],
  ['rules', 'features', 'collecting', 'reviewing'],
  ['service'],
  ['lsp', 'cli'],
];
/** Those who show what the core can do. */
const FACES = FLOORS.at(-1) ?? [];
const DOOR = 'server/src/service/index.ts';
/**
 * What faces may name besides the door: the words in which it speaks. That is text and its places, the
 * form, what a report is, how files are opened, and what a finding is and how grave.
 */
const WORDS = ['text', 'form', 'report', 'convert', 'node'];
const FINDINGS = ['server/src/findings/finding.ts', 'server/src/findings/severity.ts'];
/** Rooms whose code runs anywhere: it knows no Node, no editor, no protocol. */
const CORE = FLOORS.slice(0, -1)
  .flat()
  .filter((room) => room !== 'node');
/** All that client and server share. */
const PROTOCOL = 'server/src/lsp/protocol.ts';

/** esbuild drops imports of types; imports of nothing stay, and are enough to see who knows whom. */
const typesToo: Plugin = {
  name: 'types too',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: fs
        .readFileSync(file, 'utf8')
        .replace(/^(?:import|export)\s[^;'"]*?\bfrom\s*(?=['"])/gm, 'import '),
    }));
  },
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** A package or a built-in module. */
  readonly external: boolean;
}

/** The product; tests and what they share may use anything. */
const files = globSync(
  ['server/src/**/*.ts', 'client/src/**/*.ts', 'client/webview/**/*.ts', '!**/*.test.ts'],
  { cwd: ROOT },
);
const imports = await importsOf(files);
const inside = imports.filter(({ external }) => !external);
const outside = imports.filter(({ external }) => external);

/** server/src/rules/arithmetic/balance.ts → rules; undefined outside the server. */
const roomOf = (file: string) => /^server\/src\/(\w+)/.exec(file)?.[1];
const floorOf = (file: string) =>
  FLOORS.findIndex((rooms) => rooms.includes(roomOf(file) ?? 'nowhere'));
const isCore = (file: string) => CORE.includes(roomOf(file) ?? 'nowhere');
const isClient = (file: string) => file.startsWith('client/');

const told = (list: Import[]) => list.map(({ from, to }) => `${from} → ${to}`);

describe('imports', () => {
  it('are found at all', () => {
    expect(told(inside)).toContain(
      'server/src/service/reportService.ts → server/src/reading/parse.ts',
    );
    expect(told(inside)).toContain('server/src/rules/rule.ts → server/src/report/report.ts');
    expect(told(outside)).toContain('server/src/lsp/server.ts → vscode-languageserver');
  });

  it('of the server lie on a floor', () => {
    const homeless = files.filter((file) => !isClient(file) && floorOf(file) < 0);
    expect(homeless).toEqual([]);
  });

  it('point downwards, and not to the room next door', () => {
    const wrong = inside.filter(
      ({ from, to }) =>
        !isClient(from) &&
        (isClient(to) || (roomOf(from) !== roomOf(to) && floorOf(to) >= floorOf(from))),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('of the faces reach what the core can do through the door alone', () => {
    const isFace = (file: string) => FACES.includes(roomOf(file) ?? 'nowhere');
    const isOpen = (file: string) =>
      isFace(file) ||
      file === DOOR ||
      FINDINGS.includes(file) ||
      WORDS.includes(roomOf(file) ?? '');
    const wrong = inside.filter(({ from, to }) => isFace(from) && !isOpen(to));
    expect(told(wrong)).toEqual([]);
    expect(told(inside)).toContain(`server/src/lsp/features/hover.ts → ${DOOR}`);
    expect(told(inside)).toContain(`server/src/cli/commands/check.ts → ${DOOR}`);
  });

  it('of a rule are no other rule, but for parts of its own: bracket.pairing.ts', () => {
    const isRule = (file: string) => /^server\/src\/rules\/\w+\/[\w.-]+\.ts$/.test(file);
    const ofRule = (file: string) => path.basename(file).split('.')[0];
    const rules = inside.filter(({ from, to }) => isRule(from) && isRule(to));
    const ids = new Set(RULES.map(({ id }) => id));
    const wrong = rules.filter(({ from, to }) => {
      const other = ofRule(to) ?? '';
      return ids.has(other) && other !== ofRule(from);
    });
    expect(told(rules)).toContain(
      'server/src/rules/wording/bracket.ts → server/src/rules/wording/bracket.pairing.ts',
    );
    expect(told(wrong)).toEqual([]);
  });

  it('have no circles', () => {
    expect(circles(inside)).toEqual([]);
  });

  it('of the core are pure', () => {
    const wrong = outside.filter(
      ({ from, to }) => isCore(from) && (isBuiltin(to) || to.startsWith('vscode')),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('of the protocol library are in lsp alone, of VS Code in the client alone', () => {
    const wrong = outside.filter(
      ({ from, to }) =>
        (to.startsWith('vscode-languageserver') && roomOf(from) !== 'lsp') ||
        (/^vscode($|-languageclient)/.test(to) && !isClient(from)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('across the wire are of the protocol alone', () => {
    const wrong = inside.filter(
      ({ from, to }) => isClient(from) && !isClient(to) && to !== PROTOCOL,
    );
    expect(told(wrong)).toEqual([]);
    expect(inside.filter(({ from }) => from === PROTOCOL)).toEqual([]);
  });

  it('of pages are their messages and the protocol; nobody imports a page', () => {
    const isPage = (file: string) => file.startsWith('client/webview/');
    const messages = ['client/src/form/formMessages.ts', 'client/src/review/reviewMessages.ts'];
    const wrong = inside.filter(
      ({ from, to }) =>
        isPage(from) !== isPage(to) && !(isPage(from) && [...messages, PROTOCOL].includes(to)),
    );
    expect(told(wrong)).toEqual([]);
    expect(told(inside)).toContain(`client/webview/wire.ts → ${messages[0]}`);
  });

  it('of Node are in no file that runs in the browser', () => {
    const found = reached('server/src/lsp/browser.ts').concat(reached('client/src/browser.ts'));
    const wrong = outside.filter(({ from, to }) => found.includes(from) && isBuiltin(to));
    expect(told(wrong)).toEqual([]);
  });
});

describe('names', () => {
  it('of files are given once, but to lists and to the two halves of a feature', () => {
    const isHalf = (file: string) => /(?:^client\/src|lsp\/features|lsp\/browser)/.test(file);
    const whole = files.filter((file) => path.basename(file) !== 'index.ts' && !isHalf(file));
    expect(twice(whole.map((file) => path.basename(file)))).toEqual([]);
    const halves = files.filter((file) => file.includes('lsp/features/'));
    expect(twice(halves.map((file) => path.basename(file)))).toEqual([]);
  });

  it('of types are given once', () => {
    const names = files.flatMap((file) => {
      const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
      const found = text.matchAll(/^(?:export )?(?:interface|type|class|enum)\s+(\w+)/gm);
      return [...new Set(Array.from(found, ([, name]) => name as string))];
    });
    expect(names.length).toBeGreaterThan(200);
    expect(twice(names)).toEqual([]);
  });
});

/** What is there more than once. */
function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}

/** All imports of these files, as esbuild resolves them. */
async function importsOf(entryPoints: string[]): Promise<Import[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    bundle: true,
    packages: 'external',
    platform: 'node',
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [typesToo],
  });
  return Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports.map(({ path: to, external = false }) => ({ from, to, external })),
  );
}

/** The files that a file reaches, itself included. */
function reached(file: string, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen;
  seen.push(file);
  for (const { from, to } of inside) if (from === file) reached(to, seen);
  return seen;
}

/** Each circle once, as the way around. */
function circles(list: Import[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]) => {
    const before = way.indexOf(file);
    if (before >= 0) found.push([...way.slice(before), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const { from, to } of list) if (from === file) visit(to, [...way, file]);
  };
  for (const { from } of list) visit(from, []);
  return found;
}
