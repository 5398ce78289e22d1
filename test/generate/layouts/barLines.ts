// One cell a line with a bar after it; what merged cells covered follows as a line of bars.
// An empty cell is a line with a lone bar.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const barLines: Layout = {
  id: 'bar-lines',
  about: 'one cell a line with a trailing bar',
  kind: 'text',
  blanks: true,
  rowPerLine: false,
  linesInCells: false,
  columns: false,
  loose: true,
  write(grid) {
    return flatten(grid, { right: 'end', below: 'drop' }).flatMap(({ kind, cells, pad, line }) =>
      kind === 'break'
        ? [line]
        : [...cells.map((cell) => (cell ? `${cell} |` : '|')), ...(pad ? ['|'.repeat(pad)] : [])],
    );
  },
};
