// What the server knows: the open documents, what holds for them, and the reports around them. Made from
// the ground up: each part is given those before it; what happens later travels by signals.
import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createReportService, type ReportService } from '../service/index.js';
import { isMarkdown } from '../text/fileNames.js';
import { readOptions } from './connection/options.js';
import { type Log, parseSafely } from './neverFails.js';
import type { Platform } from './platform.js';
import type { InitializationOptions } from './protocol.js';
import { CheckedDocuments } from './state/checkedDocuments.js';
import { FileOpener } from './state/fileOpener.js';
import { readersOf } from './state/fileReaders.js';
import { FolderConfigs } from './state/folderConfigs.js';
import { lexiconFrom } from './state/lexiconFile.js';
import { OpenDocuments } from './state/openDocuments.js';
import { readSettings, SettingsStore } from './state/settings.js';
import { Signal } from './state/signal.js';
import { Workspace } from './state/workspace.js';

/** What the server was started with. */
export interface ServerStart {
  /** Handlers that are registered with it cannot fail. */
  readonly connection: Connection;
  readonly platform: Platform;
  /** The texts that the client has open; its events cannot fail either. */
  readonly texts: TextDocuments<TextDocument>;
  readonly params: InitializeParams;
  readonly log: Log;
  /** Says something to the user, where it is `grave`; else it is only logged. */
  tell(message: string, grave: boolean): void;
}

export interface ServerState {
  readonly options: InitializationOptions;
  readonly service: ReportService;
  readonly configs: FolderConfigs;
  readonly settings: SettingsStore;
  readonly open: OpenDocuments;
  readonly documents: CheckedDocuments;
  readonly reports: Workspace;
  readonly files: FileOpener;
  /** Whether the client tells when a file changes. */
  readonly isWatched: boolean;
  /** Settings or words are others: these documents, or all, are to be judged anew. */
  readonly rejudged: Signal<Documents>;
  /** What was found before may be stale in these documents, or in all. */
  readonly stale: Signal<Documents>;
  isMarkdown(uri: string): boolean;
}

/** Some of the open documents, or all of them. */
export type Documents = readonly string[] | undefined;

export function createState({
  connection,
  platform,
  texts,
  params,
  log,
  tell,
}: ServerStart): ServerState {
  const options = readOptions(params.initializationOptions);
  const client = params.capabilities.workspace;
  const isWatched = client?.didChangeWatchedFiles?.dynamicRegistration === true;
  const marksDown = (uri: string) => texts.get(uri)?.languageId === 'markdown' || isMarkdown(uri);

  const rejudged = new Signal<Documents>('重新检查', log);
  const stale = new Signal<Documents>('更新', log);
  const lexicon = lexiconFrom(platform, options, () => rejudged.fire(undefined));
  const service = createReportService({ lexicon });
  const rules = service.rules.map(({ id }) => id);
  const readerOf = readersOf(connection, platform, options);
  const configs = new FolderConfigs({ texts, readerOf, rules, isWatched, tell });
  const settings = new SettingsStore(
    connection,
    {
      canAsk: client?.configuration === true,
      isMarkdown: marksDown,
      configOf: (uri) => configs.of(uri),
      arrived: (uri) => rejudged.fire([uri]),
    },
    readSettings(options.settings),
  );
  const open = new OpenDocuments(texts, service, log, marksDown);
  const files = new FileOpener(readerOf, platform.office(options.readerHref));
  const reports = new Workspace(
    {
      read: (uri) => open.read(uri),
      parse: (source) => parseSafely(service, source, log),
      changed: (uris) => stale.fire(uris),
    },
    files,
    platform,
    log,
  );
  const settingsOf = (uri: string) => settings.of(uri);
  const documents = new CheckedDocuments(open, service, settingsOf, reports, log);
  rejudged.on((uris) => {
    documents.recheck();
    stale.fire(uris);
  });
  return {
    options,
    service,
    configs,
    settings,
    open,
    documents,
    reports,
    files,
    isWatched,
    rejudged,
    stale,
    isMarkdown: marksDown,
  };
}
