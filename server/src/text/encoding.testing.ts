// Texts as files of some encoding, for tests.
import type { Encoding } from './encoding.js';
import { rewrite } from './rewrite.js';

/** The bytes of a new file. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  const result = rewrite(new Uint8Array(), encoding, { text, pieces: [text] });
  if ('error' in result) throw new Error(result.error);
  return result.bytes;
}
