// The papers for people speak of files that are there, and of commands that there are.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '..');
const PAPERS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/domain.md'];
/** Where a path may begin that a paper shortens. */
const BASES = [
  '',
  'server/src',
  'server/src/rules',
  'server/src/rules/wording',
  'server/src/lsp',
  'server/src/cli',
];
/** Rooms that a sentence is about: `cell.ts` is one of its files. */
const isThere = (name: string) => BASES.some((base) => fs.existsSync(path.join(ROOT, base, name)));

describe.each(PAPERS)('%s', (paper) => {
  const text = fs.readFileSync(path.join(ROOT, paper), 'utf8');

  it('names paths that are there', () => {
    const written = Array.from(
      text.matchAll(/`([\w.-]+(?:\/[\w.-]*)+)`/g),
      ([, name]) => name ?? '',
    );
    const named = written.filter((name) => !/[<>*]|\bx\.ts$|^dist\/|\bartifacts\b/.test(name));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  it('links to pages that are there', () => {
    const links = Array.from(text.matchAll(/\]\(([^)#:]+)\)/g), ([, to]) => to ?? '');
    const folder = path.dirname(path.join(ROOT, paper));
    expect(links.filter((to) => !fs.existsSync(path.join(folder, to)))).toEqual([]);
  });

  it('names scripts that there are', () => {
    const named = Array.from(text.matchAll(/npm run ([\w:]+)/g), ([, name]) => name ?? '');
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});
