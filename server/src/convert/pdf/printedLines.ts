// Chunks → printed lines, and lines → running words. Between Chinese characters a gap says nothing;
// a line that is full says that the sentence goes on.
import { type Chunk, isWide } from './chunks.js';

/** What is printed on one line, from the left. */
export interface PrintedLine {
  readonly chunks: readonly Chunk[];
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** PrintedWords of the text, and the chunk that they were read from; none for what was put between. */
export interface PrintedWords {
  readonly text: string;
  readonly chunk?: Chunk;
}

/** How much of a character's height lines may differ by and be one. */
const SAME_LINE = 0.45;
/** Gaps, in heights of a character: wider than this is a gap on purpose, between words a space. */
const WIDE_GAP = 1.5;
const WORD_GAP = 0.25;
/** Characters that stand so much higher or lower than those beside them, in heights, are raised: 606². */
const LIFTED = 0.1;
const OTHER_SIZE = 0.15;
/** Between digits that stand higher than others: what is parted must not be glued. */
const PARTED = '~';

/** The lines, from the top. */
export function linesOf(chunks: readonly Chunk[]): PrintedLine[] {
  const sorted = [...chunks].sort((one, other) => other.base - one.base);
  const lines: PrintedLine[] = [];
  let open: Chunk[] = [];
  const close = () => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  for (const chunk of sorted) {
    const first = open[0];
    if (first && first.base - chunk.base > SAME_LINE * Math.max(first.size, chunk.size)) close();
    if (chunk.vertical !== (open[0]?.vertical ?? chunk.vertical)) close();
    open.push(chunk);
  }
  close();
  return lines;
}

/** Chunks as one line. Vertical ones are read from the right. */
export function lineOf(chunks: readonly Chunk[]): PrintedLine {
  const [first] = chunks as [Chunk];
  const sign = first.vertical ? -1 : 1;
  const sorted = [...chunks].sort((one, other) => sign * (one.left - other.left));
  return {
    chunks: sorted,
    page: first.page,
    left: Math.min(...sorted.map(({ left }) => left)),
    right: Math.max(...sorted.map(({ right }) => right)),
    base: Math.min(...sorted.map(({ base }) => base)),
    size: Math.max(...sorted.map(({ size }) => size)),
  };
}

/** The words of a line; in a cell, gaps between Chinese characters never say anything. */
export function wordsOf({ chunks }: PrintedLine, inCell: boolean): PrintedWords[] {
  return chunks.flatMap((chunk, i) => {
    const before = chunks[i - 1];
    const gap = before && !chunk.vertical ? (chunk.left - before.right) / chunk.size : 0;
    if (before && isSpaceBetween(before.text, chunk, gap, inCell))
      return [{ text: ' ' }, { text: chunk.text, chunk }];
    if (before && isParted(before, chunk)) return [{ text: PARTED }, { text: chunk.text, chunk }];
    return [{ text: chunk.text, chunk }];
  });
}

/** Whether digits go on with others that stand higher or lower, or are smaller: the number of a note. */
function isParted(before: Chunk, chunk: Chunk): boolean {
  const size = Math.max(chunk.size, before.size);
  const isLifted = Math.abs(chunk.base - before.base) > LIFTED * size;
  return !chunk.vertical && (isLifted || isOfOtherSize(before, chunk)) && areDigits(before, chunk);
}

function isOfOtherSize(one: Chunk, other: Chunk): boolean {
  return Math.abs(one.size - other.size) > OTHER_SIZE * Math.max(one.size, other.size);
}

function areDigits(before: Chunk, after: Chunk): boolean {
  return /\d$/.test(before.text) && /^\d/.test(after.text);
}

function isSpaceBetween(before: string, { text, spaced }: Chunk, gap: number, inCell: boolean) {
  if (isWideAtEnd(before) || isWide(text.charCodeAt(0))) return !inCell && gap > WIDE_GAP;
  return gap > WORD_GAP || (spaced && gap > WORD_GAP / 2);
}

/** Plain text of a line. */
export function textOf(line: PrintedLine): string {
  return wordsOf(line, false)
    .map(({ text }) => text)
    .join('');
}

/** What stands between two lines of one paragraph or cell; `full` if the next did not fit any more. */
export function betweenLines(before: PrintedLine, after: PrintedLine, full: boolean): string {
  const [end, begin] = [before.chunks.at(-1), after.chunks[0]];
  if (end && begin && isOfOtherSize(end, begin) && areDigits(end, begin)) return PARTED;
  const last = end?.text ?? '';
  const first = begin?.text ?? '';
  if (isWideAtEnd(last) || isWide(first.charCodeAt(0))) return '';
  if (!full) return ' ';
  // a figure or an address that the end of the line cut, or words
  const areWords = /^[a-z]+$/i.test(last + first);
  return areWords || !/[\d./:@_-]/.test(last.slice(-1) + first.slice(0, 1)) ? ' ' : '';
}

/** What must not be parted from what stands before it. */
const CLINGING = '，。、；：？！）》〉」』】〕”’％…,.;:?!)]%';

/** How wide the beginning of a line is that could not have been parted: a character with its marks. */
export function firstUnit({ chunks }: PrintedLine): number {
  const [first] = chunks as [Chunk];
  const perHalf = (first.right - first.left) / halves(first.text);
  const word = /^(?:[“‘（《〈「『【〔([]*(?:[\w./:@%-]+|.))/u.exec(first.text)?.[0] ?? '';
  let end = word.length;
  while (end < first.text.length && CLINGING.includes(first.text[end] as string)) end++;
  return perHalf * halves(first.text.slice(0, end));
}

function halves(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) count += isWide(text.charCodeAt(i)) ? 2 : 1;
  return count || 1;
}

function isWideAtEnd(text: string): boolean {
  return isWide(text.charCodeAt(text.length - 1));
}
