// Questions to the specification of one table: its rows, labels, groups and printed places.
import { CONTENT } from './keys.js';
import type {
  BlockSpec,
  CellKey,
  ColumnKey,
  ColumnSpec,
  GroupSpec,
  LabelSpec,
  RowKey,
  RowSpec,
  TableKey,
  TableSpec,
} from './types.js';

const rowsOfTables = new WeakMap<TableSpec, readonly RowSpec[]>();

/** All rows of a table in the form's order. */
export function rowsOf(table: TableSpec): readonly RowSpec[] {
  let rows = rowsOfTables.get(table);
  if (!rows) {
    rows = table.blocks.flatMap((block) => block.rows);
    rowsOfTables.set(table, rows);
  }
  return rows;
}

const cellsOfTables = new WeakMap<TableSpec, readonly CellKey[]>();

/** All cells of figures of a table, row by row in the form's order. */
export function formCells(table: TableSpec): readonly CellKey[] {
  let cells = cellsOfTables.get(table);
  if (!cells) {
    cells = table.blocks.flatMap(({ rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => ({ row: row.key, column: column.key }))),
    );
    cellsOfTables.set(table, cells);
  }
  return cells;
}

/** The block that a row stands in. */
export function blockOf(table: TableSpec, row: RowKey): BlockSpec | undefined {
  return table.blocks.find((block) => block.rows.some(({ key }) => key === row));
}

/** A row's or column's label as the form prints it: numbering, words, note. */
export function printed({ numbering = '', label, note }: LabelSpec): string {
  return `${numbering}${label}${note ? `（${note}）` : ''}`;
}

/** What a row is called: its numbering and words, without a note. */
export function named({ numbering = '', label }: LabelSpec): string {
  return `${numbering}${label}`;
}

/** A label of the form, and what it names. */
export interface NamedLabel {
  readonly kind: 'group' | 'caption' | 'column' | 'row';
  readonly spec: LabelSpec;
}

/** Every label of a table: group heads, then block by block its caption, columns and rows. */
export function* labelSpecs({ groups, blocks }: TableSpec): Iterable<NamedLabel> {
  for (const spec of groups) yield { kind: 'group', spec };
  for (const { caption, columns, rows } of blocks) {
    if (caption !== undefined) yield { kind: 'caption', spec: { key: caption, label: caption } };
    for (const spec of columns) yield { kind: 'column', spec };
    for (const spec of rows) yield { kind: 'row', spec };
  }
}

/** The rows that a key stands for: that row, or those under the group of that key, totals aside. */
export function membersOf(table: TableSpec, key: string): readonly RowSpec[] {
  const rows = rowsOf(table);
  const own = rows.filter((row) => row.key === key);
  if (own.length > 0) return own;
  const group = table.groups.find((one) => one.row === key)?.key ?? key;
  return rows.filter(({ groups, total }) => !total && groups?.includes(group));
}

/** The keys of those rows; the key itself where there are none: its figures are unknown then, not zero. */
export function rowKeysOf(table: TableSpec, key: string): readonly RowKey[] {
  const keys = membersOf(table, key).map((row) => row.key);
  return keys.length > 0 ? keys : [key];
}

/** The columns that a key stands for, in the same way: the applicants under 法人或其他组织. */
export function columnKeysOf({ blocks }: TableSpec, key: string): readonly ColumnKey[] {
  const columns = blocks.flatMap((block) => block.columns);
  const under = columns.filter(({ groups, total }) => !total && groups?.includes(key));
  const isOne = under.length === 0 || columns.some((column) => column.key === key);
  return isOne ? [key] : under.map((column) => column.key);
}

/** A row that stands for itself, or a group with the rows under it. */
export interface TablePart {
  readonly label: string;
  readonly rows: readonly RowSpec[];
}

/** What a table, or a group of it, falls into: rows and groups side by side, totals aside. */
export function partsOf(table: TableSpec, under?: string): TablePart[] {
  const parts = new Map<string, { label: string; rows: RowSpec[] }>();
  for (const row of rowsOf(table)) {
    const groups = row.groups ?? [];
    const depth = under === undefined ? 0 : groups.indexOf(under) + 1;
    if (row.total || (under !== undefined && depth === 0)) continue;
    const group = table.groups.find(({ key }) => key === groups[depth]);
    const part = parts.get((group ?? row).key) ?? { label: (group ?? row).label, rows: [] };
    part.rows.push(row);
    parts.set((group ?? row).key, part);
  }
  return [...parts.values()];
}

/** A group that was one row in an earlier format. */
export interface SplitGroup {
  /** The group's key. */
  readonly group: string;
  /** The key of the row. */
  readonly row: RowKey;
  /** The rows that it was split into. */
  readonly parts: readonly RowKey[];
}

/** The groups of a table that were one row in an earlier format. */
export function splitGroups(table: TableSpec): SplitGroup[] {
  return table.groups.flatMap(({ key, row }) => {
    if (row === undefined) return [];
    const parts = membersOf(table, key).map((one) => one.key);
    return [{ group: key, row, parts }];
  });
}

/** A column of figures as the form prints it, with all the heads over it, its own the lowest. */
export interface PrintedColumn {
  readonly column: ColumnSpec;
  /** The row that its figures belong to, where the rows stand side by side. */
  readonly row: RowSpec | null;
  readonly heads: readonly LabelSpec[];
}

/** The columns of figures of a block, in print from left to right. */
export function printedColumns(table: TableSpec, { columns, rows }: BlockSpec): PrintedColumn[] {
  const headsOf = ({ groups = [] }: ColumnSpec | RowSpec) =>
    groups.flatMap((key) => table.groups.find((group) => group.key === key) ?? []);
  const below = (row: RowSpec | null): PrintedColumn[] =>
    columns.map((column) => ({
      column,
      row,
      heads: [...(row ? [...headsOf(row), row] : []), ...headsOf(column), column],
    }));
  return table.sideBySide ? rows.flatMap(below) : below(null);
}

/** How many columns a table has in print. */
export function printedWidth(table: TableSpec): number {
  const widths = table.blocks.map((block) => printedColumns(table, block).length);
  return table.labelColumns + Math.max(0, ...widths);
}

/**
 * The column of the form, counted from 0, that a head is printed in: of a group of rows or columns, or
 * of a row that stands beside others. Null where the form has no such head.
 */
export function placeOfHead(table: TableSpec, key: string): number | null {
  for (const block of table.blocks) {
    const columns = printedColumns(table, block);
    const place = columns.findIndex(({ heads }) => heads.some((head) => head.key === key));
    if (place >= 0) return table.labelColumns + place;
  }
  const member = rowsOf(table).find(({ groups }) => groups?.includes(key));
  return member?.groups?.indexOf(key) ?? null;
}

/** Whether two keys are of the same cell of a table. */
export function sameCell(a: CellKey, b: CellKey): boolean {
  return a.row === b.row && a.column === b.column;
}

/** A cell as one word, to look it up by. */
export function cellKey({ row, column }: CellKey, table?: TableKey): string {
  return `${table ?? ''} ${row} ${column}`;
}

/** The heads of a block with a caption: 信息内容, then its columns. */
export function blockHeads({ groups }: TableSpec, { columns }: BlockSpec): LabelSpec[] {
  return [...groups.filter(({ key }) => key === CONTENT), ...columns];
}

/** The head in the corner of a table, which tells what must agree. */
export function cornerOf({ groups }: TableSpec): GroupSpec | undefined {
  return groups.find(({ corner }) => corner);
}
