// Cells → labels, values and the rest: the first look at a table, before anything is given a place.
import type { Span } from '../text/span.js';
import { isValue } from './figure.js';
import { beginsLabel, matchLabel, type TermMatch } from './labels.js';
import { splitOnSpaces, type Token } from './layout.js';

export interface LabelItem {
  readonly kind: 'label';
  /** The label's cell; over all its cells if it was cut into several. */
  readonly token: Token;
  /** Without the numbering. */
  readonly words: Span;
  readonly match: TermMatch;
}

export type Item =
  | LabelItem
  /** `glued`: a label and values in one cell, which nobody can take apart (规章000). */
  | { readonly kind: 'value' | 'blank' | 'text' | 'glued'; readonly token: Token };

/** A label may be cut into this many cells, lines or words: 三、 本 年 度 办 理 结 果. */
const MOST_PIECES = 40;

/** What each cell is on its own; labels in pieces are put together. */
export function recognize(text: string, tokens: readonly Token[]): Item[] {
  const cells = tokens.flatMap((token) => (token.loose ? spacedCells(text, token) : [token]));
  const items: Item[] = [];
  for (let i = 0; i < cells.length; i++) {
    const token = cells[i] as Token;
    const { start, end } = token.span;
    if (start === end) items.push({ kind: 'blank', token });
    else if (isValue(text, token.span)) items.push({ kind: 'value', token });
    else {
      const label = labelAt(text, cells, i);
      if (label) {
        items.push(label.item);
        i = label.last;
      } else items.push({ kind: isGlued(text.slice(start, end)) ? 'glued' : 'text', token });
    }
  }
  return items;
}

/** The longest label that begins at a cell, over as many cells as it was cut into. */
function labelAt(text: string, cells: readonly Token[], first: number) {
  const head = cells[first] as Token;
  let piece = text.slice(head.span.start, head.span.end);
  let best = labelOf(cells, first, first, piece);
  let line = head.line;
  for (let i = first + 1; i < cells.length && i - first < MOST_PIECES; i++) {
    const next = cells[i] as Token;
    const { start, end } = next.span;
    if (start === end && next.line === line) continue;
    if (start === end || next.line > line + 2 || !beginsLabel(piece)) break;
    if (isValue(text, next.span)) break;
    line = next.line;
    piece += text.slice(start, end);
    best = labelOf(cells, first, i, piece) ?? best;
  }
  return best;
}

function labelOf(cells: readonly Token[], first: number, last: number, piece: string) {
  const match = matchLabel(piece);
  if (!match || (last > first && !match.whole)) return null;
  const head = cells[first] as Token;
  const tail = cells[last] as Token;
  let at = head.span.start + match.wordsAt;
  // the numbering stood in a cell of its own
  if (at >= head.span.end && last > first)
    at = cells.slice(first + 1).find(({ span }) => span.end > span.start)?.span.start ?? at;
  const token = { ...head, line: tail.line, span: { start: head.span.start, end: tail.span.end } };
  const words = { start: at, end: tail.span.end };
  return { item: { kind: 'label', token, words, match } satisfies LabelItem, last };
}

/** Cells of a line that only spaces separate: 行政许可 0, 规章 0 0 0, 信息内容 本年制发件数. */
function spacedCells(text: string, token: Token): Token[] {
  const pieces = splitOnSpaces(text, token);
  if (pieces.length < 2) return [token];
  if (matchLabel(text.slice(token.span.start, token.span.end))?.whole) return [token];
  const valued = isValue(text, (pieces.at(-1) as Token).span);
  if (valued && pieces.every(({ span }) => isValue(text, span))) return pieces;
  let labelled = 0;
  let unknown = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (isValue(text, (pieces[i] as Token).span)) continue;
    const label = labelAt(text, pieces, i);
    if (label) {
      labelled++;
      i = label.last;
    } else if (unknown++ > 0) return [token];
  }
  // one misspelled label still makes a row if values follow
  if (unknown > 0) return valued ? pieces.map(loosen) : [token];
  return labelled > 1 || (labelled === 1 && valued) ? pieces : [token];
}

function loosen(token: Token): Token {
  return { ...token, loose: true };
}

function isGlued(piece: string): boolean {
  const words = piece.replace(/[\d\s.]+$/, '');
  return words !== piece && words.length > 1 && matchLabel(words)?.terms[0]?.kind === 'row';
}
