// The language server, whatever carries its messages: every handler is here, one line each, and the
// work is in the files beside. No handler throws.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lexicon } from '../lexicon/lexicon.js';
import { createReportService } from '../service.js';
import { isMarkdown } from '../text/fileNames.js';
import { codeActions, KINDS, wanted } from './codeActions.js';
import { type Delivery, Pull, Push } from './delivery.js';
import { toDiagnostic, toDiagnostics } from './diagnostics.js';
import { type Checked, CheckedDocuments } from './documents.js';
import { FolderConfigs, isConfig, readersOf } from './folderConfigs.js';
import { parseSafely } from './guard.js';
import { toHover } from './hover.js';
import type { Platform } from './platform.js';
import type { InitializationOptions } from './protocol.js';
import { commandsFor, serveRuleDocs } from './ruleDocs.js';
import { readSettings, SettingsStore } from './settings.js';
import { sendStatus } from './status.js';
import { documentSymbols, flatSymbols } from './symbols.js';
import { foldersOf, watch } from './watching.js';
import { Workspace } from './workspace.js';

declare const __VERSION__: string;

/** Serves the connection until it closes. */
export function startServer(connection: Connection, platform: Platform): void {
  const texts = new TextDocuments(TextDocument);

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    serve(connection, platform, texts, params);
    return {
      serverInfo: { name: 'nianbao', version: __VERSION__ },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: pulls(capabilities)
          ? { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false }
          : undefined,
        codeActionProvider: { codeActionKinds: KINDS },
        ...commandsFor(params.initializationOptions ?? {}),
        documentSymbolProvider: { label: '年报' },
        hoverProvider: true,
        workspace: capabilities.workspace?.workspaceFolders
          ? { workspaceFolders: { supported: true } }
          : undefined,
      },
    };
  });

  texts.listen(connection);
  connection.listen();
}

function serve(
  connection: Connection,
  platform: Platform,
  texts: TextDocuments<TextDocument>,
  params: InitializeParams,
): void {
  const { capabilities } = params;
  const options: InitializationOptions = params.initializationOptions ?? {};
  const { workspace, textDocument } = capabilities;
  const log = (message: string) => connection.console.error(message);
  const canAsk = workspace?.configuration === true;
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
      connection.console.warn(message);
      if (!grave) return;
      const type = MessageType.Warning;
      void connection.sendNotification(ShowMessageNotification.type, { type, message });
    },
  });
  const marksDown = (uri: string) => texts.get(uri)?.languageId === 'markdown' || isMarkdown(uri);
  const settings = new SettingsStore(
    connection,
    { canAsk, isMarkdown: marksDown, configOf: (uri) => configs.of(uri) },
    readSettings(options.settings),
  );
  const reports = new Workspace(
    {
      read: (uri) => documents.read(uri),
      versionOf: (uri) => documents.versionOf(uri),
      parse: (text) => parseSafely(service, text, log),
      changed: (uris) => delivery.refresh(uris),
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

  const diagnosticOptions = {
    hrefOf: (rule: string) =>
      options.ruleHref?.replaceAll('{rule}', rule) ?? platform.ruleHref?.(rule),
    related:
      (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation !== false,
  };
  const convert = (checked: Checked) => {
    if (options.status) sendStatus(connection, checked);
    return toDiagnostics(checked, diagnosticOptions);
  };
  const delivery: Delivery = pulls(capabilities)
    ? new Pull(connection, documents, convert, workspace?.diagnostics?.refreshSupport === true)
    : new Push(connection, documents, convert, platform);

  const recheck = () => {
    documents.recheck();
    delivery.refresh();
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

  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  const codeActionOptions = {
    versioned: documentChanges === true,
    creates: documentChanges === true && resourceOperations?.includes('create') === true,
    saves: options.commands === true,
    titleOf: (rule: string) => service.rules.find(({ id }) => id === rule)?.docs().title ?? rule,
    toDiagnostic: (checked: Checked, finding: Checked['diagnostics'][number]) =>
      toDiagnostic(checked, finding, diagnosticOptions),
  };
  connection.onCodeAction(async (params, token) => {
    const { quickFix, fixAll } = wanted(params);
    if (!quickFix && !fixAll) return [];
    const { uri } = params.textDocument;
    const checked = await documents.check(uri, token);
    if (!checked) return null;
    const place = { isMarkdown: marksDown(uri), config: quickFix ? await configs.of(uri) : null };
    return codeActions(checked, params, { ...codeActionOptions, ...place });
  });
  serveRuleDocs(connection, capabilities, diagnosticOptions.hrefOf);

  const [hoverKind = MarkupKind.Markdown] = textDocument?.hover?.contentFormat ?? [];
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const reading = await documents.read(uri, token);
    return reading && toHover(reading, position, await documents.previous(reading), hoverKind);
  });

  const tree = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  connection.onDocumentSymbol(async (params, token) => {
    const reading = await documents.read(params.textDocument.uri, token);
    if (!reading) return null;
    return tree ? documentSymbols(reading) : flatSymbols(reading);
  });
}

/** Whether the client asks for diagnostics itself. */
function pulls({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** The lexicon, read on first use; where it takes its time, all is checked again once it is there. */
function lexiconFrom(
  platform: Platform,
  { lexicon: url }: InitializationOptions,
  arrived: () => void,
): () => Lexicon | null {
  let lexicon: Lexicon | null = null;
  let asked = false;
  return () => {
    if (asked) return lexicon;
    asked = true;
    try {
      const answer = platform.lexicon?.(url) ?? null;
      if (!(answer instanceof Promise)) lexicon = answer;
      else
        answer.then(
          (words) => {
            lexicon = words;
            arrived();
          },
          () => {},
        );
    } catch {
      // without its words the rule that needs them is silent; the others work
    }
    return lexicon;
  };
}
