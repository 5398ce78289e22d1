// A report as a document: what stands on paper, in order, before anybody decides how it looks. Texts are
// those of the report; what only marks them (Markdown's # and **, bars, tabs) is told by the kind of block.
import type { CellKey, PrintedCell, TableKey } from '../../form/formats.js';
import type { Span } from '../../text/span.js';

/** Levels of headings: 1 一、 2 （一） 3 1. 4 （1）. */
export type DocumentLevel = 1 | 2 | 3 | 4;

export type DocumentBlock = DocumentContent & {
  /** Where it stands in the report. */
  readonly region?: DocumentRegion;
};

type DocumentContent =
  /** The title, in one line or more. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly level: DocumentLevel; readonly text: string }
  | DocumentParagraph
  /** Who signs, and the date: the last lines. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  | DocumentTable
  /** Lines of a table that nobody can read, as they stand; what has tabs is a row of cells. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** Running text. A `lead` is how many of its characters are a heading that runs on: （一）主动公开。 */
interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly lead?: number;
  /** Whether it begins at the margin: to whom a letter is. */
  readonly isFlush?: true;
}

/** A table: rows of cells. Rows need not be equally wide. */
export interface DocumentTable {
  readonly kind: 'table';
  /** Which of the official tables, where it is laid out as the form prints it. */
  readonly key?: TableKey;
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** A cell, where it begins. The places that it covers beside and below have no cell. */
export interface DocumentCell {
  /** On one line. */
  readonly text: string;
  /** The column, from 0. */
  readonly at: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** What the form has there; nothing in tables that are not laid out as the form prints them. */
  readonly kind?: PrintedCell['kind'];
  /** Which figure it is. */
  readonly cell?: CellKey;
  /** Where its text stands in the report. */
  readonly span?: Span;
}

/** How many columns a table has. */
export function widthOf({ rows }: DocumentTable): number {
  let width = 0;
  for (const row of rows) for (const { at, colSpan } of row) width = Math.max(width, at + colSpan);
  return width;
}

/** The rows of a table with a text for every place, blank where a cell reaches in: as lines of text have them. */
export function gridOf({ rows }: DocumentTable): string[][] {
  /** Columns that a cell still reaches into from above, and for how many rows. */
  const covered = new Map<number, number>();
  return rows.map((cells) => {
    const line: string[] = [];
    const put = (at: number, text: string) => {
      while (line.length < at) line.push('');
      line[at] = text;
    };
    for (const [at, left] of covered) {
      put(at, '');
      if (left > 1) covered.set(at, left - 1);
      else covered.delete(at);
    }
    for (const { at, text, colSpan, rowSpan } of cells)
      for (let i = 0; i < colSpan; i++) {
        put(at + i, i === 0 ? text : '');
        if (rowSpan > 1) covered.set(at + i, rowSpan - 1);
      }
    return line;
  });
}

/** A table of rows without merged cells. */
export function plainTable(rows: readonly (readonly string[])[]): DocumentTable {
  return {
    kind: 'table',
    rows: rows.map((row) => row.map((text, at) => ({ text, at, colSpan: 1, rowSpan: 1 }))),
  };
}

/** Lines as they stand, where there are none but paragraphs and tables: in Word, on a web page. */
export function withoutLines(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.flatMap((block): DocumentBlock[] => {
    if (block.kind !== 'lines') return [block];
    const made: DocumentBlock[] = [];
    let rows: string[][] = [];
    const endTable = () => {
      if (rows.length > 0) made.push(plainTable(rows));
      rows = [];
    };
    for (const text of block.lines)
      if (text.includes('\t')) rows.push(text.split('\t'));
      else {
        endTable();
        made.push({ kind: 'paragraph', text });
      }
    endTable();
    return made;
  });
}

/** Lines of a report that a part of it stands on, from the first to the last. */
export interface DocumentRegion {
  readonly first: number;
  readonly last: number;
}
