// Edits of report text as edits of the file that it came from: the way that all of them take before
// they are sent out, printed or made.
import { settled, type TextEdit } from '../text/edit.js';
import { isPlain, type Source } from '../text/source.js';
import type { Span } from '../text/span.js';

/** Whether an edit can be made in the original. */
export type CanBeMade = (edit: TextEdit) => boolean;

/**
 * The edits in the original, settled and with its line ends; null if one of them cannot be made
 * there: its span stands there otherwise, or its new text would mean something else in HTML.
 */
export function originalEdits(
  source: Source,
  edits: readonly TextEdit[],
  canBeMade: CanBeMade = canBeMadeIn(source),
): TextEdit[] | null {
  if (!edits.every(canBeMade)) return null;
  const lineEnd = /\r\n?|\n/.exec(source.original.text)?.[0] ?? '\n';
  return settled(
    edits.map(({ span, newText }) => ({
      span: source.toOriginal(span),
      newText: newText.replace(/\r\n?|\n/g, lineEnd),
    })),
  );
}

/** Whether an edit can be made in the original, whatever else stands beside it. */
export function canBeMadeIn(source: Source): CanBeMade {
  if (isPlain(source)) return () => true;
  return ({ span, newText }) => stands(source, span) && !/[\t\r\n<&]/.test(newText);
}

/** Whether a span can be replaced in the original: it stands there as it is, or is a blank cell. */
function stands(source: Source, span: Span): boolean {
  if (source.isVerbatim(span)) return true;
  const { start, end } = source.toOriginal(span);
  const written = source.original.text.slice(start, end);
  return span.start === span.end && /^(?:\s|&nbsp;|&#160;)*$/i.test(written);
}
