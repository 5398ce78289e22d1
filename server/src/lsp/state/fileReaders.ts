// Files as the server reaches them: on Node by itself, elsewhere through the client.
import type { Connection } from 'vscode-languageserver';
import type { Platform, ReadBytes } from '../platform.js';
import {
  bytesOf,
  type InitializationOptions,
  READ_FILE,
  type ReadFileAnswer,
  type ReadFileParams,
} from '../protocol.js';

/** How to read a file; undefined for one that cannot be reached. */
export type ReaderOf = (uri: string) => ReadBytes | undefined;

export function readersOf(
  connection: Connection,
  { files }: Platform,
  { readFile }: InitializationOptions,
): ReaderOf {
  const throughClient: ReadBytes = async (uri, longest) => {
    const params: ReadFileParams = { uri, longest };
    const answer: unknown = await connection.sendRequest(READ_FILE, params);
    const { base64, isTooLarge } = (answer ?? {}) as Partial<Record<keyof ReadFileAnswer, unknown>>;
    if (isTooLarge === true) return { error: '文件太大' };
    return typeof base64 === 'string' ? { bytes: bytesOf(base64) } : null;
  };
  return (uri) =>
    files && uri.startsWith('file:') ? files.read : readFile ? throughClient : undefined;
}
