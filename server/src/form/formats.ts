// The official form as data, and the one door to it: reader, rules, messages, fixes and snippets all
// speak from here. A row, a column or a format is data in this room, and nowhere else.
// Sources: 国办公开办函〔2019〕60号 (reports on 2019 and 2020), 国办公开办函〔2021〕30号 (2021 and
// later), 《中华人民共和国政府信息公开条例》 (国务院令第711号).
import { FORMATS } from './formatList.js';
import { blockOf, cornerOf, rowsOf, type SplitGroup, sameCell, splitGroups } from './specs.js';
import type {
  CellKey,
  ColumnKey,
  ColumnSpec,
  RowKey,
  RowSpec,
  TableKey,
  TableSpec,
  Template,
  TemplateId,
} from './types.js';
import { TABLE_KEYS } from './types.js';

export { FORMATS } from './formatList.js';
export * from './keys.js';
export * from './printedTable.js';
export * from './sections.js';
export * from './specs.js';
export * from './types.js';

/** The newest first: where several fit, the newest is meant. */
export const NEWEST_FIRST: readonly Template[] = FORMATS.toReversed();

/** The newest format. */
export const CURRENT: Template = NEWEST_FIRST[0] as Template;

/** All formats by name: what is in none in particular. */
export const ALL_FORMATS: readonly TemplateId[] = FORMATS.map(({ id }) => id);

/** The format of that name; the newest, if there is none. */
export function formatOf(id: TemplateId): Template {
  return FORMATS.find((format) => format.id === id) ?? CURRENT;
}

/** The format that the report on `year` must follow. */
export function templateOfYear(year: number): TemplateId {
  return (NEWEST_FIRST.find(({ since }) => year >= since) ?? FORMATS[0]).id;
}

/** Whether a format came before another. */
export function isOlder(one: TemplateId, other: TemplateId): boolean {
  return formatOf(one).since < formatOf(other).since;
}

/** A table in a format. */
export function tableOf(template: TemplateId, table: TableKey): TableSpec {
  return formatOf(template).tables[table];
}

/** A table in this format, then in the others, the newest first: for what may be of any. */
export function tablesFrom(template: TemplateId, table: TableKey): readonly TableSpec[] {
  const own = tableOf(template, table);
  return [own, ...NEWEST_FIRST.map(({ tables }) => tables[table]).filter((one) => one !== own)];
}

/** The columns that a row has in a format; none if the format does not know the row. */
export function columnsOf(
  template: TemplateId,
  table: TableKey,
  row: RowKey,
): readonly ColumnSpec[] {
  return blockOf(tableOf(template, table), row)?.columns ?? [];
}

/** A row as this format has it; as another does, if this one has none. */
export function rowSpec(template: TemplateId, table: TableKey, row: RowKey): RowSpec | undefined {
  for (const spec of tablesFrom(template, table)) {
    const found = rowsOf(spec).find(({ key }) => key === row);
    if (found) return found;
  }
  return undefined;
}

/** A cell's column as this format has it; as another does, if this one has none. */
export function columnSpec(
  template: TemplateId,
  table: TableKey,
  { row, column }: CellKey,
): ColumnSpec | undefined {
  for (const spec of tablesFrom(template, table)) {
    const found = blockOf(spec, row)?.columns.find(({ key }) => key === column);
    if (found) return found;
  }
  return undefined;
}

/** What the figures of a cell are, in any format. */
export function unitOf(table: TableKey, row: RowKey, column: ColumnKey): ColumnSpec['unit'] {
  // tables 三 and 四 have nothing but counts
  if (table !== 'disclosure') return 'count';
  return DISCLOSURE_UNITS.get(row)?.get(column) ?? 'count';
}

const DISCLOSURE_UNITS = new Map<RowKey, Map<ColumnKey, ColumnSpec['unit']>>();
for (const { tables } of FORMATS)
  for (const { rows, columns } of tables.disclosure.blocks)
    for (const { key } of rows) {
      const units = DISCLOSURE_UNITS.get(key) ?? new Map<ColumnKey, ColumnSpec['unit']>();
      for (const column of columns) units.set(column.key, column.unit);
      DISCLOSURE_UNITS.set(key, units);
    }

