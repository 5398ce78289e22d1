// Page numbers on lines of their own: between lines of running text, above and below it, and between the
// rows of tables.
import { isPageNumber } from '../../reading/cells.js';
import type { Report, Table } from '../../report/report.js';
import { isDigit } from '../../text/digits.js';
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
  const places = Object.values(report.tables).map((table) => new RowsPassed(report, table));
  let at = 0;
  for (let line = 0; line < lines.count; line++) {
    const span = lines.contentOf(line);
    if (!mayBePageNumber(text, span)) continue;
    while ((prose[at]?.span.start ?? Number.POSITIVE_INFINITY) < span.start) at++;
    const place = places.find(({ first, last }) => first <= line && line <= last);
    if (isFigure(text, span.start) && !(place ? place.isBetweenRows(span) : isInProse(report, at)))
      continue;
    // last, as most lines of a table that has a cell a line might be one
    if (!isPageNumber(text, span) || isApart(line)) continue;
    const table = place?.table;
    const fix = { span: wholeLine(report, line), newText: '' };
    yield { span, fix: table && !keepsFigures(report, table, [fix]) ? null : fix };
  }
}

const LONGEST = 16;
/** What a page number begins with, figures aside. */
const STARTS = '-—–－·~第一共pP';

function mayBePageNumber(text: string, { start, end }: Span): boolean {
  if (start === end || end - start > LONGEST) return false;
  return STARTS.includes(text.charAt(start)) || isFigure(text, start);
}

/** 5, 5/9: figures alone may be a cell. */
function isFigure(text: string, start: number): boolean {
  return isDigit(text.charCodeAt(start));
}

/** The lines of a table, gone through from the first to the last. */
class RowsPassed {
  readonly first: number;
  readonly last: number;
  private passed = 0;
  private heads = 0;

  constructor(
    { lines }: Report,
    readonly table: Table,
  ) {
    this.first = lines.lineAt(table.span.start);
    this.last = lines.lineAt(table.span.end);
  }

  /**
   * Whether the row above has all its figures before that place: none is missing, but for blank cells before
   * the last one of a line. With one cell a line those behind the head of a group are its own.
   */
  isBetweenRows({ start }: Span): boolean {
    const { rows, groups, layout } = this.table;
    while ((rows[this.passed]?.label.span.start ?? Number.POSITIVE_INFINITY) < start) this.passed++;
    const above = rows[this.passed - 1];
    if (!above || above.misfit || above.cells.size === 0) return false;
    if (above.cells.size < above.expected.length) return false;
    while ((groups[this.heads]?.span.start ?? Number.POSITIVE_INFINITY) < start) this.heads++;
    const headed = groups[this.heads - 1]?.span.start ?? -1;
    if (layout === 'lines' && headed > above.label.span.start) return false;
    const cells = [...above.cells.values()];
    const filled = layout === 'lines' || layout === 'space' ? cells : cells.slice(-1);
    if (filled.some(({ span }) => span.start === span.end)) return false;
    return cells.every(({ span }) => span.end < start);
  }
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
