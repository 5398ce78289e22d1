// Where HTML tables stand in plain text or Markdown.
import { fencedLines } from '../report/fences.js';
import { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** The outermost `<table>…</table>` blocks outside code fences, in document order. */
export function tablesIn(text: string): Span[] {
  const tables: Span[] = [];
  const open: number[] = [];
  let close = -1;
  const lines = Lines.of(text);
  const isFenced = fencedLines(text, lines);
  for (const match of text.matchAll(/<(\/?)table[\s>]/gi)) {
    if (isFenced(lines.lineAt(match.index))) continue;
    if (!match[1]) {
      open.push(match.index);
      continue;
    }
    const start = open.pop();
    if (close < match.index) close = text.indexOf('>', match.index);
    if (close < 0) break; // no tag ends any more
    if (start === undefined) continue;
    while ((tables.at(-1)?.start ?? -1) > start) tables.pop();
    tables.push({ start, end: close + 1 });
  }
  return tables;
}
