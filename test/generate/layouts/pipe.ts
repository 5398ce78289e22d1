// Cells between bars without a bar in front and without a delimiter row, as web crawls have them.
// What merged cells covered is lost, or left as `|||` at the end of the row.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const pipe: Layout = {
  id: 'pipe',
  about: 'bars without a leading one',
  kind: 'text',
  blanks: true,
  rowPerLine: true,
  linesInCells: false,
  columns: false,
  loose: true,
  write(grid, random) {
    const rows = flatten(grid, {
      right: random.pick(['end', 'drop']),
      below: random.pick(['drop', 'blank']),
    });
    return rows.map(({ kind, cells, pad, line }) => {
      if (kind === 'break') return line;
      const text = cells.map((cell) => (cell ? `${cell} |` : '|')).join(' ');
      return pad ? `${text} ${'|'.repeat(pad)}` : text;
    });
  },
};
