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

/** Request, client to server: the field to go to from a place; null where there is none. */
export const FIELD = 'nianbao/field';

export interface FieldParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Place;
  /** To the next one, or back to the one before. */
  readonly forward: boolean;
}

export interface FieldResult {
  /** What to select once the edits are made. */
  readonly range: PlaceRange;
  /** Totals that have become known. */
  readonly edits: readonly { readonly range: PlaceRange; readonly newText: string }[];
}

/** As in LSP: zero-based. */
interface Place {
  readonly line: number;
  readonly character: number;
}

interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}
