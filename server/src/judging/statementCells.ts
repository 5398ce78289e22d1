// Which cells of the tables a statement speaks of: every way in which it may honestly be meant.

import type { CellKey, ColumnKey, RowKey, TableKey } from '../form/formats.js';
import type { ReviewBlock, Statement, Subject } from '../prose/index.js';
import type { Cell, Report } from '../report/report.js';
import { cellAt, judge } from './relations.js';

/** Σ plus − Σ minus. */
export interface CellSum {
  readonly plus: readonly CellKey[];
  readonly minus?: readonly CellKey[];
  /** How it differs from the plainest, for the message. */
  readonly means?: string;
}

/** A reading with the figures of the table bound to it. */
export interface Bound extends CellSum {
  readonly value: number;
}

const REFUSED = ['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7', '3.3.8'];
const UNAVAILABLE = ['3.4.1', '3.4.2', '3.4.3'];
const DECLINED = ['3.5.1', '3.5.2', '3.5.3', '3.5.4', '3.5.5'];
const ORGANIZATIONS: readonly ColumnKey[] = ['business', 'research', 'charity', 'legal', 'other'];

/** The ways to read a subject, the plainest first. */
export function readingsFor(report: Report, subject: Subject): readonly CellSum[] {
  switch (subject.table) {
    case 'requests':
      return requestReadings(report, subject);
    case 'review':
      return reviewReadings(subject.blocks, subject.columns);
    case 'disclosure':
      return disclosureReadings(report, subject);
  }
}

type About<T extends TableKey> = Extract<Subject, { table: T }>;

function requestReadings(report: Report, { act, applicant }: About<'requests'>): CellSum[] {
  const columns = applicant === 'organizations' ? ORGANIZATIONS : [applicant];
  const rows = (...keys: RowKey[]): CellKey[] =>
    keys.flatMap((row) => columns.map((column) => ({ row, column })));
  const other = report.tables.requests?.rows.some(({ key }) => key === '3.6')
    ? ['3.6']
    : ['3.6.1', '3.6.2', '3.6.3'];
  const group: Readonly<Record<RowKey, readonly RowKey[]>> = {
    '3.3': REFUSED,
    '3.4': UNAVAILABLE,
    '3.5': DECLINED,
    '3.6': other,
    '3.1+3.2': ['3.1', '3.2'],
  };
  if (typeof act === 'object') return [{ plus: rows(...(group[act.outcome] ?? [act.outcome])) }];
  switch (act) {
    case 'new':
      return [{ plus: rows('1') }];
    case 'received':
      return [{ plus: rows('1') }, { plus: rows('1', '2'), means: '加上年结转' }];
    case 'handled':
      return [
        { plus: rows('1') },
        { plus: rows('1', '2'), means: '加上年结转' },
        { plus: rows('3.7') },
      ];
    case 'mentioned':
      return [
        { plus: rows('1') },
        { plus: rows('1', '2'), means: '加上年结转' },
        { plus: rows('3.7') },
        { plus: rows('3.1') },
        { plus: rows('3.1', '3.2') },
      ];
    case 'finished':
      return [{ plus: rows('3.7') }, { plus: rows('3.7'), minus: rows('2') }];
    case 'answered':
      return [
        { plus: rows('3.7') },
        { plus: rows('3.7'), minus: rows('2') },
        { plus: rows('3.7'), minus: rows(...other) },
        { plus: rows('3.7'), minus: rows(...other, ...DECLINED) },
        { plus: rows('3.7'), minus: rows('2', ...other) },
      ];
    case 'carriedIn':
      return [{ plus: rows('2') }];
    case 'carriedOut':
      return [{ plus: rows('4') }];
    case 'carried':
      return [{ plus: rows('4') }, { plus: rows('2') }];
    case 'disclosed':
      return [{ plus: rows('3.1') }, { plus: rows('3.1', '3.2') }];
  }
}

function reviewReadings(
  blocks: readonly ReviewBlock[],
  columns: readonly ColumnKey[],
): readonly CellSum[] {
  const cells = (...rows: ReviewBlock[]): CellKey[] =>
    rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const [block] = blocks;
  if (blocks.length > 1) return [{ plus: cells('reconsideration', 'direct', 'afterReview') }];
  if (block !== 'litigation') return [{ plus: cells(block as ReviewBlock) }];
  return [
    { plus: cells('direct', 'afterReview') },
    { plus: cells('direct') },
    { plus: cells('afterReview') },
  ];
}

