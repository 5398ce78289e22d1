// The user's settings, by document: asked from the client once, kept until they change.
import type { Connection } from 'vscode-languageserver';
import type { Severity } from '../rules/rule.js';
import type { Settings } from '../service.js';

const LEVELS: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'];

export class SettingsStore {
  private readonly byDocument = new Map<string, Promise<Settings>>();

  /** `given` holds the settings of a client that cannot be asked. */
  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
    private given: Settings,
  ) {}

  of(uri: string): Promise<Settings> {
    let settings = this.byDocument.get(uri);
    if (!settings) {
      settings = this.canAsk ? this.ask(uri) : Promise.resolve(this.given);
      this.byDocument.set(uri, settings);
    }
    return settings;
  }

  /** After a change; `given` as the notification brings them. */
  reset(given: unknown): void {
    this.byDocument.clear();
    const ours = (given as { nianbao?: unknown } | null | undefined)?.nianbao;
    if (ours !== undefined) this.given = readSettings(ours);
  }

  forget(uri: string): void {
    this.byDocument.delete(uri);
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
  const known = Object.entries(rules).filter(([, level]) => LEVELS.includes(level));
  return { rules: Object.fromEntries(known) as Record<string, Severity | 'off'> };
}
