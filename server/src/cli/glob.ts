// Patterns that the shell did not expand. A bundle of its own, loaded on first use.
import { glob } from 'tinyglobby';

/** The files that a pattern matches. */
export function filesMatching(pattern: string): Promise<string[]> {
  // A glob takes `\` for an escape. On Windows it stands between folders, elsewhere it is a letter.
  const portable = pattern.replaceAll('\\', process.platform === 'win32' ? '/' : '[\\\\]');
  return glob(portable, { ignore: ['**/node_modules/**'], expandDirectories: false });
}
