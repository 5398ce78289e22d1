// Figures written into a table whose bars stand under each other: they do so afterwards, too.

import type { TableKey } from '../../form/formats.js';
import { parseReport } from '../../reading/parse.js';
import type { Report, Table } from '../../report/report.js';
import { applyEdits, type TextEdit } from '../../text/edit.js';
import { Lines } from '../../text/lines.js';
import { tableLines } from '../../writing/tableLines.js';
import { alignEdits } from './align.js';

/** White space that only pads a cell. */
const PAD = /[^\s|｜] {2,}[|｜]|[|｜] {2,}[^\s|｜]/;

/** The edits, and with them what keeps these tables aligned, where they are; line by line then. */
export function keptAligned(
  report: Report,
  tables: readonly TableKey[],
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const aligned = tables.filter((key) => isAligned(report, report.tables[key]));
  if (aligned.length === 0) return edits;
  const written = applyEdits(report.text, edits);
  const after = parseReport(written, report.markup);
  const spaces = aligned.flatMap((key) => {
    const table = after.tables[key];
    return table ? alignEdits(after, table) : [];
  });
  if (spaces.length === 0) return edits;
  return lineEdits(report.lines, Lines.of(applyEdits(written, spaces))) ?? edits;
}

function isAligned(report: Report, table: Table | undefined): boolean {
  if (table?.layout !== 'markdown' && table?.layout !== 'pipe') return false;
  const grid = tableLines(report, table)?.grid ?? [];
  const isPadded = grid.some(({ span: { start, end } }) => PAD.test(report.text.slice(start, end)));
  return isPadded || alignEdits(report, table).length === 0;
}

/** The lines that differ; null where they are no longer as many. */
function lineEdits(before: Lines, after: Lines): TextEdit[] | null {
  if (before.count !== after.count) return null;
  const edits: TextEdit[] = [];
  for (let line = 0; line < before.count; line++) {
    const span = before.spanOf(line);
    const { start, end } = after.spanOf(line);
    const newText = after.text.slice(start, end);
    if (before.text.slice(span.start, span.end) !== newText) edits.push({ span, newText });
  }
  return edits;
}
