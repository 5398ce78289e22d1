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

/**
 * Two rounds of edits as one: `second` refers to the text that `first` makes of this one, the answer
 * to this one. What touches what the first round wrote becomes one edit with it.
 */
export function composed(
  text: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  const between = applyEdits(text, first);
  const places = [...written(first), ...second.map((edit) => ({ ...edit.span, edit, longer: 0 }))];
  places.sort((a, b) => a.start - b.start || a.end - b.end);
  const result: TextEdit[] = [];
  let longer = 0;
  for (let i = 0; i < places.length; ) {
    const { start } = places[i] as (typeof places)[number];
    const from = start - longer;
    const edits: TextEdit[] = [];
    let end = start;
    for (; i < places.length; i++) {
      const place = places[i] as (typeof places)[number];
      if (place.start > end) break;
      end = Math.max(end, place.end);
      longer += place.longer;
      const { edit } = place;
      if (edit) edits.push({ ...edit, span: shifted(edit.span, -start) });
    }
    const newText = applyEdits(between.slice(start, end), edits);
    result.push({ span: { start: from, end: end - longer }, newText });
  }
  return result;
}

/** Where the new texts of edits stand once these are made, and by how much each makes it longer. */
function written(edits: readonly TextEdit[]) {
  let moved = 0;
  return inOrder(edits).map(({ span, newText }) => {
    const start = span.start + moved;
    const longer = newText.length - (span.end - span.start);
    moved += longer;
    return { start, end: start + newText.length, longer, edit: null };
  });
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
