// The language server, whatever carries its messages: documents in, findings out, and the features
// of `features/`. No handler fails.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { attempt, faultOf, safely } from './connection/handlers.js';
import { foldersOf } from './connection/options.js';
import { Refusal } from './connection/refusal.js';
import type { ServerContext } from './feature.js';
import { FEATURES } from './features/index.js';
import type { Log } from './neverFails.js';
import type { Platform } from './platform.js';
import { createState, type ServerStart, type ServerState } from './serverState.js';
import type { CheckedDocument } from './state/checkedDocuments.js';
import { isConfig } from './state/folderConfigs.js';
import { Signal } from './state/signal.js';
import { mayBeFolder, watch } from './state/watching.js';
import { toDiagnostics } from './toLsp/diagnostics.js';
import { hrefsOf } from './toLsp/hrefs.js';
import { type Delivery, Pull, Push } from './toLsp/publish.js';

declare const __VERSION__: string;

/** Serves the connection until it closes. */
export function startServer(raw: Connection, platform: Platform): void {
  const log = logger(raw);
  platform.onStrayError?.((error) => log(faultOf('服务器', error)));
  const connection = safely(raw, log);
  const texts = safely(new TextDocuments(TextDocument), log);

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    const tell = messageWindow(connection);
    const context = serve({ connection, platform, texts, params, log, tell });
    const commands = new Map(
      FEATURES.flatMap((feature) => Object.entries(feature.commands?.(context.options) ?? {})),
    );
    connection.onExecuteCommand(async ({ command, arguments: given }) => {
      const run = commands.get(command);
      if (!run) throw new Refusal(ErrorCodes.InvalidParams, '没有这个命令');
      return (await run(context, ...(given ?? []))) ?? null;
    });
    for (const feature of FEATURES) attempt('启动', () => feature.serve?.(context), log); // one that the client confuses is left out
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
          ...FEATURES.map((one) => attempt('启动', () => one.capabilities?.(capabilities), log)),
        ),
      },
    };
  });

  texts.listen(connection);
  connection.listen();
}

/** Connects what the server knows with the client, for features to build on. */
function serve(start: ServerStart): ServerContext {
  const { connection, platform, texts, params, log } = start;
  const state = createState(start);
  const { options, documents, stale } = state;
  const checked = new Signal<CheckedDocument>('检查', log);
  const hrefs = hrefsOf(options, platform);
  const diagnosticOptions = {
    hrefOf: hrefs.rule,
    fileOf: hrefs.file,
    related: showsRelated(params.capabilities),
  };
  const delivery = deliver(start, state, (one) => {
    checked.fire(one);
    return toDiagnostics(one, diagnosticOptions);
  });
  stale.on((uris) => delivery.refresh(uris));
  listen(start, state, delivery);
  return {
    connection,
    log,
    platform,
    client: params.capabilities,
    options,
    service: state.service,
    texts,
    documents,
    settings: state.settings,
    configs: state.configs,
    reports: state.reports,
    files: state.files,
    diagnosticOptions,
    hrefs,
    isMarkdown: state.isMarkdown,
    onChecked: (listener) => checked.on(listener),
    onRefresh: (listener) => stale.on(listener),
  };
}

/** How findings reach this client. */
function deliver(
  { connection, platform, params: { capabilities }, log }: ServerStart,
  { documents }: ServerState,
  convert: (checked: CheckedDocument) => ReturnType<typeof toDiagnostics>,
): Delivery {
  if (!pulls(capabilities)) return new Push(connection, documents, convert, platform, log);
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  return new Pull(connection, documents, convert, canRefresh);
}

/** Takes what the client tells into what the server knows. */
function listen(
  { connection, texts, params }: ServerStart,
  { open, reports, files, configs, settings, rejudged, isWatched }: ServerState,
  delivery: Delivery,
): void {
  const configChanged = () => {
    configs.reset();
    settings.reset();
    rejudged.fire(undefined);
  };
  texts.onDidOpen(({ document }) => reports.opened(document.uri));
  texts.onDidChangeContent(({ document: { uri } }) => {
    if (isConfig(uri)) return configChanged();
    if (!isWatched) settings.forget(uri);
    reports.edited(uri);
    delivery.changed(uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    open.forget(uri);
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
    if (params.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'nianbao' })
        .catch(() => {});
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes)
      if (mayBeFolder(uri)) reports.folderChanged(uri);
      else reports.changedOnDisk(uri);
    // a folder may bring its config, or take it away
    if (changes.some(({ uri }) => isConfig(uri) || mayBeFolder(uri))) configChanged();
  });
  connection.onDidChangeConfiguration((change) => {
    settings.reset(change.settings);
    rejudged.fire(undefined);
  });
  connection.onShutdown(() => {
    reports.dispose();
    files.dispose();
  });
}

/** Whether the client asks for diagnostics itself. */
function pulls({ textDocument }: ClientCapabilities): boolean {
  return (textDocument?.diagnostic ?? undefined) !== undefined;
}

function showsRelated({ textDocument }: ClientCapabilities): boolean {
  const shown = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  return shown?.relatedInformation !== false;
}

/** Not through the library's log: what that is told is kept to itself. A log must not fail in its turn. */
function logger(connection: Connection): Log {
  const type = MessageType.Error;
  return (message) => {
    try {
      connection.sendNotification(LogMessageNotification.type, { type, message }).catch(() => {});
    } catch {
      // the client is gone
    }
  };
}

function messageWindow(connection: Connection): ServerStart['tell'] {
  return (message, grave) => {
    const type = MessageType.Warning;
    void connection.sendNotification(LogMessageNotification.type, { type, message });
    if (!grave) return;
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  };
}
