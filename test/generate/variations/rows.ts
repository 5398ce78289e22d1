// Rows and columns that are missing, too short or too long, and subtotals that nobody asked for.
// A row that went wrong must not touch the others.

import type { DraftRow, Figure } from '../draft.js';
import { type DraftTable, rowsIn, tableOf, type Words } from '../draft.js';
import type { Variation } from './variation.js';

/** Leaves under （三）（四）（五）（六）: their labels fill all label columns. */
const isLeaf = ({ key, groups }: DraftRow) => key !== null && groups.length === 2;
const isWhole = ({ figures }: DraftRow) => figures.every(({ value }) => value !== null);

function drop(table: DraftTable, rows: readonly DraftRow[]): void {
  for (const block of table.blocks) block.rows = block.rows.filter((row) => !rows.includes(row));
}

/** Σ of rows, column by column. */
function subtotal(rows: readonly DraftRow[]): Figure[] {
  return (rows[0]?.figures ?? []).map((_, column) => {
    const sum = rows.reduce((total, { figures }) => total + (figures[column]?.value ?? 0), 0);
    return { text: String(sum), value: sum };
  });
}

export const ROW_VARIATIONS: readonly Variation[] = [
  {
    id: 'rows missing',
    excludes: ['rows'],
    apply(draft, random) {
      const table = tableOf(draft, 'requests');
      if (table) drop(table, random.some(rowsIn(table), random.int(1, 3)));
      const other = tableOf(draft, 'disclosure');
      const spare = other?.blocks.filter(({ rows }) => rows.length > 1).flatMap(({ rows }) => rows);
      if (other && spare && random.chance(0.3)) drop(other, random.some(spare, 1));
    },
  },
  {
    id: 'table cut off',
    excludes: ['rows'],
    apply(draft, random) {
      const table = tableOf(draft, 'requests');
      if (table) drop(table, rowsIn(table).slice(random.int(3, rowsIn(table).length - 1)));
    },
  },
  {
    id: 'columns missing',
    // A value too many would stand for the column that is missing.
    excludes: ['width', 'columns'],
    apply(draft, random) {
      const block = tableOf(draft, 'requests')?.blocks[0];
      if (!block) return;
      const gone = new Set(random.some([0, 1, 2, 3, 4, 5, 6], random.int(1, 2)));
      block.columns = block.columns.filter((_, index) => !gone.has(index));
      for (const row of block.rows)
        row.figures = row.figures.filter((_, index) => !gone.has(index));
    },
  },
  {
    id: 'subtotals in group rows',
    excludes: ['subtotals'],
    apply(draft, random) {
      const table = tableOf(draft, 'requests');
      for (const block of table?.blocks ?? []) {
        const groups = new Set<Words>(
          block.rows.flatMap((row) => (isLeaf(row) ? row.groups.slice(1) : [])),
        );
        for (const group of random.some([...groups], random.int(1, 4))) {
          const members = block.rows.filter((row) => row.groups[1] === group);
          const first = block.rows.indexOf(members[0] as DraftRow);
          const below: Words = { numbering: '', label: '', note: '' };
          const outer = (members[0] as DraftRow).groups[0] as Words;
          for (const row of members) row.groups = [outer, below];
          block.rows.splice(first, 0, {
            key: null,
            groups: [outer],
            words: group,
            figures: subtotal(members),
          });
        }
      }
    },
  },
  {
    id: '（七）总计 outside its group',
    apply(draft) {
      const table = tableOf(draft, 'requests');
      for (const row of table ? rowsIn(table) : []) if (row.key === '3.7') row.groups = [];
    },
  },
  {
    id: 'row too short',
    excludes: ['misfit'],
    // Between bars on lines of their own the blank cell behind the row may be its last one.
    suits: ({ id }) => id !== 'bars',
    apply(draft, random) {
      const table = tableOf(draft, 'requests');
      if (!table) return;
      const rows = rowsIn(table).filter((row) => isLeaf(row) && isWhole(row));
      for (const row of random.some(rows, 2))
        row.figures.splice(random.int(0, row.figures.length - 1), random.int(1, 2));
    },
  },
  {
    id: 'row too long',
    excludes: ['misfit', 'width'],
    apply(draft, random) {
      const table = tableOf(draft, 'requests');
      if (!table) return;
      const rows = rowsIn(table).filter((row) => isLeaf(row) && isWhole(row));
      for (const row of random.some(rows, 2))
        row.figures.splice(random.int(0, row.figures.length), 0, { text: '0', value: 0 });
    },
  },
];
