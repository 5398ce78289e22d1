// R5–R7: this year's cells with those of last year's report that the form sets beside them.
import {
  type CellKey,
  carriedFrom,
  carriedRows,
  formatOf,
  type TableKey,
  type YearRelation,
  type YearTerm,
} from '../form/formats.js';
import type { Cell, Report, Row } from '../report/report.js';
import { rowName } from './names.js';
import { cellAt, templateInForce } from './relations.js';

/** A cell, and the one of last year's report that it repeats. */
export interface CarriedCell {
  readonly now: Cell;
  readonly then: Cell;
}

/** The table that repeats a row of last year's. */
export function carriedTable(report: Report): TableKey {
  return carriedRows(templateInForce(report)).table;
}

/** The row that repeats one of last year's: 二、上年结转. */
export function carriedInRow(report: Report): Row | undefined {
  const { table, to } = carriedRows(templateInForce(report));
  return report.tables[table]?.rows.find(({ key }) => key === to);
}

/** The row that next year's report repeats: 四、结转下年度继续办理. */
export function carriedOutRow(report: Report): Row | undefined {
  const { table, from } = carriedRows(templateInForce(report));
  return report.tables[table]?.rows.find(({ key }) => key === from);
}

/** What that row is called. */
export function carriedOutName(report: Report): string {
  const { table, from } = carriedRows(templateInForce(report));
  return rowName(report, table, from);
}

/** Whether a row repeats one of last year's report. */
export function isCarriedIn(report: Report, row: Row): boolean {
  return carriedInRow(report) === row;
}

/** The cells that repeat those of last year's report, with these. */
export function carriedCells(report: Report, previous: Report): CarriedCell[] {
  const cells = [...(carriedInRow(report)?.cells.values() ?? [])];
  return cells.flatMap((now) => {
    const then = carriedCell(report, previous, now);
    return then ? [{ now, then }] : [];
  });
}

/** The cell of last year's report that a cell repeats, if that report has it. */
export function carriedCell(report: Report, previous: Report, cell: Cell): Cell | undefined {
  const from = carriedFrom(templateInForce(report), cell.table, cell);
  return from ? cellAt(previous, cell.table, from) : undefined;
}

/** A relation over the years with its cells; those of last year's report stand apart. */
export interface YearCells {
  readonly relation: YearRelation;
  readonly cell: SureCell;
  readonly before: readonly SureCell[];
  readonly plus: readonly SureCell[];
  readonly minus: readonly SureCell[];
}

/** A cell with a plain figure. */
export type SureCell = Cell & { readonly value: number };

/** What the form says of these cells; none where a figure is not plain, or last year's is not known. */
export function yearRelations(
  report: Report,
  rule: YearRelation['rule'],
  previous: Report | undefined,
): YearCells[] {
  const { overYears } = formatOf(templateInForce(report));
  return overYears.flatMap((relation): YearCells[] => {
    const { table, cell, plus, minus } = relation;
    if (relation.rule !== rule) return [];
    const isBefore = ({ lastYear }: YearTerm) => lastYear === true;
    const before = sure(previous, table, plus.filter(isBefore));
    if (!before) return [];
    const own = sure(report, table, [cell]);
    const added = sure(
      report,
      table,
      plus.filter((term) => !isBefore(term)),
    );
    const taken = sure(report, table, minus);
    if (!own || !added || !taken) return [];
    return [{ relation, cell: own[0] as SureCell, before, plus: added, minus: taken }];
  });
}

/** These cells of a report; null if one is missing or no plain figure. */
function sure(
  report: Report | undefined,
  table: YearRelation['table'],
  keys: readonly CellKey[],
): SureCell[] | null {
  const cells = keys.map((key) => report && cellAt(report, table, key));
  return cells.every((cell): cell is SureCell => !!cell && cell.value !== null && !cell.flaw)
    ? cells
    : null;
}
