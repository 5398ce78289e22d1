// Writing into a value cell, blank or not, as the layout of its table has it.

import { isBar } from '../reading/cells.js';
import type { Cell, Report } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { lineEndOf } from '../text/lines.js';
import { isSpace, type Span } from '../text/span.js';

/** Puts a figure into a cell in place of what is there; the marks around the cell stay. */
export function cellEdit(report: Report, cell: Cell, figure: string): TextEdit {
  const { span } = cell;
  if (span.end > span.start) return { span, newText: figure };
  const place = placeOf(report, span.start);
  if (report.tables[cell.table]?.layout === 'lines') return onOwnLine(report, cell, place, figure);
  const { text } = report;
  const barBefore = isBar(text, place.start - 1);
  if (!barBefore && !isBar(text, place.end)) return { span: place, newText: figure };
  return { span: place, newText: betweenBars(figure, place, barBefore) };
}

/** Where to type the figure of a cell, or over it: a blank cell has a place between its marks. */
export function cellField(report: Report, cell: Cell): Span {
  const { span } = cell;
  if (span.end > span.start) return span;
  const { start, end } = placeOf(report, span.start);
  const isLine = report.tables[cell.table]?.layout === 'lines' && !isBar(report.text, end);
  const at = isLine
    ? report.lines.lineSpanAt(start).end
    : Math.min(end, isBar(report.text, start - 1) ? start + 1 : start);
  return { start: at, end: at };
}

/** What a cell takes up: what stands in it, or its white space, up to the next cell. */
export function cellRoom(report: Report, { span }: Cell): Span {
  if (span.end > span.start) return span;
  const { start, end } = placeOf(report, span.start);
  return { start, end: report.text.charCodeAt(end) === TAB ? end + 1 : end };
}

/** The white space that a blank cell consists of. */
function placeOf({ text, lines }: Report, start: number): Span {
  const limit = lines.lineSpanAt(start).end;
  let end = start;
  while (end < limit && text.charCodeAt(end) !== TAB && isSpace(text.charCodeAt(end))) end++;
  return { start, end };
}

/** To the right, a space on either side, as wide as before where it can be; `||` is `|0|`. */
function betweenBars(figure: string, { start, end }: Span, barBefore: boolean): string {
  const width = end - start;
  if (barBefore && width === 0) return figure;
  const before = barBefore ? ' ' : '';
  return `${before}${figure.padStart(width - before.length - 1)} `;
}

/** One cell a line: a line of indentation, or a lone bar. */
function onOwnLine(report: Report, { table, row }: Cell, place: Span, figure: string): TextEdit {
  const { text, lines } = report;
  const line = lines.lineSpanAt(place.start);
  if (!isBar(text, place.end)) return { span: { start: line.end, end: line.end }, newText: figure };
  // where the other cells have no bar on their line, it follows on the next one
  const label = report.tables[table]?.rows.find(({ key }) => key === row)?.label;
  const barBehind = label !== undefined && isBarNext(report, label.span.end);
  return { span: place, newText: barBehind ? `${figure} ` : figure + lineEndOf(text) };
}

const TAB = 9;

/** Whether a bar is the next on the line. */
function isBarNext(report: Report, offset: number): boolean {
  return isBar(report.text, placeOf(report, offset).end);
}
