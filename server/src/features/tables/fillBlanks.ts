// 空格填 0: blank cells and those with / or 无 in place of a figure become 0; blank totals what their
// terms add up to, so that a table with nothing but its non-zero figures becomes whole.
import { cellEdit } from '../../report/cellEdit.js';
import type { Cell, Report, Table } from '../../report/report.js';
import { isTotal, totalEdits, trustedFigures } from '../../report/totals.js';
import type { TableCommand } from './command.js';

export const fillBlanks: TableCommand = {
  id: 'nianbao.fillBlanks',
  title: '空格填 0',
  nothing: '表格里没有空格。',
  edits(report, table) {
    const unfilled = unfilledIn(table);
    if (unfilled.length === 0) return [];
    const terms = unfilled.filter((cell) => !isTotal(report, cell));
    const figures = trustedFigures(report, table);
    for (const { row, column } of terms) figures.get(row)?.set(column, 0);
    return [
      ...terms.map((cell) => cellEdit(report, cell, '0')),
      ...totalEdits(report, table, isUnfilled, figures),
    ];
  },
};

/** What a button over the table says: where nothing but totals is blank, no 0 is written as such. */
export function fillTitle(report: Report, table: Table): string {
  const unfilled = unfilledIn(table);
  const totals = unfilled.filter((cell) => isTotal(report, cell)).length;
  if (totals === 0) return fillBlanks.title;
  return totals === unfilled.length ? '填写空着的总计' : `${fillBlanks.title}，填写总计`;
}

/** The cells without a figure; none in a row of which nobody knows what stands in which column. */
export function unfilledIn({ rows, unreadable }: Table): Cell[] {
  if (unreadable) return [];
  return rows.flatMap(({ misfit, cells }) =>
    misfit ? [] : [...cells.values()].filter(isUnfilled),
  );
}

function isUnfilled({ flaw }: Cell): boolean {
  return flaw === 'blank' || flaw === 'placeholder';
}
