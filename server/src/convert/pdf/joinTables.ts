// A table that goes on over a page: the two halves become one, a head that is printed again is
// dropped, and a row that the page cut in two is healed.

import type { Chunk } from './chunks.js';
import type { PdfCell, PdfRow, PdfTable } from './pdfTables.js';
import { firstUnit, type PrintedLine, textOf } from './printedLines.js';

/** Points by which edges of one table may differ from page to page. */
const SAME_EDGE = 4;
/** How many of the edges of the half with fewer must be the other's, too. */
const COMMON = 0.7;
/** Space that a cell keeps free beside its words, at most. */
const PADDING = 12;

/** Whether a table goes on with the first of the next page: the columns are the same. */
export function goesOn(table: PdfTable, next: PdfTable): boolean {
  if (!table.ruled || !next.ruled || next.page !== table.page + 1) return false;
  const shift = shiftTo(table, next);
  const [fewer, more] =
    table.xs.length < next.xs.length
      ? [table.xs, next.xs.map((x) => x + shift)]
      : [next.xs.map((x) => x + shift), table.xs];
  const common = fewer.filter((x) => more.some((other) => Math.abs(x - other) < SAME_EDGE));
  return common.length >= 3 && common.length >= COMMON * fewer.length;
}

/** The cell that words below a table belong to, which the page let out of it: one beside others. */
export function cellOver({ left, right }: Chunk, { rows, xs }: PdfTable): PdfCell | undefined {
  const width = (xs.at(-1) as number) - (xs[0] as number);
  return rows
    .at(-1)
    ?.cells.find(
      (cell) => cell.left < left && right < cell.right && 2 * (cell.right - cell.left) < width,
    );
}

/** The table with the rows of the next page. */
export function joinTables(table: PdfTable, next: PdfTable): PdfTable {
  const shift = shiftTo(table, next);
  const xs = [...table.xs];
  for (const x of next.xs) {
    if (!xs.some((other) => Math.abs(other - x - shift) < SAME_EDGE)) xs.push(x + shift);
  }
  xs.sort((one, other) => one - other);
  const rows = moved(next.rows.slice(repeatedHead(table, next)), shift);
  const [before, after] = healed(table.rows, rows);
  return { ...table, page: next.page, bottom: next.bottom, xs, rows: [...before, ...after] };
}

/** Pages may have margins of their own; the left border of a cell that goes on may be missing. */
function shiftTo(table: PdfTable, next: PdfTable): number {
  return (table.xs.at(-1) as number) - (next.xs.at(-1) as number);
}

function moved(rows: readonly PdfRow[], shift: number): PdfRow[] {
  if (Math.abs(shift) < SAME_EDGE) return [...rows];
  const cells = new Map<PdfCell, PdfCell>();
  const movedCell = (cell: PdfCell) => {
    const known = cells.get(cell) ?? {
      ...cell,
      left: cell.left + shift,
      right: cell.right + shift,
    };
    cells.set(cell, known);
    return known;
  };
  return rows.map((row) => ({ cells: row.cells.map(movedCell) }));
}

/** How many rows at the top of the next page are the table's own first ones again. */
function repeatedHead(table: PdfTable, next: PdfTable): number {
  let count = 0;
  for (; count < next.rows.length && count < table.rows.length; count++) {
    const said = wordsIn(next.rows[count] as PdfRow);
    if (hasFigure(next.rows[count] as PdfRow) || said !== wordsIn(table.rows[count] as PdfRow))
      break;
  }
  // a row without words is a head only under one that has some
  return count > 0 && wordsIn(next.rows[0] as PdfRow) === '' ? 0 : count;
}

