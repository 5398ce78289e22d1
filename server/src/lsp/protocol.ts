// What our client and server say to each other beyond LSP. The only file that both import: types and
// names, nothing else.

/** Sent as `initializationOptions`; every part may be missing. */
export interface InitializationOptions {
  /** Where a rule's documentation is; `{rule}` stands for its id. */
  readonly ruleHref?: string;
  /** Where the page on cited notices is; `{notice}` stands for the anchor of one. */
  readonly noticeHref?: string;
  /** Where a server that has no files finds its lexicon. */
  readonly lexicon?: string;
  /** Whether the client shows the state of a report, and so wants `nianbao/status`. */
  readonly status?: boolean;
  /** Whether the client has the commands `OPEN_RULE` and `SAVE`. */
  readonly commands?: boolean;
  /** Whether it answers `READ_FILE`. */
  readonly readFile?: boolean;
  /** Settings for a client that cannot be asked for them. */
  readonly settings?: unknown;
}

/** Command of code actions: shows a rule's documentation. Its argument is the rule's id. */
export const OPEN_RULE = 'nianbao.openRule';

/** Command of code actions: saves a file that the action has changed. Its argument is the URI. */
export const SAVE = 'nianbao.save';

/** Request, server to client: the text of a file that the server cannot reach; null if there is none. */
export const READ_FILE = 'nianbao/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Notification, server to client: what the last check of a document says in short. */
export const STATUS = 'nianbao/status';

export interface StatusParams {
  readonly uri: string;
  /** Whether the document is such a report at all; otherwise nothing below means anything. */
  readonly recognized: boolean;
  readonly organization: string | null;
  readonly year: number | null;
  readonly template: '2019' | '2021' | 'mixed' | null;
  /** Findings by severity. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  /** The official relations between the figures. */
  readonly relations: Readonly<Record<'held' | 'broken' | 'unknown', number>>;
}

/** Whose report it is. */
export type Level = 'town' | 'bureau' | 'county' | 'city' | 'province';

/** Request: the reports that are known of the workspace, newest first. */
export const KNOWN_REPORTS = 'nianbao/knownReports';

export interface KnownReport {
  readonly organization: string;
  readonly year: number;
  readonly uri: string;
}

/** Request: what a new report may be taken to be, for the user to confirm. */
export const DRAFT_DEFAULTS = 'nianbao/draftDefaults';

export interface DraftDefaultsParams {
  readonly organization: string;
  readonly year: number;
}

export interface DraftDefaults {
  readonly level: Level;
  /** Last year's file; null if none is known. */
  readonly previous: string | null;
}

/** Request: the text of a new report. */
export const NEW_REPORT = 'nianbao/newReport';

export interface NewReportParams {
  readonly organization: string;
  readonly year: number;
  readonly level?: Level;
  readonly layout?: 'markdown' | 'tab';
  /** Last year's file; null for none, undefined for the one that the server finds. */
  readonly previous?: string | null;
  /** Whether its figures are all 0, not blank. */
  readonly zeros?: boolean;
}

export interface NewReport {
  readonly text: string;
  readonly previous: string | null;
}

/** Request: the next cell or prompt; null where there is nothing to go to. */
export const FIELD = 'nianbao/field';

export interface FieldParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly forward: boolean;
}

export interface Field {
  /** Totals that can be filled in now. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Where to go, once they are made. */
  readonly range: Range;
}

/** Request: all that can be inserted into a report, what is missing first. */
export const SNIPPETS = 'nianbao/snippets';

export interface SnippetsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export interface ReportSnippet {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail: string;
  readonly description?: string;
  /** In the syntax of VS Code's snippets. */
  readonly snippet: string;
  /** What it replaces, where it belongs. */
  readonly range: Range;
}

/** Request, client to server: what a paste is to do other than usual; null where nothing. */
export const PASTE = 'nianbao/paste';

/** Texts longer than this are pasted as usual. */
export const LONGEST_PASTE = 2_000_000;

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** The selection. */
  readonly range: Range;
  /** What was copied, as far as it is there in these forms. */
  readonly html?: string;
  readonly text?: string;
}

export interface PasteResult {
  /** What is done, for a menu. */
  readonly title: string;
  /** All that is to be done: the selection is replaced only if one of them does so. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** What was recognised, and what was not. */
  readonly notice: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}
