// 转换版式: a table as it stands in another layout. Every label and every figure stays as written, in
// the same order; where the text read again would say anything else, nothing is changed.

import { parseReport } from '../../reading/parse.js';
import { factsOf } from '../../report/facts.js';
import type { Layout, Report, Table } from '../../report/report.js';
import { applyEdits, type TextEdit } from '../../text/edit.js';
import { lineEndOf } from '../../text/lines.js';
import { type Span, trimmed } from '../../text/span.js';
import { type RowOrLine, standingRows } from '../../writing/standingRows.js';
import { type GridRow, rowsOfStream } from '../../writing/stream.js';
import { tableLines } from '../../writing/tableLines.js';
import { writeGrid } from '../../writing/writeTable.js';
import type { TableCommand } from './command.js';

export const convertLayout: TableCommand = {
  id: 'nianbao.convertLayout',
  title: '转换表格版式',
  nothing: '表格已经是这种版式，或者有读不准的地方，没有转换。',
  edits: (report, table, { layout, compact }) =>
    layout ? convertEdits(report, table, layout, compact) : [],
};

function convertEdits(report: Report, table: Table, layout: Layout, compact?: boolean): TextEdit[] {
  const isGrid = layout === 'tab' || layout === 'markdown' || layout === 'pipe';
  const found = tableLines(report, table);
  if (!isGrid || table.unreadable || !found) return [];
  const { first, last, grid } = found;
  // without its row of dashes it is no Markdown table yet
  const isDone = layout !== 'markdown' || grid.some(({ delimiter }) => delimiter);
  if (layout === table.layout && isDone) return [];
  const isLinear = table.layout === 'lines' || table.layout === 'space';
  const pieces = isLinear
    ? rowsOfStream(report, table, first, last)
    : standingRows(report, found).filter((piece) => layout !== 'markdown' || !isBlankLine(piece));
  if (!pieces) return [];
  const { lines } = report;
  const span = { start: lines.spanOf(first).start, end: lines.spanOf(last).end };
  const edit = { span, newText: write(report, pieces, layout, span, compact) };
  return saysTheSame(report, edit) ? [edit] : [];
}

/** Blank lines would end a Markdown table. */
function isBlankLine(piece: RowOrLine): boolean {
  return 'line' in piece && piece.line.trim() === '';
}

function write(
  { text, lines }: Report,
  pieces: readonly RowOrLine[],
  layout: Layout,
  span: Span,
  compact?: boolean,
) {
  const eol = lineEndOf(text);
  const rows = pieces.filter((piece): piece is GridRow => !('line' in piece));
  const [head = [], ...others] = rows;
  // what the heads have no cell for is no column of a Markdown table
  const widest = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const width = layout === 'markdown' ? widest : head.length;
  const grid = [[...head, ...Array(width - head.length).fill('')], ...others];
  const written = writeGrid(grid, layout, eol, compact).split(eol);
  let at = 0;
  const all = pieces.flatMap((piece) => {
    if ('line' in piece) return [piece.line];
    const from = at;
    at += layout === 'markdown' && piece === head ? 2 : 1; // the delimiter row goes with the first
    return written.slice(from, at);
  });
  const isBlank = (line: number) => {
    const { start, end } = trimmed(text, lines.spanOf(line));
    return start === end;
  };
  if (layout === 'markdown') {
    const [above, below] = [lines.lineAt(span.start) - 1, lines.lineAt(span.end) + 1];
    if (above >= 0 && !isBlank(above)) all.unshift('');
    if (below < lines.count && !isBlank(below)) all.push('');
  }
  return all.join(eol);
}

/** Whether the report read again has the same facts, lines aside. */
function saysTheSame(report: Report, edit: TextEdit): boolean {
  const facts = (of: Report) =>
    JSON.stringify(factsOf(of), (key, value) => (key === 'line' ? undefined : value));
  return facts(parseReport(applyEdits(report.text, [edit]), report.markup)) === facts(report);
}
