// Stretches between two marks: a comment, a title in 《》, a note in brackets. One pass each; a pattern
// would try every opening mark that is never closed to the end of the text.
import type { Span } from './span.js';

/** The stretches from an opening mark to the next closing one, the marks included. */
export function enclosedBy(opening: string, closing: string, text: string): Span[] {
  const found: Span[] = [];
  let start = text.indexOf(opening);
  while (start >= 0) {
    const close = text.indexOf(closing, start + opening.length);
    if (close < 0) break;
    const end = close + closing.length;
    found.push({ start, end });
    start = text.indexOf(opening, end);
  }
  return found;
}

/** The text without these stretches. */
export function without(spans: readonly Span[], text: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of spans) {
    kept += text.slice(from, start);
    from = end;
  }
  return spans.length === 0 ? text : kept + text.slice(from);
}

/** Whether a note in round brackets begins that does not end here. */
export function isLeftOpen(words: string): boolean {
  const last = (marks: string) => Math.max(...[...marks].map((mark) => words.lastIndexOf(mark)));
  return last('（(') > last('）)');
}
