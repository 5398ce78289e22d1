// The extension, the same on the desktop and in the browser: it waits for the first report and
// starts the language client then.
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './client.js';
import { registerCommands } from './commands/index.js';
import { pasteTables } from './paste.js';
import { answerReadFile } from './readFile.js';
import { isReport } from './recognize.js';
import { StatusItem } from './statusItem.js';

export type CreateClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => BaseLanguageClient;

/** Typing must not wait for us. */
const DELAY = 300;

export class Nianbao implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('年报', { log: true });
  private languageClient: BaseLanguageClient | undefined;
  private started: Promise<void> | undefined;
  private readonly waiting: vscode.Disposable[] = [];
  private readonly always: vscode.Disposable[] = [this.output];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly create: CreateClient,
  ) {
    this.always.push(...registerCommands(this));
    if (vscode.workspace.textDocuments.some(isReport)) this.start();
    else this.wait();
  }

  get extension(): vscode.Extension<unknown> {
    return this.context.extension;
  }

  /** Ends the server, if there is one, and starts it again. */
  async restart(): Promise<void> {
    if (!this.languageClient) return this.start();
    if (this.languageClient.needsStop()) await this.languageClient.stop();
    this.started = this.languageClient.start();
    await this.started;
  }

  /** The language client, started where it is not. */
  readonly client = async (): Promise<BaseLanguageClient> => {
    this.start();
    await this.started;
    return this.languageClient as BaseLanguageClient;
  };

  async dispose(): Promise<void> {
    this.stopWaiting();
    for (const one of this.always) one.dispose();
    await this.languageClient?.dispose();
  }

  private wait(): void {
    const { workspace } = vscode;
    this.waiting.push(
      workspace.onDidOpenTextDocument((document) => this.consider(document)),
      workspace.onDidChangeTextDocument(({ document }) => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.consider(document), DELAY);
      }),
    );
  }

  private consider(document: vscode.TextDocument): void {
    if (isReport(document)) this.start();
  }

  private start(): void {
    if (this.languageClient) return;
    this.stopWaiting();
    const client = this.create(
      'nianbao',
      '年报',
      clientOptions(this.output, this.context.extensionUri),
    );
    this.languageClient = client;
    this.always.push(new StatusItem(client), answerReadFile(client), pasteTables(client));
    // a failure is told to the user by the client itself
    this.started = client.start();
    this.started.catch((error) => this.output.error(error));
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    for (const one of this.waiting.splice(0)) one.dispose();
  }
}
