// What the commands work on.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export interface Host {
  readonly extension: vscode.Extension<unknown>;
  readonly output: vscode.LogOutputChannel;
  /** The language client, started where it is not. */
  readonly client: () => Promise<BaseLanguageClient>;
  /** Ends the server, if there is one, and starts it again. */
  restart(): Promise<void>;
}
