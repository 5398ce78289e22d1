// What a report is, once read: plain data, every part with the span where it stands.

import type { ColumnKey, RowKey, SectionNumber, TableKey, TemplateId } from '../form/formats.js';
import type { Lines } from '../text/lines.js';
import type { Markup } from '../text/markup.js';
import type { Span } from '../text/span.js';

/** The result of reading a text. Reading never fails: what was not recognised is simply not here. */
export interface Report {
  readonly text: string;
  readonly lines: Lines;
  /** What marks in the text mean. */
  readonly markup: Markup;
  /** Whether bars part cells in a line. */
  readonly hasBars: (line: number) => boolean;
  /** Whether a line is of code or of a comment: no part of the report. */
  readonly isApart: (line: number) => boolean;
  /** Whether the text is such a report at all: it has a title line, two of the headings, or a table. */
  readonly recognized: boolean;
  readonly title: Title | null;
  /** The organ in the title, without spaces; null where it is not named. */
  readonly organization: string | null;
  /** The year reported on, from the title, else from 统计期限 or the text. */
  readonly year: number | null;
  /** The format whose labels the tables carry; null where no label tells. */
  readonly template: TemplateId | 'mixed' | null;
  /** The six official sections as far as they are there, in document order. */
  readonly sections: readonly Section[];
  readonly tables: { readonly [K in TableKey]?: Table };
  /** What is not a table, line by line, in document order; headings included. */
  readonly prose: readonly ProseLine[];
}

/** The line (or lines) that name the report. */
export interface Title {
  /** All of it, over line breaks too. */
  readonly span: Span;
  /** Without spaces and line breaks. */
  readonly text: string;
  /** The official wording, one that names the same document, one that means it. */
  readonly wording: 'official' | 'near' | 'loose';
  readonly organization: string | null;
  readonly year: number | null;
  /** Whether a line ends inside it elsewhere than around the organ, the year and the wording. */
  readonly isCut: boolean;
  /** The same title once more, in other places before the sections. */
  readonly repeated: readonly Span[];
}

/** A section under its official heading, however worded. */
export interface Section {
  readonly number: SectionNumber;
  /** The heading's line without Markdown marks, trimmed. */
  readonly heading: Span;
  /** The heading without Markdown marks and numbering. */
  readonly title: Span;
  /** The numbering as written, `''` if none. */
  readonly numbering: string;
  /** Whether the wording (spaces aside) is the official one. */
  readonly official: boolean;
  /** From the heading's end to the next official heading. */
  readonly body: Span;
}

/** A line of running text, trimmed and not blank. */
export interface ProseLine {
  readonly span: Span;
  /** The section that it stands in, 0 before the first. */
  readonly section: SectionNumber | 0;
  /** The heading level by its numbering: 1 一、 2 （一） 3 1. 4 （1）; 0 for running text. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** How the cells of a table were told apart in the text. */
export type Layout = 'tab' | 'markdown' | 'pipe' | 'lines' | 'space';

/** One of the three official tables as it stands in the text. */
export interface Table {
  readonly key: TableKey;
  /** The section that it stands in (its own, or another where it was misplaced; 0 before any). */
  readonly section: SectionNumber | 0;
  /** From the first to the last cell. */
  readonly span: Span;
  readonly layout: Layout;
  /** Column heads found; a column without a head is still here if the rows have values for it. */
  readonly columns: readonly Label[];
  /** The rows found, in document order. For `review` a row is a block. */
  readonly rows: readonly Row[];
  /** Group heads and captions: 三、本年度办理结果, （三）不予公开, 第二十条第（一）项 … */
  readonly groups: readonly Label[];
  /** Rows of values that no label could be found for. */
  readonly orphans: readonly Span[];
  /** True where labels and values are glued together (规章000): nothing can be said about it. */
  readonly unreadable: boolean;
}

/** How surely a piece of text is a label of the form. */
export type LabelMatch =
  /** The official words, width, spaces, brackets, numbering and notes aside. */
  | 'exact'
  /** Recognised, but misspelled or reworded. */
  | 'near'
  /** Not written at all: told by its place between its neighbours. */
  | 'implied';

/** A label of the form, found in the text. */
export interface Label {
  /** Row, column or group key; columns of `disclosure` are unique within their block. */
  readonly key: string;
  /** The words as they stand, numbering included; for a label in pieces, from first to last. */
  readonly span: Span;
  /** Without the numbering. */
  readonly words: Span;
  readonly match: LabelMatch;
  /** Told by its place, where others are as near or none is. */
  readonly isGuess?: true;
  /** The form's words that it stands for. */
  readonly official: string;
  /** The formats that have this wording. */
  readonly templates: readonly TemplateId[];
}

/** A row of a table: its label and its cells by column. */
export interface Row {
  readonly key: RowKey;
  readonly label: Label;
  /** Columns that the row has a cell for; a column missing here is absent, never zero. */
  readonly cells: ReadonlyMap<ColumnKey, Cell>;
  /** Columns expected by the heads above the row, in order. */
  readonly expected: readonly ColumnKey[];
  /** Values written, where they are fewer or more than the columns; otherwise null. */
  readonly misfit: { readonly span: Span; readonly count: number } | null;
  /** A line of figures that may be its own or those of a row beside it, which has none either. */
  readonly shared: Span | null;
}

/** A value cell. */
export interface Cell {
  readonly table: TableKey;
  readonly row: RowKey;
  readonly column: ColumnKey;
  /** The text of the cell, trimmed; empty for a blank cell. */
  readonly span: Span;
  /** The number it holds; null where it is blank or unreadable. Unknown is not zero. */
  readonly value: number | null;
  /** What is wrong with the way it is written. */
  readonly flaw: CellFlaw | null;
}

/** Ways to write a figure wrong. */
export type CellFlaw =
  | 'blank'
  /** `/`, `-`, `无` and the like in place of 0. */
  | 'placeholder'
  /** Words or several numbers: no value can be read. */
  | 'words'
  /** A unit or mark beside a number that can be read: 12件, 1,200. */
  | 'unit'
  /** Full-width digits. */
  | 'width'
  /** A negative count. */
  | 'negative'
  /** A count with decimals. */
  | 'fraction';
