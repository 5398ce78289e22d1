// What the server needs of the place that it runs in; everything else is the same on Node and in a
// browser.

import type { Lexicon } from '../service/index.js';

export interface Platform {
  /** Calls back with what was thrown where nobody could catch it; it goes no further then. */
  onStrayError?(listener: (error: unknown) => void): void;
  /** Calls back when the messages at hand are read, and not before; the result calls it off. */
  soon(callback: () => void): () => void;
  /** Where a page of docs/ lies, or a part of it, for clients that do not say it themselves. */
  docHref?(page: string, anchor?: string): string;
  /** The words: read at once from beside the server, or fetched from where the client says. */
  lexicon?(url: string | undefined): Lexicon | Promise<Lexicon> | null;
  /** The files of the workspace; none in a browser, where open documents have to do. */
  readonly files?: Files;
}

export interface Files {
  /** The files below a folder that may hold reports, by name, as they are found. */
  walk(folder: string): AsyncIterable<string>;
  /** The text of a file; null if there is none. */
  read(uri: string): Promise<FileText | null>;
}

/** A text, or the reason (in Chinese) why it cannot be read. */
export type FileText = { readonly text: string } | { readonly error: string };
