// Report → document: title, headings, paragraphs, tables, in the order of the text. Every line of the text
// has its place, but for code and comments, which are no part of the report, and Markdown's marks. What is
// read from the document is what was read from the text: a table that would be read otherwise is laid out
// more plainly, at last line by line.
import { TABLE_KEYS, type TableKey } from '../../form/formats.js';
import { numberingBehindMarks, readNumbering } from '../../form/numbering.js';
import { splitCells } from '../../reading/cells.js';
import { parseReport } from '../../reading/parse.js';
import { factsOf } from '../../report/facts.js';
import { perReport } from '../../report/perReport.js';
import type { Report, Table } from '../../report/report.js';
import { htmlComments } from '../../text/htmlComments.js';
import { isSpace, type Span } from '../../text/span.js';
import { toText } from '../export/toText.js';
import { standingRows } from '../standingRows.js';
import { rowsOfStream } from '../stream.js';
import { tableLines } from '../tableLines.js';
import {
  type DocumentBlock,
  type DocumentLevel,
  type DocumentRegion,
  plainTable,
} from './blocks.js';
import { formTable } from './formTable.js';
import { hashesOf, linesIn, withoutUnseen, wordsOfCell, wordsOfLine } from './plainWords.js';
import { signed } from './signed.js';

/** The report as a document; a text that is no report as its paragraphs and tables. */
export const documentOf = perReport((report: Report): readonly DocumentBlock[] => {
  const plainness = new Map<TableKey, number>();
  for (;;) {
    const blocks = new DocumentWriter(report, plainness).blocks();
    const misread = report.recognized ? misreadIn(report, blocks) : [];
    const worse = misread.filter((key) => (plainness.get(key) ?? 0) < WAYS.length);
    if (worse.length === 0) return blocks;
    for (const key of worse) plainness.set(key, (plainness.get(key) ?? 0) + 1);
  }
});

