// A paragraph of Word while it is read, its runs, and the lines that it becomes.
import type { Span } from '../../text/span.js';
import type { WordLine, WordPiece } from './docxFlow.js';
import type { DocxNotes } from './docxNotes.js';
import { type DocxNumbering, gapBehind } from './docxNumbering.js';
import { type DocxStyles, isOn } from './docxStyles.js';
import type { XmlTag } from './docxXml.js';

/** Between digits it makes a figure that cannot be read: what was left of one must not be glued. */
const STRUCK = '~';

/** What there is besides the text. */
export interface StoryContext {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly notes: DocxNotes;
  /** Tracked changes by their ids that are read as rejected. */
  readonly rejected: ReadonlySet<string>;
  /** The name of a picture's file by its relation. */
  pictureName(id: string | undefined): string;
}

/** A run being read. */
export class OpenRun {
  /** Whole once the run has ended. */
  readonly span: { readonly start: number; end: number };
  #style: string | undefined;
  #isHidden: boolean | undefined;
  isStruck = false;
  font = '';

  constructor({ start, end }: XmlTag) {
    this.span = { start, end };
  }

  /** Takes a property of its characters. */
  property(tag: XmlTag): void {
    switch (tag.name) {
      case 'w:vanish':
        this.#isHidden = isOn(tag.get('w:val'));
        break;
      case 'w:strike':
      case 'w:dstrike':
        this.isStruck ||= isOn(tag.get('w:val'));
        break;
      case 'w:rStyle':
        this.#style = tag.get('w:val');
        break;
      case 'w:rFonts':
        this.font = tag.get('w:ascii') ?? '';
        break;
    }
  }

  /** Whether it is hidden in a paragraph of a style. */
  isHidden(styles: DocxStyles, paragraph: string | undefined): boolean {
    return this.#isHidden ?? styles.isHidden(paragraph, this.#style);
  }
}

/** A paragraph being read. */
export class OpenParagraph {
  readonly #pieces: WordPiece[];
  /** Lines of its text boxes and pictures. */
  readonly after: WordLine[];
  /** Where something could be put in. */
  place: Span;
  style: string | undefined;
  list: number | undefined;
  level: number | undefined;
  /** Its mark is deleted or hidden, so that the next paragraph goes on in its line. */
  goesOn: boolean | undefined;
  /** Where text was struck out last, until some is read. */
  #struck: Span | undefined;

  /** `held` is a paragraph that goes on in this one. */
  constructor(tag: XmlTag, held: OpenParagraph | undefined) {
    this.#pieces = held ? held.#pieces : [];
    this.after = held ? held.after : [];
    this.place = { start: tag.isEmpty ? tag.start : tag.end, end: tag.end };
  }

  /** Whether there is nothing in it. */
  get isVoid(): boolean {
    return this.#pieces.length + this.after.length === 0;
  }

  /** Adds text of a run; of what is struck out the place is noted. */
  push(text: string, { start, end }: Span, run: OpenRun | undefined): void {
    if (run?.isStruck) {
      this.#struck ??= { start, end };
      return;
    }
    const pieces = this.#pieces;
    if (this.#struck && /\d$/.test(pieces.at(-1)?.text ?? '') && /^\d/.test(text))
      pieces.push({ text: STRUCK, ...this.#struck, run: undefined });
    this.#struck = undefined;
    pieces.push({ text, start, end, run: run?.span });
  }

  /** The lines of the whole paragraph; `inContents` where the table of contents is being made. */
  lines({ styles, numbering, notes }: StoryContext, inContents: boolean): readonly WordLine[] {
    const { after, place, style, list, level } = this;
    const pieces = this.#pieces;
    const text = pieces.map((piece) => piece.text).join('');
    if ((inContents || styles.isContents(style)) && /\t\d+$/.test(text.trimEnd())) {
      notes.hasContents = true;
      return after;
    }
    const label = numbering.label({ list, level }, style, text.trimStart());
    if (label === '' && text.trim() === '' && after.length > 0) return after;
    const words = withoutGaps(pieces, text);
    const number = { text: label, start: place.start, end: place.start, run: undefined };
    const blank = { text: '', ...place, run: undefined };
    const whole = label !== '' ? [number, ...words] : words.length > 0 ? words : [blank];
    return [{ kind: 'paragraph', pieces: whole }, ...after];
  }
}

/** A number typed by hand, as a heading or an item begins with it. */
const NUMBER =
  /^(?:第[一二三四五六七八九十]{1,3}[条章节]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．])$/;

/**
 * The words without tabs that only set them apart: those that indent, and the one behind a number typed
 * by hand. Where there are more, they stand between cells.
 */
function withoutGaps(pieces: readonly WordPiece[], text: string): readonly WordPiece[] {
  const [first = '', next, ...more] = text.trim().split('\t');
  const isNumber = next !== undefined && more.length === 0 && NUMBER.test(first.trim());
  if (next !== undefined && !isNumber) return pieces;
  const gap = isNumber ? gapBehind(first.trim(), next.trim()) : '';
  let isInside = false;
  return pieces.flatMap((piece) => {
    if (piece.text !== '\t') {
      isInside ||= piece.text.trim() !== '';
      return [piece];
    }
    return isInside && gap !== '' ? [{ ...piece, text: gap }] : [];
  });
}
