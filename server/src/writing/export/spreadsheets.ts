// Tables for office programs, written. A bundle of its own, loaded on first use.
import Papa from 'papaparse';
import writeExcel, { type Cell } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';
import { withoutFormula } from '../../text/formula.js';
import { columns } from '../../text/width.js';
import type { Sheet, SheetCell, SheetCells } from '../sheet.js';

/** A sheet as CSV that Excel reads: UTF-8 with its mark, nothing in it a formula. */
export function toCsv({ heads, rows }: Sheet): Uint8Array {
  const table = [heads.map(([words]) => words), ...rows.map(({ cells }) => cells.map(plain))];
  return new TextEncoder().encode(`\ufeff${Papa.unparse(table, { newline: '\r\n' })}\r\n`);
}

/** Sheets as an Excel workbook, heads and first column fixed and rows to be filtered; notes are a sheet behind theirs. */
export async function toXlsx(tables: readonly Sheet[]): Promise<Uint8Array> {
  const sheets = tables.flatMap((table) => [table, ...notesOf(table)]);
  const transform = {
    'xl/worksheets/sheet{id}.xml': {
      transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
        finished(xml, sheets[sheetIndex] as Sheet),
    },
    'xl/workbook.xml': { transform: (xml: string) => withPrintedHeads(xml, sheets) },
  };
  const workbook = await writeExcel(
    sheets.map(({ name, heads, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      orientation: 'landscape' as const,
      // a Chinese character is about two of those that Excel counts
      columns: heads.map(([, width]) => ({ width: 2 * width })),
      data: [
        heads.map(([words]) => headOf(words)),
        ...rows.map(({ cells }) => cellsOf(cells, heads)),
      ],
    })),
    { fontFamily: '宋体', fontSize: 11, features: [{ files: { transform } }] },
  ).toBlob();
  return new Uint8Array(await workbook.arrayBuffer());
}

function notesOf({ name, notes = [] }: Sheet): Sheet[] {
  if (notes.length === 0) return [];
  const rows = notes.map((note) => ({ cells: [note], places: [] }));
  return [{ name: `${name}说明`, heads: [['说明', 60]], rows }];
}

const LOOK = { wrap: true, alignVertical: 'center', borderStyle: 'thin' } as const;

function headOf(words: string): Cell {
  const look = {
    ...LOOK,
    fontWeight: 'bold',
    align: 'center',
    backgroundColor: '#E7E6E6',
  } as const;
  return { ...look, value: words, height: LINE + 6 };
}

/** Points that a line takes, and that a row may have. */
const LINE = 16;
const HIGHEST = 400;

/** As high as its longest cell needs: not every program sees to that. */
function cellsOf(row: SheetCells, heads: Sheet['heads']): Cell[] {
  const lines = row.map((cell, i) => {
    const [, width] = heads[i] as Sheet['heads'][number];
    return Math.ceil(columns(String(cell ?? ''), { ambiguousAsWide: true }) / (2 * width - 1));
  });
  const height = Math.min(HIGHEST, LINE * Math.max(1, ...lines) + 2);
  return row.map((cell) => ({ ...LOOK, height, ...filled(cell) }));
}

function filled(cell: SheetCell) {
  const value = plain(cell);
  if (value === null || value === '') return {};
  return typeof value === 'number'
    ? ({ value, align: 'center' } as const)
    : { value, type: String };
}

/**
 * What the library knows nothing of: rows are filtered by their heads, and a printed page is as wide as the sheet
 * and says which of the pages it is.
 */
function finished(xml: string, { heads, rows }: Sheet): string {
  const filter = `<autoFilter ref="A1:${getCellAddress(rows.length, heads.length - 1)}"/>`;
  const footer =
    '<headerFooter><oddFooter>&amp;C&amp;A　第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';
  return xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageMargins left="0.7" right="0.7"', '<pageMargins left="0.4" right="0.4"')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ')
    .replace(/<pageSetup [^<>]*\/>/, (setup) => setup + footer)
    .replace('</sheetData>', `</sheetData>${filter}`);
}

/** The heads are printed on each page. */
function withPrintedHeads(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${name}'!$1:$1</definedName>`,
  );
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

/** Excel takes no more. */
const LONGEST = 32_000;
/** What no XML may have; line breaks and tabs are among it, which a cell needs no more. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

function plain(cell: SheetCell): SheetCell {
  if (typeof cell !== 'string') return cell;
  return withoutFormula(cell).slice(0, LONGEST).replace(FORBIDDEN, ' ');
}
