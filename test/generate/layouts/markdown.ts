// Markdown tables: bars at both ends, a delimiter row under the first row.
// Table 二 stands in one table or, with its captions as paragraphs, in one a block.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const markdown: Layout = {
  id: 'markdown',
  about: 'Markdown table',
  kind: 'text',
  blanks: true,
  rowPerLine: true,
  linesInCells: false,
  columns: true,
  loose: true,
  write(grid, random) {
    const apart = random.chance(0.4);
    const delimiter = random.pick(['---', ':---:', '-', ':--']);
    const rows = flatten(grid, {
      right: 'blank',
      below: random.pick(['blank', 'blank', 'repeat']),
    });
    const lines: string[] = [];
    let first = true;
    for (const { kind, cells, line } of rows) {
      if (kind === 'break') lines.push(line);
      else if (kind === 'caption' && apart) {
        lines.push('', cells[0] ?? '', '');
        first = true;
      } else {
        lines.push(`|${cells.map((cell) => ` ${cell} |`).join('')}`);
        if (first) lines.push(`|${`${delimiter}|`.repeat(cells.length)}`);
        first = false;
      }
    }
    return lines;
  },
};
