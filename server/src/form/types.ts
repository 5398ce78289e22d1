// What a format is: sections, tables, blocks, rows, columns and relations, as data.
import type { CitedDocument } from './citedDocument.js';

/** A format by the first year that it holds for. */
export type TemplateId = `${number}`;
export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;
export type TableKey = 'disclosure' | 'requests' | 'review';
/** Keys of rows and columns as in `nianbao extract`. */
export type RowKey = string;
export type ColumnKey = string;

/** One of the six official sections. */
export interface SectionSpec {
  readonly number: SectionNumber;
  readonly numeral: string;
  /** The official heading without its numbering. */
  readonly title: string;
  /** The table that belongs to it. */
  readonly table?: TableKey;
  /** Other wordings in use that cannot be meant for anything else; reported as `section-title`. */
  readonly aliases?: readonly string[];
  /** A heading that holds one word of each group is this section, reworded. */
  readonly keywords: readonly (readonly string[])[];
}

/** A column or row of a table. */
export interface LabelSpec<Key extends string = string> {
  readonly key: Key;
  /** The words of the form without numbering and note. */
  readonly label: string;
  /** The numbering printed before the words: 一、 （一） 1. */
  readonly numbering?: string;
  /** A note printed after the words: 区分处理的，只计这一情形，不计其他情形; 单位：万元. */
  readonly note?: string;
  /** Other words that offices use for it; recognised, and reported as `label`. */
  readonly aliases?: readonly string[];
}

export interface ColumnSpec extends LabelSpec<ColumnKey> {
  /** What its figures are: counts, changes (may be negative), or amounts in 万元. */
  readonly unit: 'count' | 'change' | 'amount';
  /** Whether it adds up the others of its row. */
  readonly total?: true;
  /** Keys of the heads over it, outermost first. */
  readonly groups?: readonly string[];
  /** The column of a later format that counts the same. */
  readonly sameAs?: ColumnKey;
  /** The column of a later format whose words running text may use for this one as well. */
  readonly toldAs?: ColumnKey;
}

export interface RowSpec extends LabelSpec<RowKey> {
  /** Whether it adds up the others of its column. */
  readonly total?: true;
  /** Keys of the group heads that the row stands under, outermost first. */
  readonly groups?: readonly string[];
  /** The clause that it rests on, for hovers. */
  readonly basis?: string;
}

/** A head over rows or columns, without figures of its own. */
export interface GroupSpec extends LabelSpec {
  /** The note in the corner of the table, which heads nothing. */
  readonly corner?: true;
  /** The one row that an earlier format has under the same words. */
  readonly row?: RowKey;
}

/** A header row with the rows under it. Tables 三 and 四 are one block. */
export interface BlockSpec {
  readonly caption?: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

export interface TableSpec {
  readonly key: TableKey;
  readonly section: SectionNumber;
  /** What the table is called in messages. */
  readonly name: string;
  readonly blocks: readonly BlockSpec[];
  readonly groups: readonly GroupSpec[];
  /** How many columns of labels the form prints before the figures. */
  readonly labelColumns: number;
  /** Whether the rows stand side by side in one line of figures, under heads: table 四. */
  readonly sideBySide?: true;
}

/** A cell by row and column. */
export interface CellKey {
  readonly row: RowKey;
  readonly column: ColumnKey;
}

/** The rules that judge official relations, in the order in which a fault is given to them. */
export const RELATION_RULES = ['row-total', 'outcome-total', 'balance', 'review-total'] as const;
export type RelationRule = (typeof RELATION_RULES)[number];

/** Σ left = Σ right over cells of one table. */
export interface Relation {
  readonly rule: RelationRule;
  readonly table: TableKey;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
  /** Where a breach is shown when no single cell explains it. */
  readonly anchor: CellKey;
}

/** A term of what is compared over the years. */
export interface YearTerm extends CellKey {
  /** Whether it is a cell of last year's report. */
  readonly lastYear?: true;
}

/** What a cell is by others: cell = Σ plus − Σ minus (R5, R6), or at least that (R7). */
export interface YearRelation {
  readonly rule: 'carry-over' | 'in-force';
  readonly table: TableKey;
  readonly cell: CellKey;
  readonly plus: readonly YearTerm[];
  readonly minus: readonly YearTerm[];
  readonly atLeast?: true;
}

export interface Template {
  readonly id: TemplateId;
  /** The first year that is reported in it. */
  readonly since: number;
  /** The document that set the format. */
  readonly notice: CitedDocument;
  readonly tables: Readonly<Record<TableKey, TableSpec>>;
  readonly relations: readonly Relation[];
  readonly overYears: readonly YearRelation[];
}

export const TABLE_KEYS: readonly TableKey[] = ['disclosure', 'requests', 'review'];
