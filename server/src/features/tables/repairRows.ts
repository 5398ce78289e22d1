// 补齐表格的行列和名称: what the form has and the table lacks is inserted, blank; labels get their official words.
import { labelEdit, labelsIn } from '../../report/labelEdit.js';
import { insertColumn, missingColumns } from '../../report/missingColumns.js';
import { insertRows, missingRows } from '../../report/missingRows.js';
import type { TableCommand } from './command.js';

export const repairRows: TableCommand = {
  id: 'nianbao.repairRows',
  title: '补齐表格的行列和名称',
  nothing: '没有能补的：行、列和名称都对，或者有读不准的地方。',
  edits(report, table) {
    if (table.unreadable) return [];
    return [
      ...labelsIn(table).flatMap((label) => labelEdit(report.text, label) ?? []),
      ...missingColumns(table).flatMap((column) => insertColumn(report, table, column) ?? []),
      ...missingRows(report, table).flatMap((run) => insertRows(report, table, run) ?? []),
    ];
  },
};
