// What rows, columns and cells are called in messages: the words of the report's own format. What only
// another format has (in a report that mixes them) is called as there.
import {
  type CellKey,
  columnSpec,
  named,
  type RowKey,
  rowSpec,
  type TableKey,
} from '../form/formats.js';
import type { Report } from '../report/report.js';
import { templateInForce } from './relations.js';

/** （一）予以公开, 一、本年新收政府信息公开申请数量, 行政复议 … */
export function rowName(report: Report, table: TableKey, row: RowKey): string {
  const spec = rowSpec(templateInForce(report), table, row);
  return spec ? named(spec) : row;
}

/** 自然人, 总计, 现行有效件数 … */
export function columnName(report: Report, table: TableKey, cell: CellKey): string {
  return columnSpec(templateInForce(report), table, cell)?.label ?? cell.column;
}

/** “（一）予以公开”的“自然人”. */
export function cellName(report: Report, table: TableKey, cell: CellKey): string {
  return `“${rowName(report, table, cell.row)}”的“${columnName(report, table, cell)}”`;
}