/** The columns of both formats: a report is compared with those that it has. */
const DISCLOSED: Readonly<Record<About<'disclosure'>['act'], readonly ColumnKey[]>> = {
  issued: ['issued', 'made', 'published'],
  repealed: ['repealed'],
  inForce: ['inForce'],
  decisions: ['decisions'],
  amount: ['amount'],
};

function disclosureReadings(report: Report, { row, act }: About<'disclosure'>): CellSum[] {
  return DISCLOSED[act]
    .filter((column) => cellAt(report, 'disclosure', { row, column }))
    .map((column) => ({ plus: [{ row, column }] }));
}

/** The table's value for a reading; null if a term is missing or unreadable. */
function bind(report: Report, table: TableKey, reading: CellSum): Bound | null {
  const sum = (keys: readonly CellKey[]) => {
    let total = 0;
    for (const key of keys) {
      const value = cellAt(report, table, key)?.value;
      if (value === null || value === undefined) return null;
      total += value;
    }
    return total;
  };
  const plus = sum(reading.plus);
  const minus = plus === null ? null : sum(reading.minus ?? []);
  return plus === null || minus === null ? null : { ...reading, value: plus - minus };
}

/**
 * Whether the figures can be relied on: no cell written wrong, no broken relation in its row or
 * column. What is broken there is told by its own rule and must be fixed first.
 */
export function isSound(report: Report, table: TableKey, readings: readonly CellSum[]): boolean {
  const keys = readings.flatMap(({ plus, minus = [] }) => [...plus, ...minus]);
  if (keys.some((key) => cellAt(report, table, key)?.flaw)) return false;
  return judge(report).every(
    ({ relation, difference }) =>
      difference === null ||
      difference === 0 ||
      relation.table !== table ||
      ![...relation.left, ...relation.right].some(({ row, column }) =>
        keys.some((key) =>
          table === 'review' ? key.row === row : key.row === row || key.column === column,
        ),
      ),
  );
}

/** How a statement is to be taken, and whether the table says the same. */
export interface Meaning {
  /** The reading that agrees, else the plainest, else one that disproves it. */
  readonly first: Bound;
  /** Every reading that the table has figures for. */
  readonly bound: readonly Bound[];
  /** Null where a reading has no figures in the table and the others do not agree. */
  readonly agrees: boolean | null;
}

/** What a statement means by the table; null where the table has no figure for it. */
export function meaningOf(report: Report, statement: Statement): Meaning | null {
  const { table } = statement.subject;
  if (!report.tables[table] || report.tables[table].unreadable) return null;
  const readings = readingsFor(report, statement.subject);
  const bound = readings.flatMap((reading) => bind(report, table, reading) ?? []);
  const [plainest] = bound;
  if (!plainest) return null;
  const all = bound.length === readings.length;
  // that there is nothing is disproved by any figure above zero; all else must fail every reading
  if (statement.value === 0 && (!statement.figure || table === 'review')) {
    const against = bound.find(({ value }) => value > 0);
    return { first: against ?? plainest, bound, agrees: against ? false : all || null };
  }
  const agreeing = bound.find(({ value }) => agrees(statement, value));
  return { first: agreeing ?? plainest, bound, agrees: agreeing ? true : all ? false : null };
}

/** The cells that tell: of a sum those above zero, else its first. */
export function tellingCells(report: Report, table: TableKey, reading: CellSum): Cell[] {
  const cells = cellsOf(report, table, reading);
  const shown = cells.filter(({ value }) => value !== 0);
  return shown.length > 0 ? shown : cells.slice(0, 1);
}

/** The cells of a reading that the report has. */
export function cellsOf(report: Report, table: TableKey, { plus, minus = [] }: CellSum): Cell[] {
  return [...plus, ...minus].flatMap((key) => cellAt(report, table, key) ?? []);
}

/** Whether a statement agrees with a value, as precisely as it is told. */
function agrees({ subject, value, scale, decimals, part }: Statement, actual: number) {
  if (part) return value <= actual;
  if (subject.table !== 'disclosure' || subject.act !== 'amount') return value === actual;
  // the table is in 万元; 275.3万元 in the text stands for 275.304
  const told = value / 1e4;
  const precision = (scale / 1e4) * 10 ** -decimals;
  return Math.abs(told - actual) < precision + 1e-9;
}
