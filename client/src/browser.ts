// Entry in the browser: the server is a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Nianbao } from './nianbao.js';

// the DOM's types are not loaded: nothing else of it is of use to an extension
declare const Worker: new (script: string) => Worker;

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  const start = async () => new Worker(script.toString(true));
  const nianbao = new Nianbao(
    context,
    (id, name, options) => new LanguageClient(id, name, start, options),
  );
  context.subscriptions.push(nianbao);
}
