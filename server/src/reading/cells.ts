// Any text layout → a stream of cells with spans. What a cell means is not decided here.

import { readNumbering } from '../form/numbering.js';
import type { Layout } from '../report/report.js';
import type { Lines } from '../text/lines.js';
import { isSpace, type Span, trimmed } from '../text/span.js';

/** A cell, or a line of its own that may turn out to be one. */
export interface CellToken {
  /** Trimmed; empty for a blank cell. */
  readonly span: Span;
  readonly line: number;
  /** Place among the cells of its line, from 0. */
  readonly column: number;
  /** A line without separators: a cell only if it reads like one. */
  readonly loose: boolean;
}

export interface CellStream {
  readonly tokens: readonly CellToken[];
  /** `lines` where a line holds one cell, whatever marks stand around it. */
  readonly layout: Layout;
}

/** The cells of one line, and what separates them. */
export interface CellLine {
  readonly cells: readonly CellToken[];
  readonly mark: 'tab' | 'bar' | null;
  /** The line is one bar and nothing else. */
  readonly loneBar: boolean;
  /** It begins with a bar. */
  readonly led: boolean;
  readonly line: number;
  /** Its offset in the text. */
  readonly start: number;
}

/** A line without separators longer than this is running text. */
const LONGEST_LOOSE = 160;

const DELIMITERS = /^[\s|｜:+-]+$/;
/** Dashes make a line of them: the first two of them, three anywhere, or one in each cell. */
const DASHES = /^[^-]*--|---|^\s*(?:[|｜]\s*)?:?-:?(?:\s*[|｜]\s*:?-:?)+\s*(?:[|｜]\s*)?$/;
const PAGE_NUMBER =
  /^(?:[-—–－·~]+\s*[\d０-９]{1,3}\s*[-—–－·~]+|一\s*[\d０-９]{1,3}\s*一|[\d０-９]{1,3}(?:\s*[/／]\s*[\d０-９]{1,3})?|第\s*[\d０-９]{1,3}\s*页(?:\s*(?:[,，/／]\s*)?共\s*[\d０-９]{1,3}\s*页)?|共\s*[\d０-９]{1,3}\s*页\s*(?:[,，/／]\s*)?第\s*[\d０-９]{1,3}\s*页|[Pp](?:age|\.)\s*[\d０-９]{1,3})$/;

/** The cells of the lines `from` ≤ line < `to`; those that `isApart` have none. */
export function readCells(
  text: string,
  lines: Lines,
  from: number,
  to: number,
  isApart: (line: number) => boolean,
  hasBars: (line: number) => boolean,
): CellStream {
  let read: CellLine[] = [];
  let delimited = false;
  for (let line = from; line < to; line++) {
    if (isApart(line)) continue;
    const whole = lines.spanOf(line);
    const span = lines.contentOf(line);
    const cells = splitCells(text, whole, line, hasBars(line));
    if (cells) {
      if (isDelimiterRow(text, span, hasBars(line))) delimited = true;
      else read.push(cells);
    } else if (canBeCell(text, span)) {
      const token = { span, line, column: 0, loose: true };
      read.push({
        cells: [token],
        mark: null,
        loneBar: false,
        led: false,
        line,
        start: whole.start,
      });
    }
  }
  const layout = layoutOf(read, delimited);
  if (layout === 'lines') return { layout, tokens: streamed(text, read) };
  // where rows do not begin with a bar, one at the beginning closes a blank cell
  if (layout === 'pipe') read = read.map((line) => (line.led ? withBlank(line) : line));
  const gridded = read.some(({ mark }) => mark);
  const kept = gridded ? read.filter((line) => !isPageLine(text, line)) : read;
  const tokens: CellToken[] = [];
  for (const { cells } of kept) for (const cell of cells) tokens.push(cell);
  return { layout, tokens };
}

/** Whether a line without separators may be a cell, or cells between spaces, and no sentence. */
function canBeCell(text: string, span: Span): boolean {
  const { start, end } = span;
  if (end === start || '。；！？'.includes(text.charAt(end - 1))) return false;
  return end - start <= LONGEST_LOOSE || isSetApart(text, span);
}

/** Whether a line is long by the blanks alone that set its cells apart. */
function isSetApart(text: string, span: Span): boolean {
  if (!isParted(text, span)) return false;
  let written = 0;
  for (let i = span.start; i < span.end && written <= LONGEST_LOOSE; i++)
    if (!isSpace(text.charCodeAt(i))) written++;
  return written <= LONGEST_LOOSE;
}

/** Whether two blanks or more stand side by side in a line. */
export function isParted(text: string, { start, end }: Span): boolean {
  let before = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === before && (code === 0x20 || code === 0x3000 || code === 0xa0)) return true;
    before = code;
  }
  return false;
}

/** The line below the heads of a Markdown table. */
export function isDelimiterRow(text: string, { start, end }: Span, hasBars: boolean): boolean {
  if (!hasBars || !'|｜:-+'.includes(text.charAt(start))) return false;
  const line = text.slice(start, end);
  return DELIMITERS.test(line) && DASHES.test(line);
}

/** Whether a line is a page number and nothing else: — 5 —, 第 5 页 共 9 页, 5. */
export function isPageNumber(text: string, { start, end }: Span): boolean {
  return end - start <= 16 && PAGE_NUMBER.test(text.slice(start, end));
}