/** The rows on either side of the page: what was cut is put together. */
function healed(before: readonly PdfRow[], after: readonly PdfRow[]): [PdfRow[], PdfRow[]] {
  const upper = [...before];
  const lower = [...after];
  while (lower.length > 1 && isEmpty(lower[0] as PdfRow)) lower.shift();
  while (upper.length > 1 && isEmpty(upper.at(-1) as PdfRow)) upper.pop();
  const last = upper.at(-1);
  const first = lower[0];
  if (!last || !first) return [upper, lower];
  const pairs = first.cells.flatMap((cell) => {
    const above = last.cells.find((other) => isSameColumn(other, cell));
    return above ? [{ above, cell }] : [];
  });
  const own = pairs.filter(({ above, cell }) => !above.spans && !cell.spans);
  const isWhole = pairs.length === first.cells.length;
  const cut = isWhole && own.length > 0 && isCut(own);
  // heads of another shape under each other: what has the same edges is one cell
  const inHead = !isWhole && !hasFigure(last) && !hasFigure(first);
  const same = new Map<PdfCell, PdfCell>();
  for (const { above, cell } of pairs) {
    const spans = above.spans || cell.spans || inHead;
    // the words of a cell over many rows may stand on either page, or on both
    const goOn =
      spans &&
      (above.lines.length === 0 || cell.lines.length === 0
        ? !inHead && !isFigure(cell)
        : isSameLabel(above, cell));
    if (!cut && !goOn) continue;
    above.lines = [...above.lines, ...cell.lines];
    above.spans ||= !cut;
    same.set(cell, above);
  }
  const rest = (cut ? lower.slice(1) : lower).map(({ cells }) => ({
    cells: cells.map((cell) => same.get(cell) ?? cell),
  }));
  return [upper, rest];
}

interface Pair {
  readonly above: PdfCell;
  readonly cell: PdfCell;
}

/** Whether the two are halves of one row: neither can stand alone, and nothing is said twice. */
function isCut(pairs: readonly Pair[]): boolean {
  const [label] = pairs as [Pair];
  const upper = pairs.some(({ above }) => isFigure(above));
  const lower = pairs.some(({ cell }) => isFigure(cell));
  // the words of a head may be broken on purpose: 本年处理 / 决定数量
  if (label.cell.lines.length === 0 && label.above.lines.length > 0 && !upper && !lower)
    return true;
  for (const { above, cell } of pairs)
    if (above.lines.length > 0 && cell.lines.length > 0 && !runsOn(above, cell)) return false;
  if (label.cell.lines.length === 0) return label.above.lines.length > 0;
  return label.above.lines.length > 0 || (upper && !lower);
}

/** Whether the words of a cell go on in another: the last line was full, and the next begins nothing. */
function runsOn(above: PdfCell, cell: PdfCell): boolean {
  const [last, first] = [above.lines.at(-1), cell.lines[0]];
  if (!last || !first || isFigure(above) !== isFigure(cell) || BEGINS.test(textOf(first)))
    return false;
  return isFull(last, first, above.right - above.left);
}

/** Whether two cells are one label: a figure with its unit is none. */
function isSameLabel(above: PdfCell, cell: PdfCell): boolean {
  return runsOn(above, cell) && !/^\d/.test(wordsOf(cell));
}

/** The number of a row or of its caption. */
const BEGINS = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十]+条)/;

/** Whether the beginning of a line would not have fitted behind another, in a cell. */
export function isFull(line: PrintedLine, next: PrintedLine, width: number): boolean {
  if (line.chunks[0]?.vertical) return true;
  return line.right - line.left + firstUnit(next) > width - PADDING;
}

function isSameColumn(one: PdfCell, other: PdfCell): boolean {
  return (
    Math.abs(one.left - other.left) < SAME_EDGE && Math.abs(one.right - other.right) < SAME_EDGE
  );
}

/** Whether nothing stands in a row but what goes on from or to other rows. */
function isEmpty({ cells }: PdfRow): boolean {
  return cells.every(({ lines, spans }) => spans || lines.length === 0);
}

function isFigure(cell: PdfCell): boolean {
  return /^[-−+]?[\d０-９.,，．]+$/.test(wordsOf(cell));
}

function hasFigure({ cells }: PdfRow): boolean {
  return cells.some(isFigure);
}

function wordsIn({ cells }: PdfRow): string {
  return cells.map(wordsOf).join('\t');
}

function wordsOf({ lines }: PdfCell): string {
  return lines.map(textOf).join('');
}
