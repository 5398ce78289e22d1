// What stands in the tables of a new report: nothing or zeros, and what last year's carried over.

import {
  type CellKey,
  type ColumnKey,
  carriedRows,
  columnsOf,
  formatOf,
  ROW,
  sameCell,
  type TableKey,
  type TemplateId,
  TOTAL,
  type YearRelation,
} from '../../form/formats.js';
import { cellAt } from '../../judging/relations.js';
import { sumOf } from '../../judging/sums.js';
import type { Report } from '../../report/report.js';
import type { Filler } from '../../writing/writeTable.js';

export interface FigureOptions {
  /** Whether what is not known otherwise is 0, not blank. */
  readonly zeros: boolean;
  /** Whether the organ surely makes no 规章. */
  readonly noRules: boolean;
  /** The report of the same organ on the year before. */
  readonly before: Report | null;
  readonly template: TemplateId;
}

export interface TableFigures {
  filler(table: TableKey): Filler;
  /** Whether applications came over from last year: what became of them is not known. */
  readonly isOpen: boolean;
  /** How many; null where their number is not known. */
  readonly carried: number | null;
}

/** The figures that a new report begins with. */
export function figuresOf({ zeros, noRules, before, template }: FigureOptions): TableFigures {
  const left = before && leftOver(before, template);
  const isOpen = left !== null && [...left.values()].some((figure) => figure > 0);
  const carried = left && addsUp(left, template) ? left : null;
  const { relations, overYears } = formatOf(template);
  const isFrom = (rule: YearRelation['rule'], table: TableKey, cell: CellKey) =>
    overYears.find(
      (one) => one.rule === rule && !one.atLeast && one.table === table && sameCell(one.cell, cell),
    );
  // what came in stands by itself; what became of it is on the other side
  const isNew = (table: TableKey, cell: CellKey) =>
    relations.some(
      (one) =>
        one.rule === 'balance' &&
        one.table === table &&
        one.left.some((term) => sameCell(term, cell)),
    );
  const filler =
    (table: TableKey): Filler =>
    (cell) => {
      const isCarried = isFrom('carry-over', table, cell) !== undefined;
      if (isCarried && (isOpen || !zeros)) return carried?.get(cell.column)?.toString() ?? '';
      if (table === 'disclosure' && cell.row === ROW.rules && noRules) return '0';
      if (!zeros) return '';
      if (table === carriedRows(template).table && isOpen && !isNew(table, cell)) return '';
      if (hadSome(before, isFrom('in-force', table, cell))) return '';
      return '0';
    };
  return { filler, isOpen, carried: carried?.get(TOTAL) ?? null };
}

/** The columns that 总计 adds up. */
function partsIn(template: TemplateId): readonly ColumnKey[] {
  const { table, to } = carriedRows(template);
  return columnsOf(template, table, to).flatMap(({ key, total }) => (total ? [] : [key]));
}

/** The figures of row 四 that are plain counts; a total that is not written is their sum. */
function leftOver(before: Report, template: TemplateId): ReadonlyMap<ColumnKey, number> {
  const figures = new Map<ColumnKey, number>();
  const { table, from } = carriedRows(template);
  const parts = partsIn(template);
  for (const column of [...parts, TOTAL]) {
    const value = cellAt(before, table, { row: from, column })?.value ?? null;
    if (value !== null && Number.isSafeInteger(value) && value >= 0) figures.set(column, value);
  }
  const sum = sumOf(parts.map((part) => figures.get(part)));
  if (!figures.has(TOTAL) && sum !== null) figures.set(TOTAL, sum);
  return figures;
}

/** Whether the figures can be carried over: where they do not add up nobody knows which is right. */
function addsUp(figures: ReadonlyMap<ColumnKey, number>, template: TemplateId): boolean {
  const total = figures.get(TOTAL);
  if (total === undefined) return false;
  const parts = partsIn(template).map((part) => figures.get(part));
  const sum = sumOf(parts);
  if (sum !== null) return sum === total;
  // those that are known are not more than all
  return (sumOf(parts.filter((part) => part !== undefined)) ?? 0) <= total;
}

/** Whether some were in force at the end of last year: how many still are is not known. */
function hadSome(before: Report | null, relation: YearRelation | undefined): boolean {
  const terms = relation?.plus.filter(({ lastYear }) => lastYear) ?? [];
  return terms.some((term) => {
    const cell = before && relation && cellAt(before, relation.table, term);
    return cell != null && cell.value !== 0;
  });
}
