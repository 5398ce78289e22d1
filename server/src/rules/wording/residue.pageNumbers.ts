// Page numbers on lines of their own: between lines of running text, above and below it, and between the
// rows of tables.
import { isPageNumber } from '../../reading/cells.js';
import type { Cell, Report, Table } from '../../report/report.js';
import { tableAt } from '../../report/tableAt.js';
import type { TextEdit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import { keepsFigures } from '../../writing/keptFigures.js';

export interface PageNumber {
  readonly span: Span;
  /** Takes the line away; null where a table would be read in another way without it. */
  readonly fix: TextEdit | null;
}

/** The page numbers of a report. */
export function* pageNumbersIn(report: Report): Iterable<PageNumber> {
  const { text, lines, prose, isApart } = report;
  let at = 0;
  for (let line = 0; line < lines.count; line++) {
    const span = lines.contentOf(line);
    if (!mayBePageNumber(text, span) || !isPageNumber(text, span) || isApart(line)) continue;
    while ((prose[at]?.span.start ?? Number.POSITIVE_INFINITY) < span.start) at++;
    const table = tableAt(report, span.start);
    if (isFigure(text, span) && !(table ? isBetweenRows(table, span) : isInProse(report, at)))
      continue;
    const fix = { span: wholeLine(report, line), newText: '' };
    yield { span, fix: table && !keepsFigures(report, table, [fix]) ? null : fix };
  }
}

const LONGEST = 16;
/** What a page number begins with, figures aside. */
const STARTS = '-—–－·~第一共pP';

function mayBePageNumber(text: string, { start, end }: Span): boolean {
  if (start === end || end - start > LONGEST) return false;
  return STARTS.includes(text.charAt(start)) || isFigure(text, { start, end });
}

/** 5, 5/9: figures alone may be a cell. */
function isFigure(text: string, { start }: Span): boolean {
  return /[\d０-９]/.test(text.charAt(start));
}

/** Whether the row above has all its figures before that place: none is missing. */
function isBetweenRows({ rows }: Table, { start }: Span): boolean {
  const above = rows.findLast(({ label }) => label.span.start < start);
  if (!above || above.misfit || above.cells.size === 0) return false;
  const isBefore = ({ span }: Cell) => span.start < span.end && span.end < start;
  return above.cells.size === above.expected.length && [...above.cells.values()].every(isBefore);
}

/** Sections of running text: a lone figure elsewhere may be a cell. */
const HAS_TABLE_LESS: ReadonlySet<number> = new Set([0, 1, 5, 6]);

/** Whether a line behind so many of running text has such a line before it, and no table around it. */
function isInProse({ text, prose, tables }: Report, behind: number): boolean {
  const before = prose[behind - 1];
  if (!before || !HAS_TABLE_LESS.has(before.section)) return false;
  const next = prose[behind]?.span.start ?? text.length;
  return !Object.values(tables).some(({ span }) => span.start < next && span.end > before.span.end);
}

/** A line with its end; the last one with the end of the line before it. */
function wholeLine({ text, lines }: Report, line: number): Span {
  const start = lines.spanOf(line).start;
  if (line + 1 < lines.count) return { start, end: lines.spanOf(line + 1).start };
  return { start: line > 0 ? lines.spanOf(line - 1).end : start, end: text.length };
}
