// The sum of a year as tables: cell by cell, and which unit gave what.
import { formCells, TABLE_KEYS, type TableKey, tableOf } from '../form/formats.js';
import { cellAt } from '../judging/relations.js';
import { differenceOf } from '../judging/sums.js';
import type { Report } from '../report/report.js';
import { beginningOf, type Sheet, type SheetPlace, type SheetRow } from '../writing/sheet.js';
import type { SumComparison } from './compareSum.js';
import type { CountedUnit } from './oneUnit.js';
import type { ReportSum } from './sumReports.js';
import { cellWords, counted, leftOut, toldOfWhole, worthALook } from './tellSum.js';

/** The cells of the sum, and what each unit gave to those that it did not leave at 0. */
export function sumSheets(sum: ReportSum): [total: Sheet, given: Sheet] {
  const cells = TABLE_KEYS.flatMap((table) => cellsOf(sum, table));
  const whole = {
    name: '汇总',
    heads: [
      ['表', 4],
      ['项目', 20],
      ['栏', 10],
      ['合计', 6],
      ['不是 0 的单位', 6],
      ['各单位', 50],
    ],
    rows: cells.map(({ words, figure, given }): SheetRow => {
      const parts = given.map(({ unit, figure: own }) => `${nameOf(unit)} ${own}`);
      return { cells: [...words, figure, given.length, parts.join('；')], places: [] };
    }),
    notes: [counted(sum), ...leftOut(sum), ...worthALook(sum)],
  } as const;
  const details = {
    name: '汇总明细',
    heads: [
      ['单位', 16],
      ['表', 4],
      ['项目', 20],
      ['栏', 10],
      ['数', 6],
      ['文件', 24],
    ],
    rows: cells.flatMap(({ words, given: parts }) =>
      parts.map(({ unit, figure, place }): SheetRow => {
        return { cells: [nameOf(unit), ...words, figure, unit.path], places: [[4, place]] };
      }),
    ),
  } as const;
  return [whole, details];
}

/** A county's own report beside the sum: the cells that differ, and what may be why. */
export function againstSheet(
  sum: ReportSum,
  comparison: SumComparison,
  report: Report,
  path: string,
): Sheet {
  return {
    name: '核对',
    heads: [
      ['表', 4],
      ['项目', 20],
      ['栏', 10],
      ['报告', 6],
      ['汇总', 6],
      ['报告多', 6],
    ],
    rows: comparison.differences.map(({ table, row, column, own, sum: summed }): SheetRow => {
      const words = cellWords(sum.template, table, { row, column });
      const cells = [NUMBERS[table], ...words, own, summed, differenceOf(own, summed)];
      const span = cellAt(report, table, { row, column })?.span;
      return { cells, places: span ? [[3, { path, span }]] : [] };
    }),
    notes: toldOfWhole(sum, comparison),
  };
}

/** A cell of the sum: table, row and column in words, its figure, and who gave something to it. */
interface SummedCell {
  readonly words: readonly [table: string, row: string, column: string];
  readonly figure: number;
  readonly given: readonly {
    readonly unit: CountedUnit;
    readonly figure: number;
    readonly place: SheetPlace;
  }[];
}

const NUMBERS: Readonly<Record<TableKey, string>> = {
  disclosure: '表二',
  requests: '表三',
  review: '表四',
};

function cellsOf({ template, tables, units }: ReportSum, table: TableKey): SummedCell[] {
  const figures = tables[table];
  if (!figures) return [];
  const fit = units.filter((unit) => unit.tables[table].unfit === null);
  return formCells(tableOf(template, table)).map((cell, i) => ({
    words: [NUMBERS[table], ...cellWords(template, table, cell)],
    figure: figures[i] as number,
    given: fit.flatMap((unit) => {
      const figure = unit.tables[table].figures[i];
      const span = unit.tables[table].spans[i];
      const place = span ? { path: unit.path, span } : beginningOf(unit.path);
      return figure ? [{ unit, figure, place }] : [];
    }),
  }));
}

function nameOf({ organization, path }: CountedUnit): string {
  return organization ?? path;
}
