// 重算总计: the totals of tables 三 and 四 become what their terms add up to, save where a term is known
// to be wrong: there the total is right, and the term is to be fixed.
import { cellName } from '../../judging/names.js';
import type { Report, Table } from '../../report/report.js';
import { recompute } from '../../writing/totals.js';
import type { TableCommand } from './command.js';

export const recomputeTotals: TableCommand = {
  id: 'nianbao.recomputeTotals',
  title: '重算总计',
  nothing: '总计没有要改的：能算出来的都对，或者改了反而与别处不一致。',
  edits: (report, table) => recompute(report, table).edits,
  notice: leftAlone,
};

/** The wrong terms whose totals stay. */
function leftAlone(report: Report, table: Table): string | null {
  const wrongTerms = recompute(report, table).wrongTerms.map(
    ({ cell, value }) => `${cellName(report, table.key, cell)}写的是 ${cell.value}，应为 ${value}`,
  );
  return wrongTerms.length > 0
    ? `${wrongTerms.join('；')}。含有它的总计没有重算，请先改这一格。`
    : null;
}
