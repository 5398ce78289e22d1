// What stands in the tables of a new report: nothing or zeros, and what last year's carried over.

import { type ColumnKey, columnsOf, type TableKey } from '../../form/formats.js';
import { cellAt } from '../../judging/relations.js';
import type { Report } from '../../report/report.js';
import type { Filler } from '../../writing/writeTable.js';

export interface FigureOptions {
  /** Whether what is not known otherwise is 0, not blank. */
  readonly zeros: boolean;
  /** Whether the organ surely makes no 规章. */
  readonly noRules: boolean;
  /** The report of the same organ on the year before. */
  readonly before: Report | null;
}

export interface TableFigures {
  filler(table: TableKey): Filler;
  /** Whether applications came over from last year: what became of them is not known. */
  readonly isOpen: boolean;
  /** How many; null where their number is not known. */
  readonly carried: number | null;
}

/** The figures that a new report begins with. */
export function figuresOf({ zeros, noRules, before }: FigureOptions): TableFigures {
  const left = before && leftOver(before);
  const isOpen = left !== null && [...left.values()].some((figure) => figure > 0);
  const carried = left && addsUp(left) ? left : null;
  const filler =
    (table: TableKey): Filler =>
    ({ row, column }) => {
      if (table === 'requests' && row === '2' && (isOpen || !zeros))
        return carried?.get(column)?.toString() ?? '';
      if (table === 'disclosure' && row === 'rules' && noRules) return '0';
      if (!zeros) return '';
      if (table === 'requests' && row !== '1' && isOpen) return '';
      if (column === 'inForce' && hadSome(before, row)) return '';
      return '0';
    };
  return { filler, isOpen, carried: carried?.get('total') ?? null };
}

const TOTAL = 'total';
const PARTS = columnsOf('2021', 'requests', '4')
  .map(({ key }) => key)
  .filter((key) => key !== TOTAL);

/** The figures of row 四 that are plain counts; a total that is not written is their sum. */
function leftOver(before: Report): ReadonlyMap<ColumnKey, number> {
  const figures = new Map<ColumnKey, number>();
  for (const column of [...PARTS, TOTAL]) {
    const value = cellAt(before, 'requests', { row: '4', column })?.value ?? null;
    if (value !== null && Number.isSafeInteger(value) && value >= 0) figures.set(column, value);
  }
  if (!figures.has(TOTAL) && figures.size === PARTS.length) figures.set(TOTAL, sumOf(figures));
  return figures;
}

/** Whether the figures can be carried over: where they do not add up nobody knows which is right. */
function addsUp(figures: ReadonlyMap<ColumnKey, number>): boolean {
  const total = figures.get(TOTAL);
  const known = figures.size > PARTS.length;
  return total !== undefined && (known ? sumOf(figures) === total : sumOf(figures) <= total);
}

function sumOf(figures: ReadonlyMap<ColumnKey, number>): number {
  return PARTS.reduce((sum, part) => sum + (figures.get(part) ?? 0), 0);
}

/** Whether some were in force at the end of last year: how many still are is not known. */
function hadSome(before: Report | null, row: string): boolean {
  const cell = before && cellAt(before, 'disclosure', { row, column: 'inForce' });
  return cell != null && cell.value !== 0;
}
