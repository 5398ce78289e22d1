// What there is to know of a row or a cell of the official tables, as Markdown: its meaning, the clause
// that it rests on, the relations that it stands in, and last year's figures.

import {
  blockOf,
  type ColumnKey,
  type Relation,
  type RowSpec,
  rowsOf,
  TOTAL,
  tableOf,
} from '../../form/formats.js';
import { ROW_MEANINGS } from '../../form/rowMeanings.js';
import { columnName, rowName } from '../../judging/names.js';
import { carriedOutName, carriedOutRow, isCarriedIn } from '../../judging/overYears.js';
import { judge, templateInForce } from '../../judging/relations.js';
import type { Cell, Report, Row, Table } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { equationOf } from '../equation.js';

/** Last year's report, and the way to a place in it. */
export interface LinkedReport {
  readonly report: Report;
  /** The address that opens a place; without it, figures are no links. */
  hrefOf?(span: Span): string | undefined;
}

/** A row's label, or a cell of the row. */
interface CellPlace {
  readonly table: Table;
  readonly row: Row;
  readonly cell?: Cell;
}

/** What is known of a row or a cell. */
export function cellHover(report: Report, place: CellPlace, previous?: LinkedReport): string {
  const parts = [
    headOf(report, place),
    equations(report, place),
    lastYear(report, place, previous),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headOf(report: Report, { table: { key }, row, cell }: CellPlace): string {
  const spec = tableOf(templateInForce(report), key);
  const { basis = blockOf(spec, row.key)?.caption } =
    rowsOf(spec).find((one) => one.key === row.key) ?? ({} as Partial<RowSpec>);
  const column = cell ? ` · ${columnName(report, key, cell)}` : '';
  const meaning = ROW_MEANINGS[key][row.key] ?? '';
  const clause = basis?.startsWith('第') ? `《条例》${basis}` : basis;
  return `**${rowName(report, key, row.key)}**${column}\n\n${meaning}${clause ? `（依据${clause}）` : ''}`;
}

/** The relations of the cell; for a label those of its row, and of the column 总计. */
function equations(report: Report, { table, row, cell }: CellPlace): string {
  const isAbout = ({ table: key, left, right }: Relation) =>
    key === table.key &&
    [...left, ...right].some(
      (one) => one.row === row.key && one.column === (cell?.column ?? TOTAL),
    );
  const judged = judge(report).filter(({ relation }) => isAbout(relation));
  return judged.map((judgement) => `- ${equationOf(report, judgement)}`).join('\n');
}

/** Last year's figures: of the same cells, and for 上年结转 those that were carried out. */
function lastYear(
  report: Report,
  { table, row, cell }: CellPlace,
  previous?: LinkedReport,
): string {
  if (!previous) return '';
  const isCarried = isCarriedIn(report, row);
  const past = isCarried
    ? carriedOutRow(previous.report)
    : previous.report.tables[table.key]?.rows.find((one) => one.key === row.key);
  if (!past) return '';
  const columns: Iterable<ColumnKey> = cell ? [cell.column] : row.cells.keys();
  const figures: string[] = [];
  for (const column of columns) {
    const then = past.cells.get(column);
    if (!then || then.value === null) continue;
    const now = row.cells.get(column)?.value ?? null;
    const sign = !isCarried || now === null ? '' : now === then.value ? ' ✓' : ' ✗';
    const name = columnName(previous.report, table.key, then);
    figures.push(`${name} ${linked(String(then.value), then, previous)}${sign}`);
  }
  if (figures.length === 0) return '';
  const from = isCarried ? `上年报告“${carriedOutName(previous.report)}”` : '上年报告';
  return `${from}：${figures.join('，')}`;
}

function linked(text: string, { span }: Cell, { hrefOf }: LinkedReport): string {
  const href = hrefOf?.(span);
  return href === undefined ? text : `[${text}](${href})`;
}
