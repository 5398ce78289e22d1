// Formatting a report: tables aligned, labels with the marks of the form, no white space at line ends,
// no heaps of blank lines. Never a figure, never a word.

import type { Report, Table } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { isSpace, type Span } from '../../text/span.js';
import { rangeOf, tableLines } from '../../writing/tableLines.js';
import { alignEdits } from '../tables/align.js';
import { labelFormEdits } from './labelForms.js';

export interface FormattingOptions {
  /** Two spaces at a line's end are a line break. */
  readonly markdown: boolean;
  /** Whether tables of bars have no padding. */
  readonly compact?: boolean;
  /** Only these lines; a table that they touch is aligned whole. */
  readonly range?: Span;
  /** Whether text can be changed: not where it was converted from HTML. */
  isVerbatim?(span: Span): boolean;
}

/** From this many on, blank lines become one. */
const TOO_MANY_BLANKS = 3;

interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The edits that format a report, in order of place; none for what is no report. Linear. */
export function formattingEdits(report: Report, options: FormattingOptions): TextEdit[] {
  if (!report.recognized) return [];
  const wanted = linesIn(report, options.range);
  const taken: LineRange[] = [];
  const touched: Table[] = [];
  for (const table of Object.values(report.tables)) {
    const lines = tableLines(report, table) ?? rangeOf(report, table);
    taken.push(lines);
    if (lines.first > wanted.last || lines.last < wanted.first) continue;
    const { start } = report.lines.spanOf(lines.first);
    const { end } = report.lines.spanOf(lines.last);
    if (options.isVerbatim?.({ start, end }) !== false) touched.push(table);
  }
  const edits = touched.flatMap((table) => tableEdits(report, table, options.compact));
  return edits
    .concat(lineEdits(report, wanted, taken, options.markdown))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The lines of a range; one that ends where a line begins does not reach into it. */
function linesIn({ text, lines }: Report, range: Span = { start: 0, end: text.length }): LineRange {
  const first = lines.lineAt(range.start);
  const end = lines.lineAt(range.end);
  const isOutside = end > first && range.end === lines.spanOf(end).start && range.end < text.length;
  return { first, last: isOutside ? end - 1 : end };
}

/** Labels, and the white space that goes with their new width. */
function tableEdits(report: Report, table: Table, compact?: boolean): TextEdit[] {
  const labels = labelFormEdits(report, table);
  const byStart = new Map(labels.map((edit) => [edit.span.start, edit]));
  const reworded = ({ start, end }: Span) => {
    const edit = byStart.get(start);
    return edit?.span.end === end ? edit.newText : report.text.slice(start, end);
  };
  return [...labels, ...alignEdits(report, table, { compact, reworded })];
}

/** White space at line ends and blank lines, outside tables, code and comments. */
function lineEdits(
  { text, lines, isApart }: Report,
  { first, last }: LineRange,
  tables: readonly LineRange[],
  markdown: boolean,
): TextEdit[] {
  const isTaken = (line: number) => tables.some((t) => t.first <= line && line <= t.last);
  const edits: TextEdit[] = [];
  let blanks = 0;
  const endBlanks = (end: number) => {
    if (blanks >= TOO_MANY_BLANKS) {
      const start = lines.spanOf(end - blanks + 1).start;
      const to = end < lines.count ? lines.spanOf(end).start : text.length;
      // what was to be trimmed there goes altogether
      while ((edits.at(-1)?.span.start ?? -1) >= start) edits.pop();
      edits.push({ span: { start, end: to }, newText: '' });
    }
    blanks = 0;
  };
  for (let line = first; line <= last; line++) {
    if (isApart(line) || isTaken(line)) {
      endBlanks(line);
      continue;
    }
    const { start, end } = lines.spanOf(line);
    const trimmedEnd = withoutTrailing(text, start, end);
    if (trimmedEnd > start) endBlanks(line);
    else blanks++;
    const isBreak = markdown && trimmedEnd > start && text.endsWith('  ', end);
    if (trimmedEnd < end && !isBreak) edits.push({ span: { start: trimmedEnd, end }, newText: '' });
  }
  endBlanks(last + 1);
  return edits;
}

/** Where a line ends without white space; a tab may be the end of a cell. */
function withoutTrailing(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) !== 9 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
