// A county's own report beside the sum of its units: each cell that differs, and why it may.
import { formCells, TABLE_KEYS, type TableKey, tableOf } from '../form/formats.js';
import { cellAt } from '../judging/relations.js';
import type { Report } from '../report/report.js';
import { type ComparedCell, type Explanation, explained } from './explainDifference.js';
import type { ReportSum } from './sumReports.js';

/** What became of the comparison. */
export interface SumComparison {
  /** The cells that differ, in the form's order. */
  readonly differences: readonly ComparedCell[];
  /** Tables that were not compared: they are not in the report, or nothing was added up. */
  readonly uncompared: readonly TableKey[];
  /** Cells of compared tables that the report does not tell. */
  readonly unknown: number;
  readonly explanations: readonly Explanation[];
}

/** Compares a report with the sum. Only what both tell is compared. */
export function compareSum(report: Report, sum: ReportSum): SumComparison {
  const compared: ComparedCell[] = [];
  const uncompared: TableKey[] = [];
  let unknown = 0;
  for (const table of TABLE_KEYS) {
    const figures = sum.tables[table];
    const rows = report.tables[table]?.rows ?? [];
    if (!figures || rows.length === 0) uncompared.push(table);
    else
      formCells(tableOf(sum.template, table)).forEach((cell, index) => {
        const own = cellAt(report, table, cell)?.value ?? null;
        if (own === null) unknown++;
        else compared.push({ ...cell, table, index, own, sum: figures[index] as number });
      });
  }
  return {
    differences: compared.filter((cell) => cell.own !== cell.sum),
    uncompared,
    unknown,
    explanations: explained(compared, sum.units),
  };
}
