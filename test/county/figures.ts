// The figures of a unit over the years: all relations hold, what is left over is carried on, nothing jumps.
import {
  CURRENT,
  columnsOf,
  formatOf,
  type RowKey,
  rowsOf,
  type TableKey,
  type TemplateId,
  tableOf,
} from '../../server/src/form/formats.js';
import type { Figures, ReportFacts } from '../generate/facts.js';
import type { Random } from '../generate/random.js';

/** A table with zeros. */
function zeros(table: TableKey, template: TemplateId = CURRENT.id): Figures {
  return Object.fromEntries(
    rowsOf(tableOf(template, table)).map(({ key }) => [
      key,
      Object.fromEntries(columnsOf(template, table, key).map((column) => [column.key, 0])),
    ]),
  );
}

/** Sets cells of a row. */
export function put(figures: Figures, row: RowKey, cells: Readonly<Record<string, number>>): void {
  Object.assign(figures[row] as Record<string, number>, cells);
}

const APPLICANTS = ['natural', 'business', 'research', 'legal'] as const;
const OUTCOMES = ['3.1', '3.2', '3.3.1', '3.3.4', '3.3.6', '3.4.1', '3.4.2', '3.5.1', '3.6.3'];

/** What a unit has to do in a year of its own, roughly. */
export class UnitFigures {
  readonly #usual: readonly { column: string; row: string; count: number }[];
  readonly #disclosed: Readonly<Record<'licensing' | 'penalties' | 'coercion' | 'fees', number>>;
  readonly #cases: readonly { block: string; column: string; count: number }[];
  #open = new Map<string, number>();
  #inForce: number;

  constructor(
    private readonly organization: string,
    private readonly random: Random,
  ) {
    const columns = random.some(APPLICANTS, random.int(1, 3));
    this.#usual = columns.flatMap((column) =>
      random
        .some(OUTCOMES, random.int(2, 5))
        .map((row) => ({ column, row, count: random.int(2, 12) })),
    );
    const often = (most: number) => (random.chance(0.4) ? 0 : random.int(30, most));
    this.#disclosed = {
      licensing: random.int(60, 900),
      penalties: often(200),
      coercion: often(90),
      fees: often(4_000_000),
    };
    this.#cases = random
      .some(['reconsideration', 'direct', 'afterReview'], random.int(0, 2))
      .map((block) => ({
        block,
        column: random.pick(['upheld', 'corrected', 'otherResult', 'pending']),
        count: random.int(1, 4),
      }));
    this.#inForce = random.int(10, 40);
  }

  /** The next year. */
  next(year: number): ReportFacts {
    return {
      template: CURRENT.id,
      year,
      organization: this.organization,
      tables: {
        disclosure: this.#disclosure(),
        requests: this.#requests(),
        review: this.#review(),
      },
    };
  }

  /** A tenth more or less. */
  #about(count: number): number {
    return count + this.random.int(-Math.floor(count / 10), Math.floor(count / 10));
  }

  #disclosure(): Figures {
    const figures = zeros('disclosure');
    const issued = this.random.int(0, 4);
    const repealed = this.random.int(0, 2);
    this.#inForce += issued - repealed;
    put(figures, 'normative', { issued, repealed, inForce: this.#inForce });
    for (const row of ['licensing', 'penalties', 'coercion'] as const)
      put(figures, row, { decisions: this.#about(this.#disclosed[row]) });
    // in 万元, to the very 元
    put(figures, 'fees', { amount: this.#about(this.#disclosed.fees) / 10_000 });
    return figures;
  }

  #requests(): Figures {
    const figures = zeros('requests');
    const cell = (row: string) => figures[row] as Record<string, number>;
    for (const { column, row, count } of this.#usual)
      cell(row)[column] = (cell(row)[column] ?? 0) + this.random.int(count, count + 2);
    for (const column of APPLICANTS) {
      const done = OUTCOMES.reduce((sum, row) => sum + (cell(row)[column] ?? 0), 0);
      const before = this.#open.get(column) ?? 0;
      const open = done > 0 ? this.random.int(0, 3) : 0;
      // what was left over is finished now; all else came in this year
      const carried = Math.min(before, done + open);
      put(figures, '3.7', { [column]: done });
      put(figures, '4', { [column]: open });
      put(figures, '2', { [column]: carried });
      put(figures, '1', { [column]: done + open - carried });
      this.#open.set(column, open);
    }
    addTotals(figures, 'requests');
    return figures;
  }

  #review(): Figures {
    const figures = zeros('review');
    for (const { block, column, count } of this.#cases)
      put(figures, block, { [column]: this.random.int(count, count + 1) });
    addTotals(figures, 'review');
    return figures;
  }
}

/** 总计 of each row. */
function addTotals(figures: Figures, table: 'requests' | 'review'): void {
  for (const [row, cells] of Object.entries(figures)) {
    const parts = columnsOf(CURRENT.id, table, row).filter(({ total }) => !total);
    put(figures, row, { total: parts.reduce((sum, { key }) => sum + (cells[key] ?? 0), 0) });
  }
}

/** The same in an older form: what it does not have is left out, what it has besides is nothing. */
export function inForm(facts: ReportFacts, template: TemplateId): ReportFacts {
  const requests = zeros('requests', template);
  const other = { ...zeros('requests')['3.6.3'] };
  for (const [row, cells] of Object.entries(facts.tables.requests)) {
    if (row in requests) put(requests, row, cells);
    else
      for (const [column, value] of Object.entries(cells))
        other[column] = (other[column] ?? 0) + value;
  }
  put(requests, '3.6', other);
  const disclosure = zeros('disclosure', template);
  for (const { rows, columns } of formatOf(template).tables.disclosure.blocks)
    for (const { key } of rows)
      for (const column of columns) {
        const value = facts.tables.disclosure[key]?.[column.key];
        if (value !== undefined) put(disclosure, key, { [column.key]: value });
      }
  return { ...facts, template, tables: { ...facts.tables, requests, disclosure } };
}
