// Whether cells that are blank may stand for zeros: what their rows and columns would add up to then.

import { type CellKey, formatOf, isTotalRow, type Relation, TOTAL } from '../form/formats.js';
import type { Cell, Report, Table } from '../report/report.js';
import {
  differenceBy,
  type FiguresByCell,
  figuresIn,
  sumOfCells,
  templateInForce,
} from './relations.js';

export interface Zeros {
  /** Those that break nothing as zeros. */
  readonly possible: readonly Cell[];
  /** Those that cannot be. */
  readonly impossible: readonly Cell[];
  /** What the only one of these must be, as far as the totals tell; null if they do not. */
  readonly wanted: number | null;
}

/** Judges cells of a table, as if each were 0; totals last, for they follow from the others. */
export function zerosOf(report: Report, table: Table, cells: readonly Cell[]): Zeros {
  const figures = figuresIn(table);
  const relations = formatOf(templateInForce(report)).relations.filter(
    (relation) => relation.table === table.key,
  );
  const isTotal = ({ row, column }: Cell) => column === TOTAL || isTotalRow(table.key, row);
  const known = new Set<Cell>();
  const broken: Relation[] = [];
  for (const some of [cells.filter((cell) => !isTotal(cell)), cells.filter(isTotal)]) {
    for (const { row, column } of some) figures.get(row)?.set(column, 0);
    const bad = relations.filter(
      (one) => some.some((cell) => termOf(one, cell) !== 0) && isBroken(one, figures),
    );
    for (const cell of some) {
      if (bad.every((one) => termOf(one, cell) === 0)) known.add(cell);
      else figures.get(cell.row)?.delete(cell.column);
    }
    broken.push(...bad);
  }
  const impossible = cells.filter((cell) => !known.has(cell));
  const [only, ...more] = impossible;
  return {
    possible: cells.filter((cell) => known.has(cell)),
    impossible,
    wanted: only && more.length === 0 ? wantedOf(only, { broken, relations, figures }) : null,
  };
}

interface Judged {
  /** Those that cells break as 0. */
  readonly broken: readonly Relation[];
  readonly relations: readonly Relation[];
  readonly figures: FiguresByCell;
}

/** What the relations that a cell breaks as 0 want of it: one figure, or none. It breaks no other. */
function wantedOf(cell: Cell, { broken, relations, figures }: Judged): number | null {
  const row = figures.get(cell.row);
  row?.set(cell.column, 0);
  const wanted = new Set(
    broken
      .filter((one) => termOf(one, cell) !== 0)
      .map((one) => -((differenceBy(one, figures) ?? Number.NaN) / termOf(one, cell))),
  );
  const [figure = 0] = wanted;
  if (wanted.size !== 1 || !(figure > 0)) return null;
  row?.set(cell.column, figure);
  return relations.some((one) => termOf(one, cell) !== 0 && isBroken(one, figures)) ? null : figure;
}

/** 1 where a cell stands on the left of a relation, -1 on the right, 0 if it is not in it. */
function termOf({ left, right }: Relation, { row, column }: Cell): 1 | -1 | 0 {
  const isIt = (key: { row: string; column: string }) => key.row === row && key.column === column;
  if (left.some(isIt)) return 1;
  return right.some(isIt) ? -1 : 0;
}

/** Whether a relation cannot hold, whatever its unknown terms are: no count is below 0. */
function isBroken(relation: Relation, figures: FiguresByCell): boolean {
  const difference = differenceBy(relation, figures);
  if (difference !== null) return difference !== 0;
  const { left, right } = relation;
  return exceeds(left, right, figures) || exceeds(right, left, figures);
}

/** Whether what is known of one side is more than all of the other, if that is known. */
function exceeds(
  one: readonly CellKey[],
  other: readonly CellKey[],
  figures: FiguresByCell,
): boolean {
  const sum = sumOfCells(other, figures);
  const known = one.map(({ row, column }) => figures.get(row)?.get(column) ?? 0);
  return sum !== null && known.reduce((a, b) => a + b, 0) > sum;
}
