// One cell a line, indented with a tab, an empty line between rows: a table saved as text by Word.
// Empty cells, and those below a merged one, are lines with a tab alone.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const lines: Layout = {
  id: 'lines',
  about: 'one cell a line, indented',
  kind: 'text',
  blanks: true,
  rowPerLine: false,
  linesInCells: true,
  columns: false,
  loose: true,
  write(grid) {
    return flatten(grid, { right: 'drop', below: 'blank' }).flatMap(({ kind, cells, line }) =>
      kind === 'break' ? [line, ''] : [...cells.flatMap((cell) => `\t${cell}`.split('\n')), ''],
    );
  },
};
