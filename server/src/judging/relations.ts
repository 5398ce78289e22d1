// Judging R1–R4: one evaluator over the relations that the formats hold as data.

import {
  type CellKey,
  type ColumnKey,
  formatOf,
  type Relation,
  type RowKey,
  type TableKey,
  type TemplateId,
  templateOfYear,
} from '../form/formats.js';
import { perReport } from '../report/perReport.js';
import type { Cell, Report, Table } from '../report/report.js';

/** Relations that hold, that do not, and that cannot be judged; together all of the format's. */
export interface RelationCounts {
  readonly held: number;
  readonly broken: number;
  readonly unknown: number;
}

/** A relation with the figures of a report bound to it. */
export interface Judgement {
  readonly relation: Relation;
  /** Σ left − Σ right; null if a term is missing or unreadable. */
  readonly difference: number | null;
}

/** The format whose rows and relations apply: 2021 for a mixed one, by the year if nothing tells. */
export function templateInForce(report: Report): TemplateId {
  if (report.template === 'mixed') return '2021';
  return report.template ?? templateOfYear(report.year ?? 2021);
}

/** The cell of a table, if the report has it. */
export function cellAt(
  report: Report,
  table: TableKey,
  { row, column }: CellKey,
): Cell | undefined {
  return report.tables[table]?.rows.find(({ key }) => key === row)?.cells.get(column);
}

/** Judges every relation of the format in force; once for each report. */
export const judge = perReport((report): readonly Judgement[] => {
  const figures: Partial<Record<TableKey, FiguresByCell>> = {};
  for (const table of Object.values(report.tables)) figures[table.key] = figuresIn(table);
  return formatOf(templateInForce(report)).relations.map((relation) => ({
    relation,
    difference: differenceOf(relation, figures[relation.table]),
  }));
});

/** Figures of a table by row and column; what is unknown is not there. */
export type FiguresByCell = Map<RowKey, Map<ColumnKey, number>>;

function differenceOf({ left, right }: Relation, figures?: FiguresByCell): number | null {
  const first = figures && sumOf(left, figures);
  const second = figures && sumOf(right, figures);
  if (first === undefined || second === undefined) return null;
  return roundOff(first - second);
}

/** The sum of cells; undefined where one is unknown. */
export function sumOf(cells: readonly CellKey[], figures: FiguresByCell): number | undefined {
  let sum = 0;
  for (const { row, column } of cells) {
    const value = figures.get(row)?.get(column);
    if (value === undefined) return undefined;
    sum += value;
  }
  return roundOff(sum);
}

export function count(judgements: readonly Judgement[]): RelationCounts {
  let held = 0;
  let broken = 0;
  let unknown = 0;
  for (const { difference } of judgements) {
    if (difference === null) unknown++;
    else if (difference === 0) held++;
    else broken++;
  }
  return { held, broken, unknown };
}

/**
 * The figures to judge by. A row that is blank save a total of 0 counts as zeros throughout: the
 * only reading under which it can hold.
 */
export function figuresIn({ rows }: Table): FiguresByCell {
  const figures: FiguresByCell = new Map();
  for (const { key, cells, expected } of rows) {
    const known = new Map<ColumnKey, number>();
    const assumedZero = isBlankSaveZeroTotal(cells, expected.length);
    for (const [column, { value }] of cells)
      if (value !== null) known.set(column, value);
      else if (assumedZero) known.set(column, 0);
    figures.set(key, known);
  }
  return figures;
}

function isBlankSaveZeroTotal(cells: ReadonlyMap<string, Cell>, width: number): boolean {
  if (cells.size < width || cells.get('total')?.value !== 0) return false;
  for (const [column, { flaw }] of cells) if (column !== 'total' && flaw !== 'blank') return false;
  return true;
}

/** Binary fractions leave 1e-13 behind; the form has six decimals at most. */
function roundOff(difference: number): number {
  return Math.round(difference * 1e6) / 1e6;
}
