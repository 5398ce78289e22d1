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

/** Request, client to server: everything that can be inserted into a report, what it lacks first. */
export const SNIPPETS = 'nianbao/snippets';

export interface SnippetsParams {
  readonly textDocument: { readonly uri: string };
  /** Where the cursor is. */
  readonly position: { readonly line: number; readonly character: number };
}

export type SnippetGroup = '章节' | '表格' | '段落' | '固定说法' | '文件';

export interface SnippetEntry {
  readonly id: string;
  readonly group: SnippetGroup;
  readonly label: string;
  readonly detail: string;
  /** Whether the report lacks it. */
  readonly isMissing: boolean;
  /** In editors' snippet syntax; its white space is to be kept as it is. */
  readonly snippet: string;
  /** Where it belongs; missing where that is the cursor. */
  readonly position?: { readonly line: number; readonly character: number };
}
