// The official tables as text, in the layout that a report already uses: for fixes and new reports.

import {
  type BlockSpec,
  blockHeads,
  type CellKey,
  cornerOf,
  isSideBySide,
  isStacked,
  printed,
  printedColumns,
  printedWidth,
  type RowKey,
  SECTIONS,
  type SectionSpec,
  type TableKey,
  type TableSpec,
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
  const wanted = (row: RowKey) => !only || only.includes(row);
  const grid = isStacked(key)
    ? stackedGrid(table, fill, wanted)
    : isSideBySide(key)
      ? sideBySideGrid(table, fill)
      : rowsGrid(table, fill, wanted);
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

function blanks(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

/** Block under block, each with its caption and heads: table 二. */
function stackedGrid(table: TableSpec, fill: Filler, wanted: (row: RowKey) => boolean) {
  const width = printedWidth(table);
  return table.blocks.flatMap((block) => {
    const kept = block.rows.filter(({ key }) => wanted(key));
    if (kept.length === 0) return [];
    const rows = kept.map((row) => [
      printed(row),
      ...block.columns.map((column) => fill({ row: row.key, column: column.key })),
    ]);
    const lines = [[block.caption ?? ''], blockHeads(table, block), ...rows];
    return lines.map((line) => [...line, ...blanks(width - line.length)]);
  });
}

/** Rows of figures under rows of heads, with columns of labels before them: table 三. */
function rowsGrid(table: TableSpec, fill: Filler, wanted: (row: RowKey) => boolean) {
  const written = new Set<string>();
  const once = (key: string) => {
    const group = table.groups.find((one) => one.key === key);
    if (!group || written.has(key)) return '';
    written.add(key);
    return printed(group);
  };
  return table.blocks.flatMap((block) => [
    ...headRows(table, block),
    ...block.rows
      .filter(({ key }) => wanted(key))
      .map((row) => {
        const labels = [...(row.groups ?? []).map(once), printed(row)];
        const values = block.columns.map((column) => fill({ row: row.key, column: column.key }));
        return [...labels, ...blanks(table.labelColumns - labels.length), ...values];
      }),
  ]);
}

/** All rows side by side in one line of figures under rows of heads: table 四. */
function sideBySideGrid(table: TableSpec, fill: Filler) {
  return table.blocks.flatMap((block) => [
    ...headRows(table, block),
    printedColumns(table, block).map(({ row, column }) =>
      row ? fill({ row: row.key, column: column.key }) : '',
    ),
  ]);
}

/** The heads of a block, the outermost in the first row; of merged cells the first one has the words. */
function headRows(table: TableSpec, block: BlockSpec): string[][] {
  const columns = printedColumns(table, block);
  const depth = Math.max(...columns.map(({ heads }) => heads.length));
  const note = cornerOf(table);
  return Array.from({ length: depth }, (_, level) => {
    const heads = columns.map((column, i) => {
      const head = column.heads[level];
      return head && head !== columns[i - 1]?.heads[level] ? printed(head) : '';
    });
    const labels = blanks(table.labelColumns);
    if (note && level === 0) labels[0] = `（${printed(note)}）`;
    return [...labels, ...heads];
  });
}
