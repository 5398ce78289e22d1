// The extension, the same on the desktop and in the browser: it waits for the first report and
// starts the server then.
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DidChangeConfigurationNotification,
  State,
} from 'vscode-languageclient';
import {
  FIELDS,
  type FieldsParams,
  GRIDS,
  type GridsParams,
  PING,
} from '../../server/src/lsp/protocol.js';
import { clientOptions } from './client.js';
import { ColumnView } from './columns/columnView.js';
import { registerCommands } from './commands/index.js';
import { Crashes } from './crashes.js';
import { Travel } from './fields/travel.js';
import { offerFont } from './fonts.js';
import { FormEditor } from './form/formEditor.js';
import type { Host } from './host.js';
import type { CreateServer, Server } from './languageServer.js';
import { offerOffice } from './office/officeOffer.js';
import { OfficeSources } from './office/officeSources.js';
import { showOfficeText } from './office/officeText.js';
import { pasteTables } from './paste.js';
import { answerReadFile } from './readFile.js';
import { isReport } from './recognize.js';
import { ReviewPanel } from './review/reviewPanel.js';
import { StatusItem } from './statusItem.js';
import { PATIENCE_S, Watchdog } from './watchdog.js';
import { wrapPlainText } from './wrapping.js';

/** Typing must not wait for us. */
const DELAY = 300;

/** A server that ends while it starts is started again: its next start is waited for. */
const STARTS = 6;
const BETWEEN_STARTS = 100;

/** What there is as long as there is a server. */
interface Running extends Server {
  readonly crashes: Crashes;
  readonly parts: vscode.Disposable[];
}

export class Nianbao implements Host, vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('年报', { log: true });
  readonly travel = new Travel(this);
  readonly sources: OfficeSources;
  readonly forms = new FormEditor(this);
  readonly reviews: ReviewPanel;
  private running: Running | undefined;
  private readonly waiting: vscode.Disposable[] = [];
  private readonly always: vscode.Disposable[] = [this.output, this.travel];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly create: CreateServer,
  ) {
    this.sources = new OfficeSources(context.workspaceState);
    this.reviews = new ReviewPanel(this, context.workspaceState);
    this.always.push(
      this.sources,
      this.reviews,
      ...registerCommands(this),
      showOfficeText(this),
      this.forms.register(),
      offerOffice(this, context.globalState),
    );
    this.travel.warmUp();
    if (vscode.workspace.textDocuments.some(isReport)) this.start();
    else this.wait();
  }

  get extension(): vscode.Extension<unknown> {
    return this.context.extension;
  }

  get isAlive(): boolean {
    return isAlive(this.running?.client);
  }

  /** Ends the server, if there is one, whatever it is doing, and starts it again. */
  async restart(): Promise<void> {
    await this.end();
    await this.client();
  }

  /** The language client, once it runs; started where it is not. */
  readonly client = async (): Promise<BaseLanguageClient> => {
    if (!this.isAlive) {
      await this.end();
      this.start();
    }
    for (let i = 1; ; i++) {
      const client = this.running?.client;
      try {
        await client?.start();
        if (client?.isRunning()) return client;
      } catch (error) {
        if (i === STARTS) throw error;
      }
      if (i === STARTS || !this.running) throw new Error('检查服务没有启动');
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_STARTS));
    }
  };

  async dispose(): Promise<void> {
    this.stopWaiting();
    for (const one of this.always) one.dispose();
    await this.end();
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
    if (this.running) return;
    this.stopWaiting();
    const crashes = new Crashes();
    const watchdog: Watchdog = new Watchdog({
      ping: () => server.client.sendRequest(PING),
      stuck: () => this.stuck(server),
    });
    const options = clientOptions(this.output, this.context.extensionUri, (method) => {
      if (method !== PING) watchdog.work();
    });
    const server = this.create('nianbao', '年报', { ...options, errorHandler: crashes });
    const { client } = server;
    const columns = new ColumnView();
    this.running = {
      ...server,
      crashes,
      parts: [
        columns,
        new StatusItem(client, () => isAlive(client), columns),
        answerReadFile(client),
        wrapPlainText(),
        offerFont(this.context.globalState),
        vscode.workspace.onDidChangeConfiguration((change) => {
          if (change.affectsConfiguration('editor.fontFamily') && client.isRunning())
            void client.sendNotification(DidChangeConfigurationNotification.type, {
              settings: null,
            });
        }),
        pasteTables(client),
        client.onNotification(FIELDS, (fields: FieldsParams) =>
          this.travel.known.take(client.protocol2CodeConverter.asUri(fields.uri), fields),
        ),
        client.onNotification(GRIDS, (grids: GridsParams) =>
          columns.take(client.protocol2CodeConverter.asUri(grids.uri), grids),
        ),
        client.onDidChangeState(({ newState }) => {
          if (newState === State.Running) return;
          columns.reset();
          this.travel.reset();
          watchdog.stop();
          if (newState === State.Starting) watchdog.work();
        }),
        { dispose: () => watchdog.stop() },
      ],
    };
    // a failure is told to the user by the client itself
    client.start().catch((error) => this.output.error(error));
  }

  /** The client starts a server that has ended by itself again. */
  private stuck(server: Server): void {
    this.output.error(`检查服务 ${PATIENCE_S} 秒没有回应，重新启动。`);
    vscode.window.setStatusBarMessage('$(warning) 年报：检查服务没有回应，已重新启动', 8000);
    server.kill();
  }

  private async end(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    running.crashes.hasEnded = true;
    this.travel.reset();
    for (const part of running.parts) part.dispose();
    await running.dispose();
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    for (const one of this.waiting.splice(0)) one.dispose();
  }
}

function isAlive(client: BaseLanguageClient | undefined): boolean {
  return client?.state === State.Running || client?.state === State.Starting;
}
