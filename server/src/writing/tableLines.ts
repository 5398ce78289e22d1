// A table as it stands: its lines, and on each line its cells with the white space around them. What
// the cells mean is not asked here.

import { TABLE_KEYS } from '../form/formats.js';
import { type CellLine, isBar, isDelimiterRow, splitCells } from '../reading/cells.js';
import type { Report, Table } from '../report/report.js';
import { isSpace, type Span, trimmed } from '../text/span.js';

/** A line of a table whose cells have separators between them. */
export interface GridLine {
  readonly line: number;
  /** All of the line. */
  readonly span: Span;
  /** Trimmed; empty for a blank cell. */
  readonly cells: readonly Span[];
  readonly mark: 'tab' | 'bar';
  /** A bar stands before the first cell. */
  readonly led: boolean;
  /** A bar stands behind the last cell. */
  readonly closed: boolean;
  /** The row of dashes of a Markdown table. */
  readonly delimiter: boolean;
}

/** The lines that a table takes. */
export interface TableLines {
  readonly first: number;
  readonly last: number;
  /** Those with separators, in order. */
  readonly grid: readonly GridLine[];
}

/** The lines of a table, rows beside it that nobody can read included; null where two are mixed up. */
export function tableLines(report: Report, table: Table): TableLines | null {
  const { text, lines } = report;
  const others = TABLE_KEYS.flatMap((key) => {
    const other = report.tables[key];
    return other && other !== table ? [rangeOf(report, other)] : [];
  });
  let { first, last } = rangeOf(report, table);
  if (others.some((other) => other.first <= last && first <= other.last)) return null;
  const read = (line: number) =>
    report.isApart(line) ? null : splitCells(text, lines.spanOf(line), line, report.hasBars(line));
  const isRow = (line: number) => line >= 0 && line < lines.count && read(line)?.mark === 'bar';
  const isFree = (line: number) =>
    isRow(line) && !others.some((other) => other.first <= line && line <= other.last);
  // heads that are left blank stand above the first cell
  const headsFrom = (line: number) => {
    let from = line;
    while (isFree(from - 1)) from--;
    return from;
  };
  if (table.layout === 'markdown' || table.layout === 'pipe') {
    first = headsFrom(first);
    // rows between two tables are the heads of the lower one
    const end = Math.min(
      lines.count,
      ...others.filter((other) => other.first > last).map((other) => headsFrom(other.first)),
    );
    while (last + 1 < end && isFree(last + 1)) last++;
  }
  const found: FoundLine[] = [];
  for (let line = first; line <= last; line++) {
    const cells = read(line);
    if (cells) found.push({ ...cells, delimiter: isDelimiter(report, line) });
  }
  // where not every row begins with a bar, one at the beginning closes a blank cell
  const allLed = found.some(({ delimiter }) => delimiter) || found.every(({ led }) => led);
  return { first, last, grid: found.map((cells) => gridLine(report, cells, allLed)) };
}

type FoundLine = CellLine & Pick<GridLine, 'delimiter'>;

function isDelimiter({ text, lines, hasBars }: Report, line: number): boolean {
  return isDelimiterRow(text, trimmed(text, lines.spanOf(line)), hasBars(line));
}

/** The lines from the first to the last cell. */
export function rangeOf({ lines }: Report, { span }: Table) {
  return { first: lines.lineAt(span.start), last: lines.lineAt(span.end) };
}

function gridLine({ text, lines }: Report, found: FoundLine, allLed: boolean): GridLine {
  const { line, led, mark, delimiter } = found;
  const span = lines.spanOf(line);
  const cells = found.cells.map((cell) => cell.span);
  return {
    line,
    span,
    cells: led && !allLed ? [{ start: span.start, end: span.start }, ...cells] : cells,
    mark: mark as GridLine['mark'],
    led: led && allLed,
    closed: mark === 'bar' && isBar(text, trimmed(text, span).end - 1),
    delimiter,
  };
}

/** A cell with the white space around it, up to the separators. */
export function roomOf(text: string, { start, end }: Span, line: Span): Span {
  let from = start;
  let to = end;
  while (from > line.start && isPadding(text.charCodeAt(from - 1))) from--;
  while (to < line.end && isPadding(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

/** White space that is no separator. */
function isPadding(code: number): boolean {
  return code !== 9 && isSpace(code);
}
