// Explaining broken tables: of all relations that do not hold, which one cell could fix them all.

import {
  type CellKey,
  cellKey,
  type Relation,
  sameCell,
  type TableKey,
  unitOf,
} from '../form/formats.js';
import { perReport } from '../report/perReport.js';
import type { Cell, Report } from '../report/report.js';
import { cellAt, figuresIn, type Judgement, judge } from './relations.js';

/** A cell and the figure that would fix the relations that it breaks. */
export interface CellFix {
  readonly cell: Cell;
  readonly value: number;
}

/** What one finding tells: one broken relation, or a group of them with the one cell to blame. */
export interface Fault {
  readonly table: TableKey;
  /** The broken relations; one, if no single cell explains the group. */
  readonly broken: readonly Judgement[];
  /** The one cell whose change fixes them all. */
  readonly culprit: CellFix | null;
  /** Where there is no culprit: cells that could be wrong, the total first. */
  readonly cellFixes: readonly CellFix[];
}

/** The faults of a report's tables, worked out once for each report. */
export const faultsOf = perReport((report): readonly Fault[] => explain(report));

/** The cells of a table that are known to be wrong, and what they should hold. */
export function culpritsOf(report: Report, key: TableKey): readonly CellFix[] {
  return faultsOf(report).flatMap(({ table, culprit }) =>
    culprit && table === key ? [culprit] : [],
  );
}

function explain(report: Report): Fault[] {
  const judged = judge(report);
  const broken = judged.filter(({ difference }) => difference !== null && difference !== 0);
  if (broken.length === 0) return [];
  const held = new Set(
    judged.flatMap(({ relation, difference }) => (difference === 0 ? keysOf(relation) : [])),
  );
  const doubted = besideUnread(report, judged);
  const isSure = ({ cell }: CellFix) => !doubted.has(cellKey(cell, cell.table));
  const offered = (judgement: Judgement) => {
    const cellFixes = cellFixesFor(report, [judgement], held);
    const sure = cellFixes.filter(isSure);
    // where all that could be to blame is in doubt, the total is not either
    return sure.length === 0 && cellFixes.length > 0
      ? []
      : withTotal(report, judgement, sure).filter(isSure);
  };
  return connected(broken).flatMap((group): Fault[] => {
    const table = (group[0] as Judgement).relation.table;
    const cellFixes = cellFixesFor(report, group, held);
    const [only, another] = cellFixes;
    if (only && !another && isSure(only))
      return [{ table, broken: group, culprit: only, cellFixes }];
    return group.map((judgement) => ({
      table,
      broken: [judgement],
      culprit: null,
      cellFixes: offered(judgement),
    }));
  });
}

/**
 * Cells that share a relation with one of which nobody knows the figure: what stands there may be what
 * is wrong, and a figure that can be read is not wiped for it.
 */
function besideUnread(report: Report, judged: readonly Judgement[]): ReadonlySet<string> {
  const unread = new Set<string>();
  for (const table of Object.values(report.tables)) {
    const figures = figuresIn(table);
    for (const { key: row, expected } of table.rows)
      for (const column of expected)
        if (!figures.get(row)?.has(column)) unread.add(cellKey({ row, column }, table.key));
  }
  if (unread.size === 0) return unread;
  // a total that is only blank says nothing, and takes nothing from what its terms say
  const isBlankTotal = ({ rule, table, anchor }: Relation, key: string) =>
    rule !== 'balance' &&
    key === cellKey(anchor, table) &&
    cellAt(report, table, anchor)?.flaw === 'blank';
  const doubted = judged.filter(
    ({ relation, difference }) =>
      difference === null &&
      keysOf(relation).some((key) => unread.has(key) && !isBlankTotal(relation, key)),
  );
  return new Set(doubted.flatMap(({ relation }) => keysOf(relation)));
}

/** Cells whose change alone would fix all these relations and break none that holds. */
function cellFixesFor(
  report: Report,
  group: readonly Judgement[],
  held: ReadonlySet<string>,
): CellFix[] {
  const [first, ...others] = group as [Judgement, ...Judgement[]];
  return cellsOf(first.relation).flatMap((key) => {
    const { table } = first.relation;
    if (held.has(cellKey(key, table))) return [];
    const change = changeAt(first, key);
    if (change === null || others.some((other) => changeAt(other, key) !== change)) return [];
    return cellFix(report, table, key, change);
  });
}

/** The total comes first; last, if its change would break a relation that holds. */
function withTotal(report: Report, judgement: Judgement, cellFixes: CellFix[]): CellFix[] {
  const { relation } = judgement;
  const change = changeAt(judgement, relation.anchor);
  const total =
    change === null ? undefined : cellFix(report, relation.table, relation.anchor, change)[0];
  if (!total) return cellFixes;
  const others = cellFixes.filter(({ cell }) => cell !== total.cell);
  return others.length < cellFixes.length ? [total, ...others] : [...cellFixes, total];
}

function cellFix(report: Report, table: TableKey, key: CellKey, change: number): CellFix[] {
  const cell = cellAt(report, table, key);
  if (!cell || cell.value === null) return [];
  const value = cell.value + change;
  const possible =
    unitOf(table, key.row, key.column) !== 'count' || (value >= 0 && Number.isInteger(value));
  return possible ? [{ cell, value }] : [];
}

/** What must be added to a cell so that the relation holds; null if the cell is no term of it. */
function changeAt({ relation, difference }: Judgement, key: CellKey): number | null {
  const same = (cell: CellKey) => sameCell(cell, key);
  if (relation.left.some(same)) return -(difference as number);
  return relation.right.some(same) ? (difference as number) : null;
}

/** Relations that share a cell, directly or over others, stand in one group. */
function connected(broken: readonly Judgement[]): Judgement[][] {
  const groups: { keys: Set<string>; members: Judgement[] }[] = [];
  for (const judgement of broken) {
    const keys = new Set(keysOf(judgement.relation));
    const members = [judgement];
    for (const group of groups.filter((g) => [...keys].some((key) => g.keys.has(key)))) {
      for (const key of group.keys) keys.add(key);
      members.unshift(...group.members);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push({ keys, members });
  }
  return groups.map(({ members }) => members);
}

function cellsOf({ left, right }: Relation): readonly CellKey[] {
  return [...left, ...right];
}

function keysOf(relation: Relation): string[] {
  return cellsOf(relation).map((cell) => cellKey(cell, relation.table));
}
