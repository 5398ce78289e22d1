// Changes of a text, as rules and features propose them.
import type { Span } from './span.js';

/** Replaces a span of the unchanged text. Edits made together never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with edits made, given in any order; of insertions at one place the first comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}

/** Edits in the order of their places; of insertions at one place the first stays the first. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Where a span stands once edits are made: moved by those before it; what fills it, if one does. */
export function spanAfter({ start, end }: Span, edits: readonly TextEdit[]): Span {
  let moved = 0;
  let filled: TextEdit | undefined;
  for (const edit of edits) {
    if (edit.span.start <= start && end <= edit.span.end) filled = edit;
    else if (edit.span.end <= start) moved += edit.newText.length - edit.span.end + edit.span.start;
  }
  if (!filled) return { start: start + moved, end: end + moved };
  const { newText } = filled;
  const from = filled.span.start + moved + newText.search(/\S|$/);
  return { start: from, end: from + newText.trim().length };
}
