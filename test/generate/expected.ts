// What a careful reader gets from a draft, in the keys of `nianbao extract`.
// Read off the draft after all variations, never off the text.

import type { SectionNumber, TemplateId } from '../../server/src/form/formats.js';
import type { TableFacts } from '../../server/src/report/facts.js';
import { type Draft, type Figure, rowsIn, tableOf, tablesOf } from './draft.js';

export interface Expected {
  readonly title: string | null;
  readonly organization: string | null;
  readonly year: number;
  /** Undefined where no label tells. */
  readonly template: TemplateId | 'mixed' | undefined;
  /** `line` is undefined for HTML. */
  readonly sections: readonly { number: SectionNumber; title: string; line: number | undefined }[];
  readonly tables: TableFacts;
  /** Rows with more values than columns (`requests/3.3.1`): may be absent or hold what fits. */
  readonly open: ReadonlySet<string>;
}

export function expectedOf(draft: Draft, headings: readonly number[]): Expected {
  const tables: TableFacts = {};
  const open = new Set<string>();
  for (const { key, blocks } of tablesOf(draft)) {
    const rows: Record<string, Record<string, number | null>> = {};
    for (const block of blocks)
      for (const row of block.rows) {
        if (row.key === null) continue;
        if (row.figures.length > block.columns.length) open.add(`${key}/${row.key}`);
        const values = determined(row.figures, block.columns.length);
        const cells = Object.fromEntries(
          block.columns.flatMap((column, index) => {
            const value = values[index];
            return value === undefined ? [] : [[column.key, value]];
          }),
        );
        if (Object.keys(cells).length > 0) rows[row.key] = cells;
      }
    tables[key] = rows;
  }
  return {
    title: draft.title.join('').replace(/\s/g, '') || null,
    organization: draft.organization,
    year: draft.facts.year,
    template: templateOf(draft),
    sections: draft.sections.map(({ number, title }, index) => ({
      number,
      title,
      line: headings[index],
    })),
    tables,
    open,
  };
}

/** Without table 二 only the rows under （六）其他处理 tell. */
function templateOf(draft: Draft): Expected['template'] {
  if (tableOf(draft, 'disclosure')) return draft.template;
  const requests = tableOf(draft, 'requests');
  const tells = requests && rowsIn(requests).some(({ key }) => key === '3.6.1' || key === '3.6.2');
  return tells ? '2021' : undefined;
}

/**
 * Values by column; undefined where they are not determined. Too few or too many values may start
 * at any column: what all these readings agree on is given.
 */
function determined(figures: readonly Figure[], columns: number): (number | null | undefined)[] {
  const spare = columns - figures.length;
  return Array.from({ length: columns }, (_, column) => {
    const readings = Array.from({ length: Math.abs(spare) + 1 }, (_, shift) =>
      spare >= 0 ? figures[column - shift]?.value : figures[column + shift]?.value,
    );
    return readings.every((value) => value === readings[0]) ? readings[0] : undefined;
  });
}
