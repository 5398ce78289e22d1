// A paragraph of Word while it is read, its runs, and the lines that it becomes.
import type { Span } from '../../text/span.js';
import type { WordLine, WordPiece } from './docxFlow.js';
import type { DocxNotes } from './docxNotes.js';
import { type DocxNumbering, gapBehind } from './docxNumbering.js';
import { type DocxStyles, isOn, liftOf } from './docxStyles.js';
import type { XmlTag } from './docxXml.js';

/** Beside digits it makes a figure that cannot be read: what is parted must not be glued. */
const PARTED = '~';
/** Characters set so many half points higher or lower are raised. */
const LEAST_LIFT = 6;

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
  #lift: string | undefined;
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
      case 'w:vertAlign':
        this.#lift = liftOf(tag);
        break;
      case 'w:position': {
        const lift = Number(tag.get('w:val'));
        if (Math.abs(lift) >= LEAST_LIFT) this.#lift ??= lift > 0 ? 'higher' : 'lower';
        break;
      }
      case 'w:rStyle':
        this.#style = tag.get('w:val');
        break;
      case 'w:rFonts':
        this.font = tag.get('w:ascii') ?? '';
        break;
    }
  }

  /** How it is raised above the line or lowered below it; nothing where it is not. */
  lift(styles: DocxStyles): string {
    return this.#lift ?? styles.liftOf(this.#style);
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
  /** What parts the text before from the text to come: words struck out, another part of an equation. */
  #parting: (Span & { readonly isSeen: boolean }) | undefined;
  /** How the text before is raised. */
  #lift = '';

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

  /** Adds text of a run, raised in some way; of what is struck out the place is noted. */
  push(text: string, { start, end }: Span, run: OpenRun | undefined, lift: string): void {
    if (run?.isStruck) {
      this.#part({ start, end, isSeen: false });
      return;
    }
    if (lift !== this.#lift) this.#part({ start, end: start, isSeen: false });
    this.#lift = lift;
    this.#putParting(text);
    this.#pieces.push({ text, start, end, run: run?.span });
  }

  /** What comes stands in another part of an equation than what came. */
  part(at: number): void {
    this.#part({ start: at, end: at, isSeen: false });
  }

  /** There is something to be seen that cannot be read. */
  unread({ start, end }: Span): void {
    this.#part({ start, end, isSeen: true });
  }

  #part(parting: Span & { readonly isSeen: boolean }): void {
    const isSeen = parting.isSeen || (this.#parting?.isSeen ?? false);
    this.#parting = { ...(this.#parting ?? parting), isSeen };
  }

  #putParting(next: string): void {
    const parting = this.#parting;
    this.#parting = undefined;
    if (!parting) return;
    const isBehind = ENDS_IN_DIGIT.test(this.#pieces.at(-1)?.text ?? '');
    const isBefore = BEGINS_WITH_DIGIT.test(next);
    if (parting.isSeen ? !isBehind && !isBefore : !isBehind || !isBefore) return;
    const { start, end } = parting;
    this.#pieces.push({ text: PARTED, start, end, run: undefined });
  }

  /** The lines of the whole paragraph; `inContents` where the table of contents is being made. */
  lines({ styles, numbering, notes }: StoryContext, inContents: boolean): readonly WordLine[] {
    const { after, place, style, list, level } = this;
    this.#putParting('');
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

const ENDS_IN_DIGIT = /[\d０-９]$/;
const BEGINS_WITH_DIGIT = /^[\d０-９]/;

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
