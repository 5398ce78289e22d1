// The cells of a document's tables as the server has found them, moved along by every edit since.
import type { GridsParams } from '../../../server/src/lsp/protocol.js';
import { type Change, holds, moveAlong } from '../fields/change.js';

/** A cell, or the head of a column (without a row); it moves. */
export interface MovingCell {
  start: number;
  end: number;
  readonly row?: string;
  readonly column: string;
  readonly place: number;
  readonly as: 'column' | 'sum' | 'wrong';
}

/** A table: its whole lines. */
export interface MovingTable {
  start: number;
  end: number;
  readonly cells: readonly MovingCell[];
}

export class GridMap {
  private constructor(readonly tables: readonly MovingTable[]) {}

  static of({ tables }: Pick<GridsParams, 'tables'>): GridMap {
    return new GridMap(
      tables.map(({ start, end, names, cells }) => ({
        start,
        end,
        cells: cells.map(({ row, column, ...cell }) => ({
          ...cell,
          ...(row !== undefined && { row: names[row] ?? '' }),
          column: names[column] ?? '',
        })),
      })),
    );
  }

  /** The cell that a place is in; of two that meet there the one with something in it. */
  at(offset: number): MovingCell | undefined {
    const here = this.tables
      .find((table) => holds(table, offset))
      ?.cells.filter((cell) => holds(cell, offset));
    return here?.find(({ start, end }) => end > start) ?? here?.[0];
  }

  move(change: Change): void {
    const isText = change.text.trim() !== '';
    for (const table of this.tables) {
      moveAlong(table, change, true);
      for (const cell of table.cells) moveAlong(cell, change, isText);
    }
  }
}
