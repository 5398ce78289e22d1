// The tables as grids: which row and column each cell and each head of a column is of, for clients that
// show where one is and set columns apart.
import { columnPlace, columnsOf, isSideBySide, TOTAL } from '../form/formats.js';
import { columnName, rowName } from '../judging/names.js';
import { templateInForce } from '../judging/relations.js';
import type { Report, Table } from '../report/report.js';
import type { Span } from '../text/span.js';
import { cellField } from '../writing/cellEdit.js';
import { tableLinesOf } from './fields.js';

/** A cell, or the head of a column. */
export interface GridCell {
  /** What stands in it; where it is blank, the place to type in. */
  readonly span: Span;
  /** What its row is called; null for a head. */
  readonly row: string | null;
  /** What its column is called. */
  readonly column: string;
  /** The number of its column, from 0: cells of one number belong one under another. */
  readonly place: number;
  readonly isTotal: boolean;
}

export interface TableGrid {
  /** Its whole lines. */
  readonly span: Span;
  readonly cells: readonly GridCell[];
}

/** The grids of a report's tables; none of one that cannot be read. */
export function gridsOf(report: Report): TableGrid[] {
  if (!report.recognized) return [];
  return Object.values(report.tables)
    .filter(({ unreadable }) => !unreadable)
    .map((table) => ({
      span: tableLinesOf(report, table),
      cells: [...headsOf(report, table), ...cellsOf(report, table)],
    }));
}

function cellsOf(report: Report, table: Table): GridCell[] {
  const { key, rows } = table;
  const width = widthOf(report, table);
  return rows.flatMap((row, i) =>
    [...row.cells.values()].map((cell) => ({
      span: cellField(report, cell),
      row: rowName(report, key, row.key),
      column: columnName(report, key, cell),
      place: columnPlace(key, cell.column) + (isSideBySide(key) ? i * width : 0),
      isTotal: cell.column === TOTAL,
    })),
  );
}

/** Where rows stand side by side, the heads come once for each of them, in the same order. */
function headsOf(report: Report, table: Table): GridCell[] {
  const { key, columns } = table;
  const width = widthOf(report, table);
  const seen = new Map<string, number>();
  return columns
    .filter(({ span, match }) => span.end > span.start && match !== 'implied')
    .toSorted((a, b) => a.span.start - b.span.start)
    .flatMap(({ key: column, span, official }) => {
      const before = seen.get(column) ?? 0;
      seen.set(column, before + 1);
      const place = columnPlace(key, column);
      if (place < 0) return [];
      const isTotal = column === TOTAL;
      const shift = isSideBySide(key) ? before * width : 0;
      return [{ span, row: null, column: official, place: place + shift, isTotal }];
    });
}

/** How many columns a row that stands beside others has. */
function widthOf(report: Report, { key, rows: [first] }: Table): number {
  return first ? columnsOf(templateInForce(report), key, first.key).length : 0;
}
