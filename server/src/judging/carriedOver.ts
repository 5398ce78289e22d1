// R5 as a whole: whether what last year's report carried out is what this year's carries in.
import type { Report } from '../report/report.js';
import { type CarriedCell, carriedCells, carriedInRow, carriedOutRow } from './overYears.js';
import { isRowSound } from './statementCells.js';

/** `unknown`: a figure is missing, or they differ and one is wrong by itself, which is to be mended first. */
export type CarriedOver =
  | { readonly state: 'held' | 'unknown' }
  | { readonly state: 'broken'; readonly differences: readonly CarriedCell[] };

/** Compares the two rows, column by column. One column that differs is enough; all must be known to hold. */
export function carriedOver(report: Report, previous: Report): CarriedOver {
  const cells = carriedCells(report, previous);
  const known = cells.filter(({ now, then }) => now.value !== null && then.value !== null);
  const differences = known.filter(({ now, then }) => now.value !== then.value);
  const row = carriedInRow(report);
  if (differences.length > 0) {
    return isComparable(report, previous) ? { state: 'broken', differences } : UNKNOWN;
  }
  const isWhole = row !== undefined && known.length > 0 && known.length >= row.expected.length;
  return isWhole ? { state: 'held' } : UNKNOWN;
}

/** Whether no figure of the two rows is wrong by itself: such a one is to be mended first. */
export function isComparable(report: Report, previous: Report): boolean {
  return isRowSound(report, carriedInRow(report)) && isRowSound(previous, carriedOutRow(previous));
}

const UNKNOWN: CarriedOver = { state: 'unknown' };
