// Which figures a figure of the tables is worked out from, and which are worked out from it. The
// relations are those of the format: the anchor of one is its result, all else its terms.

import { type CellKey, formatOf, type Relation, sameCell } from '../form/formats.js';
import { cellAt, templateInForce } from '../judging/relations.js';
import type { Cell, Report } from '../report/report.js';

/** The terms of a total or of a balance; of one relation or of all in which it is the result. */
export function termsOf(
  report: Report,
  { table, ...key }: Pick<Cell, 'table' | 'row' | 'column'>,
  counts: (relation: Relation) => boolean = () => true,
): Cell[] {
  return relationsOf(report)
    .filter((one) => one.table === table && sameCell(one.anchor, key) && counts(one))
    .flatMap((one) => keysOf(one).filter((term) => !sameCell(term, key)))
    .flatMap((term) => cellAt(report, table, term) ?? []);
}

/** The totals and balances that a figure is a term of. */
export function resultsOf(report: Report, cell: Cell): Cell[] {
  return relationsOf(report)
    .filter((one) => one.table === cell.table && !sameCell(one.anchor, cell))
    .filter((one) => keysOf(one).some((term) => sameCell(term, cell)))
    .flatMap((one) => cellAt(report, cell.table, one.anchor) ?? []);
}

function relationsOf(report: Report): readonly Relation[] {
  return formatOf(templateInForce(report)).relations;
}

function keysOf({ left, right }: Relation): CellKey[] {
  return [...left, ...right];
}
