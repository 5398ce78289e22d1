// Formatting, of a whole report or of a range. Other documents are left to their own formatters.
import {
  BulkRegistration,
  type ClientCapabilities,
  type Disposable,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { canBeMadeIn } from '../../convert/edits.js';
import { formattingEdits } from '../../service/index.js';
import type { Feature, ServerContext } from '../feature.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { spanIn, toEdits } from '../toLsp/positions.js';

export const formattingFeature: Feature = {
  capabilities: (client) =>
    canRegister(client)
      ? {}
      : { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  serve(context) {
    const { connection, client, documents } = context;
    connection.onDocumentFormatting(async ({ textDocument: { uri } }, token) =>
      format(context, await documents.read(uri, token)),
    );
    connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range }, token) =>
      format(context, await documents.read(uri, token), range),
    );
    if (canRegister(client)) offerInReports(context);
  },
};

function canRegister({ textDocument }: ClientCapabilities): boolean {
  const { formatting, rangeFormatting } = textDocument ?? {};
  return formatting?.dynamicRegistration === true && rangeFormatting?.dynamicRegistration === true;
}

/**
 * Registers the formatter for the open reports alone: one for all Markdown would make editors ask the
 * user which of two to take, in documents that are none of ours.
 */
function offerInReports({ connection, texts, onChecked }: ServerContext): void {
  const reports = new Set<string>();
  let registered: Disposable | undefined;
  let turn = Promise.resolve();
  const register = async () => {
    const before = registered;
    // a pattern that is just the path is compared as it is
    const documentSelector = [...reports].map((uri) => ({ pattern: URI.parse(uri).fsPath }));
    const registrations = BulkRegistration.create();
    registrations.add(DocumentFormattingRequest.type, { documentSelector });
    registrations.add(DocumentRangeFormattingRequest.type, { documentSelector });
    registered = reports.size > 0 ? await connection.client.register(registrations) : undefined;
    before?.dispose();
  };
  const update = () => {
    turn = turn.then(register).catch(() => {});
  };
  onChecked(({ uri, report: { recognized } }) => {
    // pages have a formatter of their own
    if (recognized === reports.has(uri) || texts.get(uri)?.languageId === 'html') return;
    if (recognized) reports.add(uri);
    else reports.delete(uri);
    update();
  });
  texts.onDidClose(({ document }) => {
    if (reports.delete(document.uri)) update();
  });
}

async function format(
  { texts, isMarkdown, settings }: ServerContext,
  reading: ReadDocument | null,
  range?: Range,
): Promise<TextEdit[] | null> {
  if (!reading?.report.recognized) return null;
  const { uri, source, report } = reading;
  if (texts.get(uri)?.languageId === 'html') return null;
  const edits = formattingEdits(report, {
    markdown: isMarkdown(uri),
    compact: (await settings.of(uri)).compact,
    range: range && spanIn(source, range),
    isVerbatim: (span) => source.isVerbatim(span),
  });
  // what stands in HTML stays, all else does not wait for it
  return toEdits(source, edits.filter(canBeMadeIn(source)));
}
