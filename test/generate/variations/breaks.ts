// The end of a page inside a table: a page number, an empty line, the head once more,
// and the rest of the table one column further left.
import { type Draft, type PageBreak, rowsIn, tableOf, tablesOf } from '../draft.js';
import type { Random } from '../random.js';
import type { Variation } from './variation.js';

function breakTable(draft: Draft, random: Random, change: Partial<PageBreak>): void {
  const table = tableOf(draft, 'requests');
  if (!table) return;
  table.pageBreak = {
    before: random.int(1, Math.max(1, rowsIn(table).length - 1)),
    line: null,
    repeatHead: false,
    shifted: 0,
    groups: random.pick(['repeat', 'blank']),
    ...change,
  };
}

export const BREAK_VARIATIONS: readonly Variation[] = [
  {
    id: 'page number inside a table',
    excludes: ['break'],
    suits: (layout) => layout.kind === 'text',
    apply(draft, random, layout) {
      const number = random.int(2, 12);
      const marks = [`— ${number} —`, `- ${number} -`, `第 ${number} 页`, `—${number}—`];
      if (layout.rowPerLine && layout.blanks) marks.push(String(number), ` ${number} `);
      const line = random.pick(marks);
      breakTable(draft, random, { line, repeatHead: random.chance(0.2) });
      const table = tableOf(draft, 'disclosure');
      if (table && random.chance(0.3))
        table.pageBreak = {
          before: random.int(1, rowsIn(table).length - 1),
          line,
          repeatHead: false,
          shifted: 0,
          groups: 'repeat',
        };
    },
  },
  {
    id: 'empty line inside a table',
    excludes: ['break'],
    suits: (layout) => layout.rowPerLine,
    apply(draft, random) {
      breakTable(draft, random, { line: '', groups: 'blank' });
      for (const table of tablesOf(draft))
        if (table.key === 'disclosure')
          table.pageBreak = {
            before: random.int(0, rowsIn(table).length - 1),
            line: '',
            repeatHead: false,
            shifted: 0,
            groups: 'blank',
          };
    },
  },
  {
    id: 'head repeated on the next page',
    excludes: ['break'],
    apply: (draft, random) =>
      breakTable(draft, random, { repeatHead: true, line: random.pick([null, '']) }),
  },
  {
    id: 'rows one column further left after a page',
    excludes: ['break', 'leading blanks'],
    suits: (layout) => layout.columns && layout.kind === 'text',
    apply: (draft, random) =>
      breakTable(draft, random, {
        shifted: random.pick([1, 2, 3, 30]),
        line: random.pick([null, '', '— 3 —']),
      }),
  },
];
