// Where HTML tables stand in plain text or Markdown.
import type { Span } from '../text/span.js';

/** The outermost `<table>…</table>` blocks outside code fences, in document order. */
export function tablesIn(text: string): Span[] {
  const tables: Span[] = [];
  const open: number[] = [];
  let fence: string | undefined;
  let close = -1;
  for (const match of text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$|<(\/?)table[\s>]/gim)) {
    const [, marks, rest = '', slash] = match;
    if (marks) {
      if (fence === undefined) fence = marks;
      else if (marks.startsWith(fence) && rest.trim() === '') fence = undefined;
    } else if (fence === undefined && !slash) open.push(match.index);
    else if (fence === undefined) {
      const start = open.pop();
      if (close < match.index) close = text.indexOf('>', match.index);
      if (close < 0) break; // no tag ends any more
      if (start === undefined) continue;
      while ((tables.at(-1)?.start ?? -1) > start) tables.pop();
      tables.push({ start, end: close + 1 });
    }
  }
  return tables;
}
