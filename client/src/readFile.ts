// Files for the server where it cannot reach them itself: in the browser, in virtual workspaces.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { READ_FILE, type ReadFileParams } from '../../server/src/lsp/protocol.js';

export function answerReadFile(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(READ_FILE, async ({ uri }: ReadFileParams) => {
    try {
      const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
      return new TextDecoder().decode(bytes);
    } catch {
      return null; // there is none
    }
  });
}
