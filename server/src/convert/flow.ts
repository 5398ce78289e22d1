// Running text as a browser lays it out: white space collapsed, blocks on lines of their own.
import { isSpace, type Span } from '../text/span.js';
import type { TextPiece } from './pieces.js';
import type { PageElement } from './seen.js';

/** Between digits it makes a figure that cannot be read: what is parted must not be glued. */
const PARTED = '~';

/** The content of a page or a cell, piece by piece. */
export class Flow {
  readonly pieces: TextPiece[] = [];
  /** Whether a table was laid out in here. */
  hasTable = false;
  /** Pictures of a line that has no text yet. */
  #pictures: TextPiece[] = [];
  #pending: { start: number; end: number; breaks: boolean } | undefined;
  #struck: Span | undefined;

  /** Text of the HTML, white space collapsed; in `<pre>` kept as it is. */
  text(html: string, { start, end }: Span, element: PageElement | undefined, isPre: boolean): void {
    if (isPre) {
      this.#push({ text: html.slice(start, end), start, end, element });
      return;
    }
    for (let i = start; i < end; ) {
      const from = i;
      const space = isHtmlSpace(html.charCodeAt(i));
      while (i < end && isHtmlSpace(html.charCodeAt(i)) === space) i++;
      if (space) this.#space(html, from, i);
      else this.#push({ text: html.slice(from, i), start: from, end: i, element });
    }
  }

  /** A character written as an entity. */
  entity(text: string, { start, end }: Span, element: PageElement | undefined): void {
    if (isHtmlSpace(text.charCodeAt(0))) this.space(start);
    else this.#push({ text, start, end, element });
  }

  /** A picture; beside text it is none of ours. */
  picture(picture: TextPiece): void {
    if (this.#atLineStart()) this.#pictures.push(picture);
  }

  /** Text that is shown as deleted: it is none, but it may part the digits of a figure. */
  struck(start: number, end: number): void {
    this.#struck = { start: this.#struck?.start ?? start, end };
  }

  /** A line break. */
  lineBreak(at: number): void {
    this.#pending = undefined;
    this.endPictures(at);
    this.pieces.push({ text: '\n', start: at, end: at });
  }

  /** The edge of a block: what follows starts a line. */
  boundary(at: number): void {
    this.#pending = undefined;
    if (!this.#atLineStart()) this.lineBreak(at);
    else this.endPictures(at);
  }

  /** Pictures that nothing stands beside have lines of their own. */
  endPictures(at: number): void {
    for (const picture of this.#pictures)
      this.pieces.push(picture, { text: '\n', start: at, end: at, isPicture: true });
    this.#pictures = [];
  }

  /** White space between words, however written. */
  space(at: number): void {
    this.#pending ??= { start: at, end: at, breaks: false };
  }

  /** A line of cells, a tab between any two; `undefined` where a merged cell reaches in. */
  gridLine(cells: readonly (readonly TextPiece[] | undefined)[], start: number): void {
    let at = start;
    let tabs = '';
    this.boundary(at);
    cells.forEach((cell, column) => {
      if (column > 0) tabs += '\t';
      if (!cell && column < cells.length - 1) return;
      if (tabs !== '') this.pieces.push({ text: tabs, start: at, end: at });
      tabs = '';
      for (const piece of cell ?? []) this.pieces.push(piece);
      at = cell?.at(-1)?.end ?? at;
    });
    this.lineBreak(at);
  }

  /** Content laid out elsewhere, on lines of its own. */
  block(pieces: readonly TextPiece[], at: number): void {
    this.boundary(at);
    for (const piece of pieces) this.pieces.push(piece);
    this.boundary(at);
  }

  #space(html: string, start: number, end: number): void {
    const breaks = /[\n\r]/.test(html.slice(start, end));
    if (this.#pending) {
      this.#pending.end = end;
      this.#pending.breaks ||= breaks;
    } else this.#pending = { start, end, breaks };
  }

  #push(piece: TextPiece): void {
    const pending = this.#pending;
    const struck = this.#struck;
    this.#pending = undefined;
    this.#struck = undefined;
    this.#pictures = [];
    const isParted = struck || this.pieces.at(-1)?.element?.raised !== piece.element?.raised;
    if (isParted && isDigit(this.#last()) && isDigit(piece.text.charCodeAt(0)))
      this.pieces.push({ text: PARTED, ...(struck ?? { start: piece.start, end: piece.start }) });
    // A line break of the HTML between two Chinese characters is no space (CSS Text, 4.1.3).
    else if (
      pending &&
      !this.#atLineStart() &&
      !(pending.breaks && isWide(this.#last()) && isWide(piece.text.charCodeAt(0)))
    )
      this.pieces.push({ text: ' ', start: pending.start, end: pending.end });
    if (piece.text !== '') this.pieces.push(piece);
  }

  #atLineStart(): boolean {
    const last = this.pieces.at(-1);
    return last === undefined || last.text.endsWith('\n');
  }

  #last(): number {
    const text = this.pieces.at(-1)?.text ?? '';
    return text.charCodeAt(text.length - 1);
  }
}

/** Pieces on one line: breaks become spaces, white space at either end goes. */
export function onOneLine(pieces: readonly TextPiece[]): TextPiece[] {
  const line = pieces.map((piece) => (piece.text === '\n' ? { ...piece, text: ' ' } : piece));
  let first = 0;
  let last = line.length - 1;
  while (first <= last && isBlank((line[first] as TextPiece).text)) first++;
  while (last >= first && isBlank((line[last] as TextPiece).text)) last--;
  return line.slice(first, last + 1).map(withoutBreaks);
}

/** Tabs and line breaks, which preformatted text may hold, would tear the grid. */
function withoutBreaks(piece: TextPiece): TextPiece {
  return /[\t\n\r]/.test(piece.text)
    ? { ...piece, text: piece.text.replace(/[\t\n\r]/g, ' ') }
    : piece;
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

function isHtmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Chinese characters and marks: ideographs, full-width forms, quotation marks, dashes. */
function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xd840 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2014 && code <= 0x2026)
  );
}
