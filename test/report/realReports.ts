// The collection of real reports beside the repository, for tests that read all of it.
import fs from 'node:fs';
import path from 'node:path';

const REPORTS = path.resolve(import.meta.dirname, '../../../shared/reports');

/** Tests on it are skipped, loudly, where it is absent. */
export const isThere = fs.existsSync(REPORTS);
if (!isThere) console.warn(`SKIPPED: no reports at ${REPORTS}`);

const isText = (name: string) => /\.(txt|md)$/.test(name);
const FIELD = path.join(REPORTS, 'field');

const hasField = fs.existsSync(FIELD);
if (isThere && !hasField) console.warn(`SKIPPED: no reports at ${FIELD}`);

/** The names of its plain texts. */
export const realReports = isThere
  ? [
      ...fs.readdirSync(REPORTS).filter(isText),
      ...(hasField ? fs.readdirSync(FIELD) : []).filter(isText).map((name) => `field/${name}`),
    ]
  : [];

export function read(name: string): string {
  return fs.readFileSync(path.join(REPORTS, name), 'utf8');
}
