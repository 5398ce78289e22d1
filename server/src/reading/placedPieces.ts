// The pieces of a line that only blanks set apart, and where across the page they stand.
import { readNumbering } from '../form/numbering.js';
import { startOfLine } from '../text/lines.js';
import { columns as widthOf } from '../text/width.js';
import { isValue } from './cellFigure.js';
import { type CellToken, splitOnSpaces } from './cells.js';
import { isLabelSoFar, withMark } from './vocabulary.js';

/** A piece of a line, and where it stands across the page. */
export interface PlacedPiece {
  readonly token: CellToken;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** How much room a text takes: a Chinese character that of two others or, as some tools count, of one. */
export type Measure = (text: string) => number;

export const MEASURES: readonly Measure[] = [(text) => widthOf(text), ({ length }) => length];

/** The pieces of a line, measured as a font has them where nothing else is said. */
export function piecesOf(
  text: string,
  line: CellToken,
  measure: Measure = MEASURES[0] as Measure,
): PlacedPiece[] {
  const { start } = line.span;
  let place = measure(text.slice(startOfLine(text, start), start));
  let at = start;
  return withUnits(text, splitOnSpaces(text, line)).map((token) => {
    place += measure(text.slice(at, token.span.start));
    at = token.span.start;
    const words = text.slice(at, token.span.end);
    return { token, words, from: place, to: place + measure(words) };
  });
}

/** Words that blanks inside a cell part: 3. 其他, 予  以  公  开. */
export function joinedWords(text: string, pieces: readonly PlacedPiece[]): PlacedPiece[] {
  const joined: PlacedPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (!before || !isOneCell(before, piece)) joined.push(piece);
    else {
      const span = { start: before.token.span.start, end: piece.token.span.end };
      const words = text.slice(span.start, span.end);
      joined[joined.length - 1] = {
        ...before,
        token: { ...before.token, span },
        words,
        to: piece.to,
      };
    }
  }
  return joined;
}

function isOneCell(before: PlacedPiece, { words, from }: PlacedPiece): boolean {
  const gap = from - before.to;
  if (readNumbering(words, { start: 0, end: words.length })) return false;
  // （三）  权益: the rest of a label beside the head of a group
  if (NUMBER.test(before.words))
    return gap <= MOST_BEHIND_NUMBER && isLabelSoFar(withMark(`${before.words} ${words}`));
  const isSpaced = words.length === 1 && /(?:^|\s).$/.test(before.words);
  return gap <= (isSpaced ? 2 : 1);
}

const NUMBER =
  /^(?:[\d０-９]{1,2}[.．、)）]?|[（(]?[一二三四五六七八九十\d]{1,2}[）)]、?|[一二三四五六七]、|[①-⑳⑴-⒇])$/;
const MOST_BEHIND_NUMBER = 4;

/** The measure word in brackets behind a figure is of its cell: 5 （件）. */
export function withUnits(text: string, pieces: readonly CellToken[]): CellToken[] {
  const joined: CellToken[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isUnit =
      before &&
      '（('.includes(text.charAt(piece.span.start)) &&
      UNIT.test(text.slice(piece.span.start, piece.span.end));
    if (isUnit && isFigure(text, before))
      joined[joined.length - 1] = { ...before, span: { ...before.span, end: piece.span.end } };
    else joined.push(piece);
  }
  return joined;
}

const UNIT = /^[（(](?:万元|件次|人次|[元件条个项宗份人起次例部])[）)]$/;

/** Whether a cell is there and holds a figure. */
export function isFigure(text: string, { span }: CellToken): boolean {
  return span.start < span.end && isValue(text, span);
}
