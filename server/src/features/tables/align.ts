// 对齐: the bars of a Markdown or pipe table under each other, in a font whose Chinese characters are
// two columns wide; in others without padding. In a table of tabs only blanks around the cells go. Nothing but white space
// changes, and the dashes of the delimiter row.

import type { Report, Table } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { type Span, trimmed } from '../../text/span.js';
import { compactPads, type Pads, padding } from '../../writing/padding.js';
import { type GridLine, roomOf, tableLines } from '../../writing/tableLines.js';
import type { TableCommand } from './command.js';

export const alignTable: TableCommand = {
  id: 'nianbao.alignTable',
  title: '对齐',
  nothing: '表格已经对齐。',
  edits: (report, table, { compact }) => alignEdits(report, table, { compact }),
};

/** No row of the form has more than sixteen; a longer line has no columns that could be aligned. */
const MOST_CELLS = 100;

type Reworded = (cell: Span) => string;

export interface Alignment {
  /** Whether cells are to have no padding, since bars would not stand under each other anyway. */
  readonly compact?: boolean;
  /** What a cell will hold, where other edits change its text at the same time. */
  readonly reworded?: Reworded;
}

/** The white space to change, in order of place. Lines with both tabs and bars, and those without end, stay. */
export function alignEdits(
  report: Report,
  table: Table,
  { compact, reworded }: Alignment = {},
): TextEdit[] {
  const { text } = report;
  if (table.layout === 'lines' || table.layout === 'space') return [];
  const mark = table.layout === 'tab' ? 'tab' : 'bar';
  const other = mark === 'tab' ? /[|｜]/ : /\t/;
  const grid = tableLines(report, table)?.grid ?? [];
  const own = grid.filter(
    ({ mark: by, cells, span: { start, end } }) =>
      by === mark && cells.length <= MOST_CELLS && !other.test(text.slice(start, end)),
  );
  const edits: TextEdit[] = [];
  if (mark === 'tab') {
    for (const line of own) trimCells(text, line, edits);
    return edits;
  }
  const textOf = reworded ?? (({ start, end }: Span) => text.slice(start, end));
  const rows = own.filter(({ delimiter }) => !delimiter);
  const texts = rows.map(({ cells }) => cells.map(textOf));
  const { widths, rows: pads } = compact ? compactPads(texts) : padding(texts);
  for (const [i, line] of rows.entries()) padCells(text, line, pads[i] as readonly Pads[], edits);
  const isOwn = new Set(own);
  for (const [at, line] of grid.entries())
    if (line.delimiter && isOwn.has(line) && isStretchable(text, grid, at))
      stretch(text, line, widths, edits);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function trimCells(text: string, { cells, span }: GridLine, edits: TextEdit[]): void {
  for (const cell of cells) {
    const { start, end } = roomOf(text, cell, span);
    space(text, start, cell.start, 0, edits);
    space(text, cell.end, end, 0, edits);
  }
}

function padCells(text: string, line: GridLine, pads: readonly Pads[], edits: TextEdit[]): void {
  const { cells, span, led, closed } = line;
  for (const [i, cell] of cells.entries()) {
    const { start, end } = roomOf(text, cell, span);
    const { before, after } = pads[i] as Pads;
    const left = before + (i > 0 || led ? 1 : 0);
    const right = i < cells.length - 1 || closed ? after + 1 : 0;
    if (cell.start === cell.end) space(text, start, end, left + right, edits);
    else {
      space(text, start, cell.start, left, edits);
      space(text, cell.end, end, right, edits);
    }
  }
  if (closed) space(text, trimmed(text, span).end, span.end, 0, edits);
}

/** Leaves `width` spaces between two places; no edit where just they stand there already. */
function space(text: string, start: number, end: number, width: number, edits: TextEdit[]): void {
  let spaces = start;
  while (spaces < end && text.charCodeAt(spaces) === 0x20) spaces++;
  if (spaces < end || end - start !== width)
    edits.push({ span: { start, end }, newText: ' '.repeat(width) });
}

/** A row of dashes alone, which no cell holds; a dash or two may stand for figures further down. */
function isStretchable(text: string, grid: readonly GridLine[], at: number): boolean {
  const { line, cells } = grid[at] as GridLine;
  const isUnderHead = grid[at - 1]?.line === line - 1 && grid[at - 2]?.line !== line - 2;
  return cells.every(({ start, end }) => {
    const dashes = /^:?(-+):?$/.exec(text.slice(start, end))?.[1];
    return dashes !== undefined && dashes.length >= (isUnderHead ? 1 : 3);
  });
}

function stretch(text: string, line: GridLine, widths: readonly number[], edits: TextEdit[]): void {
  const { cells, span, led, closed } = line;
  for (const [i, cell] of cells.entries()) {
    const { start, end } = roomOf(text, cell, span);
    const written = text.slice(cell.start, cell.end);
    const [left, right] = [written.startsWith(':') ? ':' : '', written.endsWith(':') ? ':' : ''];
    const dashes = '-'.repeat((widths[i] ?? 3) - left.length - right.length);
    const lead = i > 0 || led ? ' ' : '';
    const tail = i < cells.length - 1 || closed ? ' ' : '';
    const newText = `${lead}${left}${dashes}${right}${tail}`;
    if (text.slice(start, end) !== newText) edits.push({ span: { start, end }, newText });
  }
  if (closed) space(text, trimmed(text, span).end, span.end, 0, edits);
}
