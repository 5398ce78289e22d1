// What changes a table must leave: the lines of other tables, and every figure in its cell.
import { spanAfter, type TextEdit } from '../text/edit.js';
import { rangeOf } from './grid.js';
import { rereadTable } from './parse.js';
import type { Report, Table } from './report.js';

/** Whether a table has its lines for itself: in those of another one no row of it can be written. */
export function standsAlone(report: Report, table: Table): boolean {
  const { first, last } = rangeOf(report, table);
  return Object.values(report.tables).every((other) => {
    const lines = rangeOf(report, other);
    return other === table || lines.last < first || last < lines.first;
  });
}

/**
 * Whether all that is read in a table is read there still, in the same cells, once edits are made in
 * it. In a row that fits each figure must be the very one, not another of the same value.
 */
export function keepsFigures(report: Report, table: Table, edits: readonly TextEdit[]): boolean {
  const after = rereadTable(report, table, edits);
  if (!after) return false;
  const rows = new Map(after.table.rows.map((row) => [row.key, row]));
  return table.rows.every(({ key, cells, misfit }) =>
    [...cells].every(([column, { span, value, flaw }]) => {
      const now = rows.get(key)?.cells.get(column);
      if (!now || now.value !== value || now.flaw !== flaw) return false;
      if (misfit || span.start === span.end) return true;
      return now.span.start + after.start === spanAfter(span, edits).start;
    }),
  );
}
