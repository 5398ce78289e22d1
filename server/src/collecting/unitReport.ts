// What one report gives to a sum: its tables cell by cell in the form of its year, and of each table that
// must not be added up, why not. Figures alone are kept: hundreds of reports take little room.
import {
  type CellKey,
  formatOf,
  formCells,
  isTotalRow,
  type RowKey,
  splitGroupsOf,
  TABLE_KEYS,
  type TableKey,
  type TemplateId,
  tableOf,
  templateOfYear,
} from '../form/formats.js';
import { cellName, rowName } from '../judging/names.js';
import { cellAt, differenceBy, type FiguresByCell } from '../judging/relations.js';
import { differenceOf, sumOf } from '../judging/sums.js';
import { identityOf, organizationOf } from '../reading/identity.js';
import type { Label, Report, Table } from '../report/report.js';
import type { Span } from '../text/span.js';

/** A table of a unit's report. */
export interface UnitTable {
  /** In the order of `formCells` of the form of the year; null where absent, blank or unreadable. */
  readonly figures: readonly (number | null)[];
  /** Where each stands in the report; none where files of a unit contradict each other. */
  readonly spans: readonly (Span | null)[];
  /** Why the table is left out of the sum; null if it is not. */
  readonly unfit: string | null;
}

/** A report as far as it is added up. */
export interface UnitReport {
  /** The file that it was read from. */
  readonly path: string;
  /** As it is written; null where nothing names it. */
  readonly organization: string | null;
  /** The same for two spellings of one organ; null where the organ is not known. */
  readonly organ: string | null;
  readonly year: number;
  readonly tables: Readonly<Record<TableKey, UnitTable>>;
  /** What was added up although it can hardly be so. */
  readonly doubts: readonly string[];
}

/** A report as it goes into a sum; null if it is none, or if its year is not known. */
export function unitReport(report: Report, path: string): UnitReport | null {
  const identity = identityOf(report, path);
  const year = identity?.year ?? report.year;
  if (!report.recognized || year === null) return null;
  const due = templateOfYear(year);
  const tableIn = (key: TableKey): UnitTable => ({
    ...cellsIn(report, key, due),
    unfit: unfitness(report, key, due),
  });
  const tables = Object.fromEntries(TABLE_KEYS.map((key) => [key, tableIn(key)])) as Record<
    TableKey,
    UnitTable
  >;
  return {
    path,
    organization: identity?.organization ?? organizationOf(report, path),
    organ: identity?.organ ?? null,
    year,
    tables,
    doubts: Object.values(report.tables).flatMap((table) =>
      tables[table.key].unfit === null ? doubtsIn(report, table) : [],
    ),
  };
}

function cellsIn(report: Report, key: TableKey, due: TemplateId) {
  const cells = formCells(tableOf(due, key)).map((cell) => cellAt(report, key, cell));
  return {
    figures: cells.map((cell) => cell?.value ?? null),
    spans: cells.map((cell) => cell?.span ?? null),
  };
}

/** Why a table must not be added up: the gravest reason, with its first places. */
function unfitness(report: Report, key: TableKey, due: TemplateId): string | null {
  const table = report.tables[key];
  if (!table || table.rows.length === 0) return '没有这张表';
  return (
    otherFormat(report, table, due) ??
    missing(report, table, due) ??
    unknown(report, table, due) ??
    broken(report, table, due)
  );
}

/** A whole report in another form, or a table with labels that the form of its year does not have. */
function otherFormat({ template, year }: Report, table: Table, due: TemplateId): string | null {
  if (template !== null && template !== 'mixed' && template !== due)
    return `用的是 ${template} 年的格式，${year ?? '本'} 年度的报告应当用 ${due} 年的格式`;
  // the words of a row that was split stand over the rows that it was split into
  const isSplit = (row: RowKey) => splitGroupsOf(table.key).some((group) => group.row === row);
  const labels = [
    ...table.rows.filter(({ key }) => !isSplit(key)).map(({ label }) => label),
    ...table.columns,
  ];
  const isForeign = ({ match, templates }: Label) => match === 'exact' && !templates.includes(due);
  const foreign = labels.find(isForeign);
  return foreign ? `混用了别的年份格式的行名、列名（如“${foreign.official}”）` : null;
}

function missing(report: Report, table: Table, due: TemplateId): string | null {
  const { key } = table;
  const absent = formCells(tableOf(due, key)).filter((cell) => !cellAt(report, key, cell));
  const rows = new Set(table.rows.filter(({ cells }) => cells.size > 0).map((row) => row.key));
  const gone = [...new Set(absent.map(({ row }) => row))].filter((row) => !rows.has(row));
  return gone.length > 0
    ? `缺少${listed(
        gone.map((row) => `“${rowName(report, key, row)}”`),
        '行',
      )}`
    : absent.length > 0
      ? `缺少${listed(namesOf(report, key, absent), '格')}`
      : null;
}

function unknown(report: Report, { key }: Table, due: TemplateId): string | null {
  const cells = formCells(tableOf(due, key)).filter(
    (cell) => cellAt(report, key, cell)?.value === null,
  );
  const isBlank = cells.every((cell) => cellAt(report, key, cell)?.flaw === 'blank');
  return cells.length === 0
    ? null
    : `${listed(namesOf(report, key, cells), '格')}${isBlank ? '没有填写' : '空着或者看不清是多少'}`;
}

function broken(report: Report, { key }: Table, due: TemplateId): string | null {
  const figures: FiguresByCell = new Map();
  for (const { row, column } of formCells(tableOf(due, key))) {
    const value = cellAt(report, key, { row, column })?.value ?? null;
    const inRow = figures.get(row) ?? new Map();
    if (value !== null) inRow.set(column, value);
    figures.set(row, inRow);
  }
  const told = formatOf(due).relations.flatMap((relation) => {
    const difference = relation.table === key ? differenceBy(relation, figures) : null;
    if (difference === null || difference === 0) return [];
    const { anchor, left } = relation;
    const isLeft = left.some(({ row, column }) => row === anchor.row && column === anchor.column);
    const value = figures.get(anchor.row)?.get(anchor.column) ?? null;
    const right = isLeft ? differenceOf(value, difference) : sumOf([value, difference]);
    return [`${cellName(report, key, anchor)}是 ${value}，按勾稽关系应为 ${right}`];
  });
  const [first] = told;
  return first === undefined
    ? null
    : `${first}${told.length > 1 ? `（共有 ${told.length} 处勾稽关系不成立）` : ''}`;
}

/** Counts below zero, or between two: known, and added up, and hardly meant. */
function doubtsIn(report: Report, { key, rows }: Table): string[] {
  return rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap((cell) => {
      const { flaw, value } = cell;
      if (flaw !== 'negative' && flaw !== 'fraction') return [];
      const why = flaw === 'negative' ? '不会是负数' : '不会有小数';
      return [`${cellName(report, key, cell)}是 ${value}，${why}`];
    }),
  );
}

function namesOf(report: Report, key: TableKey, cells: readonly CellKey[]): string[] {
  // a total says least of where something is wrong
  const parts = cells.filter(({ row }) => !isTotalRow(key, row));
  return [...parts, ...cells.filter((cell) => !parts.includes(cell))].map((cell) =>
    cellName(report, key, cell),
  );
}

/** A、B 等 7 格. */
function listed(names: readonly string[], what: '行' | '格'): string {
  const shown = names.slice(0, 2).join('、');
  return names.length > 2 ? `${shown}等 ${names.length} ${what}` : shown;
}
