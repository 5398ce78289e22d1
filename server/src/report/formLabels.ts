// How many labels of the form make a table.
import type { Table } from './report.js';

/** Fewer may be words that happen to stand alone. */
export const FEWEST_LABELS = 3;

/** Whether a table has so many that are written; glued cells aside, that makes it one of the form's. */
export function hasFormLabels({ rows, columns, groups }: Table): boolean {
  const written = rows.filter(({ label }) => label.match !== 'implied');
  return written.length + columns.length + groups.length >= FEWEST_LABELS;
}
