// The collection of real reports beside the repository, for tests that read all of it.
import fs from 'node:fs';
import path from 'node:path';

const REPORTS = path.resolve(import.meta.dirname, '../../../shared/reports');

/** Tests on it are skipped, loudly, where it is absent. */
export const isThere = fs.existsSync(REPORTS);
if (!isThere) console.warn(`SKIPPED: no reports at ${REPORTS}`);

/** The names of its plain texts. */
export const realReports = isThere
  ? fs.readdirSync(REPORTS).filter((name) => /\.(txt|md)$/.test(name))
  : [];

/** All of them, those of the field test in their folder too. */
export const allReports = isThere
  ? fs
      .readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(txt|md)$/.test(name) && !/README/.test(name))
  : [];

export function read(name: string): string {
  return fs.readFileSync(path.join(REPORTS, name), 'utf8');
}
