// Entry in the browser: the server is a web worker.
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from 'vscode-languageclient/browser';
import { Nianbao } from './nianbao.js';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
// the DOM's types are not loaded: nothing else of it is of use to an extension
declare const Worker: new (script: string) => Port & { terminate(): void };

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  // not handed over as it is: VS Code's own kind of worker passes no `instanceof Worker`
  let worker: InstanceType<typeof Worker> | undefined;
  const start = async () => {
    worker?.terminate();
    worker = new Worker(script.toString(true));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const nianbao = new Nianbao(
    context,
    (id, name, options) => new LanguageClient(id, name, start, options),
  );
  context.subscriptions.push(nianbao);
}
