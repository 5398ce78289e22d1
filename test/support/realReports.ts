// The collection of real reports beside the repository, for tests that read all of it. Nobody else has
// it: NIANBAO_SHARED names another folder to look for it in.
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';

const SHARED = process.env.NIANBAO_SHARED ?? path.resolve(import.meta.dirname, '../../../shared');

/** Small inputs that were once hard. */
export const CASES = path.join(SHARED, 'cases');
/** Where they are. */
export const REPORTS = path.join(SHARED, 'reports');
/** Those of the field test, with labels of their own. */
export const FIELD = path.join(REPORTS, 'field');

const isThere = fs.existsSync(path.join(REPORTS, 'expected.json'));
if (!isThere) console.warn(`SKIPPED: no real reports at ${REPORTS}`);

/** The names of its plain texts, those of the folder `field` with it. */
export const realReports = isThere ? ['', 'field/'].flatMap(textsIn) : [];

/** All of them, those of the field test in their folder too. */
export const allReports = isThere
  ? fs
      .readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(txt|md)$/.test(name) && !/README/.test(name))
  : [];

export function read(name: string): string {
  return fs.readFileSync(path.join(REPORTS, name), 'utf8');
}

/** Tests on them. Where they are absent the body is not run at all: `skipIf` alone would run it. */
export function describeReal(name: string, body: () => void | Promise<void>): void {
  if (isThere) describe(name, body);
  else describe(name, () => it.skip('SKIPPED: no real reports', () => {}));
}

function textsIn(folder: string): string[] {
  const names = fs.readdirSync(path.join(REPORTS, folder));
  return names.filter((name) => name.endsWith('.txt')).map((name) => folder + name);
}
