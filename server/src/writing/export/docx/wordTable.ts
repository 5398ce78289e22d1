// Tables of Word: as wide as the text, ruled, cells merged as the document has them, heads repeated on each
// page, no row cut in two by one.
import { type DocumentCell, type DocumentTable, widthOf } from '../../document/blocks.js';
import { BODY_WIDTH, charactersIn } from './page.js';
import { paragraph, runOf } from './runs.js';

/** Word takes no more. */
export const MOST_COLUMNS = 63;
/** White space beside the text of a cell, in twips. */
const MARGIN = 20;
/** More of it before words that begin at the left. */
const INDENT = 48;
/** 小四, 五号, 小五, 六号: the sizes of type for tables, in half points. */
const SIZES = [24, 21, 18, 15] as const;
/** With fewer columns there is room for the largest. */
const MANY_COLUMNS = 6;
const LIGHT = 'F2F2F2';

/** The XML of a table. */
export function wordTable(table: DocumentTable): string {
  const widths = columnWidths(table);
  const size = sizeOf(table, widths);
  const heads = headRows(table);
  const isWhole = isForm(table);
  // where there is more than one column of labels they are read like a list
  const isLeft = labelColumns(table) > 1;
  const grid = occupied(table, widths.length);
  const rows = grid.map((places, i) => {
    const missing = widths.length - places.length;
    const left = total(widths.slice(places.length));
    const about = [
      missing > 0 ? `<w:gridAfter w:val="${missing}"/><w:wAfter w:w="${left}" w:type="dxa"/>` : '',
      '<w:cantSplit/>',
      `<w:trHeight w:val="${size === SIZES[0] ? 454 : 312}" w:hRule="atLeast"/>`,
      i < heads ? '<w:tblHeader/>' : '',
      '<w:jc w:val="center"/>',
    ];
    // Word breaks what does not fit on one page all the same
    const keep = isWhole && i + 1 < table.rows.length;
    return `<w:tr><w:trPr>${about.join('')}</w:trPr>${cellsOf(places, i, widths, size, keep, isLeft)}</w:tr>`;
  });
  const border = (side: string) =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${total(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margin('top', 0)}${margin('left', MARGIN)}${margin('bottom', 0)}${margin('right', MARGIN)}</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A cell that stands in a row, or reaches into it from the row where it begins. */
interface TakenPlace {
  readonly cell: DocumentCell;
  readonly begins: number;
}

/** What stands in each column of each row, as far as the row goes. */
function occupied({ rows }: DocumentTable, width: number): (TakenPlace | undefined)[][] {
  const open: (TakenPlace | undefined)[] = Array(width).fill(undefined);
  return rows.map((cells, i) => {
    const row: (TakenPlace | undefined)[] = [];
    const put = (at: number, place: TakenPlace) => {
      while (row.length < at) row.push(undefined);
      row[at] = place;
    };
    for (const [at, place] of open.entries())
      if (place && i < place.begins + place.cell.rowSpan) put(at, place);
    for (const cell of cells)
      for (let at = cell.at; at < cell.at + cell.colSpan; at++) {
        const place = { cell, begins: i };
        put(at, place);
        open[at] = place;
      }
    return row;
  });
}

function cellsOf(
  places: readonly (TakenPlace | undefined)[],
  row: number,
  widths: readonly number[],
  size: number,
  keep: boolean,
  isLeft: boolean,
): string {
  let xml = '';
  for (let at = 0; at < places.length; ) {
    const place = places[at];
    const span = place ? place.cell.colSpan : 1;
    const width = total(widths.slice(at, at + span));
    const kind = place?.cell.kind;
    const about = [
      `<w:tcW w:w="${width}" w:type="dxa"/>`,
      span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
      place && place.cell.rowSpan > 1
        ? `<w:vMerge w:val="${place.begins === row ? 'restart' : 'continue'}"/>`
        : '',
      kind === 'caption' ? `<w:shd w:val="clear" w:color="auto" w:fill="${LIGHT}"/>` : '',
      '<w:vAlign w:val="center"/>',
    ].join('');
    const words = place?.begins === row ? place.cell.text : '';
    const left = kind === 'caption' || kind === 'corner' || (kind === 'row' && isLeft);
    xml += `<w:tc><w:tcPr>${about}</w:tcPr>${cellParagraph(words, size, keep, left)}</w:tc>`;
    at += span;
  }
  return xml;
}

function cellParagraph(words: string, size: number, keep: boolean, left: boolean): string {
  const about = `${keep ? '<w:keepNext/>' : ''}${left ? `<w:ind w:left="${INDENT}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>` : ''}<w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return paragraph(runOf(words, '', size), 'TableText', about);
}

/** Whether it is laid out as the form prints it: such a table stands on one page. */
function isForm({ rows }: DocumentTable): boolean {
  return rows.some((row) => row.some(({ kind }) => kind));
}

/** How many rows, from the first on, are heads and nothing else; those under a caption head its block alone. */
function headRows({ rows }: DocumentTable): number {
  if (rows[0]?.[0]?.kind === 'caption') return 0;
  const isHead = (row: readonly DocumentCell[]) =>
    row.length > 0 && row.every(({ kind }) => kind === 'column' || kind === 'corner');
  const body = rows.findIndex((row) => !isHead(row));
  return body < 0 ? 0 : body;
}

function labelColumns({ rows }: DocumentTable): number {
  const figures = rows.flatMap((row) => row.filter(({ kind }) => kind === 'figure'));
  return figures.reduce((least, { at }) => Math.min(least, at), figures.length > 0 ? Infinity : 0);
}

/** The columns of the form as it has them; others by the words in them. Together as wide as the text. */
function columnWidths(table: DocumentTable): number[] {
  const count = widthOf(table);
  const labels = labelColumns(table);
  if (!isForm(table)) return shared(wordWidths(table, count));
  if (labels < 2) return shared(Array(count).fill(1));
  // about as the form has them: three and four characters of a label of a group fit into a line
  const before = Array.from({ length: labels }, (_, i) =>
    i === labels - 1 ? 3156 : 800 + 190 * i,
  );
  return shared([...before, ...Array(count - labels).fill(685)]);
}

/** How wide the words of each column would like to be: not all of a sentence. */
function wordWidths({ rows }: DocumentTable, count: number): number[] {
  const widths = Array<number>(count).fill(3);
  for (const row of rows)
    for (const { at, text, colSpan } of row)
      if (colSpan === 1) widths[at] = Math.max(widths[at] ?? 0, Math.min(charactersIn(text), 14));
  return widths;
}

/** The width of the text, shared out in proportion. */
function shared(parts: readonly number[]): number[] {
  const sum = total(parts);
  let given = 0;
  let asked = 0;
  return parts.map((part) => {
    asked += part;
    const width = Math.round((asked * BODY_WIDTH) / sum) - given;
    given += width;
    return width;
  });
}

/** The largest size in which no figure is broken over two lines. */
function sizeOf({ rows }: DocumentTable, widths: readonly number[]): number {
  const sizes = widths.length < MANY_COLUMNS ? SIZES : SIZES.slice(1);
  const fits = (size: number) =>
    rows.every((row) =>
      row.every(({ kind, text, at, colSpan }) => {
        if (kind !== 'figure') return true;
        const room = total(widths.slice(at, at + colSpan)) - 2 * MARGIN;
        return charactersIn(text) * size * 10 <= room || text.includes(' ');
      }),
    );
  return sizes.find(fits) ?? (sizes.at(-1) as number);
}

function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
