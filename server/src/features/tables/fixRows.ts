// 补齐表格的行列和名称: what the form has and the table lacks is inserted, blank; labels get their official words.

import { templateInForce } from '../../judging/relations.js';
import type { Report, Table } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { insertRows } from '../../writing/insertRows.js';
import { keepsFigures } from '../../writing/keptFigures.js';
import { labelEdit, labelsIn } from '../../writing/labelEdit.js';
import { insertColumn, missingColumns } from '../../writing/missingColumns.js';
import { missingRows } from '../../writing/missingRows.js';
import type { TableCommand } from './command.js';

export const fixRows: TableCommand = {
  id: 'nianbao.repairRows',
  title: '补齐表格的行列和名称',
  nothing: '没有能补的：行、列和名称都对，或者有读不准的地方。',
  edits(report, table) {
    if (table.unreadable) return [];
    const template = templateInForce(report);
    // the words of another format are none that this report should have
    const own = labelsIn(table).filter(({ templates }) => templates.includes(template));
    const steps = [
      ...own.flatMap((label) => labelEdit(report.text, label) ?? []).map((edit) => [edit]),
      ...missingColumns(report, table).map((column) => insertColumn(report, table, column) ?? []),
      ...missingRows(report, table).map((run) => [insertRows(report, table, run) ?? []].flat()),
    ];
    const all = steps.flat();
    // what is right alone may still not go together: then as much of it as does
    return keepsFigures(report, table, all) ? all : together(report, table, steps);
  },
};

function together(
  report: Report,
  table: Table,
  steps: readonly (readonly TextEdit[])[],
): TextEdit[] {
  let edits: TextEdit[] = [];
  for (const step of steps) {
    const more = [...edits, ...step];
    if (step.length > 0 && keepsFigures(report, table, more)) edits = more;
  }
  return edits;
}
