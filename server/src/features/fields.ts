// Keyboard travel: the places of a report that are to be filled in, and the totals that fill themselves
// once their terms are there.

import { isTotalRow, TOTAL } from '../form/formats.js';
import { promptsIn } from '../form/prompts.js';
import type { Cell, Report, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { holds, type Span } from '../text/span.js';
import { cellField } from '../writing/cellEdit.js';
import { isTermOf, totalEdits } from '../writing/totals.js';
import { keptAligned } from './tables/keptAligned.js';

/** A cell that takes a figure, or a prompt in the text. */
export interface Field {
  /** What to select; empty where there is nothing yet. */
  readonly span: Span;
  readonly cell?: Cell;
}

/** All fields in the order of the text; none in what is no report. */
export function fieldsOf(report: Report): readonly Field[] {
  if (!report.recognized) return [];
  const cells = Object.values(report.tables).flatMap(({ rows }) =>
    rows.flatMap((row) =>
      [...row.cells.values()].map((cell) => ({ span: cellField(report, cell), cell })),
    ),
  );
  const prompts = promptsIn(report.text).filter(
    ({ start }) => !cells.some(({ span }) => holds(span, start)),
  );
  return [...cells, ...prompts.map((span) => ({ span }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** The whole lines of a table. */
export function tableLinesOf({ lines }: Report, { span }: Table): Span {
  return {
    start: lines.spanOf(lines.lineAt(span.start)).start,
    end: lines.spanOf(lines.lineAt(span.end)).end,
  };
}

/**
 * What is written behind the typist once the cells at these offsets are left: blank totals, and the
 * blanks that keep aligned tables so. No edit is wider than a cell: the cursor may stand in the next.
 * What is typed where the cursor is may be half a figure: no sum is made of it.
 */
export function editsAfter(
  report: Report,
  left: readonly number[],
  align: boolean,
  cursor?: number,
): TextEdit[] {
  const cells = cellsAt(report, left);
  const [typing] = cellsAt(report, cursor === undefined ? [] : [cursor]);
  const totals = totalsAfter(report, cells, typing);
  if (!align) return totals;
  const tables = [...new Set(cells.map(({ table }) => table))];
  return keptAligned(report, tables, totals).flatMap((edit) => pieces(report.text, edit));
}

/** The cells that these places are in. */
export function cellsAt(report: Report, offsets: readonly number[]): Cell[] {
  const fields = fieldsOf(report);
  return offsets.flatMap((offset) => fields.find(({ span }) => holds(span, offset))?.cell ?? []);
}

/**
 * What to write into blank totals once cells are left: those that these are terms of, or are themselves;
 * none that the cell being typed in is a term of.
 */
export function totalsAfter(report: Report, left: readonly Cell[], typing?: Cell): TextEdit[] {
  return Object.values(report.tables).flatMap((table) => {
    const cells = left.filter((cell) => cell.table === table.key);
    const rows = new Set(cells.map(({ row }) => row));
    const columns = new Set(cells.map(({ column }) => column)).add(TOTAL);
    if (cells.length === 0) return [];
    return totalEdits(
      report,
      table,
      (total) =>
        total.flaw === 'blank' &&
        (rows.has(total.row) || (isTotalRow(table.key, total.row) && columns.has(total.column))) &&
        !(typing && isTermOf(report, typing, total)),
    );
  });
}

/** A line written anew, cell by cell. */
function pieces(text: string, edit: TextEdit): TextEdit[] {
  const before = text.slice(edit.span.start, edit.span.end).split(BARS);
  const after = edit.newText.split(BARS);
  if (before.length !== after.length) return [edit];
  let { start } = edit.span;
  return before.flatMap((cell, i) => {
    const span = { start, end: start + cell.length };
    start = span.end;
    const newText = after[i] as string;
    return newText === cell ? [] : [{ span, newText }];
  });
}

/** With the bars between them, which are as many and the same. */
const BARS = /([|｜])/;
