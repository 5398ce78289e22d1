// Changes of a text, as rules and features propose them, and the one form in which they are sent out.
import type { Span } from './span.js';

/** Replaces a span of the unchanged text. Edits made together never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Edits as all editors apply them alike: in order of place, and no two that begin at one place. What
 * is inserted where something is replaced stands before it; of several insertions the first given
 * comes first. Null where two overlap: a fault of whoever made them, which must not reach a text.
 */
export function settled(edits: readonly TextEdit[]): TextEdit[] | null {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: TextEdit[] = [];
  for (const edit of ordered) {
    const last = result.at(-1);
    if (!last || last.span.end < edit.span.start) result.push(edit);
    else if (last.span.start < edit.span.start) {
      if (edit.span.start < last.span.end) return null;
      result.push(edit);
    } else if (last.span.end > last.span.start) return null;
    else result[result.length - 1] = { span: edit.span, newText: last.newText + edit.newText };
  }
  return result;
}

/** The text with edits made, given in any order; they must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}

/** As `settled`; edits that overlap are refused. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = settled(edits);
  if (!ordered) throw new RangeError('edits overlap'); // better no change than a garbled text
  return ordered;
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
