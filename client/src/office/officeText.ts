// The text of Word files and PDF, read-only, for places in them: last year's report may be one.
import * as vscode from 'vscode';
import { FILE_TEXT, type OfficeFileParams, TEXT_SCHEME } from '../../../server/src/lsp/protocol.js';
import type { Host } from '../host.js';
import { OFFICE_ENDINGS } from './officeFiles.js';

export function showOfficeText({ client }: Pick<Host, 'client'>): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let watcher: vscode.FileSystemWatcher | undefined;
  const fileOf = ({ query }: vscode.Uri) => vscode.Uri.parse(query);
  const watch = () => {
    const found = vscode.workspace.createFileSystemWatcher(`**/*.{${OFFICE_ENDINGS.join(',')}}`);
    const tell = (file: vscode.Uri) => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === TEXT_SCHEME && String(fileOf(uri)) === String(file)) changed.fire(uri);
    };
    found.onDidChange(tell);
    found.onDidCreate(tell);
    return found;
  };
  const registered = vscode.workspace.registerTextDocumentContentProvider(TEXT_SCHEME, {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri, token) {
      watcher ??= watch();
      const server = await client();
      const params: OfficeFileParams = { uri: server.code2ProtocolConverter.asUri(fileOf(uri)) };
      const text: string | null = await server.sendRequest(FILE_TEXT, params, token);
      return text ?? '这个文件现在读不了，可能已经移走、改名或损坏。';
    },
  });
  // in the colours and with the breaks of a report
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (document.uri.scheme === TEXT_SCHEME && document.languageId !== 'nianbao')
      void vscode.languages.setTextDocumentLanguage(document, 'nianbao');
  });
  return {
    dispose() {
      registered.dispose();
      opened.dispose();
      watcher?.dispose();
      changed.dispose();
    },
  };
}

/** Behind links to places: `#L3,5` is line and character. */
export async function showPlace(address: unknown): Promise<void> {
  if (typeof address !== 'string') return;
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(address));
}
