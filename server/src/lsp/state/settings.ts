// What holds for a document: the user's settings, asked from the client once and kept until they
// change, and above them the decisions of its folder.
import type { Connection } from 'vscode-languageserver';
import type { Severity } from '../../findings/severity.js';
import { decisionsFor, isLevel, type Settings } from '../../service/index.js';
import type { ConfigPlace } from './folderConfigs.js';

/** What a user may set for an editor, besides what is checked. */
export interface EditorSettings {
  /** How tables are written where the report does not show it. */
  readonly layout: (typeof LAYOUTS)[number];
  /** Whether tables of bars are written without padding: a client says so that knows its font. */
  readonly compact: boolean;
  /** Which inlay hints there are. */
  readonly inlayHints: (typeof INLAY_HINTS)[number];
  /** Where last year's report is looked for. */
  readonly lastYear: (typeof LAST_YEAR)[number];
}

/** The first of each list holds where nothing is set. */
const LAYOUTS = ['markdown', 'tab'] as const;
const INLAY_HINTS = ['problems', 'all', 'off'] as const;
const LAST_YEAR = ['workspace', 'open', 'off'] as const;

/** All that holds for a document. */
export type DocumentSettings = Settings & EditorSettings;

/** What is needed of the server around. */
export interface SettingsHost {
  /** Whether the client can be asked; else what it gave is all there is. */
  readonly canAsk: boolean;
  /** Whether comments in the document may turn rules off. */
  isMarkdown(uri: string): boolean;
  configOf(uri: string): Promise<ConfigPlace | null>;
  /** What holds for a document is known only now; it was taken to have no settings of its own. */
  arrived(uri: string): void;
}

/** So long an answer is waited for. */
const PATIENCE = 2000;

export class SettingsStore {
  private readonly byDocument = new Map<string, Promise<DocumentSettings>>();
  /** Whether the client has been waited for in vain: it is not waited for again until it answers. */
  private isSilent = false;

  constructor(
    private readonly connection: Connection,
    private readonly host: SettingsHost,
    private given: DocumentSettings,
  ) {}

  of(uri: string): Promise<DocumentSettings> {
    const known = this.byDocument.get(uri);
    if (known) return known;
    const all = this.settle(uri);
    const soon = this.inTime(all).then((settled) => {
      if (settled) return settled;
      void all.then(() => {
        this.isSilent = false;
        if (this.byDocument.get(uri) !== soon) return; // asked for anew meanwhile
        this.byDocument.set(uri, all);
        this.host.arrived(uri);
      });
      return { ...this.given, comments: this.host.isMarkdown(uri) };
    });
    this.byDocument.set(uri, soon);
    return soon;
  }

  /** What is settled, unless that takes too long; null then. */
  private async inTime(all: Promise<DocumentSettings>): Promise<DocumentSettings | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<null>((resume) => {
      timer = setTimeout(resume, this.isSilent ? 0 : PATIENCE, null);
    });
    const settled = await Promise.race([all, enough]);
    clearTimeout(timer);
    this.isSilent = settled === null;
    return settled;
  }

  /** After a change; `given` are the settings as a notification brings them. */
  reset(given?: unknown): void {
    this.byDocument.clear();
    const ours = (given as { nianbao?: unknown } | null | undefined)?.nianbao;
    if (ours !== undefined) this.given = readSettings(ours);
  }

  forget(uri: string): void {
    this.byDocument.delete(uri);
  }

  private async settle(uri: string): Promise<DocumentSettings> {
    const [own, config] = await Promise.all([
      this.host.canAsk ? this.ask(uri) : this.given,
      this.host.configOf(uri),
    ]);
    const settings = { ...own, comments: this.host.isMarkdown(uri) };
    if (!config?.content) return settings;
    const { rules, words, ignore } = decisionsFor(config.content, config.file);
    return { ...settings, rules: { ...own.rules, ...rules }, words, ignore };
  }

  private async ask(scopeUri: string): Promise<DocumentSettings> {
    try {
      return readSettings(
        await this.connection.workspace.getConfiguration({ scopeUri, section: 'nianbao' }),
      );
    } catch {
      return readSettings(null); // a client that promised an answer and has none
    }
  }
}

/** Settings as the user wrote them; what makes no sense is left out. */
export function readSettings(value: unknown): DocumentSettings {
  const { rules, layout, compact, inlayHints, lastYear } = (value ?? {}) as Record<string, unknown>;
  return {
    rules: readRules(rules),
    layout: oneOf(LAYOUTS, layout),
    compact: compact === true,
    inlayHints: oneOf(INLAY_HINTS, inlayHints),
    lastYear: oneOf(LAST_YEAR, lastYear),
  };
}

function readRules(rules: unknown): Settings['rules'] {
  if (typeof rules !== 'object' || rules === null) return {};
  const known = Object.entries(rules).filter(([, level]) => isLevel(level));
  return Object.fromEntries(known) as Record<string, Severity | 'off'>;
}

function oneOf<T extends string>(values: readonly [T, ...T[]], value: unknown): T {
  return values.find((one) => one === value) ?? values[0];
}
