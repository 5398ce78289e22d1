// Cells → labels, values and the rest: the first look at a table, before anything is given a place.
import { enclosedBy, isLeftOpen, without } from '../text/enclosed.js';
import { hasWords } from '../text/fold.js';
import { isInCharacters, isValue } from './cellFigure.js';
import type { CellItem, LabelItem } from './cellItem.js';
import { type CellToken, isParted, splitOnSpaces } from './cells.js';
import { pageRows } from './pageRows.js';
import { isFigure, withUnits } from './placedPieces.js';
import { tornHeads } from './tornHeads.js';
import {
  beginsLabel,
  columnBeginning,
  endsColumn,
  gluedHeads,
  isLabelSoFar,
  matchLabel,
  type TermMatch,
} from './vocabulary.js';

/** A label may be cut into this many cells, lines or words: 三、 本 年 度 办 理 结 果. */
const MOST_PIECES = 40;
/** Half of a label is no longer than the longest; most lines of running text are. */
const LONGEST_HALF = 64;
/** A note that goes on in the next line is cut into so many pieces there. */
const MOST_NOTE_PIECES = 8;
/** A label begins so many lines above its figures. */
const MOST_LINES = 3;
/** What ends with a closing bracket. */
const CLOSING = /^[^（(]*[）)]$/;
/** The half of a label that lies below stands no more cells away: two rows of the widest table, and more. */
const MOST_BETWEEN = 64;

/** What each cell is on its own; labels in pieces are put together. */
export function recognize(text: string, tokens: readonly CellToken[]): CellItem[] {
  const cells: CellToken[] = [];
  const hasColumns = tokens.some(({ loose, span }) => loose && isParted(text, span));
  const rows = hasColumns ? pageRows(text, tokens) : null;
  const others = rows ? tokens.filter((token) => !rows.taken.has(token)) : tokens;
  const torn = hasColumns ? tornHeads(text, others) : null;
  for (const token of tokens)
    if (torn?.taken.has(token) || rows?.taken.has(token)) {
      if (torn?.items.has(token) || rows?.items.has(token)) cells.push(token);
    } else if (token.loose) for (const cell of spacedCells(text, token, cells)) cells.push(cell);
    else cells.push(token);
  const items: CellItem[] = [];
  const rest = new Set<CellToken>();
  for (let i = 0; i < cells.length; i++) {
    const token = cells[i] as CellToken;
    const { start, end } = token.span;
    if (rest.size > 0 && rest.has(token)) continue;
    const heads = torn?.items.get(token);
    const read = rows?.items.get(token);
    if (read) for (const item of read) items.push(item);
    else if (heads)
      for (const head of heads) items.push({ kind: 'label', words: head.token.span, ...head });
    else if (start === end) items.push({ kind: 'blank', token });
    else if (isValue(text, token.span)) items.push({ kind: 'value', token });
    else {
      const label = labelAt(text, cells, i);
      const half = label ? null : halfAt(text, cells, i);
      const glued = label || half ? null : gluedHeads(text.slice(start, end));
      if (label) {
        const note = noteBelow(text, cells, label);
        items.push(note ? { ...label.item, rest: [note] } : label.item);
        if (note) rest.add(note);
        i = label.last;
      } else if (half) {
        items.push(half);
        for (const below of half.rest) rest.add(below);
      } else if (glued) items.push(...headItems(text, token, glued));
      else items.push({ kind: isGlued(text.slice(start, end)) ? 'glued' : 'text', token });
    }
  }
  return items;
}

/** A label, and the last of the cells that it takes. */
interface FoundLabel {
  readonly item: LabelItem;
  readonly last: number;
}

