// Formatting, of a whole report or of a range. Other documents are left to their own formatters.
import type { Range, TextEdit } from 'vscode-languageserver';
import { formattingEdits } from '../../features/formatting.js';
import { spanIn, toEdits } from '../convert.js';
import type { Reading } from '../documents.js';
import type { Feature, ServerContext } from '../feature.js';

export const formattingFeature: Feature = {
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  serve(context) {
    const { connection, documents } = context;
    connection.onDocumentFormatting(async ({ textDocument: { uri } }, token) =>
      format(context, await documents.read(uri, token)),
    );
    connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range }, token) =>
      format(context, await documents.read(uri, token), range),
    );
  },
};

function format(
  { texts, isMarkdown }: ServerContext,
  reading: Reading | null,
  range?: Range,
): TextEdit[] | null {
  if (!reading?.report.recognized) return null;
  const { uri, source, report } = reading;
  if (texts.get(uri)?.languageId === 'html') return null;
  const edits = formattingEdits(report, {
    markdown: isMarkdown(uri),
    range: range && spanIn(source, range),
    isVerbatim: (span) => source.isVerbatim(span),
  });
  // what stands in HTML stays, all else does not wait for it
  return edits.flatMap((edit) => toEdits(source, [edit]) ?? []);
}
