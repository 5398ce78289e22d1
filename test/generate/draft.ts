// A report before it is written: its parts as plain, changeable data.
// Variations work on a draft; layouts turn it into text; what is expected is read off it.
import {
  type BlockSpec,
  type ColumnKey,
  type ColumnSpec,
  formatOf,
  type LabelSpec,
  type RowKey,
  SECTIONS,
  type SectionNumber,
  type TableKey,
  type TemplateId,
  TITLE_WORDS,
} from '../../server/src/form/formats.js';
import type { ReportFacts } from './facts.js';
import { preamble, sectionProse } from './prose.js';
import type { Random } from './random.js';

/** A label in its parts, so that a variation can change one of them. */
export interface Words {
  numbering: string;
  label: string;
  note: string;
}

/** What stands in a value cell, and what a reader must get from it. */
export interface Figure {
  text: string;
  value: number | null;
}

export interface DraftColumn {
  key: ColumnKey;
  unit: ColumnSpec['unit'];
  words: Words;
}

export interface DraftRow {
  /** Null for a row that is not of the form: a subtotal. */
  key: RowKey | null;
  /** Shared between the rows of a group: same object, one merged cell. */
  groups: Words[];
  words: Words;
  /** One a column, unless the row is mutilated. */
  figures: Figure[];
}

export interface DraftBlock {
  caption: Words | null;
  columns: DraftColumn[];
  /** For `review`: one a block of five columns, side by side in one line. */
  rows: DraftRow[];
}

/** How a head with two-part words is written: 商业 | 企业, over two lines, with a space, … */
export type HeadSplit = 'none' | 'cells' | 'lines' | 'space' | 'rows';

/** A page ends inside a table. */
export interface PageBreak {
  /** Index of the row (over all blocks) that the new page begins with. */
  before: number;
  /** What stands between the pages: a page number, an empty line, or nothing. */
  line: string | null;
  repeatHead: boolean;
  /** Rows of the new page that stand one column further left. */
  shifted: number;
  groups: 'repeat' | 'blank';
}

/** An official table. */
export interface DraftTable {
  key: TableKey;
  /** The note in the corner of table 三. */
  note: string;
  blocks: DraftBlock[];
  head: { rows: 1 | 2 | 3; totalFirst: boolean; split: HeadSplit };
  pageBreak: PageBreak | null;
  /** 一、 in a cell of its own. */
  numberingApart: boolean;
  /** Group labels go on in a second line after their numbering. */
  groupsInLines: boolean;
}

export interface DraftSection {
  number: SectionNumber;
  /** Markdown marks around the heading. */
  marks: readonly [string, string];
  numbering: string;
  title: string;
  before: string[];
  table: DraftTable | null;
  after: string[];
}

export interface Draft {
  facts: ReportFacts;
  /** The title as written, over one line or more; none where it is lost. */
  title: string[];
  /** A Markdown mark before the title. */
  titleMark: string;
  organization: string | null;
  /** The template that the labels of table 二 tell. */
  template: TemplateId | 'mixed';
  preamble: string[];
  sections: DraftSection[];
  /** White space that trails a value. */
  padding: string;
  lineEnd: '\n' | '\r\n' | '\r';
  byteOrderMark: boolean;
}

/** The report as the form wants it. */
export function draftOf(facts: ReportFacts, random: Random): Draft {
  const { tables } = formatOf(facts.template);
  const prose = sectionProse(facts, random);
  return {
    facts,
    title: [`${facts.organization}${facts.year}年${TITLE_WORDS}`],
    titleMark: '',
    organization: facts.organization,
    template: facts.template,
    preamble: preamble(facts, random),
    sections: SECTIONS.map(({ number, numeral, title, table }) => ({
      number,
      marks: ['', ''],
      numbering: `${numeral}、`,
      title,
      before: prose[number] ?? [],
      table: table ? draftTable(table, tables[table].blocks, facts) : null,
      after: [],
    })),
    padding: '',
    lineEnd: '\n',
    byteOrderMark: false,
  };
}

function draftTable(key: TableKey, blocks: readonly BlockSpec[], facts: ReportFacts): DraftTable {
  const spec = formatOf(facts.template).tables[key];
  const groups = new Map(spec.groups.map((group) => [group.key, wordsOf(group)]));
  return {
    key,
    note: key === 'requests' ? `（${groups.get('note')?.label}）` : '',
    blocks: blocks.map(({ caption, columns, rows }) => ({
      caption: caption ? { numbering: '', label: caption, note: '' } : null,
      columns: columns.map((column) => ({
        key: column.key,
        unit: column.unit,
        words: wordsOf(column),
      })),
      rows: rows.map((row) => ({
        key: row.key,
        groups: (row.groups ?? []).map((group) => groups.get(group) as Words),
        words: wordsOf(row),
        figures: columns.map((column) =>
          figureOf(facts.tables[key][row.key]?.[column.key] as number),
        ),
      })),
    })),
    head: { rows: 3, totalFirst: false, split: 'none' },
    pageBreak: null,
    numberingApart: false,
    groupsInLines: false,
  };
}

function wordsOf({ numbering = '', label, note }: LabelSpec): Words {
  return { numbering, label, note: note ? `（${note}）` : '' };
}

function figureOf(value: number): Figure {
  return { text: String(value), value };
}

export function written({ numbering, label, note }: Words): string {
  return numbering + label + note;
}

/** The table of a kind, if the draft still has it. */
export function tableOf(draft: Draft, key: TableKey): DraftTable | undefined {
  return draft.sections.find(({ table }) => table?.key === key)?.table ?? undefined;
}

export function tablesOf(draft: Draft): DraftTable[] {
  return draft.sections.flatMap(({ table }) => (table ? [table] : []));
}

export function rowsIn(table: DraftTable): DraftRow[] {
  return table.blocks.flatMap(({ rows }) => rows);
}

/** All words of a table, each object once. */
export function wordsIn(table: DraftTable): Words[] {
  const words = new Set<Words>();
  for (const { caption, columns, rows } of table.blocks) {
    if (caption) words.add(caption);
    for (const column of columns) words.add(column.words);
    for (const row of rows) {
      for (const group of row.groups) words.add(group);
      words.add(row.words);
    }
  }
  return [...words];
}
