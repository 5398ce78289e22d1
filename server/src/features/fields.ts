// Keyboard travel: the places of a report that are to be filled in, one after the other, and the totals
// that fill themselves on the way.
import { cellField } from '../report/cellEdit.js';
import { promptsIn } from '../report/prompts.js';
import type { Cell, Report } from '../report/report.js';
import { tableAt } from '../report/tableAt.js';
import { totalEdits } from '../report/totals.js';
import type { TextEdit } from '../text/edit.js';
import { holds, isSpace, type Span } from '../text/span.js';

/** A cell that takes a figure, or a prompt in the text. */
export interface Field {
  /** What to select; empty where there is nothing yet. */
  readonly span: Span;
  readonly cell?: Cell;
}

/** The field that a place is in; null where it is in none. */
export function fieldAt(report: Report, offset: number): Field | null {
  return fieldsOf(report).find(({ span }) => holds(span, offset)) ?? null;
}

/**
 * The next field from a place, or the one before: within a table the next cell, elsewhere what is
 * still open, from the end round to the beginning; where nothing is, from table to table. Null where
 * Tab is to do what it always does.
 */
export function fieldAfter(report: Report, offset: number, forward: boolean): Field | null {
  if (!report.recognized) return null;
  const here = fieldAt(report, offset);
  const table = tableAt(report, offset);
  if (!here && !table && isIndentation(report, offset)) return null;
  const fields = forward ? fieldsOf(report) : fieldsOf(report).toReversed();
  const { start, end } = here?.span ?? { start: offset, end: offset };
  const isAhead = ({ span }: Field) => (forward ? span.start > end : span.end < start);
  const next = fields.find(
    (field) => isAhead(field) && (isOpen(field) || (table && field.cell?.table === table.key)),
  );
  // a tab typed in the place of a prompt, or into the last cell, would do harm
  return next ?? (table && fields.find(isAhead)) ?? fields.find(isOpen) ?? here;
}

/** Whether there is still something to be filled in. */
function isOpen({ cell }: Field): boolean {
  return !cell || cell.flaw === 'blank';
}

/** What to write into blank totals when a cell is left: those that it is a term of, or is itself. */
export function totalsAfter(report: Report, left: Cell): TextEdit[] {
  const table = report.tables[left.table];
  if (!table) return [];
  return totalEdits(
    report,
    table,
    ({ flaw, row, column }) =>
      flaw === 'blank' &&
      (row === left.row ||
        (row === '3.7' && left.table === 'requests' && [left.column, 'total'].includes(column))),
  );
}

const known = new WeakMap<Report, readonly Field[]>();

/** All fields in the order of the text; once for each report. */
function fieldsOf(report: Report): readonly Field[] {
  let fields = known.get(report);
  if (!fields) {
    const cells = Object.values(report.tables).flatMap(({ rows }) =>
      rows.flatMap((row) =>
        [...row.cells.values()].map((cell) => ({ span: cellField(report, cell), cell })),
      ),
    );
    const prompts = promptsIn(report.text).filter(({ start }) => !tableAt(report, start));
    fields = [...cells, ...prompts.map((span) => ({ span }))].sort(
      (a, b) => a.span.start - b.span.start,
    );
    known.set(report, fields);
  }
  return fields;
}

/** Whether there is nothing but white space before a place on its line. */
function isIndentation({ text, lines }: Report, offset: number): boolean {
  const { start } = lines.spanOf(lines.lineAt(offset));
  for (let i = start; i < offset; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}
