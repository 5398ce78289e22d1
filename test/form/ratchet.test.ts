// Only form/ names a format, a row or a column, and prose/ maps words to keys; everybody else asks. What
// still names one elsewhere stands in the list below with its reason, and the list may only get shorter.
import fs from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { FORMATS, rowsOf, TABLE_KEYS } from '../../server/src/form/formats.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** How figures of a column are meant, which is no column. */
const UNIT = 'the unit of a column';

/** So many there are; a smaller number may take its place, a larger one may not. */
const MOST = 33;

/** What names a key outside form/ and prose/, and why. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...each(
    'features/completion/sentenceFigures.ts',
    'a sentence of 二 tells single cells in words of its own',
    [
      'coercion',
      'decisions',
      'inForce',
      'issued',
      'licensing',
      'made',
      'normative',
      'penalties',
      'public',
      'published',
      'repealed',
    ],
  ),
  ...each(
    'features/completion/topicList.ts',
    'a sentence of 一 tells single cells in words of its own',
    ['inForce', 'issued', 'normative'],
  ),
  // words that are keys too, but not there
  ...each('features/hover/mentionHover.ts', UNIT, ['amount']),
  ...each('judging/statementCells.ts', UNIT, ['amount']),
  ...each('reading/cellFigure.ts', UNIT, ['amount', 'change']),
  ...each('reading/rowColumns.ts', UNIT, ['amount']),
  ...each('rules/crosscheck/prose-table.ts', UNIT, ['amount']),
  ...each('rules/structure/cell-value.ts', UNIT, ['amount']),
  ...each('cli/formats/sarif.ts', 'a level of SARIF', ['note']),
  ...each('cli/main.ts', 'a command', ['rules']),
  ...each('convert/elements.ts', 'one row that a cell of HTML spans', ['1']),
  ...each('features/newReport/newReport.ts', 'an option', ['previous']),
  ...each('features/semanticTokens.ts', 'a kind of token', ['total']),
  ...each('findings/folderConfigEdits.ts', 'a setting', ['rules']),
  ...each('lsp/state/settings.ts', 'a setting', ['rules']),
  ...each('reading/readSections.ts', 'a kind of heading', ['other']),
  ...each('report/technical.ts', 'a kind of stretch', ['other']),
  ...each('rules/wording/shared/scan.ts', 'a character', ['1', '2']),
  'client/src/commands/openRule.ts': { rules: 'a folder of the documentation' },
};

const keys = new Set<string>(FORMATS.map(({ id }) => id));
for (const { tables } of FORMATS)
  for (const table of TABLE_KEYS) {
    for (const { key } of rowsOf(tables[table])) keys.add(key);
    for (const { key } of tables[table].groups) keys.add(key);
    for (const { columns } of tables[table].blocks) for (const { key } of columns) keys.add(key);
  }

const files = globSync(
  ['server/src/**/*.ts', 'client/src/**/*.ts', '!**/*.test.ts', '!server/src/{form,prose}/**'],
  { cwd: ROOT },
).sort();

/** These keys in a file of the server, all for one reason. */
function each(file: string, reason: string, names: readonly string[]) {
  return { [`server/src/${file}`]: Object.fromEntries(names.map((name) => [name, reason])) };
}

/** The keys that a text has as literals; the reports that rules show as examples are texts themselves. */
function keysIn(text: string): string[] {
  const { program } = parseSync('file.ts', text);
  const examples: [number, number][] = [];
  const found: { key: string; start: number }[] = [];
  const literal = (value: unknown, start: number) => {
    const isYear = typeof value === 'number' && FORMATS.some(({ since }) => since === value);
    const key = isYear || typeof value === 'string' ? String(value) : '';
    if (keys.has(key)) found.push({ key, start });
  };
  new Visitor({
    Property({ key, start, end }) {
      if (key.type === 'Identifier' && key.name === 'docs') examples.push([start, end]);
    },
    CallExpression({ callee, start, end }) {
      if (callee.type === 'Identifier' && callee.name === 'example') examples.push([start, end]);
    },
    Literal({ value, start }) {
      literal(value, start);
    },
    TemplateElement({ value, start }) {
      literal(value.cooked, start);
    },
  }).visit(program);
  const isExample = (at: number) => examples.some(([start, end]) => start <= at && at < end);
  return [...new Set(found.filter(({ start }) => !isExample(start)).map(({ key }) => key))].sort();
}

const named = Object.fromEntries(
  files.flatMap((file) => {
    const own = keysIn(fs.readFileSync(path.join(ROOT, file), 'utf8'));
    return own.length > 0 ? [[file, own]] : [];
  }),
);

describe('keys of the form outside form/ and prose/', () => {
  it('are found where they stand, but not in examples', () => {
    expect(keysIn("cellAt(report, 'requests', { row: '3.7', column: `total` })")).toEqual([
      '3.7',
      'total',
    ]);
    expect(keysIn("const old = id === '2019'; const row = ROW.finished;")).toEqual(['2019']);
    expect(keysIn('const year = known ?? 2021; const first = 1;')).toEqual(['2021']);
    expect(keysIn("const text = example('requests', { '1': '5 1 0 0 0 0 6' }, '2019');")).toEqual(
      [],
    );
    expect(keysIn("const rule = { docs: () => ({ text: all('3.5.2') }) };")).toEqual([]);
  });

  it('are those that have a reason, and no others', () => {
    const allowed = Object.entries(ALLOWED).map(([file, reasons]) => [
      file,
      Object.keys(reasons).sort(),
    ]);
    expect(named).toEqual(Object.fromEntries(allowed));
  });

  it('do not become more', () => {
    expect(Object.values(ALLOWED).flatMap((reasons) => Object.keys(reasons)).length).toBe(MOST);
  });
});
