// Tables 二, 三 and 四 of all units of one year, added up cell by cell, as report text.
import {
  type ColumnKey,
  cellKey,
  formCells,
  type RowKey,
  SECTIONS,
  TABLE_KEYS,
  type TableKey,
  type TemplateId,
  TITLE_WORDS,
  tableOf,
  templateOfYear,
} from '../form/formats.js';
import { decimalSum } from '../judging/sums.js';
import type { TableFacts } from '../report/facts.js';
import { headingOf, writeTable } from '../writing/writeTable.js';
import { type CountedUnit, unitsOf } from './oneUnit.js';
import type { UnitReport } from './unitReport.js';

/** What the reports on a year add up to. */
export interface ReportSum {
  readonly year: number;
  readonly template: TemplateId;
  readonly units: readonly CountedUnit[];
  /** The summed tables in the order of `formCells`; a table that no unit gave is not here: unknown is not zero. */
  readonly tables: { readonly [K in TableKey]?: readonly number[] };
}

/** Adds up all reports that are of the year. */
export function sumReports(reports: readonly UnitReport[], year: number): ReportSum {
  const units = unitsOf(reports.filter((report) => report.year === year));
  const template = templateOfYear(year);
  const tables: { [K in TableKey]?: readonly number[] } = {};
  for (const key of TABLE_KEYS) {
    const given = units.flatMap(({ tables: own }) => givenIn(own[key]) ?? []);
    if (given.length > 0)
      tables[key] = formCells(tableOf(template, key)).map((_, i) =>
        decimalSum(given.map(({ figures }) => figures[i] as number)),
      );
  }
  return { year, template, units, tables };
}

/** A table that is added up. */
function givenIn(table: CountedUnit['tables'][TableKey]) {
  return table.unfit === null ? [table] : null;
}

/** The sum as the tables of a report, with its title and their headings; read again it gives the same figures. */
export function sumText({ year, template, tables }: ReportSum, organization = ''): string {
  const parts = [`${organization}${year}年${TITLE_WORDS}`];
  for (const section of SECTIONS) {
    const figures = section.table && tables[section.table];
    if (!section.table || !figures) continue;
    const cells = formCells(tableOf(template, section.table));
    const byCell = new Map(cells.map((cell, i) => [cellKey(cell), String(figures[i])]));
    const fill = (cell: (typeof cells)[number]) => byCell.get(cellKey(cell)) ?? '';
    const table = writeTable(section.table, { template, layout: 'tab', eol: '\n', fill });
    parts.push(headingOf(section), table);
  }
  return `${parts.join('\n\n')}\n`;
}

/** The figures that a unit gave to the sum, in the keys of `nianbao extract`. */
export function givenBy({ year, tables }: CountedUnit): TableFacts {
  const given: TableFacts = {};
  for (const key of TABLE_KEYS) {
    const { figures, unfit } = tables[key];
    if (unfit !== null) continue;
    const rows: Record<RowKey, Record<ColumnKey, number | null>> = {};
    formCells(tableOf(templateOfYear(year), key)).forEach(({ row, column }, i) => {
      const cells = rows[row] ?? {};
      cells[column] = figures[i] ?? null;
      rows[row] = cells;
    });
    given[key] = rows;
  }
  return given;
}
