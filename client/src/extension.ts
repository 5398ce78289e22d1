// Entry on the desktop and on remote machines: the server is a Node process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type CreateServer, GOODBYE_MS } from './languageServer.js';
import { Nianbao } from './nianbao.js';

export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const create: CreateServer = (id, name, options) => {
    const client = new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
    return {
      client,
      kill: () => void client.serverProcess?.kill('SIGKILL'),
      async dispose() {
        const { serverProcess } = client; // forgotten on the way
        await client.dispose(GOODBYE_MS).catch(() => {}); // it is stuck, or has not started
        serverProcess?.kill('SIGKILL');
      },
    };
  };
  context.subscriptions.push(new Nianbao(context, create));
}
