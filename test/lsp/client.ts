// A plain LSP client for the tests: the bundled server as a child process, over stdio.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type ShowDocumentParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type {
  FieldsParams,
  GridsParams,
  InitializationOptions,
  StatusParams,
} from '../../server/src/lsp/protocol.js';
import { BUILD_ERROR } from '../setup.js';
import { checked } from './settled.js';

export const SERVER = path.resolve(import.meta.dirname, '../../dist/server.js');

/** A client that asks for diagnostics, like VS Code. */
export const PULLS: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};

/** A client that waits to be told. */
export const WAITS: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** What the client answers when it is asked for its settings. */
  readonly settings?: unknown;
  /** The URI of the folder that is open. */
  readonly folder?: string;
}

export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly fields: FieldsParams[] = [];
  readonly grids: GridsParams[] = [];
  readonly logged: string[] = [];
  /** Messages to the user. */
  readonly shown: string[] = [];
  /** What the server has asked to be told of. */
  readonly registered: string[] = [];
  /** What of it holds now, by id. */
  readonly registrations = new Map<string, Registration>();
  refreshes = 0;
  /** What it has asked to be asked for again, by method. */
  readonly refreshed: string[] = [];
  /** The edits that it has had us make. */
  readonly applied: ApplyWorkspaceEditParams[] = [];
  /** The documents that it has had us show. */
  readonly shownDocuments: ShowDocumentParams[] = [];
  settings: unknown;
  initialized!: InitializeResult;
  private readonly versions = new Map<string, number>();
  private waiting: (() => void)[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
  ) {}

  static async start(options: Options = {}): Promise<Client> {
    if (process.env[BUILD_ERROR]) throw new Error(process.env[BUILD_ERROR]);
    const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new Client(server, connection);
    client.settings = options.settings;
    client.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: options.folder ?? null,
      capabilities: options.capabilities ?? PULLS,
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  private listen(): void {
    const { connection } = this;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const registration of registrations) {
        this.registrations.set(registration.id, registration);
        this.note(this.registered, registration.method);
      }
      return null;
    });
    connection.onRequest('client/unregisterCapability', ({ unregisterations }) => {
      for (const { id } of unregisterations) this.registrations.delete(id);
      this.wake();
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.wake();
      return null;
    });
    for (const what of ['inlayHint', 'codeLens', 'semanticTokens'])
      connection.onRequest(`workspace/${what}/refresh`, () => {
        this.note(this.refreshed, what);
        return null;
      });
    connection.onRequest('workspace/applyEdit', (params) => {
      this.note(this.applied, checked(params));
      return { applied: true };
    });
    connection.onRequest('window/showDocument', (params) => {
      this.note(this.shownDocuments, params);
      return { success: true };
    });
    connection.onNotification('textDocument/publishDiagnostics', (params) =>
      this.note(this.published, params),
    );
    connection.onNotification('nianbao/status', (params) => this.note(this.statuses, params));
    connection.onNotification('nianbao/fields', (params) => this.note(this.fields, params));
    connection.onNotification('window/logMessage', ({ message }) =>
      this.note(this.logged, message),
    );
    connection.onNotification('window/showMessage', ({ message }) =>
      this.note(this.shown, message),
    );
    this.process.stderr?.on('data', (chunk) => this.note(this.logged, String(chunk)));
    connection.listen();
  }

  private note<T>(list: T[], item: T): void {
    list.push(item);
    this.wake();
  }

  private wake(): void {
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** Waits until what the server has told us is enough. */
  async until<T>(ask: () => T | undefined | false): Promise<T> {
    for (;;) {
      const answer = ask();
      if (answer) return answer;
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
  }

  open(uri: string, text: string, languageId = 'nianbao'): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Sends edits, and answers the version that they make. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const textDocument = { uri, version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
    return version;
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, previousResultId };
    return this.connection.sendRequest('textDocument/diagnostic', params);
  }

  /** The diagnostics of a document, pulled. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error(`a ${report.kind} report`);
    return report.items;
  }

  /** The diagnostics of a text on its own. */
  async check(text: string, languageId = 'nianbao'): Promise<Diagnostic[]> {
    const uri = `file:///${this.versions.size}.txt`;
    await this.open(uri, text, languageId);
    const diagnostics = await this.diagnostics(uri);
    await this.close(uri);
    return diagnostics;
  }

  /** The diagnostics that were pushed for a version. */
  async pushed(uri: string, version: number): Promise<Diagnostic[]> {
    const isIt = (params: PublishDiagnosticsParams) =>
      params.uri === uri && params.version === version;
    return (await this.until(() => this.published.find(isIt))).diagnostics;
  }

  /** Any request about a document: `client.ask('textDocument/foldingRange', uri)`. */
  async ask<T>(method: string, uri: string, params: object = {}): Promise<T> {
    return checked(await this.connection.sendRequest(method, { textDocument: { uri }, ...params }));
  }

  execute<T>(command: string, ...given: unknown[]): Promise<T> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
  }

  codeActions(uri: string, range: Range, context: Partial<CodeActionContext> = {}) {
    const params = { range, context: { diagnostics: [], ...context } };
    return this.ask<CodeAction[]>('textDocument/codeAction', uri, params);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise<number | null>((done) => this.process.on('exit', done));
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}
