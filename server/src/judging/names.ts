// What rows, columns and cells are called in messages: the words of the report's own format. What only
// another format has (in a report that mixes them) is called as there.
import {
  type CellKey,
  columnSpec,
  named,
  OUTCOME,
  type RowKey,
  rowSpec,
  type TableKey,
  tablesFrom,
} from '../form/formats.js';
import type { Report } from '../report/report.js';
import { templateInForce } from './relations.js';

/** （一）予以公开, 一、本年新收政府信息公开申请数量, 行政复议 … */
export function rowName(report: Report, table: TableKey, row: RowKey): string {
  const spec = rowSpec(templateInForce(report), table, row);
  return spec ? named(spec) : row;
}

/** The same without what all of them say: 一、本年新收, 四、结转下年度 … */
export function shortRowName(report: Report, table: TableKey, row: RowKey): string {
  return rowName(report, table, row).replace('政府信息公开申请数量', '').replace('继续办理', '');
}

/** With the heads over it: （三）不予公开 · 1.属于国家秘密, 行政诉讼 · 复议后起诉. */
export function rowNameInGroup(report: Report, table: TableKey, row: RowKey): string {
  const template = templateInForce(report);
  const heads = (rowSpec(template, table, row)?.groups ?? []).filter((key) => key !== OUTCOME);
  const specs = tablesFrom(template, table).flatMap(({ groups }) => groups);
  const over = heads.flatMap((key) => specs.find((spec) => spec.key === key) ?? []);
  return [...over.map(named), rowName(report, table, row)].join(' · ');
}

/** 自然人, 总计, 现行有效件数 … */
export function columnName(report: Report, table: TableKey, cell: CellKey): string {
  return columnSpec(templateInForce(report), table, cell)?.label ?? cell.column;
}

/** “（一）予以公开”的“自然人”. */
export function cellName(report: Report, table: TableKey, cell: CellKey): string {
  return `“${rowName(report, table, cell.row)}”的“${columnName(report, table, cell)}”`;
}
