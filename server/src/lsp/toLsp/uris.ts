// URIs to compare: one file has several, by who writes them (file:///C:/年报, file:///c%3A/%E5%B9%B4…).
import { WordRun } from '../../text/wordRun.js';
import { EARLIER_STATES } from '../protocol.js';

/** The same for every URI of a file; readable, and no URI any more. */
export function keyOf(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

const SLASHES = new WordRun('/');

/** The key of a folder: all keys below it begin with it. */
export function folderKey(uri: string): string {
  return `${SLASHES.before(keyOf(uri))}/`;
}

/** Whether a document is only shown, and nobody's to mend: what a file was before, the text of a Word file. */
export function isEarlierState(uri: string): boolean {
  return EARLIER_STATES.has(uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // a lone %
  }
}
