// What a feature of the server is: one file in `features/`, one line of the list in `features/index.ts`.
import type {
  ClientCapabilities,
  Connection,
  ServerCapabilities,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportService } from '../service/index.js';
import type { Log } from './neverFails.js';
import type { Platform } from './platform.js';
import type { InitializationOptions } from './protocol.js';
import type { CheckedDocument, CheckedDocuments } from './state/checkedDocuments.js';
import type { FileOpener } from './state/fileOpener.js';
import type { FolderConfigs } from './state/folderConfigs.js';
import type { SettingsStore } from './state/settings.js';
import type { Workspace } from './state/workspace.js';
import type { DiagnosticOptions } from './toLsp/diagnostics.js';
import type { Hrefs } from './toLsp/hrefs.js';

/** What features work with. */
export interface ServerContext {
  /** Handlers that are registered with it cannot fail. */
  readonly connection: Connection;
  readonly log: Log;
  readonly platform: Platform;
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
  readonly service: ReportService;
  readonly texts: TextDocuments<TextDocument>;
  readonly documents: CheckedDocuments;
  readonly settings: SettingsStore;
  readonly configs: FolderConfigs;
  /** The reports of the workspace by organ and year. */
  readonly reports: Workspace;
  /** Files of any kind. */
  readonly files: FileOpener;
  readonly diagnosticOptions: DiagnosticOptions;
  readonly hrefs: Hrefs;
  /** Whether comments in the document may turn rules off. */
  isMarkdown(uri: string): boolean;
  /** Calls back with what a check has found, whenever there was one. */
  onChecked(listener: (checked: CheckedDocument) => void): void;
  /** Calls back when settings or last year's reports have changed: what clients show may be stale. */
  onRefresh(listener: () => void): void;
}

/** Runs a command; arguments come from outside and are to be looked at before use. */
export type Command = (context: ServerContext, ...args: unknown[]) => Promise<unknown>;

export interface Feature {
  /** What the server tells that it can do, for a client that can do this much. */
  capabilities?(client: ClientCapabilities): ServerCapabilities;
  /** Commands for `workspace/executeCommand`, by name; none that the client has itself. */
  commands?(options: InitializationOptions): Readonly<Record<string, Command>>;
  /** Registers the handlers. */
  serve?(context: ServerContext): void;
}
