// An official table pasted over the same table: its figures go into the cells that are there.
import type { Report, Table } from '../../report/report.js';
import { isBlank } from '../../text/span.js';
import type { Clipboard } from './clipboard.js';
import { tableName } from './notice.js';
import type { Paste } from './result.js';
import { fillCells, keptNotice, type TargetCell } from './targetCells.js';

/** Null unless the same table and nothing else was copied, and every figure of it has its cell. */
export function updateTable(
  report: Report,
  table: Table,
  { report: copied, parts }: Clipboard,
): Paste | null {
  const { text } = copied;
  const grids = parts.filter((part) => part.kind === 'grid');
  const [grid] = grids;
  const alone = parts.every(
    (part) => part.kind === 'grid' || part.lines.every((line) => isBlank(text, line)),
  );
  if (!alone || grids.length !== 1 || !grid?.recognized || grid.table?.key !== table.key)
    return null;
  const { recognized } = grid;
  const rows = new Map(table.rows.map((row) => [row.key, row]));
  const targets = grid.table.rows.flatMap(({ key, cells }): TargetCell[] =>
    [...cells.keys()].map((column) => ({
      cell: rows.get(key)?.cells.get(column),
      text: recognized.written({ row: key, column }),
    })),
  );
  if (table.unreadable || recognized.rows.some((key) => !rows.has(key))) return null;
  const filling = fillCells(report, targets);
  if (!filling) return null;
  const { edits, same } = filling;
  const name = tableName(table.key);
  const changed =
    edits.length === 0
      ? `${name}的数与贴入的相同，没有改动`
      : `已更新${name}：改动 ${edits.length} 个数${same > 0 ? `，其余 ${same} 个相同` : ''}`;
  return { title: '只更新表里的数', edits, notice: changed + keptNotice(filling) };
}
