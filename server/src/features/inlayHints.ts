// Figures beside the totals of the tables: what a blank or wrong total should be, the right figure
// where one cell explains a fault, and ticks where all is well.

import { type CellKey, type Relation, ROW } from '../form/formats.js';
import { faultsOf } from '../judging/faults.js';
import { cellAt, type Judgement, judge } from '../judging/relations.js';
import { sumOf } from '../judging/sums.js';
import type { Cell, Report } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { cellEdit } from '../writing/cellEdit.js';
import { equationOf } from './equation.js';

/** What is shown behind a cell. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** The relations that it rests on, a line each. */
  readonly tooltip: string;
  /** Writes the figure into the cell. */
  readonly edits?: readonly TextEdit[];
}

export interface HintOptions {
  /** Whether what is right is shown as well. */
  readonly all: boolean;
  /** Whether a fault is told there: one that the user ignores has no hint either. */
  isReported(cell: Cell): boolean;
}

/** The hints of a report, one a cell at most, in no particular order. */
export function inlayHints(report: Report, { all, isReported }: HintOptions): InlayHint[] {
  if (!report.recognized) return [];
  return [
    ...culprits(report, isReported),
    ...totals(report, isReported),
    ...(all ? ticks(report) : []),
  ];
}

/** The right figure at the cell to blame, and none at the totals that it broke. */
function* culprits(report: Report, isReported: HintOptions['isReported']): Iterable<InlayHint> {
  for (const { culprit, broken } of faultsOf(report))
    if (culprit && isReported(culprit.cell))
      yield hint(report, culprit.cell, `应为 ${culprit.value}`, broken, culprit.value);
}

/** What its terms add up to, at a total that is blank, or wrong with no single cell to blame. */
function* totals(report: Report, isReported: HintOptions['isReported']): Iterable<InlayHint> {
  const faults = faultsOf(report);
  const blamed = new Set(faults.map(({ culprit }) => culprit?.cell));
  const likeliest = new Set(faults.map(({ cellFixes }) => cellFixes[0]?.cell));
  const unexplained = new Set(faults.flatMap(({ culprit, broken }) => (culprit ? [] : broken)));
  for (const [cell, judgements] of byCell(report, totalOf)) {
    const isBlank = cell.flaw === 'blank' || cell.flaw === 'placeholder';
    if (!isBlank && !isReported(cell)) continue;
    const sums = new Map<Judgement, number>();
    for (const judgement of judgements) {
      const sum =
        isBlank || unexplained.has(judgement) ? termsSum(report, judgement, blamed) : null;
      if (sum !== null) sums.set(judgement, sum);
    }
    const [sum, ...others] = new Set(sums.values());
    if (sum === undefined || others.length > 0) continue; // its row and its column want different ones
    // where another cell is likelier to be wrong, a click must not write over this one
    const fill = isBlank || likeliest.has(cell) ? sum : undefined;
    yield hint(report, cell, isBlank ? `= ${sum}` : `各项相加 ${sum}`, [...sums.keys()], fill);
  }
}

/** Behind a total its row; behind what is carried over (四), all of its column. */
function* ticks(report: Report): Iterable<InlayHint> {
  const place = (relation: Relation) =>
    isOfColumn(relation)
      ? { row: ROW.carriedOut, column: relation.anchor.column }
      : relation.anchor;
  for (const [cell, judgements] of byCell(report, place))
    if (judgements.every(({ difference }) => difference === 0))
      yield hint(report, cell, '✓', judgements);
}

function hint(
  report: Report,
  cell: Cell,
  label: string,
  judgements: readonly Judgement[],
  fill?: number,
): InlayHint {
  return {
    offset: cell.span.end,
    label,
    tooltip: judgements.map((judgement) => equationOf(report, judgement)).join('\n'),
    ...(fill !== undefined && { edits: [cellEdit(report, cell, String(fill))] }),
  };
}

/** The relations by the cell that they are shown at. */
function byCell(report: Report, place: (relation: Relation) => CellKey | null) {
  const shown = new Map<Cell, Judgement[]>();
  for (const judgement of judge(report)) {
    const key = place(judgement.relation);
    const cell = key && cellAt(report, judgement.relation.table, key);
    if (!cell) continue;
    const others = shown.get(cell);
    if (others) others.push(judgement);
    else shown.set(cell, [judgement]);
  }
  return shown;
}

function totalOf({ rule, anchor }: Relation): CellKey | null {
  return rule === 'balance' ? null : anchor;
}

function isOfColumn({ rule }: Relation): boolean {
  return rule === 'balance' || rule === 'outcome-total';
}

/** What the terms add up to; null if one is unknown or to blame, or no count comes of it. */
function termsSum(
  report: Report,
  { relation: { table, right } }: Judgement,
  blamed: ReadonlySet<Cell | undefined>,
): number | null {
  const cells = right.map((key) => cellAt(report, table, key));
  const sum = sumOf(cells.map((cell) => (blamed.has(cell) ? null : cell?.value)));
  return sum !== null && sum >= 0 && Number.isInteger(sum) ? sum : null;
}
