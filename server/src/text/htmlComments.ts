// HTML comments as Markdown has them: notes to the writer, no part of the text.
import { enclosedBy } from './enclosed.js';
import type { Lines } from './lines.js';
import type { Span } from './span.js';

/** The comments of a text, their marks included. One that is never closed is none. */
export function htmlComments(text: string): Span[] {
  return enclosedBy('<!--', '-->', text);
}

/** The lines that hold comments, or a part of one, and nothing else. */
export function commentLines(text: string, lines: Lines): ReadonlySet<number> {
  const comments = htmlComments(text);
  const found = new Set<number>();
  for (const { start, end } of comments)
    for (let line = lines.lineAt(start); line <= lines.lineAt(end); line++) found.add(line);
  let from = 0;
  for (const { start, end } of [...comments, { start: text.length, end: text.length }]) {
    // words between two comments stand on the line of the first, of the second, or on others
    const first = lines.lineAt(from);
    const last = lines.lineAt(start);
    if (text.slice(from, Math.min(start, lines.spanOf(first).end)).trim()) found.delete(first);
    if (text.slice(Math.max(from, lines.spanOf(last).start), start).trim()) found.delete(last);
    from = end;
  }
  return found;
}
