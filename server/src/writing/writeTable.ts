// The official tables as text, in the layout that a report already uses: for fixes and new reports.

import {
  type CellKey,
  printedTable,
  printedWidth,
  type RowKey,
  SECTIONS,
  type SectionSpec,
  type TableKey,
  type TemplateId,
  tableOf,
} from '../form/formats.js';
import type { Layout } from '../report/report.js';
import { compactPads, padded, padding } from './padding.js';

/** What to write into a cell; `''` leaves it blank. */
export type Filler = (cell: CellKey) => string;

export interface TableText {
  readonly template: TemplateId;
  readonly layout: Layout;
  /** Line end of the text that it goes into. */
  readonly eol: string;
  readonly fill: Filler;
  /** Whether cells are written without padding. */
  readonly compact?: boolean;
  /** Rows to leave out, for examples. */
  readonly only?: readonly RowKey[];
}

/** A table of the form, without a line end after its last row. */
export function writeTable(
  key: TableKey,
  { template, layout, eol, fill, compact, only }: TableText,
): string {
  const table = tableOf(template, key);
  const width = printedWidth(table);
  const rows = printedTable(table, (row) => !only || only.includes(row.key));
  const grid = rows.map((cells) => {
    const line = Array<string>(width).fill('');
    for (const { at, words, cell } of cells) line[at] = cell ? fill(cell) : words;
    return line;
  });
  return writeGrid(grid, layout, eol, compact);
}

/** The official heading: 三、收到和处理政府信息公开申请情况. */
export function headingOf({ numeral, title }: SectionSpec): string {
  return `${numeral}、${title}`;
}

/** The official section of a number. */
export function sectionSpec(number: number): SectionSpec {
  return SECTIONS[number - 1] as SectionSpec;
}

/** Rows of cells as text, bars under each other unless it is to be `compact`. Blank cells keep the place of merged ones. */
export function writeGrid(
  grid: readonly (readonly string[])[],
  layout: Layout,
  eol: string,
  compact = false,
): string {
  const pads = compact ? compactPads(grid) : padding(grid);
  const hasBars = layout === 'markdown' || layout === 'pipe';
  const rows = hasBars ? padded(grid, pads) : grid;
  const written = rows.map((row) => writeRow(row, layout, eol));
  if (layout === 'lines') return written.join(eol + eol);
  if (layout === 'markdown')
    written.splice(
      1,
      0,
      writeRow(
        pads.widths.map((width) => '-'.repeat(width)),
        layout,
        eol,
      ),
    );
  return written.join(eol);
}

/** One row of cells as text. */
export function writeRow(row: readonly string[], layout: Layout, eol: string): string {
  switch (layout) {
    case 'markdown':
      return `| ${row.join(' | ')} |`;
    case 'pipe':
      return `${row.join(' | ')} |`;
    case 'lines':
      return row.map((cell) => `\t${cell}`).join(eol);
    case 'space':
      return row.filter((cell) => cell !== '').join(' ');
    case 'tab':
      return row.join('\t');
  }
}
