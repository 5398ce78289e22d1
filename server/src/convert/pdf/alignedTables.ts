// Tables without ruled lines: figures that stand under each other are columns, and each row has the
// label whose lines lie about it. Where that is not plain, no figure stands beside a label.
import { type Column, headsOf, isOver, raisedOver } from './alignedHeads.js';
import { labelsOf, type RowLabels } from './alignedLabels.js';
import type { Chunk } from './chunks.js';
import type { PdfRow, PdfTable } from './pdfTables.js';
import { lineOf, linesOf, type PrintedLine } from './printedLines.js';
import { isFigure, isNumbered, leadingOf, piecesOf, type TextBlock } from './textBlocks.js';

/** Fewer figures are read as well from the line itself. */
const FIGURES = 5;
/** A page with more is no page of a report, and each row is held against all of them. */
const MOST_LINES = 1000;
/** Columns of labels: as many on each page, whatever stands on it. */
const DEPTH = 3;
/** In heights of a character. */
const SLACK = 0.2;
const MOST_LEADING = 4.5;
/** Points by which distances of lines may differ. */
const NEAR = 1.5;
/** How much wider than others the step from a column to the next may be. */
const EVEN = 1.7;

type Pieces = readonly PrintedLine[];

/** A row of figures, and the words before them. */
interface FigureRow {
  readonly line: PrintedLine;
  readonly words: Pieces;
  readonly figures: Pieces;
}

/** Rows of figures under each other. */
interface FigureBlock {
  readonly columns: readonly Column[];
  readonly rows: readonly FigureRow[];
  /** Figures under them that make no row with the words beside them. */
  readonly strays: readonly FigureRow[];
}

/** A table without ruled lines. */
export interface AlignedTable extends PdfTable {
  readonly columns: readonly Column[];
  /** Whether its heads tell which column is which; undefined if it has none. */
  readonly isSure?: boolean;
}

/** What the page before has left: a table may go on from it, or have its heads there. */
export interface PageBefore {
  readonly table: AlignedTable | undefined;
  readonly lines: readonly PrintedLine[];
}

export interface AlignedPage extends PageBefore {
  readonly tables: readonly AlignedTable[];
  /** The lines of the page before, without heads that are of this one. */
  readonly linesBefore: readonly PrintedLine[];
}

/** The tables among the lines of a page, and the lines that are left. */
export function alignedTables(lines: readonly PrintedLine[], before?: PageBefore): AlignedPage {
  const linesBefore = before?.lines ?? [];
  if (lines.length > MOST_LINES) return { tables: [], table: undefined, lines, linesBefore };
  const taken = new Set<Chunk>();
  const tables: AlignedTable[] = [];
  for (const block of figureBlocks(lines)) {
    const isFirst = tables.length === 0;
    const table = tableOf(
      block,
      lines,
      taken,
      isFirst ? before : { table: tables.at(-1), lines: [] },
    );
    if (table) tables.push(table);
  }
  const cut = before?.table && cutRows(lines, before.table, taken);
  if (cut) tables.unshift(cut);
  return {
    tables,
    table: tables.at(-1),
    lines: without(taken, lines),
    linesBefore: without(taken, linesBefore),
  };
}

/** Lines of what is not taken. */
function without(taken: ReadonlySet<Chunk>, lines: readonly PrintedLine[]): PrintedLine[] {
  return lines.flatMap((line) => {
    const rest = line.chunks.filter((chunk) => !taken.has(chunk));
    if (rest.length === line.chunks.length) return [line];
    return rest.length > 0 ? [lineOf(rest)] : [];
  });
}

/**
 * Figures at the top of a page that go on with the table of the page before, and make no row: of which
 * rows they are, and whether the last one of that page is whole, is not plain.
 */
