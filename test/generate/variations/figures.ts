// Figures that are not there, or not written as the form wants them.
// One number readable beyond doubt counts; a blank or a sign in its place is unknown, never zero.

import type { Figure } from '../draft.js';
import { type Draft, type DraftRow, rowsIn, tablesOf } from '../draft.js';
import type { Random } from '../random.js';
import type { Variation } from './variation.js';

const figures = (draft: Draft) =>
  tablesOf(draft).flatMap((table) =>
    table.blocks.flatMap(({ columns, rows }) =>
      rows.flatMap((row) =>
        row.figures.map((figure, index) => ({ figure, column: columns[index] })),
      ),
    ),
  );

const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function blank(figure: Figure): void {
  figure.text = '';
  figure.value = null;
}

/** Rows of tables 三 and 四; in table 二 an empty last cell cannot be told from none. */
function broadRows(draft: Draft): DraftRow[] {
  return tablesOf(draft).flatMap((table) => (table.key === 'disclosure' ? [] : rowsIn(table)));
}

function rewrite(
  id: string,
  share: number,
  suits: (figure: Figure) => boolean,
  write: (text: string, random: Random, unit: string) => string,
): Variation {
  return {
    id,
    apply(draft, random) {
      for (const { figure, column } of figures(draft))
        if (figure.value !== null && suits(figure) && random.chance(share))
          figure.text = write(figure.text, random, column?.unit ?? 'count');
    },
  };
}

export const FIGURE_VARIATIONS: readonly Variation[] = [
  {
    id: 'blank cells',
    // blanks at the end of a row without marks cannot be told from a row too short
    excludes: ['blanks', 'columns'],
    suits: (layout) => layout.blanks,
    apply(draft, random) {
      for (const row of random.some(broadRows(draft), 4))
        for (const figure of random.some(row.figures.slice(1, -1), 2)) blank(figure);
    },
  },
  {
    id: 'rows blank but for the total',
    // a row without a total would be blank altogether
    excludes: ['blanks', 'leading blanks', 'columns'],
    suits: (layout) => layout.blanks,
    apply(draft, random) {
      for (const row of random.some(broadRows(draft), 5)) row.figures.slice(0, -1).forEach(blank);
    },
  },
  {
    id: 'a sign in place of zero',
    apply(draft, random) {
      const sign = random.pick(['/', '-', '—', '无', '\\']);
      for (const { figure } of figures(draft))
        if (figure.value === 0 && random.chance(0.1)) {
          figure.text = sign;
          figure.value = null;
        }
    },
  },
  rewrite(
    'figures with a thousands comma',
    0.5,
    ({ value }) => (value ?? 0) >= 1000 && Number.isInteger(value),
    (text) => text.replace(/\B(?=(\d{3})+$)/g, ','),
  ),
  rewrite(
    'signed figures',
    1,
    ({ value }) => (value ?? 0) < 0,
    (text, random) => text.replace('-', random.pick(['-', '−', '－'])),
  ),
  rewrite(
    'figures with a unit',
    0.1,
    ({ text }) => /\d$/.test(text),
    (text, random, unit) =>
      text + (unit === 'amount' ? '万元' : random.pick(['件', '项', '宗', '次'])),
  ),
  rewrite(
    'full-width figures',
    0.1,
    () => true,
    (text) => wide(text),
  ),
  {
    id: 'spaces after figures',
    apply(draft, random) {
      draft.padding = random.pick([' ', '\u00a0', '\u3000', '  ']);
    },
  },
];
