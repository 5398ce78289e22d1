// Tables without ruled lines: rows of figures that stand under each other are one, and each row has
// the label whose lines lie about it. Where that is not plain, lines stay lines.
import type { Chunk } from './chunks.js';
import type { PdfCell, PdfRow, PdfTable } from './pdfTables.js';
import { lineOf, linesOf, type PrintedLine, textOf } from './printedLines.js';

/** In heights of a character. */
const CELL_GAP = 0.8;
const LEADING = 1.6;
const OFF_CENTRE = 0.6;
/** Fewer figures are read as well from the line itself. */
const FIGURES = 5;
const ROWS = 3;

const FIGURE = /^[-−+]?[\d０-９][\d０-９.,，．]*\D{0,2}$|^[-—/／\\]$/;
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]+[）)、]|\d{1,2}[.．、])/;

/** A row of figures, and how it was printed. */
interface FigureRow {
  readonly line: PrintedLine;
  readonly figures: readonly PrintedLine[];
  readonly labels: readonly PrintedLine[];
}

/** The tables among the lines of a page, and the lines that are left. */
export function alignedTables(lines: readonly PrintedLine[]): {
  tables: PdfTable[];
  loose: PrintedLine[];
} {
  const rows = lines.flatMap((line) => figureRow(line) ?? []);
  const tables: PdfTable[] = [];
  const used = new Set<PrintedLine>();
  for (let i = 0; i < rows.length; ) {
    const count = rows[i]?.figures.length;
    let end = i;
    while (end < rows.length && rows[end]?.figures.length === count) end++;
    const table = tableOf(rows.slice(i, end), lines, used);
    if (table) tables.push(table);
    i = end;
  }
  return { tables, loose: lines.filter((line) => !used.has(line)) };
}

function figureRow(line: PrintedLine): FigureRow | undefined {
  const parts = segments(line);
  let first = parts.length;
  while (first > 0 && FIGURE.test(textOf(parts[first - 1] as PrintedLine))) first--;
  if (parts.length - first < FIGURES) return undefined;
  return { line, figures: parts.slice(first), labels: parts.slice(0, first) };
}

/** The parts of a line that gaps divide. */
function segments({ chunks, size }: PrintedLine): PrintedLine[] {
  const parts: Chunk[][] = [];
  for (const chunk of chunks) {
    const open = parts.at(-1);
    if (open && chunk.left - (open.at(-1) as Chunk).right < CELL_GAP * size) open.push(chunk);
    else parts.push([chunk]);
  }
  return parts.map(lineOf);
}

