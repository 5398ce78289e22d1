// Cells separated by spaces, a row a line: text taken from a PDF.
// Empty and merged cells cannot be seen.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const space: Layout = {
  id: 'space',
  about: 'cells separated by spaces',
  kind: 'text',
  blanks: false,
  rowPerLine: true,
  linesInCells: false,
  columns: false,
  loose: true,
  write(grid, random) {
    const separator = random.pick([' ', '  ', '    ', '\u3000']);
    return flatten(grid, { right: 'drop', below: 'drop' }).map(({ kind, cells, line }) =>
      kind === 'break' ? line : cells.filter((cell) => cell !== '').join(separator),
    );
  },
};
