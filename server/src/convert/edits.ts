// Edits of report text as edits of the file that it came from.
import type { TextEdit } from '../text/edit.js';
import type { Source } from '../text/source.js';

/**
 * The edits in the original, with its line ends; null if one of them cannot be made there: its span
 * stands there otherwise, or its new text would mean something else in HTML.
 */
export function originalEdits(source: Source, edits: readonly TextEdit[]): TextEdit[] | null {
  const { text: original } = source.original;
  const isPlain = source.text === original;
  for (const { span, newText } of edits)
    if (!isPlain && (!source.isVerbatim(span) || /[\t\r\n<&]/.test(newText))) return null;
  const lineEnd = /\r\n?|\n/.exec(original)?.[0] ?? '\n';
  return edits.map(({ span, newText }) => ({
    span: source.toOriginal(span),
    newText: newText.replace(/\r\n?|\n/g, lineEnd),
  }));
}
