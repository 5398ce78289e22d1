// 对齐: the bars of a Markdown or pipe table under each other, in a font whose Chinese characters are
// two columns wide. In a table of tabs only blanks around the cells go. Nothing but white space
// changes, and the dashes of the delimiter row.
import { type GridLine, roomOf, tableLines } from '../../report/grid.js';
import { type Pads, padding } from '../../report/padding.js';
import type { Report, Table } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { type Span, trimmed } from '../../text/span.js';
import type { TableCommand } from './command.js';

export const alignTable: TableCommand = {
  id: 'nianbao.alignTable',
  title: '对齐',
  nothing: '表格已经对齐',
  edits: (report, table) => alignEdits(report, table),
};

/** What a cell will hold, where other edits change its text at the same time. */
type Reworded = (cell: Span) => string;

/** The white space to change, in order of place. Lines with both tabs and bars stay as they are. */
export function alignEdits(report: Report, table: Table, reworded?: Reworded): TextEdit[] {
  const { text } = report;
  if (table.layout === 'lines' || table.layout === 'space') return [];
  const mark = table.layout === 'tab' ? 'tab' : 'bar';
  const other = mark === 'tab' ? /[|｜]/ : /\t/;
  const isOwn = ({ mark: by, span: { start, end } }: GridLine) =>
    by === mark && !other.test(text.slice(start, end));
  const grid = tableLines(report, table)?.grid ?? [];
  if (mark === 'tab') return grid.filter(isOwn).flatMap((line) => trimCells(text, line));
  const textOf = reworded ?? (({ start, end }: Span) => text.slice(start, end));
  const rows = grid.filter((line) => !line.delimiter && isOwn(line));
  const { widths, rows: pads } = padding(rows.map(({ cells }) => cells.map(textOf)));
  const edits = rows.flatMap((line, i) => padCells(text, line, pads[i] as readonly Pads[]));
  for (const { span, closed } of grid.filter(isOwn))
    if (closed) edits.push(...gap(text, trimmed(text, span).end, span.end, 0));
  for (const [at, line] of grid.entries())
    if (line.delimiter && isOwn(line) && isStretchable(text, grid, at))
      edits.push(...stretch(text, line, widths));
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function trimCells(text: string, { cells, span }: GridLine): TextEdit[] {
  return cells.flatMap((cell) => {
    const { start, end } = roomOf(text, cell, span);
    return [...gap(text, start, cell.start, 0), ...gap(text, cell.end, end, 0)];
  });
}

function padCells(text: string, line: GridLine, pads: readonly Pads[]): TextEdit[] {
  const { cells, span, led, closed } = line;
  return cells.flatMap((cell, i) => {
    const { start, end } = roomOf(text, cell, span);
    const { before, after } = pads[i] as Pads;
    const left = before + (i > 0 || led ? 1 : 0);
    const right = i < cells.length - 1 || closed ? after + 1 : 0;
    if (cell.start === cell.end) return gap(text, start, end, left + right);
    return [...gap(text, start, cell.start, left), ...gap(text, cell.end, end, right)];
  });
}

/** The edit that leaves `width` spaces between two places; none where they stand there already. */
function gap(text: string, start: number, end: number, width: number): TextEdit[] {
  let spaces = start;
  while (spaces < end && text.charCodeAt(spaces) === 0x20) spaces++;
  if (spaces === end && end - start === width) return NONE;
  return [{ span: { start, end }, newText: ' '.repeat(width) }];
}

const NONE: TextEdit[] = [];

/** A row of dashes alone, which no cell holds; a dash or two may stand for figures further down. */
function isStretchable(text: string, grid: readonly GridLine[], at: number): boolean {
  const { line, cells } = grid[at] as GridLine;
  const isUnderHead = grid[at - 1]?.line === line - 1 && grid[at - 2]?.line !== line - 2;
  return cells.every(({ start, end }) => {
    const dashes = /^:?(-+):?$/.exec(text.slice(start, end))?.[1];
    return dashes !== undefined && dashes.length >= (isUnderHead ? 1 : 3);
  });
}

function stretch(text: string, line: GridLine, widths: readonly number[]): TextEdit[] {
  const { cells, span, led, closed } = line;
  return cells.flatMap((cell, i) => {
    const { start, end } = roomOf(text, cell, span);
    const written = text.slice(cell.start, cell.end);
    const [left, right] = [written.startsWith(':') ? ':' : '', written.endsWith(':') ? ':' : ''];
    const dashes = '-'.repeat((widths[i] ?? 3) - left.length - right.length);
    const lead = i > 0 || led ? ' ' : '';
    const tail = i < cells.length - 1 || closed ? ' ' : '';
    const newText = `${lead}${left}${dashes}${right}${tail}`;
    return text.slice(start, end) === newText ? [] : [{ span: { start, end }, newText }];
  });
}
