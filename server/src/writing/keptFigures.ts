// What changes a table must leave: the lines of other tables, and every figure in its cell.

import { type Reread, reread } from '../reading/parse.js';
import type { Report, Table } from '../report/report.js';
import { spanAfter, type TextEdit } from '../text/edit.js';
import { rangeOf } from './tableLines.js';

/** Whether a table has its lines for itself: in those of another one no row of it can be written. */
export function standsAlone(report: Report, table: Table): boolean {
  const { first, last } = rangeOf(report, table);
  return Object.values(report.tables).every((other) => {
    const lines = rangeOf(report, other);
    return other === table || lines.last < first || last < lines.first;
  });
}

/**
 * Whether all that is read in a table, and in others of its section, is read there still, in the same
 * cells, once edits are made in it. In a row that fits each figure must be the very one, not another
 * of the same value.
 */
export function keepsFigures(report: Report, table: Table, edits: readonly TextEdit[]): boolean {
  const read = reread(report, table, edits);
  return read !== null && keeps(read, edits);
}

/** Whether a stretch read again says the same of every cell. */
export function keeps(read: Reread, edits: readonly TextEdit[]): boolean {
  return read.before.every((one) => isKept(one, read, edits));
}

/** Whether the other tables of its section are read as before once a table is written anew. */
export function keepsOthers(table: Table, read: Reread, edits: readonly TextEdit[]): boolean {
  return read.before.every((one) => one === table || isKept(one, read, edits));
}

function isKept({ key, rows }: Table, { after, start }: Reread, edits: readonly TextEdit[]) {
  const table = after.find((one) => one.key === key);
  const now = new Map(table?.rows.map((row) => [row.key, row]));
  return rows.every((row) =>
    [...row.cells].every(([column, { span, value, flaw }]) => {
      const cell = now.get(row.key)?.cells.get(column);
      if (!cell || cell.value !== value || cell.flaw !== flaw) return false;
      if (row.misfit || span.start === span.end) return true;
      return cell.span.start + start === spanAfter(span, edits).start;
    }),
  );
}
