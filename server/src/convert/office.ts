// What a file of an office (Word, PDF) is once it is read: report text, and where each stretch of it stands.
import type { Span } from '../text/span.js';

/** A file as report text: a paragraph a line, tables as lines of cells between tabs. */
export interface OfficeText {
  readonly text: string;
  /** Where stretches of the text stand in the file, in order and apart; what stands nowhere has none. */
  readonly origins: readonly Origin[];
  /** What the reader should know: what was left out, what was taken as accepted. In Chinese, a sentence each. */
  readonly notes: readonly string[];
}

/** A stretch of the text and its place in the file. */
export interface Origin extends Span {
  readonly place: WordPlace | PdfPlace;
}

/** In a part of a Word file: offsets into the part's decoded XML, UTF-16 units. */
export interface WordPlace extends Span {
  readonly kind: 'word';
}

/** On a page of a PDF (from 1): the box, in points from the lower left corner. */
export interface PdfPlace {
  readonly kind: 'pdf';
  readonly page: number;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** A file that is not what it is called, or cannot be read; `reason` is for the user, in Chinese. */
export class UnreadableFile extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
