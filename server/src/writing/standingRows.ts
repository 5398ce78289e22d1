// A table as it stands: its rows in the order and with the cells that they have, and the lines between them.

import { isPageNumber } from '../reading/cells.js';
import type { Report } from '../report/report.js';
import { type Span, trimmed } from '../text/span.js';
import type { TableLines } from './tableLines.js';

/** A row of a table, or a line between its rows that is none of it. */
export type RowOrLine = readonly string[] | { readonly line: string };

/** The rows and lines of a table with separators, but for the row of dashes. */
export function standingRows(
  { text, lines, prose, isApart }: Report,
  { first, last, grid }: TableLines,
): RowOrLine[] {
  const slice = ({ start, end }: Span) => text.slice(start, end);
  const byLine = new Map(grid.map((row) => [row.line, row]));
  const running = new Set(prose.map(({ span }) => span.start));
  const pieces: RowOrLine[] = [];
  for (let line = first; line <= last; line++) {
    const row = byLine.get(line);
    const span = trimmed(text, lines.spanOf(line));
    const isBlank = span.start === span.end;
    const isCell = !isBlank && !running.has(span.start) && !isPageNumber(text, span);
    if (row?.delimiter) continue;
    if (row) pieces.push(row.cells.map(slice));
    else if (isCell && !isApart(line)) pieces.push([slice(span)]);
    else pieces.push({ line: slice(lines.spanOf(line)) });
  }
  return pieces;
}
