// What has been copied: running text, official tables and other tables, in their order. Each line of
// a table has its cells between tabs, as Word, WPS and Excel write them and the HTML converter does.

import { parseReport } from '../../reading/parse.js';
import type { Report, Table } from '../../report/report.js';
import { type Span, trimmed } from '../../text/span.js';
import { rangeOf } from '../../writing/tableLines.js';
import { type Recognized, recognizeTable } from './recognized.js';

export type ClipboardPart = TextPart | GridPart;

/** Lines of running text, the one after the other. */
export interface TextPart {
  readonly kind: 'text';
  readonly lines: readonly Span[];
}

/** A table. */
export interface GridPart {
  readonly kind: 'grid';
  /** All cells, trimmed. */
  readonly rows: readonly (readonly string[])[];
  /** The official table that it is; null for others. */
  readonly table: Table | null;
  /** Its figures, if nothing at all is left over. */
  readonly recognized: Recognized | null;
}

export interface Clipboard {
  readonly report: Report;
  readonly parts: readonly ClipboardPart[];
}

/** Reads what was copied. */
export function readClipboard(text: string): Clipboard {
  const report = parseReport(text);
  const { lines } = report;
  const tables = Object.values(report.tables)
    .filter(({ layout }) => layout === 'tab')
    .map((table) => ({ table, ...rangeOf(report, table) }))
    .sort((a, b) => a.first - b.first);
  const isCells = (line: number) => {
    const { start, end } = lines.spanOf(line);
    if (text.slice(start, end).includes('\t')) return true;
    return tables.some(({ first, last }) => first <= line && line <= last);
  };
  const parts: ClipboardPart[] = [];
  for (let line = 0; line < lines.count; ) {
    const from = line;
    const cells = isCells(from);
    while (line < lines.count && isCells(line) === cells) line++;
    if (cells) {
      const here = tables.filter(({ first }) => from <= first && first < line);
      for (const run of runsOf(here, from, line)) {
        const grid = gridOf(report, run);
        // one cell a line is no table
        if (grid.table || widthOf(grid.rows) > 1) parts.push(grid);
        else parts.push(textOf(report, run.first, run.last + 1));
      }
    } else parts.push(textOf(report, from, line));
  }
  return { report, parts };
}

/** Lines of cells, and the official table that they are. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly table: Table | null;
}

/** Tables that follow one another without a line between; what cannot be told apart stays whole. */
function runsOf(tables: readonly Run[], from: number, to: number): Run[] {
  const apart = tables.every(
    ({ first }, i) => first === (i === 0 ? from : (tables[i - 1] as Run).last + 1),
  );
  const whole = { first: from, last: to - 1, table: tables[0]?.table ?? null };
  return tables.length > 1 && apart && tables.at(-1)?.last === to - 1 ? [...tables] : [whole];
}

function textOf({ lines }: Report, from: number, to: number): TextPart {
  return {
    kind: 'text',
    lines: Array.from({ length: to - from }, (_, i) => lines.spanOf(from + i)),
  };
}

function gridOf(report: Report, { first, last, table }: Run): GridPart {
  const cells = Array.from({ length: last - first + 1 }, (_, i) => cellsOf(report, first + i));
  const recognized = table && recognizeTable(report, table, cells.flat());
  return { kind: 'grid', rows: rowsOf(report.text, cells), table, recognized };
}

/** The cells of a line, trimmed. */
function cellsOf({ text, lines }: Report, line: number): Span[] {
  const { start, end } = lines.spanOf(line);
  let from = start;
  return text
    .slice(start, end)
    .split('\t')
    .map(({ length }) => {
      const cell = trimmed(text, { start: from, end: from + length });
      from += length + 1;
      return cell;
    });
}

/**
 * Rows with anything in them, without the blank columns that merged cells leave at the right. Short
 * rows stay short: a cell added to one would say where its figures belong.
 */
function rowsOf(text: string, lines: readonly (readonly Span[])[]): string[][] {
  const rows = lines
    .map((cells) => cells.map(({ start, end }) => text.slice(start, end)))
    .filter((cells) => cells.some(isFull));
  const width = widthOf(rows.map((cells) => cells.slice(0, cells.findLastIndex(isFull) + 1)));
  return rows.map((cells) => cells.slice(0, width));
}

function isFull(cell: string): boolean {
  return cell !== '';
}

/** The number of columns. */
export function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}
