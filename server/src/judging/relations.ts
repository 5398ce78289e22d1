// Judging R1–R4: one evaluator over the relations that the formats hold as data.

import {
  type CellKey,
  type ColumnKey,
  CURRENT,
  formatOf,
  NEWEST_FIRST,
  type Relation,
  type RowKey,
  type TableKey,
  type TemplateId,
  TOTAL,
  templateOfYear,
} from '../form/formats.js';
import { perReport } from '../report/perReport.js';
import type { Cell, Report, Table } from '../report/report.js';
import { differenceOf, roundOff } from './sums.js';

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

/** The format whose rows and relations apply: by the year if no label tells, the newest without a year. */
export function templateInForce(report: Report): TemplateId {
  if (report.template === 'mixed') return youngest(report);
  return report.template ?? (report.year === null ? CURRENT.id : templateOfYear(report.year));
}

/** Of a report that mixes formats the one that brought the youngest of its labels. */
const youngest = perReport(({ tables }): TemplateId => {
  const labels = Object.values(tables).flatMap(({ rows, columns }) => [
    ...rows.map(({ label }) => label),
    ...columns,
  ]);
  const first = labels.map(({ match, templates }) =>
    match === 'exact' ? templates[0] : undefined,
  );
  return (NEWEST_FIRST.find(({ id }) => first.includes(id)) ?? CURRENT).id;
});

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
  return formatOf(templateInForce(report)).relations.map((relation) => {
    const own = figures[relation.table];
    return { relation, difference: own ? differenceBy(relation, own) : null };
  });
});

/** Figures of a table by row and column; what is unknown is not there. */
export type FiguresByCell = Map<RowKey, Map<ColumnKey, number>>;

/** Σ left − Σ right by some figures; null if one is unknown. */
export function differenceBy({ left, right }: Relation, figures: FiguresByCell): number | null {
  return differenceOf(sumOfCells(left, figures), sumOfCells(right, figures));
}

/** What cells add up to; null if one of them is unknown. */
export function sumOfCells(cells: readonly CellKey[], figures: FiguresByCell): number | null {
  let sum = 0;
  for (const { row, column } of cells) {
    const figure = figures.get(row)?.get(column);
    if (figure === undefined) return null;
    sum += figure;
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
  if (cells.size < width || cells.get(TOTAL)?.value !== 0) return false;
  for (const [column, { flaw }] of cells) if (column !== TOTAL && flaw !== 'blank') return false;
  return true;
}
