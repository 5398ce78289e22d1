// The language server, whatever carries its messages: every handler is here, one line each, and the
// work is in the files beside. No handler throws.
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lexicon } from '../lexicon/lexicon.js';
import { createReportService } from '../service.js';
import { codeActions, KINDS, wanted } from './codeActions.js';
import { type Delivery, Pull, Push } from './delivery.js';
import { toDiagnostic, toDiagnostics } from './diagnostics.js';
import { type Checked, CheckedDocuments } from './documents.js';
import { parseSafely } from './guard.js';
import { toHover } from './hover.js';
import type { Platform } from './platform.js';
import type { InitializationOptions } from './protocol.js';
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
  const settings = new SettingsStore(connection, canAsk, readSettings(options.settings));
  const service = createReportService({
    lexicon: lexiconFrom(platform, options, () => recheck()),
  });
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

  texts.onDidOpen(({ document }) => reports.opened(document.uri));
  texts.onDidChangeContent(({ document }) => {
    reports.edited(document.uri);
    delivery.changed(document.uri);
  });
  texts.onDidClose(({ document: { uri } }) => {
    documents.forget(uri);
    settings.forget(uri);
    reports.closed(uri);
    delivery.closed(uri);
  });

  const folders = foldersOf(params);
  reports.setFolders(folders);
  connection.onInitialized(() => {
    watch(connection, params, folders, reports);
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'nianbao' })
        .catch(() => {});
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) reports.changedOnDisk(uri);
  });
  connection.onShutdown(() => reports.dispose());
  const recheck = () => {
    documents.recheck();
    delivery.refresh();
  };
  connection.onDidChangeConfiguration((params) => {
    settings.reset(params.settings);
    recheck();
  });

  const codeActionOptions = {
    versioned: workspace?.workspaceEdit?.documentChanges === true,
    toDiagnostic: (checked: Checked, finding: Checked['diagnostics'][number]) =>
      toDiagnostic(checked, finding, diagnosticOptions),
  };
  connection.onCodeAction(async (params, token) => {
    const { quickFix, fixAll } = wanted(params);
    if (!quickFix && !fixAll) return [];
    const checked = await documents.check(params.textDocument.uri, token);
    return checked && codeActions(checked, params, codeActionOptions);
  });

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
