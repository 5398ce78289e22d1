// Texts as files of some encoding, for tests.
import type { Encoding } from './encoding.js';
import { rewrite } from './rewrite.js';

/** The bytes of a new file. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  const empty = { text: '', bytes: new Uint8Array(), encoding };
  const result = rewrite(empty, [{ span: { start: 0, end: 0 }, newText: text }]);
  if ('error' in result) throw new Error(result.error);
  return result.bytes;
}
