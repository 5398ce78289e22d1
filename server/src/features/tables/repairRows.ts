// 补齐表格的行列和名称: what the form has and the table lacks is inserted, blank; labels get their official words.
import { labelEdit, labelsIn } from '../../report/labelEdit.js';
import { insertColumn, missingColumns } from '../../report/missingColumns.js';
import { insertRows, missingRows } from '../../report/missingRows.js';
import type { TextEdit } from '../../text/edit.js';
import type { TableCommand } from './command.js';

export const repairRows: TableCommand = {
  id: 'nianbao.repairRows',
  title: '补齐表格的行列和名称',
  nothing: '没有能补的：行、列和名称都对，或者有读不准的地方。',
  edits(report, table) {
    if (table.unreadable) return [];
    return joined([
      ...labelsIn(table).flatMap((label) => labelEdit(report.text, label) ?? []),
      ...missingColumns(table).flatMap((column) => insertColumn(report, table, column) ?? []),
      ...missingRows(report, table).flatMap((run) => insertRows(report, table, run) ?? []),
    ]);
  },
};

/** Insertions at one place as one: a cell at the end of a row, then the rows below. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const insertions = new Map<number, TextEdit>();
  const others: TextEdit[] = [];
  for (const edit of edits) {
    const { start, end } = edit.span;
    const before = insertions.get(start)?.newText ?? '';
    if (end > start) others.push(edit);
    else insertions.set(start, { span: edit.span, newText: before + edit.newText });
  }
  return [...others, ...insertions.values()];
}
