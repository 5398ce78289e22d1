// Pasting into a report: tables arrive in the report's own layout, figures in the cells that they
// belong to. Whatever is not understood beyond doubt is left to the editor's own paste.

import type { Report, Table } from '../../report/report.js';
import { encloses, type Span } from '../../text/span.js';
import { rangeOf } from '../../writing/tableLines.js';
import { keptAligned } from '../tables/keptAligned.js';
import { readClipboard } from './clipboard.js';
import { figuresIn, fillFrom } from './fill.js';
import { insertParts } from './insert.js';
import type { Paste, PasteOptions } from './result.js';
import { updateTable } from './update.js';

/** A report is a tenth of this; what is longer is none, and would keep the editor waiting. */
const MOST_TEXT = 200_000;

/** What pasting a text over a selection is to do; null where nothing special. */
export function pasteInto(
  report: Report,
  selection: Span,
  text: string,
  options: PasteOptions,
): Paste | null {
  if (text.length > MOST_TEXT || text.includes('\0')) return null;
  const { lines, isApart } = report;
  if ([selection.start, selection.end].some((end) => isApart(lines.lineAt(end)))) return null;
  const tables = Object.values(report.tables).filter((one) => touches(report, one, selection));
  const [table] = tables;
  if (!table) return insertParts(report, selection, readClipboard(text), options);
  if (tables.every(({ span }) => encloses(selection, span)))
    return insertParts(report, wholeLines(report, selection), readClipboard(text), options);
  if (tables.length > 1 || !encloses(linesSpan(report, table), selection)) return null;
  const figures = figuresIn(text);
  const filled = figures
    ? fillFrom(report, table, selection, figures)
    : updateTable(report, table, readClipboard(text));
  if (!filled || filled.edits.length === 0) return filled;
  return { ...filled, edits: keptAligned(report, [table.key], filled.edits) };
}

function linesSpan(report: Report, table: Table): Span {
  const { first, last } = rangeOf(report, table);
  return { start: report.lines.spanOf(first).start, end: report.lines.spanOf(last).end };
}

function touches(report: Report, table: Table, { start, end }: Span): boolean {
  const lines = linesSpan(report, table);
  return start <= lines.end && lines.start <= end;
}

/** A selection of whole tables with the marks at the edges of their lines. */
function wholeLines({ lines }: Report, span: Span): Span {
  const whole = lines.wholeLines(span);
  // up to the start of a line, and not that line
  return span.end === lines.lineSpanAt(span.end).start ? { ...whole, end: span.end } : whole;
}
