// The address of a place in a file, as editors open it.
import { rangeIn } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import type { FileReport } from '../state/workspace.js';

/** Fit for a link in Markdown too; undefined for what cannot be opened at a line. */
export function placeHref({ uri, source }: FileReport, span: Span): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  const { line, character } = rangeIn(source, span).start;
  return `${uri.replaceAll('(', '%28').replaceAll(')', '%29')}#L${line + 1},${character + 1}`;
}