/** The tables of which something else would be read. */
function misreadIn(report: Report, blocks: readonly DocumentBlock[]): TableKey[] {
  const before = factsOf(report).tables;
  const after = factsOf(parseReport(toText(blocks), 'none')).tables;
  return TABLE_KEYS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Ways to lay out a table, the best first; null where one does not fit. Behind them all: line by line. */
type Way = (report: Report, table: Table, region: DocumentRegion) => DocumentBlock[] | null;
const WAYS: readonly Way[] = [
  (report, table, region) => {
    const made = formTable(report, table, region);
    return made && [made];
  },
  (report, table, region) =>
    isLinear(table) ? asRows(report, table, region) : standing(report, table),
  (report, table, region) => (isLinear(table) ? asLines(report, region) : null),
];

/** Whether its cells stand one after another, not in rows. */
function isLinear({ layout }: Table): boolean {
  return layout === 'lines' || layout === 'space';
}

function asRows(
  report: Report,
  table: Table,
  { first, last }: DocumentRegion,
): DocumentBlock[] | null {
  const rows = rowsOfStream(report, table, first, last);
  const words = (cell: string) => wordsOfCell(cell, report.markup, false);
  return rows && [plainTable(rows.map((row) => row.map(words)))];
}

/** The rows as they stand, and what stands between them. */
function standing(report: Report, table: Table): DocumentBlock[] | null {
  const lines = tableLines(report, table);
  const { markup } = report;
  if (!lines) return null;
  const blocks: DocumentBlock[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push(plainTable(rows));
    rows = [];
  };
  for (const piece of standingRows(report, lines)) {
    if (!('line' in piece)) rows.push(piece.map((cell) => wordsOfCell(cell, markup, false)));
    else if (wordsOfLine(piece.line, markup) !== '') {
      endTable();
      blocks.push(paragraphOf(wordsOfLine(piece.line, markup)));
    }
  }
  endTable();
  return blocks;
}

/** A cell a line, as they stand; blank lines part the rows. */
function asLines(
  { text, lines, isApart }: Report,
  { first, last }: DocumentRegion,
): DocumentBlock[] {
  const kept: string[] = [];
  for (let line = first; line <= last; line++) {
    const { start, end } = lines.contentOf(line);
    if (!isApart(line)) kept.push(text.slice(start, end));
  }
  return [{ kind: 'lines', lines: kept }];
}

class DocumentWriter {
  readonly #report: Report;
  readonly #plainness: ReadonlyMap<TableKey, number>;
  readonly #blocks: DocumentBlock[] = [];
  /** The text with nothing to be seen of comments. */
  readonly #seen: string;
  /** Lines of official headings. */
  readonly #sections: ReadonlySet<number>;
  readonly #tables: ReadonlyMap<number, { table: Table; region: DocumentRegion }>;

  constructor(report: Report, plainness: ReadonlyMap<TableKey, number>) {
    this.#report = report;
    this.#plainness = plainness;
    this.#seen = report.markup === 'none' ? report.text : withoutComments(report.text);
    const { lines, sections } = report;
    this.#tables = tablesByLine(report);
    this.#sections = new Set(sections.map(({ heading }) => lines.lineAt(heading.start)));
  }

  blocks(): readonly DocumentBlock[] {
    const { lines, isApart } = this.#report;
    const title = this.#titleLines();
    for (let line = 0; line < lines.count; ) {
      const table = this.#tables.get(line);
      if (title && line === title.first) {
        line = this.#putTitle(title);
      } else if (table) {
        line = this.#putTable(table.table, table.region);
      } else if (isApart(line)) line++;
      else line = this.#putRows(line) ?? this.#putLine(line);
    }
    return signed(parted(this.#blocks), this.#report.organization);
  }

  /** The lines of the title; where none names the report, the line that stands above all others like one. */
  #titleLines(): DocumentRegion | null {
    const { title, lines, sections, prose } = this.#report;
    if (!title) {
      const [first] = prose;
      const isAbove =
        first && first.level === 0 && first.span.start < (sections[0]?.heading.start ?? 0);
      if (!isAbove || !TITLE_LIKE.test(this.#slice(first.span))) return null;
      const line = lines.lineAt(first.span.start);
      return { first: line, last: line };
    }
    return { first: lines.lineAt(title.span.start), last: lines.lineAt(title.span.end) };
  }

  /** Takes blocks of some lines; the line behind them. */
  #put(region: DocumentRegion, blocks: readonly DocumentBlock[]): number {
    for (const block of blocks) this.#blocks.push({ ...block, region });
    return region.last + 1;
  }

  #putTitle(region: DocumentRegion): number {
    const { markup, isApart } = this.#report;
    const words: string[] = [];
    for (let line = region.first; line <= region.last; line++) {
      const written = this.#lineOf(line);
      const bare = wordsOfLine(markup === 'none' ? written : withoutBars(written), markup);
      if (!isApart(line) && bare !== '') words.push(bare);
    }
    return this.#put(region, words.length > 0 ? [{ kind: 'title', lines: words }] : []);
  }

  #putTable(table: Table, region: DocumentRegion): number {
    for (const way of WAYS.slice(this.#plainness.get(table.key) ?? 0)) {
      const blocks = way(this.#report, table, region);
      if (blocks) return this.#put(region, blocks);
    }
    return this.#putRaw(region);
  }

  /** All lines of a table, one by one; blank ones part its cells, but for those that end it. */
  #putRaw(region: DocumentRegion): number {
    const lines: string[] = [];
    for (let line = region.first; line <= region.last; line++) {
      if (this.#report.isApart(line)) continue;
      const row = this.#rowAt(line);
      lines.push(row?.cells ? row.cells.join('\t') : withoutUnseen(this.#lineOf(line)).trim());
    }
    while (lines.at(-1) === '') lines.pop();
    return this.#put(region, [{ kind: 'lines', lines }]);
  }

  /** Lines of cells from here on, if there are several, as a table. The line behind them. */
  #putRows(first: number): number | undefined {
    const rows: string[][] = [];
    let isTable = false;
    let line = first;
    for (; line < this.#report.lines.count && !this.#report.isApart(line); line++) {
      const row = this.#tables.has(line) ? null : this.#rowAt(line);
      if (!row) break;
      if (row.cells) rows.push(row.cells);
      else isTable = true;
    }
    if (rows.length === 0 || (rows.length < 2 && !isTable)) return undefined;
    // a grid of blanks says nothing
    const isBlank = rows.every((row) => row.every((text) => text === ''));
    return this.#put({ first, last: line - 1 }, isBlank ? [] : [plainTable(rows)]);
  }

  /** The cells of a line, several or between bars; none of the row of dashes. */
  #rowAt(line: number): { readonly cells?: string[] } | null {
    const { lines, markup, hasBars } = this.#report;
    const read = splitCells(this.#seen, lines.spanOf(line), line, hasBars(line));
    if (!read || (markup === 'none' && read.mark === 'bar')) return null;
    const cells = read.cells.map(({ span }) => this.#slice(span));
    if (read.mark === 'bar' && cells.every((cell) => DASHES.test(cell))) return {};
    const isRow = cells.length > 1 || (read.led && cells.length > 0);
    return isRow ? { cells: cells.map((cell) => wordsOfCell(cell, markup, false)) } : null;
  }

  #putLine(line: number): number {
    const { markup } = this.#report;
    const written = this.#lineOf(line);
    const blocks: DocumentBlock[] = [];
    for (const piece of linesIn(written, markup)) {
      const text = withoutGap(wordsOfLine(piece, markup));
      if (text === '') continue;
      const level = this.#sections.has(line) ? 1 : headingLevel(text, hashesOf(written, markup));
      blocks.push(
        level > 0 ? { kind: 'heading', level: level as DocumentLevel, text } : paragraphOf(text),
      );
    }
    return this.#put({ first: line, last: line }, blocks);
  }

  #lineOf(line: number): string {
    return this.#slice(this.#report.lines.spanOf(line));
  }

  #slice({ start, end }: Span): string {
    return this.#seen.slice(start, end);
  }
}

/** The tables that have their lines for themselves, by the first of these. */
function tablesByLine(report: Report): Map<number, { table: Table; region: DocumentRegion }> {
  const found = new Map<number, { table: Table; region: DocumentRegion }>();
  for (const table of Object.values(report.tables)) {
    const region = tableLines(report, table);
    if (region) found.set(region.first, { table, region });
  }
  return found;
}

/** The title may be the one cell of a table. */
function withoutBars(line: string): string {
  let [start, end] = [0, line.length];
  const isMark = (at: number) => '|｜'.includes(line.charAt(at)) || isSpace(line.charCodeAt(at));
  while (start < end && isMark(start)) start++;
  while (end > start && isMark(end - 1)) end--;
  return line.slice(start, end);
}

/** No sentence, and no longer than a title. */
const TITLE_LIKE = /^[^，。；：！？、!]{4,40}$/;

/** A cell of the row below the heads of a Markdown table. */
const DASHES = /^:?-+:?$/;

/** Characters that nobody sees in place of comments, so that everything else stands where it stood. */
function withoutComments(text: string): string {
  let seen = '';
  let from = 0;
  for (const { start, end } of htmlComments(text)) {
    seen += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, '\0');
    from = end;
  }
  return seen + text.slice(from);
}

/** A heading is no longer than two lines of the page. */
const LONGEST_HEADING = 54;

/** How high a heading a line is by its numbering, or by the # before it where it has none; 0 for running text. */
function headingLevel(text: string, hashes: number): number {
  const span = { start: 0, end: text.length };
  const level = readNumbering(text, span)?.level ?? Math.min(Math.max(hashes - 1, 0), 4);
  const isSentence = text.length > LONGEST_HEADING || /[。；！？：][^。]|[；：！？，,]$/.test(text);
  // 1. and （1） before a sentence number a list
  if (hashes === 0 && (isSentence || (level > 2 && text.endsWith('。')))) return 0;
  return level;
}

/** A paragraph that begins with a heading of its own: （一）主动公开。全年… */
const LEAD = /^[^。；：！？，,\d]{3,30}。(?=.)/;

function paragraphOf(text: string): DocumentBlock {
  const numbering = numberingBehindMarks(text, { start: 0, end: text.length });
  const lead = numbering?.level === 2 ? LEAD.exec(text)?.[0].length : undefined;
  return { kind: 'paragraph', text, ...(lead !== undefined && { lead }) };
}

/** A tab behind a number sets the words apart, as paper does anyhow. */
function withoutGap(text: string): string {
  const tab = text.indexOf('\t');
  if (tab < 0 || text.includes('\t', tab + 1)) return text;
  const numbering = readNumbering(text, { start: 0, end: text.length });
  if (!numbering || text.slice(tab, numbering.end).trim() !== '' || tab >= numbering.end)
    return text;
  const number = text.slice(0, tab).trimEnd();
  const words = text.slice(numbering.end);
  return number + (/[.．)]$/.test(number) && /^[0-9a-z]/i.test(words) ? ' ' : '') + words;
}

/** A blank line behind each table that another one follows, or nothing: Word would make one of two. */
function parted(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.flatMap((block, i): DocumentBlock[] => {
    const next = blocks[i + 1];
    const isLast = isRows(block) && (!next || isRows(next));
    return isLast ? [block, { kind: 'paragraph', text: '' }] : [block];
  });
}

function isRows({ kind }: DocumentBlock): boolean {
  return kind === 'table' || kind === 'lines';
}
