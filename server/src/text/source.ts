// A text to check, and the way back from it to the file that it was taken from.
import { Lines, type Range } from './lines.js';
import type { Markup } from './markup.js';
import type { Span } from './span.js';

/** Report text and its origin. For plain text the two are the same. */
export interface Source {
  /** The report text: what is parsed, what spans refer to. */
  readonly text: string;
  /** Lines of the original, for positions as the user sees them. */
  readonly original: Lines;
  /** What marks in the report text mean. */
  readonly markup: Markup;
  /** Where a span of the report text stands in the original. */
  toOriginal(span: Span): Span;
  /** Whether a span stands in the original letter for letter, so that an edit can be applied. */
  isVerbatim(span: Span): boolean;
}

/** The source for text that needs no conversion. */
export function plainSource(text: string, markup: Markup = 'text'): Source {
  const original = Lines.of(text);
  return { text, original, markup, toOriginal: (span) => span, isVerbatim: () => true };
}

/** Whether the report text is the file as it is. */
export function isPlain({ text, original }: Source): boolean {
  return text === original.text;
}

/** The LSP range in the original file. */
export function rangeIn(source: Source, span: Span): Range {
  return source.original.rangeOf(source.toOriginal(span));
}
