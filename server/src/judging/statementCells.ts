// Which cells of the tables a statement speaks of: every way in which it may honestly be meant.

import {
  type CellKey,
  columnKeysOf,
  columnsOf,
  GROUP,
  NEWEST_FIRST,
  ROW,
  type RowKey,
  rowKeysOf,
  type TableKey,
  tableOf,
  unitOf,
} from '../form/formats.js';
import type { Statement, Subject } from '../prose/index.js';
import type { Cell, Report, Row } from '../report/report.js';
import { cellAt, judge, templateInForce } from './relations.js';
import { differenceOf, sumOf } from './sums.js';

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

/** The ways to read a subject, the plainest first. */
export function readingsFor(report: Report, subject: Subject): readonly CellSum[] {
  switch (subject.table) {
    case 'requests':
      return requestReadings(report, subject);
    case 'review':
      return reviewReadings(report, subject);
    case 'disclosure':
      return disclosureReadings(report, subject);
  }
}

type About<T extends TableKey> = Extract<Subject, { table: T }>;

function requestReadings(report: Report, { act, applicant }: About<'requests'>): CellSum[] {
  const spec = tableOf(templateInForce(report), 'requests');
  const columns = columnKeysOf(spec, applicant);
  const table = report.tables.requests;
  // a group that was one row in an earlier format may be that row here
  const leaves = (key: RowKey) =>
    table?.rows.some((row) => row.key === key) ? [key] : rowKeysOf(spec, key);
  const rows = (...keys: RowKey[]): CellKey[] =>
    keys.flatMap(leaves).flatMap((row) => columns.map((column) => ({ row, column })));
  const { received, carriedIn, carriedOut, finished, granted, partlyGranted } = ROW;
  const { declined, otherwise } = GROUP;
  const withCarriedIn = () => ({ plus: rows(received, carriedIn), means: '加上年结转' });
  if (typeof act === 'object') return [{ plus: rows(...act.outcome.split('+')) }];
  switch (act) {
    case 'new':
      return [{ plus: rows(received) }];
    case 'received':
      return [{ plus: rows(received) }, withCarriedIn()];
    case 'handled':
      return [{ plus: rows(received) }, withCarriedIn(), { plus: rows(finished) }];
    case 'mentioned':
      return [
        { plus: rows(received) },
        withCarriedIn(),
        { plus: rows(finished) },
        { plus: rows(granted) },
        { plus: rows(granted, partlyGranted) },
      ];
    case 'finished':
      return [{ plus: rows(finished) }, { plus: rows(finished), minus: rows(carriedIn) }];
    case 'answered':
      return [
        { plus: rows(finished) },
        { plus: rows(finished), minus: rows(carriedIn) },
        { plus: rows(finished), minus: rows(otherwise) },
        { plus: rows(finished), minus: rows(otherwise, declined) },
        { plus: rows(finished), minus: rows(carriedIn, otherwise) },
      ];
    case 'carriedIn':
      return [{ plus: rows(carriedIn) }];
    case 'carriedOut':
      return [{ plus: rows(carriedOut) }];
    case 'carried':
      return [{ plus: rows(carriedOut) }, { plus: rows(carriedIn) }];
    case 'disclosed':
      return [{ plus: rows(granted) }, { plus: rows(granted, partlyGranted) }];
  }
}

/** The cases of blocks of table 四; those of a group of blocks may be one of them alone. */
function reviewReadings(report: Report, { blocks, columns }: About<'review'>): readonly CellSum[] {
  const spec = tableOf(templateInForce(report), 'review');
  const cells = (wanted: readonly RowKey[]): CellKey[] =>
    wanted.flatMap((row) => columns.map((column) => ({ row, column })));
  const rows = blocks.flatMap((block) => rowKeysOf(spec, block));
  const alone = blocks.length === 1 && rows.length > 1 ? rows : [];
  return [{ plus: cells(rows) }, ...alone.map((row) => ({ plus: cells([row]) }))];
}

/** A report is compared with those columns that it has, of whatever format. */
function disclosureReadings(report: Report, { row, act }: About<'disclosure'>): CellSum[] {
  const columns = NEWEST_FIRST.flatMap(({ id }) => columnsOf(id, 'disclosure', row));
  const keys = columns
    .filter(({ key, sameAs, toldAs }) => [key, sameAs, toldAs].includes(act))
    .map(({ key }) => key);
  return [...new Set(keys)]
    .filter((column) => cellAt(report, 'disclosure', { row, column }))
    .map((column) => ({ plus: [{ row, column }] }));
}

/** The table's value for a reading; null if a term is missing or unreadable. */
function bind(report: Report, table: TableKey, reading: CellSum): Bound | null {
  const sum = (keys: readonly CellKey[]) =>
    sumOf(keys.map((key) => cellAt(report, table, key)?.value));
  const value = differenceOf(sum(reading.plus), sum(reading.minus ?? []));
  return value === null ? null : { ...reading, value };
}

/**
 * Whether the figures can be relied on: no cell written wrong, no broken relation in its row or
 * column. What is broken there is told by its own rule and must be fixed first.
 */
export function isSound(report: Report, table: TableKey, readings: readonly CellSum[]): boolean {
  const keys = readings.flatMap(({ plus, minus = [] }) => [...plus, ...minus]);
  if (keys.some((key) => cellAt(report, table, key)?.flaw)) return false;
  // rows that stand side by side have no columns in common
  const isAlone = tableOf(templateInForce(report), table).sideBySide;
  return judge(report).every(
    ({ relation, difference }) =>
      difference === null ||
      difference === 0 ||
      relation.table !== table ||
      ![...relation.left, ...relation.right].some(({ row, column }) =>
        keys.some((key) => (isAlone ? key.row === row : key.row === row || key.column === column)),
      ),
  );
}

/** Whether no figure that a row has is wrong by itself; so is a row that is not there. */
export function isRowSound(report: Report, row: Row | undefined): boolean {
  const cells = [...(row?.cells.values() ?? [])].filter(({ value }) => value !== null);
  const [first] = cells;
  return (
    !first ||
    isSound(
      report,
      first.table,
      cells.map((cell) => ({ plus: [cell] })),
    )
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
export function significantCells(report: Report, table: TableKey, reading: CellSum): Cell[] {
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
  if (!isAmount(subject)) return value === actual;
  // the table is in 万元; 275.3万元 in the text stands for 275.304
  const stated = value / 1e4;
  const precision = (scale / 1e4) * 10 ** -decimals;
  return Math.abs(stated - actual) < precision + 1e-9;
}

/** Whether a statement is of an amount: the table has it in 万元. */
export function isAmount(subject: Subject): boolean {
  return (
    subject.table === 'disclosure' && unitOf(subject.table, subject.row, subject.act) === 'amount'
  );
}
