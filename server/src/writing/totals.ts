// Totals reckoned from their terms: R1, R3 and R4 read as what to write, not as what to judge.

import {
  type CellKey,
  cellKey,
  formatOf,
  type Relation,
  sameCell,
  type TableKey,
  type TemplateId,
} from '../form/formats.js';
import { type CellFix, culpritsOf, faultsOf } from '../judging/faults.js';
import {
  cellAt,
  type FiguresByCell,
  figuresIn,
  sumOfCells,
  templateInForce,
} from '../judging/relations.js';
import type { Cell, Report, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { cellEdit } from './cellEdit.js';

/** How a cell is the sum of others; the corner of table 三 is so in two ways. */
interface Sum {
  readonly total: CellKey;
  readonly ways: readonly Relation[];
}

const sums = new Map<string, readonly Sum[]>();

/** The totals of a table: those that are terms of others come first. */
function sumsOf(template: TemplateId, table: TableKey): readonly Sum[] {
  const key = `${template} ${table}`;
  let known = sums.get(key);
  if (!known) {
    const ways = new Map<string, Relation[]>();
    for (const relation of formatOf(template).relations) {
      // in a balance no cell is the total of the others
      if (relation.table !== table || relation.rule === 'balance') continue;
      const anchor = cellKey(relation.anchor);
      ways.set(anchor, [...(ways.get(anchor) ?? []), relation]);
    }
    known = [...ways.values()]
      .map((relations) => ({ total: (relations[0] as Relation).anchor, ways: relations }))
      .sort((a, b) => a.ways.length - b.ways.length);
    sums.set(key, known);
  }
  return known;
}

/** Whether a cell is a total of its table. */
export function isTotal(report: Report, cell: Cell): boolean {
  return sumsOf(templateInForce(report), cell.table).some(({ total }) => sameCell(total, cell));
}

/** Whether a cell is one of those that a total is the sum of. */
export function isTermOf(report: Report, cell: Cell, total: Cell): boolean {
  return sumsOf(templateInForce(report), total.table).some(
    (sum) =>
      cell.table === total.table &&
      sameCell(sum.total, total) &&
      sum.ways.some(({ right }) => right.some((term) => sameCell(term, cell))),
  );
}

/** A cell, and the figure that is to be written into it. */
interface Reckoned {
  readonly cell: Cell;
  readonly value: number;
}

/**
 * Writes into the totals that may be written what their terms add up to, if all of these are known.
 * `figures` gets the totals as they are then.
 */
export function totalEdits(
  report: Report,
  table: Table,
  mayWrite: (cell: Cell) => boolean = () => true,
  figures: FiguresByCell = figuresIn(table),
): TextEdit[] {
  return editsOf(report, reckon(report, table, mayWrite, figures));
}

/** What reckoning the totals of a table anew comes to. */
export interface Recomputed {
  readonly edits: readonly TextEdit[];
  /** Terms that are known to be wrong: the totals over them are right and stay. */
  readonly wrongTerms: readonly CellFix[];
}

/** Steps after which another one changes nothing, with more slips than a table has had so far. */
const MOST_STEPS = 8;

/** Reckons all totals anew that can be without harm; where that tells more of the others, these too. */
export function recompute(report: Report, table: Table): Recomputed {
  let after = report;
  for (let step = 0; step < MOST_STEPS; step++) {
    const reckoned = harmless(after, after.tables[table.key] as Table);
    if (reckoned.length === 0) break;
    after = withFigures(after, reckoned);
  }
  const changed = table.rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap((cell): Reckoned[] => {
      const value = cellAt(after, table.key, cell)?.value ?? null;
      return value !== null && value !== cell.value ? [{ cell, value }] : [];
    }),
  );
  const culprits = culpritsOf(after, table.key);
  return {
    edits: editsOf(report, changed),
    wrongTerms: culprits.filter(({ cell }) => !isTotal(report, cell)),
  };
}

/**
 * As many totals as leave no more faults than there are. Only a blank one is filled in any case: its
 * figure can do no more than bring to light what is wrong already.
 */
function harmless(report: Report, table: Table): Reckoned[] {
  const culprits = new Set(culpritsOf(report, table.key).map(({ cell }) => cell));
  const isBlank = ({ value }: Cell) => value === null;
  const reckoned = (mayWrite: (cell: Cell) => boolean) =>
    reckon(report, table, mayWrite, trustedFigures(report, table));
  const blank = reckoned(isBlank);
  const bar = faultsOf(withFigures(report, blank)).length;
  const isSure = (cell: Cell) => isBlank(cell) || culprits.has(cell);
  const found = [reckoned(() => true), reckoned(isSure)].find(
    (one) => faultsOf(withFigures(report, one)).length <= bar,
  );
  return found ?? blank;
}

/** The figures of a table without those that are known to be wrong. */
export function trustedFigures(report: Report, table: Table): FiguresByCell {
  const figures = figuresIn(table);
  for (const { cell } of culpritsOf(report, table.key)) figures.get(cell.row)?.delete(cell.column);
  return figures;
}

function reckon(
  report: Report,
  table: Table,
  mayWrite: (cell: Cell) => boolean,
  figures: FiguresByCell,
): Reckoned[] {
  if (table.unreadable) return [];
  const reckoned: Reckoned[] = [];
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  for (const { total, ways } of sumsOf(templateInForce(report), table.key)) {
    const row = rows.get(total.row);
    const cell = row?.cells.get(total.column);
    // where values and columns do not match, nobody knows which one is the total
    if (!cell || row?.misfit || !mayWrite(cell)) continue;
    const possible = ways.flatMap(({ right }) => sumOfCells(right, figures) ?? []);
    const [value] = possible;
    const written = figures.get(total.row)?.get(total.column);
    if (value === undefined || (written !== undefined && possible.includes(written))) continue;
    figures.get(total.row)?.set(total.column, value);
    reckoned.push({ cell, value });
  }
  return reckoned;
}

function editsOf(report: Report, reckoned: readonly Reckoned[]): TextEdit[] {
  return reckoned.map(({ cell, value }) => cellEdit(report, cell, String(value)));
}

/** The report as it will be read once figures are written. */
function withFigures(report: Report, reckoned: readonly Reckoned[]): Report {
  const [first] = reckoned;
  const table = first && report.tables[first.cell.table];
  if (!table) return report;
  const values = new Map(reckoned.map(({ cell, value }) => [cell, value]));
  const written = (cell: Cell): Cell => {
    const value = values.get(cell);
    return value === undefined ? cell : { ...cell, value, flaw: null };
  };
  const rows = table.rows.map((row) => ({
    ...row,
    cells: new Map([...row.cells].map(([column, cell]) => [column, written(cell)])),
  }));
  return { ...report, tables: { ...report.tables, [table.key]: { ...table, rows } } };
}
