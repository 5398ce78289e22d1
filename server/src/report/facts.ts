// The facts of a report in the keys of `nianbao extract`.

import type { ColumnKey, RowKey, SectionNumber, TableKey, TemplateId } from '../form/formats.js';
import { hideEscapes, showEscapes } from '../text/markdownEscapes.js';
import { withoutRadicals } from '../text/radicals.js';
import type { Report } from './report.js';

/** Table → row → column → figure; null for a cell that is there but blank or unreadable. */
export type TableFacts = Partial<
  Record<TableKey, Record<RowKey, Record<ColumnKey, number | null>>>
>;

export interface Facts {
  readonly title: string | null;
  readonly organization: string | null;
  readonly year: number | null;
  readonly template: TemplateId | 'mixed' | null;
  readonly sections: readonly { number: SectionNumber; title: string; line: number }[];
  readonly tables: TableFacts;
}

/** What the report says, without positions. `line` is zero-based, in the report text. */
export function factsOf(report: Report): Facts {
  if (!report.recognized)
    return {
      title: null,
      organization: null,
      year: null,
      template: null,
      sections: [],
      tables: {},
    };
  const tables: TableFacts = {};
  for (const table of Object.values(report.tables)) {
    const rows: Record<RowKey, Record<ColumnKey, number | null>> = {};
    for (const row of table.rows) {
      if (row.cells.size === 0) continue;
      const cells: Record<ColumnKey, number | null> = {};
      for (const [column, { value }] of row.cells) cells[column] = value;
      rows[row.key] = cells;
    }
    tables[table.key] = rows;
  }
  const words = (written: string) =>
    report.markup === 'markdown' ? showEscapes(hideEscapes(written)) : written;
  return {
    title: report.title && words(report.title.text),
    organization: report.organization,
    year: report.year,
    template: report.template,
    sections: report.sections.map(({ number, title, heading }) => ({
      number,
      title: words(withoutRadicals(report.text.slice(title.start, title.end))),
      line: report.lines.lineAt(heading.start),
    })),
    tables,
  };
}
