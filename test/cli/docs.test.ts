// docs/rules/ is generated (`npm run docs`) and committed: it must say what the rules say.
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pages } from '../../server/src/cli/rulePage.js';
import { RULES } from '../../server/src/rules/index.js';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/rules');

it('docs/rules is up to date (else: npm run docs)', () => {
  const written = fs
    .readdirSync(FOLDER)
    .map((name) => [name, fs.readFileSync(path.join(FOLDER, name), 'utf8')]);
  expect(Object.fromEntries(written)).toEqual(pages(RULES));
});
