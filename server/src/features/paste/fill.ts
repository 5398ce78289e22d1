// A block of plain figures from a spreadsheet: it fills the table from the cell of the cursor to the
// right and down, as a spreadsheet would.

import { FORMATS, isSideBySide, rowsOf } from '../../form/formats.js';
import { rowName } from '../../judging/names.js';
import type { Cell, Report, Row, Table } from '../../report/report.js';
import { toHalfWidth } from '../../text/digits.js';
import { isSpace, type Span } from '../../text/span.js';
import { tableName } from './notice.js';
import type { Paste } from './result.js';
import { fillCells, keptNotice, type TargetCell } from './targetCells.js';

/** Rows of figures, blank ones among them. */
export type FigureRows = readonly (readonly string[])[];

/** What spreadsheets have for nothing. */
const NOTHING = /^[-—–/]$/;
const FIGURE = /^[-+−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/** No official table has more. */
const MOST_ROWS = 60;

/**
 * The figures, if a text holds nothing but several of them, or one that a line end follows, as a
 * spreadsheet copies a cell; a mark for nothing is a blank. Blank rows and columns may stand for anything,
 * for merged cells too: with them it is none.
 */
export function figuresIn(text: string): FigureRows | null {
  if (text.length > 4000 || !/[\t\r\n]/.test(text)) return null;
  const lines = text.split(/\r\n?|\n/);
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  if (lines.length > MOST_ROWS) return null;
  const rows = lines.map((line) => line.split('\t').map((cell) => toHalfWidth(cell.trim())));
  const width = rows[0]?.length ?? 0;
  const isFilled = (cells: readonly (string | undefined)[]) => cells.some((cell) => cell !== '');
  const columns = Array.from({ length: width }, (_, i) => rows.map((cells) => cells[i]));
  const isPlain = (cell: string) => cell === '' || NOTHING.test(cell) || FIGURE.test(cell);
  const plain = rows.every((cells) => cells.length === width && cells.every(isPlain));
  if (!plain || !rows.every(isFilled) || !columns.every(isFilled)) return null;
  return rows.map((cells) => cells.map((cell) => (NOTHING.test(cell) ? '' : cell)));
}

/** Fills the table; null if the cursor is in no cell of figures or the block does not fit there. */
export function fillFrom(
  report: Report,
  table: Table,
  { start }: Span,
  figures: FigureRows,
): Paste | null {
  // where a cell has a line of its own nobody can tell what is right and what is below
  if (table.unreadable || table.layout === 'lines' || table.layout === 'space') return null;
  const grid = gridOf(report, table);
  const top = grid.findIndex((row) => row.some((cell) => isIn(report, cell, start)));
  const left = grid[top]?.findIndex((cell) => isIn(report, cell, start)) ?? -1;
  if (left < 0 || !fits(table, grid, figures, top, left)) return null;
  const targets = figures.flatMap((row, i) =>
    row.map((text, k): TargetCell => ({ cell: grid[top + i]?.[left + k], text })),
  );
  const filling = fillCells(report, targets);
  if (!filling) return null;
  const { edits } = filling;
  const size = `${figures.length} 行 ${figures[0]?.length ?? 0} 列`;
  const from = rowName(report, table.key, table.rows[top]?.key ?? '');
  const notice = `已从“${from}”起填入${tableName(table.key)} ${size}，改动 ${edits.length} 个数`;
  return { title: '填入表格的各格', edits, notice: notice + keptNotice(filling) };
}

type Grid = readonly (readonly (Cell | undefined)[])[];

/** The cells as they stand in the rows of the text: table 四 has all its blocks in one. */
function gridOf({ lines }: Report, { key, rows }: Table): Grid {
  const cellsOf = ({ cells, expected }: Row) => expected.map((column) => cells.get(column));
  const found = rows.flatMap((row) => [...row.cells.values()]);
  const places = new Set(found.map(({ span }) => lines.lineAt(span.start)));
  return isSideBySide(key) && places.size === 1 ? [rows.flatMap(cellsOf)] : rows.map(cellsOf);
}

/** The cell itself and the white space up to its neighbours. */
function isIn({ text }: Report, cell: Cell | undefined, offset: number): boolean {
  if (!cell) return false;
  let { start, end } = cell.span;
  const isRoom = (at: number) =>
    isSpace(text.charCodeAt(at)) && !'\t\r\n'.includes(text.charAt(at));
  while (start > 0 && isRoom(start - 1)) start--;
  while (end < text.length && isRoom(end)) end++;
  return start <= offset && offset <= end;
}

/** Whether the block lies within rows of the same columns that follow one another in the form. */
function fits({ key, rows }: Table, grid: Grid, figures: FigureRows, top: number, left: number) {
  const bottom = top + figures.length;
  const right = left + (figures[0]?.length ?? 0);
  if (bottom > grid.length || grid.slice(top, bottom).some((row) => row.length < right))
    return false;
  const filled = grid.length === rows.length ? rows.slice(top, bottom) : rows;
  const [first] = filled;
  const orders = FORMATS.map(({ tables }) => rowsOf(tables[key]));
  return (
    filled.every(({ expected }) => expected.join() === first?.expected.join()) &&
    orders.some((order) => isRun(filled.map((row) => order.findIndex((o) => o.key === row.key))))
  );
}

/** One row of the form after the other: a missing one would shift the rest. */
function isRun(places: readonly number[]): boolean {
  return places.every((place, i) => place >= 0 && (i === 0 || place === (places[i - 1] ?? 0) + 1));
}
