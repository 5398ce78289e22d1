// What the server needs of the place that it runs in; everything else is the same on Node and in a
// browser.

import type { OfficeHost } from '../convert/openFile.js';
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
  /** The files of this machine; none in a browser, where the client reads what is asked for. */
  readonly files?: Files;
  /** What reading Word files and PDF takes. Nothing is loaded before there is one; `href` is where a browser finds a reader. */
  office(href: string | undefined): OfficeHost;
}

export interface Files {
  /** The files below a folder that may hold reports, by name, as they are found. */
  walk(folder: string): AsyncIterable<string>;
  readonly read: ReadBytes;
}

/** The bytes of a file, if they are no more than `longest`; null if there is none. */
export type ReadBytes = (uri: string, longest: number) => Promise<FileBytes | null>;

/** What is in a file, or the reason (in Chinese) why it cannot be read. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly error: string };
