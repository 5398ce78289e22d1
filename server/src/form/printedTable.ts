// The official tables as the form prints them: which cells there are, and which places each of them takes.
import { blockHeads, cornerOf, printed, printedColumns, printedWidth } from './specs.js';
import type { BlockSpec, CellKey, LabelSpec, RowSpec, TableSpec } from './types.js';

/** A cell in print, at the place where it begins. */
export interface PrintedCell {
  /** The note in the corner, a caption over a block, a head over columns or over rows, a figure. */
  readonly kind: 'corner' | 'caption' | 'column' | 'row' | 'figure';
  /** The key of its label; of a figure that of its row. */
  readonly key: string;
  /** What the form prints in it; nothing in a figure. */
  readonly words: string;
  /** Of a figure. */
  readonly cell?: CellKey;
  readonly at: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** The rows of a table in print, each with the cells that begin in it, from left to right. */
export function printedTable(
  table: TableSpec,
  isWanted: (row: RowSpec) => boolean = () => true,
): readonly (readonly PrintedCell[])[] {
  const width = printedWidth(table);
  return table.blocks.flatMap((block) => {
    const rows = block.rows.filter(isWanted);
    if (table.sideBySide) return [...headRows(table, block), figuresBeside(table, block)];
    if (rows.length === 0 && block.caption !== undefined) return [];
    const heads =
      block.caption === undefined
        ? headRows(table, block)
        : captionRows(table, block, block.caption, width);
    return [...heads, ...figureRows(table, block, rows, width)];
  });
}

/** A caption over the block, and one row of heads: table 二. */
function captionRows(table: TableSpec, block: BlockSpec, caption: string, width: number) {
  const heads = blockHeads(table, block);
  return [
    [cellOf('caption', { key: caption, label: caption }, 0, width)],
    heads.map((head, i) => cellOf('column', head, i, i === heads.length - 1 ? width - i : 1)),
  ];
}

/** Heads over heads, the outermost in the first row; one that has none below it reaches down to the figures. */
function headRows(table: TableSpec, block: BlockSpec): PrintedCell[][] {
  const columns = printedColumns(table, block);
  const depth = Math.max(...columns.map(({ heads }) => heads.length));
  const note = cornerOf(table);
  return Array.from({ length: depth }, (_, level) => {
    const row: PrintedCell[] = [];
    if (note && level === 0)
      row.push({
        ...cellOf('corner', note, 0, table.labelColumns, depth),
        words: `（${printed(note)}）`,
      });
    for (let i = 0; i < columns.length; ) {
      const { heads = [] } = columns[i] ?? {};
      const head = heads[level];
      let next = i + 1;
      while (heads[level + 1] && columns[next]?.heads[level] === head) next++;
      const isLast = heads.length === level + 1;
      if (head)
        row.push(
          cellOf('column', head, table.labelColumns + i, next - i, isLast ? depth - level : 1),
        );
      i = next;
    }
    return row;
  });
}

/** A row of figures for each row of the form, behind its label and the heads of its groups. */
function figureRows(table: TableSpec, block: BlockSpec, rows: readonly RowSpec[], width: number) {
  return rows.map((row, i) => {
    const groups = row.groups ?? [];
    const isIn = (other: RowSpec | undefined, depth: number) =>
      groups.slice(0, depth + 1).every((key, level) => other?.groups?.[level] === key);
    const cells: PrintedCell[] = [];
    groups.forEach((key, depth) => {
      const group = table.groups.find((one) => one.key === key);
      if (!group || isIn(rows[i - 1], depth)) return;
      let next = i + 1;
      while (isIn(rows[next], depth)) next++;
      cells.push(cellOf('row', group, depth, 1, next - i));
    });
    cells.push(cellOf('row', row, groups.length, table.labelColumns - groups.length));
    block.columns.forEach(({ key: column }, j) => {
      const at = table.labelColumns + j;
      const isLast = j === block.columns.length - 1;
      cells.push(figure({ row: row.key, column }, at, isLast ? width - at : 1));
    });
    return cells;
  });
}

/** All rows side by side in one line of figures: table 四. */
function figuresBeside(table: TableSpec, block: BlockSpec): PrintedCell[] {
  return printedColumns(table, block).flatMap(({ row, column }, i) =>
    row ? [figure({ row: row.key, column: column.key }, table.labelColumns + i, 1)] : [],
  );
}

function cellOf(
  kind: PrintedCell['kind'],
  label: LabelSpec,
  at: number,
  colSpan: number,
  rowSpan = 1,
): PrintedCell {
  return { kind, key: label.key, words: printed(label), at, colSpan, rowSpan };
}

function figure(cell: CellKey, at: number, colSpan: number): PrintedCell {
  return { kind: 'figure', key: cell.row, words: '', cell, at, colSpan, rowSpan: 1 };
}
