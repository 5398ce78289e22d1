// Cells on lines of their own, between them lines that hold a lone bar.
// An empty cell shows as two bars in a row.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const bars: Layout = {
  id: 'bars',
  about: 'lines with a lone bar between the cells',
  kind: 'text',
  blanks: true,
  rowPerLine: false,
  linesInCells: false,
  columns: false,
  loose: true,
  write(grid) {
    return flatten(grid, { right: 'drop', below: 'drop' }).flatMap(({ kind, cells, line }) =>
      kind === 'break' ? [line] : cells.flatMap((cell) => (cell ? [cell, '|'] : ['|'])),
    );
  },
};
