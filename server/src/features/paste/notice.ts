// What a paste says of itself: which tables were recognised, how many figures, and every doubt.
import { CURRENT, type TableKey } from '../../form/formats.js';
import { headingOf, sectionSpec } from '../../writing/writeTable.js';
import { type GridPart, widthOf } from './clipboard.js';

/** “三、收到和处理政府信息公开申请情况”表. */
export function tableName(key: TableKey): string {
  return `“${headingOf(sectionSpec(CURRENT.tables[key].section))}”表`;
}

/** Of tables that were inserted. */
export function noticeOf(grids: readonly GridPart[]): string {
  return grids.map(describeTable).join('；');
}

function describeTable({ table, recognized, rows }: GridPart): string {
  if (!table) return `已按本报告的版式贴入表格：${rows.length} 行 ${widthOf(rows)} 列`;
  const name = tableName(table.key);
  if (!recognized) return `已按本报告的版式贴入${name}，${doubtOf(table)}，原样保留`;
  const { filled, blank, reworded } = recognized;
  return [
    `已识别${name}：${recognized.rows.length} 行 ${filled} 个数`,
    ...(blank > 0 ? [`${blank} 个空格`] : []),
    ...(reworded > 0 ? [`${reworded} 处行名、栏目名改为规定的写法`] : []),
  ].join('，');
}

function doubtOf({ rows, orphans, unreadable }: NonNullable<GridPart['table']>): string {
  if (unreadable) return '文字和数连在一起，分不开';
  if (orphans.length > 0) return `有 ${orphans.length} 行没有认出`;
  const misfits = rows.filter(({ misfit }) => misfit).length;
  return misfits > 0 ? `有 ${misfits} 行的数和栏目对不上` : '有内容没有认出';
}
