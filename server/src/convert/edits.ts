// Edits of report text as edits of the file that it came from.
import type { TextEdit } from '../text/edit.js';
import type { Source } from '../text/source.js';
import type { Span } from '../text/span.js';

/**
 * The edits in the original, with its line ends; null if one of them cannot be made there: its span
 * stands there otherwise, or its new text would mean something else in HTML.
 */
export function originalEdits(source: Source, edits: readonly TextEdit[]): TextEdit[] | null {
  const { text: original } = source.original;
  const isPlain = source.text === original;
  for (const { span, newText } of edits)
    if (!isPlain && (!stands(source, span) || /[\t\r\n<&]/.test(newText))) return null;
  const lineEnd = /\r\n?|\n/.exec(original)?.[0] ?? '\n';
  return edits.map(({ span, newText }) => ({
    span: source.toOriginal(span),
    newText: newText.replace(/\r\n?|\n/g, lineEnd),
  }));
}

/** Whether a span can be replaced in the original: it stands there as it is, or is a blank cell. */
function stands(source: Source, span: Span): boolean {
  if (source.isVerbatim(span)) return true;
  const { start, end } = source.toOriginal(span);
  const written = source.original.text.slice(start, end);
  return span.start === span.end && /^(?:\s|&nbsp;|&#160;)*$/i.test(written);
}
