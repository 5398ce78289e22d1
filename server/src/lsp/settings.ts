// What holds for a document: the user's settings, asked from the client once and kept until they
// change, and above them the decisions of its folder.
import type { Connection } from 'vscode-languageserver';
import { decisionsFor, isLevel } from '../config/config.js';
import type { Severity } from '../rules/rule.js';
import type { Settings } from '../service.js';
import type { ConfigPlace } from './folderConfigs.js';

/** What is needed of the server around. */
export interface SettingsHost {
  /** Whether the client can be asked; else what it gave is all there is. */
  readonly canAsk: boolean;
  /** Whether comments in the document may turn rules off. */
  isMarkdown(uri: string): boolean;
  configOf(uri: string): Promise<ConfigPlace | null>;
}

export class SettingsStore {
  private readonly byDocument = new Map<string, Promise<Settings>>();

  constructor(
    private readonly connection: Connection,
    private readonly host: SettingsHost,
    private given: Settings,
  ) {}

  of(uri: string): Promise<Settings> {
    let settings = this.byDocument.get(uri);
    if (!settings) {
      settings = this.settle(uri);
      this.byDocument.set(uri, settings);
    }
    return settings;
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

  private async settle(uri: string): Promise<Settings> {
    const [own, config] = await Promise.all([
      this.host.canAsk ? this.ask(uri) : this.given,
      this.host.configOf(uri),
    ]);
    const settings = { ...own, comments: this.host.isMarkdown(uri) };
    if (!config?.content) return settings;
    const { rules, words, ignore } = decisionsFor(config.content, config.file);
    return { ...settings, rules: { ...own.rules, ...rules }, words, ignore };
  }

  private async ask(scopeUri: string): Promise<Settings> {
    try {
      return readSettings(
        await this.connection.workspace.getConfiguration({ scopeUri, section: 'nianbao' }),
      );
    } catch {
      return {}; // a client that promised an answer and has none
    }
  }
}

/** Settings as the user wrote them; what makes no sense is left out. */
export function readSettings(value: unknown): Settings {
  const rules = (value as { rules?: unknown } | null | undefined)?.rules;
  if (typeof rules !== 'object' || rules === null) return {};
  const known = Object.entries(rules).filter(([, level]) => isLevel(level));
  return { rules: Object.fromEntries(known) as Record<string, Severity | 'off'> };
}
