// What the server needs of the place that it runs in; everything else is the same on Node and in a
// browser.

import type { Lexicon } from '../lexicon/lexicon.js';

export interface Platform {
  /** Calls back when the messages at hand are read, and not before; the result calls it off. */
  soon(callback: () => void): () => void;
  /** Where a rule's documentation lies, for clients that do not say it themselves. */
  ruleHref?(rule: string): string;
  /** The words: read at once from beside the server, or fetched from where the client says. */
  lexicon?(url: string | undefined): Lexicon | Promise<Lexicon> | null;
  /** The URI of a file. */
  toUri?(path: string): string;
}
