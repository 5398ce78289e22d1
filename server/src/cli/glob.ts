// Patterns that the shell did not expand. A bundle of its own, loaded on first use.
import { glob } from 'tinyglobby';

/** The files that a pattern matches. */
export function filesMatching(pattern: string): Promise<string[]> {
  // On Windows people write `reports\\*.txt`, which a glob takes for an escaped star.
  const portable = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  return glob(portable, { ignore: ['**/node_modules/**'], expandDirectories: false });
}
