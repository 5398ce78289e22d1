// The extension, the same on the desktop and in the browser: it waits for the first report and
// starts the language client then.
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './client.js';
import { registerCommands } from './commands/index.js';
import { pasteTables } from './paste.js';
import { answerReadFile } from './readFile.js';
import { looksLikeReport } from './recognize.js';
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
  private client: BaseLanguageClient | undefined;
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
    if (!this.client) return this.start();
    if (this.client.needsStop()) await this.client.stop();
    await this.client.start();
  }

  async dispose(): Promise<void> {
    this.stopWaiting();
    for (const one of this.always) one.dispose();
    await this.client?.dispose();
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
    if (!this.client && isReport(document)) this.start();
  }

  private start(): void {
    this.stopWaiting();
    this.client = this.create(
      'nianbao',
      '年报',
      clientOptions(this.output, this.context.extensionUri),
    );
    this.always.push(
      new StatusItem(this.client),
      answerReadFile(this.client),
      pasteTables(this.client),
    );
    // a failure is told to the user by the client itself
    this.client.start().catch((error) => this.output.error(error));
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    for (const one of this.waiting.splice(0)) one.dispose();
  }
}

function isReport(document: vscode.TextDocument): boolean {
  if (document.languageId === 'nianbao') return true;
  const other = document.languageId === 'markdown' || document.languageId === 'plaintext';
  return other && looksLikeReport(document.getText());
}