/** Whether a row adds up the others of its columns, in any format. */
export function isTotalRow(table: TableKey, row: RowKey): boolean {
  return rowSpec(CURRENT.id, table, row)?.total === true;
}

/** The most columns of labels that a table of any format has. */
export const MOST_LABEL_COLUMNS = Math.max(
  ...FORMATS.flatMap(({ tables }) => TABLE_KEYS.map((key) => tables[key].labelColumns)),
);

/** Whether a table is block under block, each with its own heads: table 二, in every format. */
export function isStacked(table: TableKey): boolean {
  return CURRENT.tables[table].blocks.length > 1;
}

/** Whether the rows of a table stand side by side in one line: table 四, in every format. */
export function isSideBySide(table: TableKey): boolean {
  return CURRENT.tables[table].sideBySide === true;
}

/** The place of a column among those of its block, counted from 0, in the newest format that has it. */
export function columnPlace(table: TableKey, column: ColumnKey): number {
  for (const { tables } of NEWEST_FIRST)
    for (const { columns } of tables[table].blocks) {
      const place = columns.findIndex(({ key }) => key === column);
      if (place >= 0) return place;
    }
  return -1;
}

/** Whether a row stands under the head of a group, in the newest format that has it. */
export function isUnder(table: TableKey, row: RowKey, group: string): boolean {
  return rowSpec(CURRENT.id, table, row)?.groups?.includes(group) === true;
}

/** Whether a head stands over some columns of a table, but not over its total, in any format. */
export function isOverSome(table: TableKey, head: string): boolean {
  return OVER_SOME[table].has(head);
}

const overSome = (key: TableKey): ReadonlySet<string> => {
  const columns = FORMATS.flatMap(({ tables }) => tables[key].blocks.flatMap((one) => one.columns));
  const overTotals = new Set(columns.flatMap(({ groups = [], total }) => (total ? groups : [])));
  const all = columns.flatMap(({ groups = [] }) => groups);
  return new Set(all.filter((group) => !overTotals.has(group)));
};
const OVER_SOME: Readonly<Record<TableKey, ReadonlySet<string>>> = {
  disclosure: overSome('disclosure'),
  requests: overSome('requests'),
  review: overSome('review'),
};

/** The groups of a table that are one row in an earlier format, in any format. */
export function splitGroupsOf(table: TableKey): readonly SplitGroup[] {
  return SPLIT_GROUPS[table];
}

const splitIn = (key: TableKey) => FORMATS.flatMap(({ tables }) => splitGroups(tables[key]));
const SPLIT_GROUPS: Readonly<Record<TableKey, readonly SplitGroup[]>> = {
  disclosure: splitIn('disclosure'),
  requests: splitIn('requests'),
  review: splitIn('review'),
};

/** Whether a head is the note in the corner of its table, in any format. */
export function isCorner(table: TableKey, key: string): boolean {
  return FORMATS.some(({ tables }) => cornerOf(tables[table])?.key === key);
}

/** The cell of last year's report that a cell repeats (R5); null if it repeats none. */
export function carriedFrom(template: TemplateId, table: TableKey, cell: CellKey): CellKey | null {
  const { overYears } = formatOf(template);
  const relation = overYears.find(
    (one) => one.rule === 'carry-over' && one.table === table && sameCell(one.cell, cell),
  );
  return relation?.plus[0] ?? null;
}

/** The row of last year's report that a row repeats (R5), and the row of this year's that repeats it. */
export function carriedRows(template: TemplateId): { from: RowKey; to: RowKey; table: TableKey } {
  // every format carries over
  const { table, cell, plus } = formatOf(template).overYears.find(
    ({ rule }) => rule === 'carry-over',
  ) as Template['overYears'][number];
  return { table, to: cell.row, from: (plus[0] as CellKey).row };
}
