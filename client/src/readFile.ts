// Files for the server where it cannot reach them itself: in the browser, in virtual workspaces.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  base64Of,
  READ_FILE,
  type ReadFileAnswer,
  type ReadFileParams,
} from '../../server/src/lsp/protocol.js';

export function answerReadFile(client: BaseLanguageClient): vscode.Disposable {
  const { fs } = vscode.workspace;
  const read = async ({ uri, longest }: ReadFileParams): Promise<ReadFileAnswer | null> => {
    const file = client.protocol2CodeConverter.asUri(uri);
    try {
      if ((await fs.stat(file)).size > longest) return { isTooLarge: true };
      return { base64: base64Of(await fs.readFile(file)) };
    } catch {
      return null; // there is none
    }
  };
  return client.onRequest(READ_FILE, read);
}
