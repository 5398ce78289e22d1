// What the commands work on.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FormPageName } from './form/formMessages.js';
import type { OfficeSources } from './office/officeSources.js';

export interface Host {
  readonly extension: vscode.Extension<unknown>;
  readonly output: vscode.LogOutputChannel;
  readonly travel: KeyboardTravel;
  /** Which files texts were made of. */
  readonly sources: OfficeSources;
  /** The reports as forms. */
  readonly forms: { show(page: FormPageName): Promise<void> };
  /** Folders under review. */
  readonly reviews: { open(folder: vscode.Uri): Promise<void> };
  /** Whether the server runs, or is about to. */
  readonly isAlive: boolean;
  /** The language client, once it runs; started where it is not. */
  readonly client: () => Promise<BaseLanguageClient>;
  /** Ends the server, if there is one, whatever it is doing, and starts it again. */
  restart(): Promise<void>;
}

/** From field to field; settles once text and cursor are where they are meant to be. */
export interface KeyboardTravel {
  /** Tab, or Shift+Tab, in the active editor. */
  go(forward: boolean): Promise<void>;
  /** To the first field behind a place, once the fields are known. */
  goFrom(editor: vscode.TextEditor, place: vscode.Position): Promise<void>;
}
