// Entry in the browser: the server is a web worker.
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from 'vscode-languageclient/browser';
import { type CreateServer, GOODBYE_MS } from './languageServer.js';
import { Nianbao } from './nianbao.js';

type WorkerPort = ConstructorParameters<typeof BrowserMessageReader>[0];
// the DOM's types are not loaded: nothing else of it is of use to an extension
declare const Worker: new (script: string) => WorkerPort & { terminate(): void };

/** A worker that is terminated says nothing: its client has to be told. */
class WorkerReader extends BrowserMessageReader {
  end(): void {
    this.fireClose();
  }
}

export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  const create: CreateServer = (id, name, options) => {
    // not handed over as it is: VS Code's own kind of worker passes no `instanceof Worker`
    let worker: InstanceType<typeof Worker> | undefined;
    let reader: WorkerReader | undefined;
    const start = async () => {
      worker?.terminate();
      worker = new Worker(script.toString(true));
      reader = new WorkerReader(worker);
      return { reader, writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient(id, name, start, options);
    return {
      client,
      kill() {
        worker?.terminate();
        reader?.end();
      },
      async dispose() {
        await client.dispose(GOODBYE_MS).catch(() => {}); // it is stuck, or has not started
        worker?.terminate();
      },
    };
  };
  context.subscriptions.push(new Nianbao(context, create));
}
