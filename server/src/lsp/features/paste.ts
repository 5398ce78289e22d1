// What a paste into a report is to do other than usual, for clients that ask: LSP has no such request.
import type { Range } from 'vscode-languageserver';
import { sourceOf } from '../../convert/sourceOf.js';
import { layoutInUse, pasteInto } from '../../service/index.js';
import type { TextEdit as Edit } from '../../text/edit.js';
import type { Feature, ServerContext } from '../feature.js';
import { LONGEST_PASTE, PASTE, type PasteParams, type PasteResult } from '../protocol.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { spanIn, toEdits } from '../toLsp/positions.js';

export const pasteFeature: Feature = {
  serve(context) {
    context.connection.onRequest(PASTE, async (params: PasteParams, token) => {
      const reading = await context.documents.read(params.textDocument.uri, token);
      if (!reading) return null;
      for (const read of [richOf, plainOf]) {
        const clipboard = await read(params);
        if (token.isCancellationRequested) return null;
        const result =
          clipboard && (await paste(context, reading, params.range as Range, clipboard));
        if (result) return result;
      }
      return null;
    });
  },
};

/** What was copied, as report text. */
interface CopiedText {
  readonly text: string;
  readonly rich: boolean;
}

/** The HTML, if there are tables in it. */
async function richOf({ html }: PasteParams): Promise<CopiedText | null> {
  if (!isFit(html) || !/<t(?:able|r|d|h)[\s>]/i.test(html)) return null;
  return { text: (await sourceOf(html, 'html')).text, rich: true };
}

/** The text, if there may be cells in it. */
async function plainOf({ text }: PasteParams): Promise<CopiedText | null> {
  return isFit(text) && /[\t\r\n]/.test(text) ? { text, rich: false } : null;
}

function isFit(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LONGEST_PASTE && !text.includes('\0');
}

async function paste(
  { texts, settings, isMarkdown }: ServerContext,
  reading: ReadDocument,
  range: Range,
  { text, rich }: CopiedText,
): Promise<PasteResult | null> {
  const { uri, report, source } = reading;
  const language = texts.get(uri)?.languageId;
  // a report may begin with a paste, but only where one is to be expected
  if (language === 'html' || !(report.recognized || language === 'nianbao')) return null;
  const isPlain = source.text === source.original.text;
  const usual = isMarkdown(uri) ? 'markdown' : (await settings.of(uri)).layout;
  // what is HTML in the document has tabs in the report text alone
  const layout = isPlain ? layoutInUse(report, usual) : usual;
  const done = pasteInto(report, spanIn(source, range), text, { rich, layout });
  const edits =
    done &&
    (toEdits(source, done.edits) ??
      toEdits(source, done.edits, (edit) => isBetween(reading, edit)));
  return edits && { title: done.title, edits, notice: done.notice };
}

/** Whether an edit is of lines that hold no HTML: text with line ends may stand there too. */
function isBetween({ source, report: { lines } }: ReadDocument, { span }: Edit): boolean {
  const from = lines.spanOf(lines.lineAt(span.start)).start;
  const to = lines.spanOf(lines.lineAt(span.end)).end;
  return source.isVerbatim({ start: from, end: to });
}