/** The longest label that begins at a cell, over as many cells as it was cut into. */
function labelAt(text: string, cells: readonly CellToken[], first: number): FoundLabel | null {
  const head = cells[first] as CellToken;
  let piece = text.slice(head.span.start, head.span.end);
  let best = labelOf(cells, first, first, piece);
  let line = head.line;
  for (let i = first + 1; i < cells.length && i - first < MOST_PIECES; i++) {
    const next = cells[i] as CellToken;
    const { start, end } = next.span;
    if (start === end && next.line === line) continue;
    if (start === end || next.line > line + 2) break;
    const words = text.slice(start, end);
    // 无 stands for nothing, but also in 无正当理由; 二十 for a count, and in 第二十条
    if (isValue(text, next.span) && words !== '无' && !isInCharacters(words)) break;
    // alone in its cell □ stands for a figure
    const isMark = !hasWords(text, next.span);
    const isLone = (isMark && !next.loose) || !hasWords(text, head.span);
    if (isLone && !isLeftOpen(piece)) break;
    if (!(isMark ? isLabelSoFar(piece) : beginsLabel(piece))) break;
    line = next.line;
    piece += words;
    best = labelOf(cells, first, i, piece) ?? best;
  }
  const end = best && !best.item.match.whole ? noteEnd(text, cells, best) : -1;
  return end < 0 ? best : over(cells, first, end, (best as FoundLabel).item.match);
}

/** The cell that closes the note which a label leaves open at the end of its line; -1 if none does. */
function noteEnd(text: string, cells: readonly CellToken[], { item, last }: FoundLabel): number {
  const { span, line } = item.token;
  if (!isLeftOpen(text.slice(span.start, span.end))) return -1;
  for (let i = last + 1; i <= last + MOST_NOTE_PIECES; i++) {
    const next = cells[i];
    if (!next || next.line > line + 1 || next.span.start === next.span.end) return -1;
    if (isValue(text, next.span)) return -1;
    if (CLOSING.test(text.slice(next.span.start, next.span.end))) return i;
  }
  return -1;
}

/** What closes, below the figures of a label, the note that it leaves open. */
function noteBelow(
  text: string,
  cells: readonly CellToken[],
  { item, last }: FoundLabel,
): CellToken | null {
  if (item.match.whole) return null;
  const { span, line } = item.token;
  if (!isLeftOpen(text.slice(span.start, span.end))) return null;
  let i = last + 1;
  while (i < cells.length && i <= last + MOST_BETWEEN && isFigure(text, cells[i] as CellToken)) i++;
  const below = cells[i];
  const isNear = i > last + 1 && below?.loose && below.line <= line + 2;
  return isNear && CLOSING.test(text.slice(below.span.start, below.span.end)) ? below : null;
}

function labelOf(
  cells: readonly CellToken[],
  first: number,
  last: number,
  piece: string,
): FoundLabel | null {
  const match = matchLabel(piece);
  return match && (last === first || match.whole) ? over(cells, first, last, match) : null;
}

/** The label that takes some cells, from first to last. */
function over(
  cells: readonly CellToken[],
  first: number,
  last: number,
  match: TermMatch,
): FoundLabel {
  const head = cells[first] as CellToken;
  const tail = cells[last] as CellToken;
  let at = head.span.start + match.wordsAt;
  // the numbering stood in a cell of its own
  if (at >= head.span.end)
    for (let i = last; i > first; i--) {
      const { start, end } = (cells[i] as CellToken).span;
      if (end > start) at = start;
    }
  const { line, column, loose } = tail;
  const { end } = tail.span;
  const token = { span: { start: head.span.start, end }, line, column, loose };
  const words = { start: at, end };
  return { item: { kind: 'label', token, firstLine: head.line, words, match }, last };
}

/** The other half of a label that a page break or a line end cut in two lies below in its column. */
function halfAt(text: string, cells: readonly CellToken[], first: number) {
  const head = cells[first] as CellToken;
  if (head.span.end - head.span.start > LONGEST_HALF || !hasWords(text, head.span)) return null;
  const piece = text.slice(head.span.start, head.span.end);
  if (!isLabelSoFar(piece)) return null;
  const end = Math.min(cells.length, first + 1 + MOST_BETWEEN);
  for (let i = first + 1; i < end; i++) {
    const below = cells[i] as CellToken;
    if (below.line > head.line + 2) return null;
    if (below.line === head.line || below.column !== head.column) continue;
    if (below.loose !== head.loose) continue;
    const words = text.slice(below.span.start, below.span.end);
    if (words === '' || isValue(text, below.span)) continue;
    const match = matchLabel(piece + words);
    // the heads of columns have their own ways
    if (!match?.whole || match.terms.some(({ kind }) => kind === 'column')) return null;
    const ownWords = { start: head.span.start + match.wordsAt, end: head.span.end };
    const { line: firstLine } = head;
    return {
      kind: 'label' as const,
      token: head,
      firstLine,
      words: ownWords,
      match,
      rest: [below],
    };
  }
  return null;
}

