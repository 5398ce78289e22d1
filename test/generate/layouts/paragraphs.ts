// One cell a paragraph, nothing else: rows, empty cells and merged cells cannot be seen.
// What is left is the order of labels and values.
import { flatten } from '../grid.js';
import type { Layout } from './layout.js';

export const paragraphs: Layout = {
  id: 'paragraphs',
  about: 'one cell a paragraph',
  kind: 'text',
  blanks: false,
  rowPerLine: false,
  linesInCells: true,
  columns: false,
  loose: true,
  write(grid, random) {
    const gap = random.chance(0.8);
    return flatten(grid, { right: 'drop', below: 'drop' })
      .flatMap(({ kind, cells, line }) => (kind === 'break' ? [line] : cells))
      .filter((cell) => cell !== '')
      .flatMap((cell) => cell.split('\n'))
      .flatMap((cell) => (gap ? [cell, ''] : [cell]));
  },
};
