// Judging R1–R4: one evaluator over the relations that the formats hold as data.
import type { Cell, Report } from './report.js';
import {
  type CellKey,
  type Relation,
  type TableKey,
  TEMPLATES,
  type TemplateId,
  templateOfYear,
} from './template.js';

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

/** Judges every relation of the format in force. */
export function judge(report: Report): Judgement[] {
  const figures = figuresOf(report);
  const sum = (table: TableKey, cells: readonly CellKey[]) => {
    let total = 0;
    for (const { row, column } of cells) {
      const value = figures.get(`${table} ${row} ${column}`);
      if (value === undefined) return null;
      total += value;
    }
    return total;
  };
  return TEMPLATES[templateInForce(report)].relations.map((relation) => {
    const left = sum(relation.table, relation.left);
    const right = left === null ? null : sum(relation.table, relation.right);
    return {
      relation,
      difference: left === null || right === null ? null : roundOff(left - right),
    };
  });
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
function figuresOf(report: Report): Map<string, number> {
  const figures = new Map<string, number>();
  for (const table of Object.values(report.tables))
    for (const row of table.rows) {
      const assumedZero = isBlankSaveZeroTotal(row.cells, row.expected.length);
      for (const [column, { value }] of row.cells) {
        if (value !== null) figures.set(`${table.key} ${row.key} ${column}`, value);
        else if (assumedZero) figures.set(`${table.key} ${row.key} ${column}`, 0);
      }
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