function cutRows(
  lines: readonly PrintedLine[],
  before: AlignedTable,
  taken: Set<Chunk>,
): AlignedTable | undefined {
  const { columns, xs } = before;
  const zone = (columns[0] as Column).left;
  const end = before.rows.at(-1);
  const found: FigureRow[] = [];
  for (const [i, line] of lines.entries()) {
    const row = figureRow(line);
    const isUnder =
      row.figures.length > 0 && row.figures.every((figure) => isOneOf(figure, columns));
    // the last row of the page before may have its second line here
    if (end && isUnder && found.length === 0 && row.words.length === 0) end.isNameless = true;
    if (line.chunks.some((chunk) => taken.has(chunk))) break;
    // the first line may be a running head
    if (isUnder) found.push(row);
    else if (i > 0 && line.right > zone + SLACK * line.size) break;
  }
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return undefined;
  const rows = found.map(({ words, figures }) => {
    const pieces = [...words, ...figures];
    for (const chunk of pieces.flatMap(({ chunks }) => chunks)) taken.add(chunk);
    return {
      isNameless: true,
      cells: pieces.map((piece) => ({
        left: piece.left,
        right: piece.right,
        spans: false,
        lines: [piece],
      })),
    };
  });
  return {
    ruled: false,
    page: first.line.page,
    top: first.line.base + first.line.size,
    bottom: last.line.base,
    xs,
    rows,
    columns,
    ...(before.isSure !== undefined && { isSure: before.isSure }),
  };
}

/** Finds them from the top: the rows of a block have a figure in each column, or blanks. */
function figureBlocks(lines: readonly PrintedLine[]): FigureBlock[] {
  const blocks: FigureBlock[] = [];
  let columns: Column[] = [];
  let rows: FigureRow[] = [];
  let strays: FigureRow[] = [];
  let above: FigureRow[] = [];
  const close = () => {
    if (rows.length > 0)
      blocks.push({ columns, rows: [...rowsAbove(above, columns), ...rows], strays });
    columns = [];
    rows = [];
    strays = [];
    above = [];
  };
  for (const line of lines) {
    const row = figureRow(line);
    const isWhole = row.figures.length >= FIGURES;
    let grown = row.figures.length > 0 ? withRow(columns, row) : undefined;
    const isUnder =
      row.figures.length > 0 && row.figures.every((figure) => isOneOf(figure, columns));
    if (!grown && isUnder) {
      strays.push(row);
      continue;
    }
    const isBeside = columns.length > 0 && line.right <= (columns[0] as Column).left;
    if (!grown && columns.length > 0 && (isWhole || !isBeside)) {
      close();
      grown = isWhole ? withRow([], row) : undefined;
    }
    if (grown && (columns.length > 0 || isWhole)) {
      columns = grown;
      rows.push(row);
    } else if (columns.length === 0) above.push(row);
  }
  close();
  return blocks;
}

function isOneOf(figure: PrintedLine, columns: readonly Column[]): boolean {
  return columns.some((column) => isOver(figure, column));
}

/** Rows with few figures above the first one that has many. */
function rowsAbove(above: readonly FigureRow[], columns: readonly Column[]): FigureRow[] {
  const zone = (columns[0] as Column).left;
  const found: FigureRow[] = [];
  for (const row of above.toReversed()) {
    if (row.words.some(({ right, size }) => right > zone + SLACK * size)) break;
    if (row.figures.length === 0) continue;
    if (withFigures(columns, row.figures)?.length !== columns.length) break;
    found.unshift(row);
  }
  return found;
}

function figureRow(line: PrintedLine): FigureRow {
  const parts = piecesOf(line);
  let first = parts.length;
  while (first > 0 && isFigure(parts[first - 1] as PrintedLine)) first--;
  return { line, words: parts.slice(0, first), figures: parts.slice(first) };
}

/** The columns with one more row; undefined if it is none of theirs. */
function withRow(columns: readonly Column[], { words, figures }: FigureRow): Column[] | undefined {
  const grown = withFigures(columns, figures);
  // either may have blanks, but one of them has all
  if (!grown || (columns.length > 0 && grown.length > Math.max(columns.length, figures.length)))
    return undefined;
  const zone = (grown[0] as Column).left;
  return words.some(({ right, size }) => right > zone + SLACK * size) ? undefined : grown;
}

