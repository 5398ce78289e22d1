// What another format calls the same row, or the column in the same place: for labels of a format that is
// not the report's.
import {
  CURRENT,
  columnsOf,
  type RowKey,
  rowsOf,
  type TemplateId,
  tableOf,
} from '../form/formats.js';
import type { Label, Table } from '../report/report.js';

/** The last format that has a label. */
export function newestOf({ templates }: Label): TemplateId {
  return templates.at(-1) ?? CURRENT.id;
}

/** The words of a format for a label of its table, which is that of a row if one is given; null if it has none. */
export function counterpart(
  table: Table,
  label: Label,
  row: RowKey | undefined,
  due: TemplateId,
): string | null {
  const { key, span } = label;
  if (row) return rowsOf(tableOf(due, table.key)).find((r) => r.key === key)?.label ?? null;
  // the row below the head tells the block
  const below = table.rows.find((one) => one.label.span.start > span.end);
  if (!below) return null;
  const there = columnsOf(newestOf(label), table.key, below.key);
  const now = columnsOf(due, table.key, below.key);
  const same = now.find((column) => column.key === key);
  const place = now[there.findIndex((column) => column.key === key)];
  return same?.label ?? (there.length === now.length ? (place?.label ?? null) : null);
}
