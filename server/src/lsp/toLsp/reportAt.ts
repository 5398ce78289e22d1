// The report under the cursor: what most features of the server begin with.
import type {
  CancellationToken,
  Position,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Source } from '../../text/source.js';
import type { CheckedDocuments } from '../state/checkedDocuments.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { offsetIn } from './positions.js';

/** The document as it is now, if it is a report; null otherwise. */
export async function reportOf(
  documents: CheckedDocuments,
  { textDocument: { uri } }: Pick<TextDocumentPositionParams, 'textDocument'>,
  token: CancellationToken,
): Promise<ReadDocument | null> {
  const reading = await documents.read(uri, token);
  return reading?.report.recognized ? reading : null;
}

/** The report with the place in its text that a position is; null where it is none. */
export async function reportAt(
  documents: CheckedDocuments,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<{ readonly reading: ReadDocument; readonly offset: number } | null> {
  const reading = await reportOf(documents, params, token);
  const offset = reading && placeIn(reading.source, params.position);
  return reading && offset !== null ? { reading, offset } : null;
}

/** As `offsetIn`, and null between the words: on a tag of HTML. */
function placeIn(source: Source, position: Position): number | null {
  const offset = offsetIn(source, position);
  const wanted = source.original.offsetAt(position);
  if (source.toOriginal({ start: offset, end: offset }).start === wanted) return offset;
  const before = { start: Math.max(offset - 1, 0), end: offset };
  const { start, end } = source.toOriginal(before);
  if (wanted < start || wanted > end || !source.isVerbatim(before)) return null;
  return wanted === start ? before.start : offset;
}
