// Entry on the desktop and on remote machines: the server is a Node process of its own.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Nianbao } from './nianbao.js';

export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const nianbao = new Nianbao(
    context,
    (id, name, options) =>
      new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
  );
  context.subscriptions.push(nianbao);
}
