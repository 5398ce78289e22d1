// Blank lines around what is inserted on a line of its own.
import type { Report } from '../../report/report.js';
import { lineEndOf } from '../../text/lines.js';
import { isBlank } from '../../text/span.js';
import type { CompletionContext } from './context.js';
import { type Snippet, snippet } from './snippet.js';

/** The piece with blank lines between it and what stands on the lines beside. */
export function apart(
  { report: { text, lines }, line }: CompletionContext,
  body: Snippet,
): Snippet {
  const eol = lineEndOf(text);
  const isUsed = (other: number) =>
    other >= 0 && other < lines.count && !isBlank(text, lines.spanOf(other));
  return snippet`${isUsed(line - 1) ? eol : ''}${body}${isUsed(line + 1) ? eol : ''}`;
}

/** What stands between two paragraphs of a report. */
export function paragraphGap({ text, lines, sections }: Report): string {
  const eol = lineEndOf(text);
  const [first] = sections;
  if (!first) return eol + eol;
  const next = lines.lineAt(first.heading.start) + 1;
  return next < lines.count && isBlank(text, lines.spanOf(next)) ? eol + eol : eol;
}