/** Columns with figures in or between them; undefined where two are in one, or one is in two. */
function withFigures(columns: readonly Column[], figures: readonly Column[]): Column[] | undefined {
  const grown = columns.map(({ left, right }) => ({ left, right }));
  const taken = new Set<Column>();
  for (const { left, right } of figures) {
    const [column, ...more] = grown.filter((one) => isOver({ left, right }, one));
    if (more.length > 0 || (column && taken.has(column))) return undefined;
    if (column) {
      column.left = Math.min(column.left, left);
      column.right = Math.max(column.right, right);
      taken.add(column);
    } else grown.push({ left, right });
  }
  return grown.sort((one, other) => one.left - other.left);
}

/** The table of a block, whose chunks are then `taken`; none if its line is read as well as it stands. */
function tableOf(
  { columns: found, rows, strays }: FigureBlock,
  lines: readonly PrintedLine[],
  taken: Set<Chunk>,
  pageBefore: PageBefore | undefined,
): AlignedTable | undefined {
  const before = pageBefore?.table;
  const [first, last] = [(rows[0] as FigureRow).line, (rows.at(-1) as FigureRow).line];
  const zone = (found[0] as Column).left;
  const isBeside = (line?: PrintedLine) => line && line.right <= zone + SLACK * line.size;
  let [from, to] = [lines.indexOf(first), lines.indexOf(last)];
  while (isBeside(lines[from - 1])) from--;
  while (isBeside(lines[to + 1])) to++;
  const byLine = new Map([
    ...rows.map((row) => [row.line, row.words] as const),
    ...strays.map((row) => [row.line, []] as const),
  ]);
  const words = lines.slice(from, to + 1).map((line) => byLine.get(line) ?? piecesOf(line));
  const bases = rows.map(({ line }) => line.base);
  const labels = labelsOf(words, bases);
  const labelsEnd = Math.max(0, ...rows.flatMap((row) => row.words).map(({ right }) => right));
  const above = lines.slice(0, from);
  const start = above.findLastIndex(({ chunks }) => chunks.some((chunk) => taken.has(chunk)));
  const onPage = above.slice(start + 1);
  const own = headsOf(found, first, labelsEnd, onPage);
  const raised = own.isUnsure ? raisedOver(pageBefore?.lines ?? [], onPage, first) : undefined;
  const both = raised && headsOf(found, first, labelsEnd, raised.lines);
  const heads = both && !both.isUnsure ? both : own;
  const hasHeads = heads.rows.length > 0 || heads.isUnsure;
  const goesOn = !hasHeads && before ? continued(before, found) : undefined;
  const columns = goesOn ?? heads.columns;
  const isSure = hasHeads ? !heads.isUnsure : goesOn && before?.isSure;
  const isWordless = words.every((pieces) => pieces.length === 0);
  const hasOwnHeads = isWordless && heads.rows.length > 0;
  const isTorn = tornRows(rows, columns, lines, leadingOf(words.flat()));
  const isPlain = isWordless && rows.length === 1 && !isTorn[0] && areEven(columns);
  if (isPlain && heads.rows.length === 0 && heads.count <= columns.length) return undefined;
  const left = Math.min(zone - DEPTH - 1, ...words.flat().map((piece) => piece.left));
  const edge = Math.min(zone, (columns[0] as Column).left) - 1;
  const xs = [
    ...Array.from({ length: DEPTH }, (_, k) => left + ((edge - left) * k) / DEPTH),
    edge,
    ...columns.slice(1).map((column, k) => (column.left + (columns[k] as Column).right) / 2),
    (columns.at(-1) as Column).right + 1,
  ];
  const rowOf = (beside: readonly Pieces[], figures: readonly Pieces[]): PdfRow => {
    const blank = Array.from({ length: DEPTH - beside.length }, (): Pieces => []);
    const cells = [...blank, ...beside, ...figures].map((pieces, k) => {
      const printed = linesOf(pieces.flatMap((piece) => piece.chunks)).map((line) =>
        raised ? raised.printed(line) : line,
      );
      for (const { chunks } of printed) for (const chunk of chunks) taken.add(chunk);
      return { left: xs[k] as number, right: xs[k + 1] as number, spans: false, lines: printed };
    });
    return { cells };
  };
  const headRows = heads.rows.map((row) => rowOf([row.label], row.heads));
  const figureRows = rows.map(({ figures }, i) => {
    const { groups, label } = labels[i] as RowLabels;
    const isWhole = figures.length === columns.length;
    // without heads, what is blank could be any column
    const isKnown = (label || hasOwnHeads) && (isSure ?? isWhole) && !isTorn[i];
    const beside = label && isKnown ? besides(groups, label) : [];
    const inColumns = columns.map((column) => figures.filter((figure) => isOver(figure, column)));
    return { ...rowOf(beside, inColumns), isNameless: !isKnown };
  });
  const strayRows = strays.map((row) => {
    const placeOf = (figure: PrintedLine) => columns.findIndex((column) => isOver(figure, column));
    const inColumns = columns.map((_, k) => row.figures.filter((one) => placeOf(one) === k));
    return { ...rowOf([row.words], inColumns), isNameless: true };
  });
  const top = Math.max(
    ...[first, ...headRows.flatMap(linesIn)]
      .filter(({ page }) => page === first.page)
      .map(({ base, size }) => base + size),
  );
  return {
    ruled: false,
    page: first.page,
    top,
    bottom: last.base,
    xs,
    rows: [...headRows, ...figureRows, ...strayRows],
    columns,
    ...(isSure !== undefined && { isSure }),
  };
}

