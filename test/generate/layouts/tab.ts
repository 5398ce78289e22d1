// Cells between tabs, a row a line: what copying a Word table into plain text gives.
// Merged cells leave empty ones beside themselves or at the end of the row.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const tab: Layout = {
  id: 'tab',
  about: 'tab grid',
  kind: 'text',
  blanks: true,
  rowPerLine: true,
  linesInCells: false,
  columns: true,
  loose: true,
  write(grid, random) {
    const rows = flatten(grid, {
      right: random.pick(['blank', 'end']),
      below: random.pick(['blank', 'blank', 'repeat']),
    });
    const trim = random.chance(0.4);
    const indent = random.chance(0.1) ? '\t' : '';
    return rows.map(({ kind, cells, pad, line }) => {
      if (kind === 'break') return line;
      const text = indent + cells.join('\t') + '\t'.repeat(pad);
      return trim ? text.replace(/\t+$/, '') : text;
    });
  },
};