function isPageLine(text: string, { cells, mark }: CellLine): boolean {
  return mark === null && isPageNumber(text, (cells[0] as CellToken).span);
}

/**
 * The cells of a line; null if it has no separators. Outer bars bound cells, they are none. `hasBars`: whether
 * bars part cells; where they do not, they are characters like others.
 */
export function splitCells(
  text: string,
  { start, end }: Span,
  line: number,
  hasBars: boolean,
): CellLine | null {
  const cells: CellToken[] = [];
  let mark: 'tab' | 'bar' | null = null;
  let from = start;
  let column = 0;
  let bars = 0;
  let led = false;
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 0;
    // Markdown's \| is a character of its cell
    const bar = hasBars && ((code === 0x7c && text.charCodeAt(i - 1) !== 0x5c) || code === 0xff5c);
    if (i < end && code !== 9 && !bar) continue;
    if (i === end && (mark === null || isListed(text, start, from, column))) return null;
    const span = trimmed(text, { start: from, end: i });
    const blank = span.start === span.end;
    const leading = blank && bar && bars === 0 && column === 0;
    const outer = leading || (blank && i === end && hasBars && isBar(text, from - 1));
    if (leading) led = true;
    if (!outer) cells.push({ span, line, column: column++, loose: false });
    if (bar) bars++;
    if (i < end && mark !== 'tab') mark = bar ? 'bar' : 'tab';
    from = i + 1;
  }
  return { cells, mark, loneBar: bars === 1 && cells.length === 0, led, line, start };
}

/** Whether the one tab of a line stands behind the number of a list: 一、⇥总体情况. */
function isListed(text: string, start: number, from: number, tabs: number): boolean {
  if (tabs !== 1 || text.charCodeAt(from - 1) !== 9) return false;
  const number = trimmed(text, { start, end: from });
  return readNumbering(text, number)?.end === number.end;
}

/** Whether a bar stands there, of either width. */
export function isBar(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 0x7c || code === 0xff5c;
}

function withBlank(line: CellLine): CellLine {
  const cells = line.cells.map((cell) => ({ ...cell, column: cell.column + 1 }));
  return { ...line, cells: [blankAt(line), ...cells] };
}

/** By what most lines look like; below a row of dashes a row is one, however many of its cells are blank. */
function layoutOf(lines: readonly CellLine[], delimited: boolean): Layout {
  let filled = 0;
  let single = 0;
  let tabs = 0;
  let bars = 0;
  let ledLines = 0;
  for (const { cells, mark, loneBar, led } of lines) {
    if (!mark) continue;
    const full = cells.filter(({ span }) => span.end > span.start);
    if (full.length > 1) filled++;
    else if (full.length === 1 || loneBar) single++;
    if (mark === 'tab') tabs++;
    else {
      bars++;
      if (led) ledLines++;
    }
  }
  if (tabs + bars === 0 || (filled * 4 < single && !delimited)) return 'lines';
  if (tabs >= bars) return 'tab';
  // blank cells at the beginning let rows begin with a bar that has none before it
  return (bars - ledLines) * 8 < bars ? 'markdown' : 'pipe';
}

/**
 * One cell a line: marks around it are indentation or separators. A line of tabs alone is a blank
 * cell; a lone bar separates cells, two in a row have a blank one between them.
 */
function streamed(text: string, lines: readonly CellLine[]): CellToken[] {
  const marked = lines.filter(({ mark }) => mark).length;
  const indented = marked * 2 > lines.length && !lines.some(({ loneBar }) => loneBar);
  // where cells end with a bar, a bar alone is a blank cell; where they do not, it separates cells
  const ended = lines.filter(({ cells, mark }) => mark === 'bar' && cells.length > 0).length;
  const tokens: CellToken[] = [];
  let separated = true;
  for (const line of lines) {
    const full = line.cells.filter(({ span }) => span.end > span.start);
    if (full.length > 0) {
      separated = false;
      // bare digits may be a cell unless all cells are marked as such
      if (isPageLine(text, line) && (indented || !isBareNumber(text, full[0] as CellToken)))
        continue;
      for (const token of full) tokens.push({ ...token, column: 0 });
    } else if (line.loneBar) {
      if ((separated || ended * 2 > lines.length) && tokens.length > 0) tokens.push(blankAt(line));
      separated = true;
    } else if (line.cells[0]) {
      tokens.push({ ...line.cells[0], column: 0 });
    }
  }
  return tokens;
}

/** A figure written before the bar fills the cell. */
function blankAt({ start, line }: CellLine): CellToken {
  return { span: { start, end: start }, line, column: 0, loose: false };
}

function isBareNumber(text: string, { span: { start, end } }: CellToken): boolean {
  return /^[\d０-９]+$/.test(text.slice(start, end));
}

/** The pieces between white space of a line without separators. */
export function splitOnSpaces(text: string, { span, line }: CellToken): CellToken[] {
  const pieces: CellToken[] = [];
  let from = -1;
  for (let i = span.start; i <= span.end; i++) {
    const space = i === span.end || isSpace(text.charCodeAt(i));
    if (!space && from < 0) from = i;
    if (space && from >= 0) {
      pieces.push({ span: { start: from, end: i }, line, column: pieces.length, loose: false });
      from = -1;
    }
  }
  return pieces;
}
