// What our client and server say to each other beyond LSP. The only file that both import: types and
// names, nothing else.

/** Sent as `initializationOptions`; every part may be missing. */
export interface InitializationOptions {
  /** Where a rule's documentation is; `{rule}` stands for its id. */
  readonly ruleHref?: string;
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

/** Request, client to server: what a paste is to do other than usual; null where nothing. */
export const PASTE = 'nianbao/paste';

/** Texts longer than this are pasted as usual. */
export const LONGEST_PASTE = 2_000_000;

interface PlaceInDocument {
  readonly line: number;
  readonly character: number;
}

interface StretchOfDocument {
  readonly start: PlaceInDocument;
  readonly end: PlaceInDocument;
}

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** The selection. */
  readonly range: StretchOfDocument;
  /** What was copied, as far as it is there in these forms. */
  readonly html?: string;
  readonly text?: string;
}

export interface PasteResult {
  /** What is done, for a menu. */
  readonly title: string;
  /** All that is to be done: the selection is replaced only if one of them does so. */
  readonly edits: readonly { readonly range: StretchOfDocument; readonly newText: string }[];
  /** What was recognised, and what was not. */
  readonly notice: string;
}