function headItems(text: string, token: CellToken, starts: readonly number[]): LabelItem[] {
  return starts.flatMap((from, i): LabelItem[] => {
    const start = token.span.start + from;
    const next = starts[i + 1];
    const span = { start, end: next === undefined ? token.span.end : token.span.start + next };
    const match = matchLabel(text.slice(span.start, span.end));
    const own = { ...token, span };
    return match ? [{ kind: 'label', token: own, firstLine: token.line, words: span, match }] : [];
  });
}

/** Cells of a line that only spaces separate: 行政许可 0, 规章 0 0 0, 信息内容 本年制发件数. */
function spacedCells(
  text: string,
  token: CellToken,
  before: readonly CellToken[],
): readonly CellToken[] {
  const pieces = withUnits(text, splitOnSpaces(text, token));
  if (pieces.length < 2) return [token];
  const valued = isValue(text, (pieces.at(-1) as CellToken).span);
  if (!valued && matchLabel(text.slice(token.span.start, token.span.end))?.whole) return [token];
  const cells: CellToken[] = [];
  let labelled = 0;
  let unknown = false;
  let words: CellToken | null = null;
  const rest = valued ? restOf(text, before, pieces) : 0;
  for (const piece of pieces.slice(0, rest)) cells.push(piece);
  for (let i = rest; i < pieces.length; i++) {
    const piece = pieces[i] as CellToken;
    const value = isValue(text, piece.span);
    // 3 要求提供公开出版物: the numbering of a label
    if (i === 0 && value && labelAt(text, pieces, 1)) continue;
    const label = value ? null : labelAt(text, pieces, i);
    if (value || label || isHeadPiece(text, piece)) {
      const last = label?.last ?? i;
      cells.push(...pieces.slice(i, last + 1));
      if (label) labelled++;
      i = last;
      words = null;
    } else {
      // neighbouring words that are no label may be a misspelled one
      const start: number = words ? words.span.start : piece.span.start;
      if (words) cells.pop();
      words = { ...piece, span: { start, end: piece.span.end } };
      cells.push(words);
      unknown = true;
    }
  }
  // a sentence that ends in a number is no row
  if (unknown && (!valued || isSentence(text.slice(token.span.start, token.span.end))))
    return [token];
  if (unknown) return cells.map((cell) => ({ ...cell, loose: true }));
  return labelled !== 1 || valued ? cells : [token];
}

/** How many pieces at the beginning of a line are what is left of a label in the lines above. */
function restOf(text: string, before: readonly CellToken[], pieces: readonly CellToken[]): number {
  const { line } = pieces[0] as CellToken;
  let above = '';
  for (let k = 1; k <= MOST_LINES; k++) {
    const head = before[before.length - k];
    if (!head?.loose || head.column > 0 || head.line < line - 2 * k) return 0;
    above = text.slice(head.span.start, head.span.end) + above;
    const isNote = isLeftOpen(above) && matchLabel(above) !== null;
    if (!isNote && !isLabelSoFar(above)) continue;
    let piece = above;
    for (const [i, { span }] of pieces.entries()) {
      const words = text.slice(span.start, span.end);
      if (isValue(text, span)) break;
      piece += words;
      if (matchLabel(piece)?.whole || (isNote && CLOSING.test(words))) return i + 1;
    }
  }
  return 0;
}

/** Whether words have the marks of running text; those of a note in brackets do not count. */
function isSentence(words: string): boolean {
  const marked = words.replace(/\(/g, '（').replace(/\)/g, '）');
  return /[，。；：]/.test(without(enclosedBy('（', '）', marked), marked));
}

/** Half of a column head that was cut in two: 商业, 机构. */
function isHeadPiece(text: string, { span }: CellToken): boolean {
  const words = text.slice(span.start, span.end);
  return columnBeginning(words, 'requests') !== undefined || endsColumn(words, 'requests');
}

function isGlued(piece: string): boolean {
  let end = piece.length;
  while (/[\d\s.]/.test(piece.charAt(end - 1))) end--;
  const words = piece.slice(0, end);
  return words !== piece && words.length > 1 && matchLabel(words)?.terms[0]?.kind === 'row';
}
