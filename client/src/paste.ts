// Pasting into a report: the server says what a table that was copied becomes there. Everything else
// is pasted as usual, without being sent anywhere.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LONGEST_PASTE,
  PASTE,
  type PasteParams,
  type PasteResult,
} from '../../server/src/lsp/protocol.js';

const LANGUAGES = ['nianbao', 'markdown', 'plaintext'];
/** For `editor.pasteAs.preferences` and key bindings of `editor.action.pasteAs`. */
const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('nianbao', 'table');
const NOTICE_MS = 8000;

class ReportPasteEdit extends vscode.DocumentPasteEdit {
  constructor(
    title: string,
    readonly notice: string,
  ) {
    // all is in the additional edit: text inserted as a snippet has its tabs made into spaces
    super('', title, KIND);
  }
}

export function pasteTables(client: BaseLanguageClient): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(LANGUAGES, provider(client), {
    providedPasteEditKinds: [KIND],
    pasteMimeTypes: ['text/html', 'text/plain'],
  });
}

function provider(
  client: BaseLanguageClient,
): vscode.DocumentPasteEditProvider<vscode.DocumentPasteEdit> {
  return {
    async provideDocumentPasteEdits(document, ranges, dataTransfer, _context, token) {
      const [range, ...others] = ranges;
      if (!range || others.length > 0 || !client.isRunning()) return undefined;
      const [html, text] = await Promise.all([
        dataTransfer.get('text/html')?.asString(),
        dataTransfer.get('text/plain')?.asString(),
      ]);
      const isRow = /[\t|｜]/.test(document.lineAt(range.start.line).text);
      const copied = {
        ...(isTable(html) && { html }),
        ...((isCells(text) || (isRow && isTorn(text))) && { text }),
      };
      if (Object.keys(copied).length === 0 || token.isCancellationRequested) return undefined;
      const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client;
      const params: PasteParams = {
        textDocument: { uri: to.asUri(document.uri) },
        range: to.asRange(range),
        ...copied,
      };
      const result = await client
        .sendRequest<PasteResult | null>(PASTE, params, token)
        .catch(() => null); // then it is pasted as usual
      if (!result || token.isCancellationRequested) return undefined;
      const edit = new ReportPasteEdit(result.title, result.notice);
      edit.additionalEdit = new vscode.WorkspaceEdit();
      edit.additionalEdit.set(document.uri, await from.asTextEdits([...result.edits]));
      return [edit];
    },
    /** Called when an edit is about to be made, and only then. */
    resolveDocumentPasteEdit(edit) {
      if (edit instanceof ReportPasteEdit)
        vscode.window.setStatusBarMessage(`$(table) ${edit.notice}`, NOTICE_MS);
      return edit;
    },
  };
}

/** Whether HTML may hold a table: an editor's own coloured text does not. */
function isTable(html: string | undefined): boolean {
  return isFit(html) && /<t(?:able|r|d|h)[\s>]/i.test(html);
}

/** Whether text may hold cells: of a table, or figures one below the other. */
function isCells(text: string | undefined): boolean {
  return isFit(text) && (text.includes('\t') || /^[-+\d.,\s]+[\r\n]/.test(text));
}

/** Whether text would tear a row of a table. */
function isTorn(text: string | undefined): boolean {
  return isFit(text) && /[\r\n]/.test(text);
}

function isFit(text: string | undefined): text is string {
  return text !== undefined && text.length <= LONGEST_PASTE;
}
