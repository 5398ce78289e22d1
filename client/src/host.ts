// What the commands work on.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Travel } from './fields/travel.js';

export interface Host {
  readonly extension: vscode.Extension<unknown>;
  readonly output: vscode.LogOutputChannel;
  readonly travel: Travel;
  /** Whether the server runs, or is about to. */
  readonly isAlive: boolean;
  /** The language client, once it runs; started where it is not. */
  readonly client: () => Promise<BaseLanguageClient>;
  /** Ends the server, if there is one, whatever it is doing, and starts it again. */
  restart(): Promise<void>;
}
