// Changes of a text, as rules and features propose them.
import type { Span } from './span.js';

/** Replaces a span of the unchanged text. Edits made together never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with edits made, given in any order; of insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, newText } of ordered) {
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}
