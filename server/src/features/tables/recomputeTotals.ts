// 重算总计: every total of tables 三 and 四 becomes what its terms add up to.
import { totalEdits } from '../../report/totals.js';
import type { TableCommand } from './command.js';

export const recomputeTotals: TableCommand = {
  id: 'nianbao.recomputeTotals',
  title: '重算总计',
  nothing: '总计没有要改的：能算出来的都对。',
  edits: (report, table) => totalEdits(report, table),
};
