// What a file of an office (Word, PDF) is once it is read: report text, and where each stretch of it stands.
import type { Span } from '../text/span.js';

/** A file as report text: a paragraph a line, tables as lines of cells between tabs. */
export interface OfficeText {
  readonly text: string;
  /**
   * Where stretches of the text stand in the file, in order and apart; what stands nowhere has none.
   * An empty stretch is the place of a blank cell or paragraph.
   */
  readonly origins: readonly Origin[];
  /**
   * Pictures, charts and embedded objects, in order: each has a line of its own in the text
   * (`![图片](image1.png)`), which is its span; one in a cell of figures has none, and an empty span.
   */
  readonly pictures: readonly Span[];
  /** What the reader should know: what was left out, what was taken as accepted. In Chinese, a sentence each. */
  readonly notes: readonly string[];
}

/** A stretch of the text and its place in the file. */
export interface Origin extends Span {
  readonly place: WordPlace | PdfPlace;
}

/**
 * In the main part of a Word file: offsets into its decoded XML, UTF-16 units, a byte order mark not
 * counted. Letter for letter where text and place are equally long, else as a whole: an entity, an
 * element. An empty place is where something could be put in: a blank paragraph, a number of a list;
 * an element is the place of a blank paragraph that has no content to put it into (`<w:p/>`).
 */
export interface WordPlace extends Span {
  readonly kind: 'word';
  /** The run that it stands in, from `<w:r>` to `</w:r>`. */
  readonly run?: Span;
}

/** On a page of a PDF (from 1): the box, in points from the lower left corner. */
export interface PdfPlace {
  readonly kind: 'pdf';
  readonly page: number;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/**
 * The page (from 1) of a PDF on which a place of the text stands, or what comes before it where it stands
 * nowhere; undefined for what has no pages.
 */
export function pageAt({ origins }: OfficeText, offset: number): number | undefined {
  let low = 0;
  let high = origins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[middle] as Origin).start <= offset) low = middle + 1;
    else high = middle;
  }
  const place = origins[Math.max(0, low - 1)]?.place;
  return place?.kind === 'pdf' ? place.page : undefined;
}

/** A file that is not what it is called, or cannot be read; `reason` is for the user, in Chinese. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(readonly reason: string) {
    super(reason);
  }

  /** Each bundle has this class for itself, and throws its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'UnreadableFile' && 'reason' in value;
  }
}
