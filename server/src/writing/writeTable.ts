// The official tables as text, in the layout that a report already uses: for fixes and new reports.

import {
  type CellKey,
  type LabelSpec,
  printed,
  type RowKey,
  SECTIONS,
  type SectionSpec,
  type TableKey,
  type TableSpec,
  TEMPLATES,
  type TemplateId,
} from '../form/formats.js';
import type { Layout } from '../report/report.js';
import { padded, padding } from './padding.js';

/** What to write into a cell; `''` leaves it blank. */
export type Filler = (cell: CellKey) => string;

export interface TableText {
  readonly template: TemplateId;
  readonly layout: Layout;
  /** Line end of the text that it goes into. */
  readonly eol: string;
  readonly fill: Filler;
  /** Rows to leave out, for examples. */
  readonly only?: readonly RowKey[];
}

/** A table of the form, without a line end after its last row. */
export function writeTable(
  key: TableKey,
  { template, layout, eol, fill, only }: TableText,
): string {
  const table = TEMPLATES[template].tables[key];
  const wanted = (row: RowKey) => !only || only.includes(row);
  const grid =
    key === 'disclosure'
      ? disclosureGrid(table, fill, wanted)
      : key === 'requests'
        ? requestsGrid(table, fill, wanted)
        : reviewGrid(table, fill);
  return writeGrid(grid, layout, eol);
}

/** The official heading: 三、收到和处理政府信息公开申请情况. */
export function headingOf({ numeral, title }: SectionSpec): string {
  return `${numeral}、${title}`;
}

/** The official section of a number. */
export function sectionSpec(number: number): SectionSpec {
  return SECTIONS[number - 1] as SectionSpec;
}

/** Rows of cells as text, bars under each other. Blank cells keep the place of merged ones. */
export function writeGrid(
  grid: readonly (readonly string[])[],
  layout: Layout,
  eol: string,
): string {
  const pads = layout === 'markdown' || layout === 'pipe' ? padding(grid) : null;
  const rows = pads ? padded(grid, pads) : grid;
  const written = rows.map((row) => writeRow(row, layout, eol));
  if (layout === 'lines') return written.join(eol + eol);
  if (layout === 'markdown' && pads)
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

/** Four columns, block under block, each with its caption and heads. */
function disclosureGrid({ blocks }: TableSpec, fill: Filler, wanted: (row: RowKey) => boolean) {
  const width = 4;
  const widened = (cells: string[]) => [...cells, ...blanks(width - cells.length)];
  return blocks.flatMap(({ caption = '', columns, rows }) => {
    const kept = rows.filter(({ key }) => wanted(key));
    if (kept.length === 0) return [];
    return [
      widened([caption]),
      widened(['信息内容', ...columns.map(printed)]),
      ...kept.map((row) =>
        widened([
          printed(row),
          ...columns.map((column) => fill({ row: row.key, column: column.key })),
        ]),
      ),
    ];
  });
}

/** Three columns of labels and seven of values under three rows of heads. */
function requestsGrid(
  { blocks, groups }: TableSpec,
  fill: Filler,
  wanted: (row: RowKey) => boolean,
) {
  const [block] = blocks;
  if (!block) return [];
  const group = (key: string) => printed(groups.find((g) => g.key === key) as LabelSpec);
  const heads = block.columns.map(printed);
  const [natural = '', total = ''] = [heads[0], heads.at(-1)];
  const written = new Set<string>();
  const once = (key: string) => {
    if (written.has(key)) return '';
    written.add(key);
    return group(key);
  };
  return [
    [`（${group('note')}）`, '', '', group('applicants'), ...blanks(6)],
    ['', '', '', natural, group('organizations'), '', '', '', '', total],
    ['', '', '', '', ...heads.slice(1, -1), ''],
    ...block.rows
      .filter(({ key }) => wanted(key))
      .map((row) => {
        const labels = [...(row.groups ?? []).map(once), printed(row)];
        const values = block.columns.map((column) => fill({ row: row.key, column: column.key }));
        return [...labels, ...blanks(3 - labels.length), ...values];
      }),
  ];
}

/** Fifteen values in one row under three rows of heads. */
function reviewGrid({ blocks, groups }: TableSpec, fill: Filler) {
  const [block] = blocks;
  if (!block) return [];
  const heads = block.columns.map(printed);
  const [review, direct, after] = block.rows.map(printed);
  const under = (name = '') => [name, ...blanks(heads.length - 1)];
  return [
    [...under(review), printed(groups[0] as LabelSpec), ...blanks(heads.length * 2 - 1)],
    [...heads, ...under(direct), ...under(after)],
    [...blanks(heads.length), ...heads, ...heads],
    block.rows.flatMap((row) =>
      block.columns.map((column) => fill({ row: row.key, column: column.key })),
    ),
  ];
}
