// 改正写错的数: where one wrong cell explains what does not agree, that cell gets its right figure. The
// command behind the lens that names the cell; in no menu, since elsewhere the fix of the finding is it.

import { sameCell } from '../../form/formats.js';
import { type CellFix, culpritsOf } from '../../judging/faults.js';
import { cellName } from '../../judging/names.js';
import type { Report } from '../../report/report.js';
import { cellEdit } from '../../writing/cellEdit.js';
import type { TableCommand } from './command.js';

export const fixCulprit: TableCommand = {
  id: 'nianbao.fixCulprit',
  title: '改正写错的数',
  nothing: '表格已经改过，现在没有能断定写错的数。',
  edits: (report, { key }, { cell: wanted }) =>
    culpritsOf(report, key)
      .filter(({ cell }) => !wanted || sameCell(cell, wanted))
      .map(({ cell, value }) => cellEdit(report, cell, String(value))),
};

/** What the lens says: 把“（一）予以公开”的“商业企业”改为 5. */
export function fixTitle(report: Report, { cell, value }: CellFix): string {
  return `把${cellName(report, cell.table, cell)}改为 ${value}`;
}
