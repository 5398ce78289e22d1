// Heads of tables: fewer rows, 总计 in another row, words in two parts.
// Also row labels whose numbering comes loose.

import type { HeadSplit } from '../draft.js';
import { tableOf, tablesOf } from '../draft.js';
import type { Layout } from '../layouts/layout.js';
import type { Variation } from './variation.js';

const split = (
  kind: HeadSplit,
  id: string,
  suits: (layout: Layout) => boolean = () => true,
): Variation => ({
  id,
  excludes: ['split'],
  suits,
  apply(draft) {
    for (const table of tablesOf(draft)) table.head.split = kind;
  },
});

const height = (rows: 1 | 2): Variation => ({
  id: rows === 1 ? 'head in one row' : 'head in two rows',
  excludes: ['height', ...(rows === 1 ? ['split'] : [])],
  apply(draft) {
    for (const table of tablesOf(draft)) table.head.rows = rows;
  },
});

export const HEAD_VARIATIONS: readonly Variation[] = [
  height(1),
  height(2),
  {
    id: '总计 in the first head row',
    excludes: ['height'],
    apply(draft) {
      const table = tableOf(draft, 'requests');
      if (table) table.head.totalFirst = true;
    },
  },
  split('cells', 'head words in two cells', (layout) => layout.loose),
  split('lines', 'head words over two lines', (layout) => layout.linesInCells),
  split('space', 'head words with a space'),
  split(
    'rows',
    'head words over two rows',
    (layout) => !layout.linesInCells && layout.id !== 'space',
  ),
  {
    id: 'numbering in a cell of its own',
    excludes: ['numbering'],
    apply(draft) {
      const table = tableOf(draft, 'requests');
      if (table) table.numberingApart = true;
    },
  },
  {
    id: 'group labels over two lines',
    suits: (layout) => layout.linesInCells,
    apply(draft) {
      const table = tableOf(draft, 'requests');
      if (table) table.groupsInLines = true;
    },
  },
];
