// What a paste into a report is to do other than usual, for clients that ask: LSP has no such request.
import type { Range } from 'vscode-languageserver';
import { sourceOf } from '../../convert/sourceOf.js';
import { layoutInUse, pasteInto, pasteIntoCell, withoutQuotedBreaks } from '../../service/index.js';
import type { TextEdit as Edit } from '../../text/edit.js';
import { isPlain } from '../../text/source.js';
import type { Feature, ServerContext } from '../feature.js';
import { LONGEST_PASTE, PASTE, type PasteParams, type PasteResult } from '../protocol.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { spanIn, toEdits } from '../toLsp/positions.js';

export const pasteFeature: Feature = {
  serve(context) {
    context.connection.onRequest(PASTE, async (params: PasteParams, token) => {
      const reading = await context.documents.read(params.textDocument.uri, token);
      if (!reading) return null;
      const all = await copied(params);
      for (const clipboard of all) {
        if (token.isCancellationRequested) return null;
        const result = await paste(context, reading, params.range as Range, clipboard);
        if (result) return result;
      }
      return intoCell(context, reading, params.range as Range, all.at(-1)?.text ?? '');
    });
  },
};

/** What was copied, as report text. */
interface CopiedText {
  readonly text: string;
  readonly rich: boolean;
}

/** What may be pasted, best first. The text knows nothing of what the HTML hides or strikes out. */
async function copied(params: PasteParams): Promise<CopiedText[]> {
  const rich = await richOf(params);
  const plain = plainOf(params);
  const isPlainRight = plain && (!rich || digitsOf(plain.text) === digitsOf(rich.text));
  return [...(rich ? [rich] : []), ...(isPlainRight ? [plain] : [])];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The HTML, if there are tables in it. */
async function richOf({ html }: PasteParams): Promise<CopiedText | null> {
  if (!isFit(html) || !/<t(?:able|r|d|h)[\s>]/i.test(html)) return null;
  return { text: (await sourceOf(html, 'fragment')).text, rich: true };
}

/** The text, if there may be cells in it. */
function plainOf({ text }: PasteParams): CopiedText | null {
  if (!isFit(text) || !/[\t\r\n]/.test(text)) return null;
  return { text: withoutQuotedBreaks(text), rich: false };
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
  const usual = isMarkdown(uri) ? 'markdown' : (await settings.of(uri)).layout;
  // what is HTML in the document has tabs in the report text alone
  const layout = isPlain(source) ? layoutInUse(report, usual) : usual;
  const done = pasteInto(report, spanIn(source, range), text, { rich, layout });
  const edits =
    done &&
    (toEdits(source, done.edits) ??
      toEdits(source, done.edits, (edit) => isBetween(reading, edit)));
  return edits && { title: done.title, edits, notice: done.notice };
}

/** What was not understood must not tear a row. */
function intoCell(
  { texts }: ServerContext,
  { uri, report, source }: ReadDocument,
  range: Range,
  text: string,
): PasteResult | null {
  if (texts.get(uri)?.languageId === 'html' || !isPlain(source)) return null;
  const done = pasteIntoCell(report, spanIn(source, range), text);
  const edits = done && toEdits(source, done.edits);
  return edits && { title: done.title, edits, notice: done.notice };
}

/** Whether an edit is of lines that hold no HTML: text with line ends may stand there too. */
function isBetween({ source, report: { lines } }: ReadDocument, { span }: Edit): boolean {
  return source.isVerbatim(lines.wholeLines(span));
}
