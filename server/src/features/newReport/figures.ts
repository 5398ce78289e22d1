// What stands in the tables of a new report: nothing or zeros, and what last year's carried over.
import { cellAt } from '../../report/relations.js';
import type { Report } from '../../report/report.js';
import { type ColumnKey, columnsOf, type TableKey } from '../../report/template.js';
import type { Filler } from '../../report/write.js';

export interface FigureOptions {
  /** Whether what is not known otherwise is 0, not blank. */
  readonly zeros: boolean;
  /** Whether the organ surely makes no 规章. */
  readonly noRules: boolean;
  /** The report of the same organ on the year before. */
  readonly before: Report | null;
}

export interface Figures {
  filler(table: TableKey): Filler;
  /** Whether applications came over from last year: what became of them is not known. */
  readonly isOpen: boolean;
  /** How many; null where their number is not known. */
  readonly carried: number | null;
}

export function figuresOf({ zeros, noRules, before }: FigureOptions): Figures {
  const carried = before && carriedOver(before);
  const isOpen = carried !== null && [...carried.values()].some((figure) => figure > 0);
  const filler =
    (table: TableKey): Filler =>
    ({ row, column }) => {
      if (table === 'requests' && row === '2' && carried && (isOpen || !zeros))
        return carried.get(column)?.toString() ?? '';
      if (table === 'disclosure' && row === 'rules' && noRules) return '0';
      if (!zeros) return '';
      if (table === 'requests' && row !== '1' && isOpen) return '';
      if (column === 'inForce' && hadSome(before, row)) return '';
      return '0';
    };
  return { filler, isOpen, carried: carried?.get('total') ?? null };
}

/** The figures of row 四 that can be carried over: plain counts, and a total that is their sum. */
function carriedOver(before: Report): Map<ColumnKey, number> | null {
  const figures = new Map<ColumnKey, number>();
  const columns = columnsOf('2021', 'requests', '4').map(({ key }) => key);
  for (const column of columns) {
    const value = cellAt(before, 'requests', { row: '4', column })?.value ?? null;
    if (value !== null && Number.isSafeInteger(value) && value >= 0) figures.set(column, value);
  }
  const parts = columns.filter((column) => column !== 'total').map((column) => figures.get(column));
  const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  if (figures.get('total') !== sum) figures.delete('total');
  return figures.size > 0 ? figures : null;
}

/** Whether some were in force at the end of last year: how many still are is not known. */
function hadSome(before: Report | null, row: string): boolean {
  const cell = before && cellAt(before, 'disclosure', { row, column: 'inForce' });
  return cell != null && cell.value !== 0;
}
