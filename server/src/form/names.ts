// What rows, columns and cells are called in messages: the form's own words.
import {
  type CellKey,
  columnsOf,
  formatOf,
  printed,
  type RowKey,
  rowsOf,
  TABLE_KEYS,
  type TableKey,
} from './formats.js';

const rows = new Map<string, string>();
const columns = new Map<string, string>();
for (const { id, tables } of [formatOf('2019'), formatOf('2021')])
  for (const table of TABLE_KEYS)
    for (const row of rowsOf(tables[table])) {
      rows.set(`${table} ${row.key}`, printed({ ...row, note: undefined }));
      for (const column of columnsOf(id, table, row.key))
        columns.set(`${table} ${row.key} ${column.key}`, column.label);
    }

/** （一）予以公开, 一、本年新收政府信息公开申请数量, 行政复议 … */
export function rowName(table: TableKey, row: RowKey): string {
  return rows.get(`${table} ${row}`) ?? row;
}

/** 自然人, 总计, 现行有效件数 … */
export function columnName(table: TableKey, { row, column }: CellKey): string {
  return columns.get(`${table} ${row} ${column}`) ?? column;
}

/** “（一）予以公开”的“自然人”. */
export function cellName(table: TableKey, cell: CellKey): string {
  return `“${rowName(table, cell.row)}”的“${columnName(table, cell)}”`;
}
