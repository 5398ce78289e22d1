// Tables for office programs, written and read. A bundle of its own, loaded on first use.
import Papa from 'papaparse';
import writeExcel, { type Cell } from 'write-excel-file/node';
import type { ReviewSheet, SheetCell } from '../../service/index.js';
import { withoutFormula } from '../../text/formula.js';

/** The rows of a CSV file, whatever stands between its cells. */
export function csvRows(text: string): string[][] {
  return Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', '\t', ';', '，'],
  }).data;
}

/** A sheet as CSV that Excel reads: UTF-8 with its mark, nothing in it a formula. */
export function toCsv({ heads, rows }: ReviewSheet): Uint8Array {
  const table = [heads.map(([words]) => words), ...rows.map((row) => row.map(plain))];
  return new TextEncoder().encode(`\ufeff${Papa.unparse(table, { newline: '\r\n' })}\r\n`);
}

/** Sheets as an Excel workbook, heads fixed and rows to be filtered. */
export async function toXlsx(sheets: readonly ReviewSheet[]): Promise<Uint8Array> {
  const transform = {
    'xl/worksheets/sheet{id}.xml': {
      transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
        withFilter(xml, sheets[sheetIndex] as ReviewSheet),
    },
  };
  return writeExcel(
    sheets.map(({ name, heads, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      // a Chinese character is about two of those that Excel counts
      columns: heads.map(([, width]) => ({ width: 2 * width + 2 })),
      data: [heads.map(([words]) => headOf(words)), ...rows.map((row) => row.map(cellOf))],
    })),
    { fontFamily: '宋体', fontSize: 11, features: [{ files: { transform } }] },
  ).toBuffer();
}

const LOOK = { wrap: true, alignVertical: 'center', borderStyle: 'thin' } as const;

function headOf(words: string): Cell {
  return { ...LOOK, value: words, fontWeight: 'bold', align: 'center', backgroundColor: '#E7E6E6' };
}

function cellOf(cell: SheetCell): Cell {
  const value = plain(cell);
  if (value === null || value === '') return LOOK;
  if (typeof value === 'number') return { ...LOOK, value, align: 'center' };
  return { ...LOOK, value, type: String };
}

/** By heads rows are filtered and sorted; the library knows no such thing. */
function withFilter(xml: string, { heads, rows }: ReviewSheet): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + heads.length - 1);
  const filter = `<autoFilter ref="A1:${last}${rows.length + 1}"/>`;
  return xml.replace('</sheetData>', `</sheetData>${filter}`);
}

/** Excel takes no more. */
const LONGEST = 32_000;
/** What no XML may have; line breaks and tabs are among it, which a cell needs no more. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

function plain(cell: SheetCell): SheetCell {
  if (typeof cell !== 'string') return cell;
  return withoutFormula(cell).slice(0, LONGEST).replace(FORBIDDEN, ' ');
}
