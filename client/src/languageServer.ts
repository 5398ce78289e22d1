// The server as the extension has it: its language client, and the ways to be rid of it.
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export interface Server {
  readonly client: BaseLanguageClient;
  /** Ends the process or the worker at once, whatever it is doing; the client notices. */
  kill(): void;
  /** Ends the client and the server with it: politely, but not for long. */
  dispose(): Promise<void>;
}

export type CreateServer = (id: string, name: string, options: LanguageClientOptions) => Server;

/** A server that is asked to go and is well does so at once. */
export const GOODBYE_MS = 1000;