/** The columns of a table that goes on with figures in all of its columns or some. */
function continued({ columns }: AlignedTable, found: readonly Column[]): Column[] | undefined {
  const both = withFigures(columns, found);
  return both?.length === columns.length ? both : undefined;
}

/** Whether columns are about as far apart as each other: none is missing between them. */
function areEven(columns: readonly Column[]): boolean {
  const steps = columns
    .slice(1)
    .map(
      ({ left, right }, k) =>
        left + right - (columns[k] as Column).left - (columns[k] as Column).right,
    )
    .sort((one, other) => one - other);
  return (steps.at(-1) ?? 0) < EVEN * (steps[Math.floor(steps.length / 2)] ?? 0);
}

/** Which rows may be lines of one, or have more lines: a figure that is too long for its cell has two. */
function tornRows(
  rows: readonly FigureRow[],
  columns: readonly Column[],
  lines: readonly PrintedLine[],
  leading: number | undefined,
): boolean[] {
  const near = (leading ?? MOST_LEADING * (rows[0] as FigureRow).line.size) + NEAR;
  const torn = rows.map(() => false);
  const own = new Set(rows.map(({ line }) => line));
  for (const line of lines)
    if (!own.has(line) && hasFigure(line, columns))
      rows.forEach((row, i) => {
        if (Math.abs(row.line.base - line.base) <= near) torn[i] = true;
      });
  rows.slice(1).forEach((row, i) => {
    const above = rows[i] as FigureRow;
    const [begin] = row.words;
    const isPart = Math.min(row.figures.length, above.figures.length) < columns.length;
    if (above.line.base - row.line.base > near || !isPart || (begin && isNumbered(begin))) return;
    torn[i] = torn[i + 1] = true;
  });
  return torn;
}

/** Whether a line has a figure under others, or nothing else. */
function hasFigure(line: PrintedLine, columns: readonly Column[]): boolean {
  const pieces = piecesOf(line);
  return (
    pieces.every(isFigure) || pieces.some((piece) => isFigure(piece) && isOneOf(piece, columns))
  );
}

/** What stands in the columns of labels: of many groups the outermost together. */
function besides(groups: readonly TextBlock[], label: TextBlock): Pieces[] {
  const inner = Math.max(0, groups.length - DEPTH + 2);
  const outer = groups.slice(0, inner).flatMap(({ pieces }) => pieces);
  const rest = groups.slice(inner).map(({ pieces }) => pieces);
  return [...(outer.length > 0 ? [outer] : []), ...rest, label.pieces];
}

function linesIn({ cells }: PdfRow): PrintedLine[] {
  return cells.flatMap(({ lines }) => lines);
}
