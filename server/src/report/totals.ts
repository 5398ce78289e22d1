// Totals reckoned from their terms: R1, R3 and R4 read as what to write, not as what to judge.
import type { TextEdit } from '../text/edit.js';
import { cellEdit } from './cellEdit.js';
import { type Figures, figuresIn, sumOf, templateInForce } from './relations.js';
import type { Cell, Report, Table } from './report.js';
import {
  type CellKey,
  type Relation,
  type TableKey,
  TEMPLATES,
  type TemplateId,
} from './template.js';

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
    for (const relation of TEMPLATES[template].relations) {
      const { row, column } = relation.anchor;
      // in a balance no cell is the total of the others
      if (relation.table !== table || relation.rule === 'balance') continue;
      ways.set(`${row} ${column}`, [...(ways.get(`${row} ${column}`) ?? []), relation]);
    }
    known = [...ways.values()]
      .map((relations) => ({ total: (relations[0] as Relation).anchor, ways: relations }))
      .sort((a, b) => a.ways.length - b.ways.length);
    sums.set(key, known);
  }
  return known;
}

/** Whether a cell is a total of its table. */
export function isTotal(report: Report, { table, row, column }: Cell): boolean {
  return sumsOf(templateInForce(report), table).some(
    ({ total }) => total.row === row && total.column === column,
  );
}

/**
 * Writes into the totals that may be written what their terms add up to, if all of these are known.
 * `figures` gets the totals as they are then.
 */
export function totalEdits(
  report: Report,
  table: Table,
  mayWrite: (cell: Cell) => boolean = () => true,
  figures: Figures = figuresIn(table),
): TextEdit[] {
  if (table.unreadable) return [];
  const edits: TextEdit[] = [];
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  for (const { total, ways } of sumsOf(templateInForce(report), table.key)) {
    const row = rows.get(total.row);
    const cell = row?.cells.get(total.column);
    // where values and columns do not match, nobody knows which one is the total
    if (!cell || row?.misfit || !mayWrite(cell)) continue;
    const possible = ways.flatMap(({ right }) => sumOf(right, figures) ?? []);
    const [sum] = possible;
    const written = figures.get(total.row)?.get(total.column);
    if (sum === undefined || (written !== undefined && possible.includes(written))) continue;
    figures.get(total.row)?.set(total.column, sum);
    edits.push(cellEdit(report, cell, String(sum)));
  }
  return edits;
}