function tableOf(
  rows: readonly FigureRow[],
  lines: readonly PrintedLine[],
  used: Set<PrintedLine>,
): PdfTable | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < ROWS) return undefined;
  const edges = columnEdges(rows);
  if (!edges) return undefined;
  const zone = edges[0] as number;
  const reach = LEADING * first.line.size;
  const own = new Set(rows.map(({ line }) => line));
  // lines of labels alone, between the rows and just above and below them
  const beside: PrintedLine[] = [];
  const near = lines.filter(
    ({ base }) => base < first.line.base + 3 * reach && base > last.line.base - 3 * reach,
  );
  for (const line of near) if (!own.has(line) && line.right < zone) beside.push(line);
  const labels = paragraphs([
    ...rows.flatMap((row) => row.labels),
    ...beside.flatMap((line) => segments(line)),
  ]);
  const found = rows.map(({ line }) =>
    labels.filter((label) => Math.abs(middleOf(label) - line.base) < OFF_CENTRE * line.size),
  );
  // a row without a label of its own would take that of another
  const ofRow = found.map((list) => list.sort((one, other) => leftOf(one) - leftOf(other)).at(-1));
  if (ofRow.some((label) => !label) || new Set(ofRow).size < rows.length) return undefined;
  const left = Math.min(...labels.map(leftOf));
  const taken = new Set(ofRow.flatMap((label) => label?.flatMap(({ chunks }) => chunks) ?? []));
  for (const list of found)
    for (const label of list)
      for (const { chunks } of label) for (const chunk of chunks) taken.add(chunk);
  for (const line of beside) if (line.chunks.every((chunk) => taken.has(chunk))) used.add(line);
  for (const { line } of rows) used.add(line);
  const xs = [left, (left + zone) / 2, ...edges];
  const cell = (k: number, held: readonly PrintedLine[]): PdfCell => ({
    left: xs[k] as number,
    right: xs[k + 1] as number,
    spans: false,
    lines: linesOf(held.flatMap(({ chunks }) => chunks)),
  });
  const made = rows.map(({ figures }, i): PdfRow => {
    const groups = (found[i] ?? []).slice(0, -1).flat();
    const labelled = [cell(0, groups), cell(1, ofRow[i] ?? [])];
    return { cells: [...labelled, ...figures.map((figure, k) => cell(k + 2, [figure]))] };
  });
  const head = headLines(lines, first.line, zone, used);
  for (const line of head) used.add(line);
  const parts = head.flatMap(segments);
  // a head as wide as its column is of it, a wider one of several
  const wide: PrintedLine[][] = xs.slice(1).map(() => []);
  const narrow: PrintedLine[][] = xs.slice(1).map(() => []);
  for (const part of parts) {
    const k = Math.max(
      0,
      xs.findLastIndex((x) => x <= (part.left + part.right) / 2),
    );
    const fits =
      k > 1 &&
      part.left > (xs[k] as number) - part.size &&
      part.right < (xs[k + 1] ?? Infinity) + part.size;
    (fits ? narrow : wide)[Math.min(k, xs.length - 2)]?.push(part);
  }
  for (const columns of [narrow, wide])
    if (columns.some((held) => held.length > 0))
      made.unshift({ cells: columns.map((held, k) => cell(k, held)) });
  const [top, bottom] = [(head[0] ?? first.line).base + first.line.size, last.line.base];
  return { ruled: false, page: first.line.page, top, bottom, xs, rows: made };
}

/** The lines above the first row that stand over the figures, and notes beside them. */
function headLines(
  lines: readonly PrintedLine[],
  first: PrintedLine,
  zone: number,
  used: ReadonlySet<PrintedLine>,
): PrintedLine[] {
  const above = lines.filter((line) => line.base > first.base && !used.has(line));
  let start = above.length;
  let last = above.length;
  let before = first.base;
  while (start > 0) {
    const line = above[start - 1] as PrintedLine;
    const parts = segments(line);
    const crosses = parts.some(({ left, right }) => left < zone - line.size && right > zone);
    const hasFigure = parts.some((part) => FIGURE.test(textOf(part)));
    if (crosses || hasFigure || line.base - before > 4 * LEADING * line.size) break;
    before = line.base;
    start--;
    if (line.right > zone) last = start;
  }
  return above.slice(last);
}

/** Edges between columns of figures, if all rows have them alike. */
function columnEdges(rows: readonly FigureRow[]): number[] | undefined {
  const count = rows[0]?.figures.length ?? 0;
  const edges: number[] = [];
  let right = -Infinity;
  for (let k = 0; k < count; k++) {
    const column = rows.map(({ figures }) => figures[k] as PrintedLine);
    const left = Math.min(...column.map((figure) => figure.left));
    if (left <= right) return undefined;
    edges.push(k === 0 ? left - 1 : (left + right) / 2);
    right = Math.max(...column.map((figure) => figure.right));
  }
  return [...edges, right + 1];
}

/** Parts of labels that go on under each other. */
function paragraphs(parts: readonly PrintedLine[]): PrintedLine[][] {
  const sorted = [...parts].sort((one, other) => other.base - one.base);
  const open: PrintedLine[][] = [];
  for (const part of sorted) {
    const above = open.findLast((label) => {
      const last = label.at(-1) as PrintedLine;
      const shared = Math.min(last.right, part.right) - Math.max(last.left, part.left);
      return shared > 0 && last.base - part.base < LEADING * part.size && last.base > part.base;
    });
    if (above && !NUMBERED.test(textOf(part))) above.push(part);
    else open.push([part]);
  }
  return open;
}

function middleOf(label: readonly PrintedLine[]): number {
  return ((label[0] as PrintedLine).base + (label.at(-1) as PrintedLine).base) / 2;
}

function leftOf(label: readonly PrintedLine[]): number {
  return Math.min(...label.map(({ left }) => left));
}
