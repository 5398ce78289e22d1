// Printed lines → paragraphs. A line that could not have taken the next word goes on; one that ends
// early, or is followed by one set in, does not.
import { firstUnit, type PrintedLine, textOf } from './printedLines.js';
import { isFigure, piecesOf } from './textBlocks.js';

/** In heights of a character. */
const SLACK = 0.1;
const SAME_START = 0.3;
const NARROWEST = 15;
const SET_IN = 1.2;
const SAME_SIZE = 1.5; // points
const APART = 1.5; // of the usual distance between lines
const COLUMN_GAP = 1.5;

/** The edges of a page's text. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

/** What lines know of the document around them: where text begins and ends, how far lines are apart. */
export class PageSetting {
  readonly #margins = new Map<number, Margins>();
  readonly #leading: number;
  readonly #size: number;
  /** Whether paragraphs begin two characters in, as they should. */
  readonly #setsIn: boolean;

  constructor(lines: readonly PrintedLine[]) {
    const byPage = new Map<number, PrintedLine[]>();
    for (const line of lines) {
      const page = byPage.get(line.page);
      if (page) page.push(line);
      else byPage.set(line.page, [line]);
    }
    const all = marginsOf(lines);
    for (const [page, own] of byPage) {
      const found = marginsOf(own);
      const typical = found && own.filter(({ right, size }) => right > found.right - 2 * size);
      const margins = typical && typical.length > 2 ? found : all;
      if (margins) this.#margins.set(page, margins);
    }
    this.#size = median(lines.map(({ size }) => size));
    const setIn = lines.filter(({ page, left, size }) => {
      const start = (left - (this.#margins.get(page)?.left ?? left)) / size;
      return start > SET_IN && start < 2 * SET_IN + 0.5;
    });
    this.#setsIn = setIn.length > 1;
    this.#leading = median(
      lines.slice(1).flatMap((line, i) => {
        const before = lines[i] as PrintedLine;
        const distance = (before.base - line.base) / line.size;
        return before.page === line.page && distance > 0 && distance < 4 ? [distance] : [];
      }),
    );
  }

  /** Whether a paragraph goes on from one line to the next. */
  runsOn(before: PrintedLine, after: PrintedLine): boolean {
    const margins = this.#margins.get(before.page);
    const next = this.#margins.get(after.page);
    if (!margins || !next || before.chunks[0]?.vertical || after.chunks[0]?.vertical) return false;
    const { size } = before;
    if (Math.abs(size - after.size) > SAME_SIZE) return false;
    if (isTableRow(before) || isTableRow(after)) return false;
    // where all lines are short, none is full
    if (margins.right - margins.left < NARROWEST * this.#size) return false;
    if (before.page === after.page) {
      const distance = (before.base - after.base) / size;
      if (this.#leading > 0 && distance > APART * this.#leading && distance > APART) return false;
    }
    const isHeading = size > this.#size + SAME_SIZE;
    // a title is broken where it looks well, and there it is broken by no one
    if (isHeading && /\d$/.test(textOf(before)) && textOf(after).startsWith('年')) return true;
    if (before.right + firstUnit(after) <= margins.right + SLACK * size) return false;
    const start = after.left - next.left;
    if (start < SET_IN * size)
      return !(
        endsSentence(before) &&
        (!this.#setsIn || beginsItem(after) || looksOtherwise(before, after))
      );
    if (isHeading && before.left - margins.left < 2 * size) return isCentred(after, next);
    // a block that is set in as a whole
    const same = Math.abs(start - (before.left - margins.left)) < SAME_START * size;
    return same && !endsSentence(before) && !beginsItem(after);
  }
}

function marginsOf(lines: readonly PrintedLine[]): Margins | undefined {
  if (lines.length === 0) return undefined;
  const lefts = lines.map(({ left }) => left).sort((one, other) => one - other);
  const rights = lines.map(endOf).sort((one, other) => one - other);
  // one line that sticks out says nothing
  const few = Math.floor(lines.length / 25);
  return { left: lefts[few] as number, right: rights.at(-1 - few) as number };
}

/** Where a line ends; marks may hang over the margin. */
function endOf(line: PrintedLine): number {
  return /[，。、；：！？）》”’]$/.test(textOf(line)) ? line.right - line.size : line.right;
}

function isCentred({ left, right, size }: PrintedLine, margins: Margins): boolean {
  return Math.abs(left - margins.left - (margins.right - right)) < 2 * size;
}

function endsSentence(line: PrintedLine): boolean {
  return /[。！？；：!?;]["”’）)]?$/.test(textOf(line));
}

/** Whether all of a line is in another font: a heading. */
function looksOtherwise({ chunks }: PrintedLine, after: PrintedLine): boolean {
  const fonts = new Set(chunks.map(({ font }) => font));
  return after.chunks.every(({ font }) => !fonts.has(font));
}

/** Whether figures stand at its end, far from the words before them: a row without ruled lines. */
function isTableRow(line: PrintedLine): boolean {
  const parts = piecesOf(line, COLUMN_GAP);
  const last = parts.at(-1);
  return parts.length > 1 && last !== undefined && piecesOf(last).every(isFigure);
}

function beginsItem(line: PrintedLine): boolean {
  return /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}(?:[）)、．]|\.(?:\D|$))|第[一二三四五六七八九十]+(?:[章节条]|部分))/.test(
    textOf(line),
  );
}

function median(numbers: number[]): number {
  return numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
