// The language server, whatever carries its messages: documents in, findings out, and the features
// of `features/`. No handler fails.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReportService } from '../service/index.js';
import { isMarkdown } from '../text/fileNames.js';
import { attempt, safely } from './connection/handlers.js';
import { foldersOf, readOptions } from './connection/options.js';
import type { ServerContext } from './feature.js';
import { FEATURES } from './features/index.js';
import { type Log, parseSafely } from './neverFails.js';
import type { Platform } from './platform.js';
import { type CheckedDocument, CheckedDocuments } from './state/checkedDocuments.js';
import { FolderConfigs, isConfig, readersOf } from './state/folderConfigs.js';
import { lexiconFrom } from './state/lexiconFile.js';
import { readSettings, SettingsStore } from './state/settings.js';
import { watch } from './state/watching.js';
import { Workspace } from './state/workspace.js';
import { toDiagnostics } from './toLsp/diagnostics.js';
import { hrefsOf } from './toLsp/hrefs.js';
import { type Delivery, Pull, Push } from './toLsp/publish.js';

declare const __VERSION__: string;

/** Serves the connection until it closes. */
export function startServer(raw: Connection, platform: Platform): void {
  const log = logger(raw);
  const connection = safely(raw, log);
  const texts = new TextDocuments(TextDocument);

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    const context = serve(connection, platform, texts, params, log);
    const commands = new Map(
      FEATURES.flatMap((feature) => Object.entries(feature.commands?.(context.options) ?? {})),
    );
    connection.onExecuteCommand(async ({ command, arguments: given }) => {
      const run = commands.get(command);
      if (!run) throw new ResponseError(ErrorCodes.InvalidParams, '没有这个命令');
      return (await run(context, ...(given ?? []))) ?? null;
    });
    for (const feature of FEATURES) attempt(() => feature.serve?.(context), log); // one that the client confuses is left out
    return {
      serverInfo: { name: 'nianbao', version: __VERSION__ },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: pulls(capabilities)
          ? { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false }
          : undefined,
        executeCommandProvider: commands.size > 0 ? { commands: [...commands.keys()] } : undefined,
        workspace: capabilities.workspace?.workspaceFolders
          ? { workspaceFolders: { supported: true } }
          : undefined,
        ...Object.assign(
          {},
          ...FEATURES.map((feature) => attempt(() => feature.capabilities?.(capabilities), log)),
        ),
      },
    };
  });

  texts.listen(connection);
  connection.listen();
}

/** Connects documents, settings and the workspace with the client, for features to build on. */
function serve(
  connection: Connection,
  platform: Platform,
  texts: TextDocuments<TextDocument>,
  params: InitializeParams,
  log: Log,
): ServerContext {
  const { capabilities } = params;
  const options = readOptions(params.initializationOptions);
  const { workspace, textDocument } = capabilities;
  const service = createReportService({
    lexicon: lexiconFrom(platform, options, () => recheck()),
  });
  const isWatched = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const configs = new FolderConfigs({
    texts,
    readerOf: readersOf(connection, platform, options),
    rules: service.rules.map(({ id }) => id),
    isWatched,
    tell: (message, grave) => {
      const type = MessageType.Warning;
      void connection.sendNotification(LogMessageNotification.type, { type, message });
      if (!grave) return;
      void connection.sendNotification(ShowMessageNotification.type, { type, message });
    },
  });
  const marksDown = (uri: string) => texts.get(uri)?.languageId === 'markdown' || isMarkdown(uri);
  const settings = new SettingsStore(
    connection,
    {
      canAsk: workspace?.configuration === true,
      arrived: (uri) => {
        documents.recheck();
        refresh([uri]);
      },
      isMarkdown: marksDown,
      configOf: (uri) => configs.of(uri),
    },
    readSettings(options.settings),
  );
  const reports = new Workspace(
    {
      read: (uri) => documents.read(uri),
      parse: (text) => parseSafely(service, text, log),
      changed: (uris) => refresh(uris),
    },
    platform,
  );
  const documents: CheckedDocuments = new CheckedDocuments(
    texts,
    service,
    (uri) => settings.of(uri),
    reports,
    log,
  );

  const hrefs = hrefsOf(options, platform);
  const diagnosticOptions = {
    hrefOf: hrefs.rule,
    related:
      (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation !== false,
  };
  const checkedListeners: ((checked: CheckedDocument) => void)[] = [];
  const convert = (checked: CheckedDocument) => {
    for (const listener of checkedListeners) listener(checked);
    return toDiagnostics(checked, diagnosticOptions);
  };
  const delivery: Delivery = pulls(capabilities)
    ? new Pull(connection, documents, convert, workspace?.diagnostics?.refreshSupport === true)
    : new Push(connection, documents, convert, platform);

  const refreshListeners: (() => void)[] = [];
  const refresh = (uris?: readonly string[]) => {
    delivery.refresh(uris);
    for (const listener of refreshListeners) listener();
  };
  const recheck = () => {
    documents.recheck();
    refresh();
  };
  const configChanged = () => {
    configs.reset();
    settings.reset();
    recheck();
  };
  texts.onDidOpen(({ document }) => reports.opened(document.uri));
  texts.onDidChangeContent(({ document }) => {
    if (isConfig(document.uri)) return configChanged();
    if (!isWatched) settings.forget(document.uri);
    reports.edited(document.uri);
    delivery.changed(document.uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    documents.forget(uri);
    settings.forget(uri);
    reports.closed(uri);
    delivery.closed(uri);
    if (isConfig(uri)) configChanged();
  });

  const folders = foldersOf(params);
  const setFolders = (uris: readonly string[]) => {
    reports.setFolders(uris);
    configs.setFolders(uris);
  };
  setFolders(folders);
  connection.onInitialized(() => {
    watch(connection, params, folders, (uris) => {
      setFolders(uris);
      configChanged();
    });
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'nianbao' })
        .catch(() => {});
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) reports.changedOnDisk(uri);
    if (changes.some(({ uri }) => isConfig(uri))) configChanged();
  });
  connection.onShutdown(() => reports.dispose());
  connection.onDidChangeConfiguration((params) => {
    settings.reset(params.settings);
    recheck();
  });

  return {
    connection,
    log,
    client: capabilities,
    options,
    service,
    texts,
    documents,
    settings,
    configs,
    reports,
    diagnosticOptions,
    hrefs,
    isMarkdown: marksDown,
    onChecked: (listener) => void checkedListeners.push(listener),
    onRefresh: (listener) => void refreshListeners.push(listener),
  };
}

/** Whether the client asks for diagnostics itself. */
function pulls({ textDocument }: ClientCapabilities): boolean {
  return (textDocument?.diagnostic ?? undefined) !== undefined;
}

/** Not through the library's log: what that is told is kept to itself. */
function logger(connection: Connection): Log {
  const type = MessageType.Error;
  return (message) =>
    void connection.sendNotification(LogMessageNotification.type, { type, message });
}
