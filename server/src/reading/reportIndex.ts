// Reports by organ and year, so that each one's report of the year before is found among thousands.
// Names and nothing else are kept in memory.
import type { Identity } from './identity.js';

export class PreviousIndex {
  private readonly identities = new Map<string, Identity>();
  private readonly files = new Map<string, Set<string>>();

  /** Takes a file in, anew if it is known; `null` drops it. Says whether anything has changed. */
  set(file: string, identity: Identity | null): boolean {
    const known = this.identities.get(file);
    if (known?.organization === identity?.organization && known?.year === identity?.year)
      return false;
    if (known) this.drop(file, keyOf(known));
    if (!identity) return true;
    this.identities.set(file, identity);
    const key = keyOf(identity);
    const files = this.files.get(key);
    if (files) files.add(file);
    else this.files.set(key, new Set([file]));
    return true;
  }

  /** The file with last year's report, the nearest one where there are several. */
  previousOf(
    file: string,
    { organ, year }: Pick<Identity, 'organ' | 'year'>,
    suits: (candidate: string) => boolean = () => true,
  ): string | undefined {
    const found = [...(this.files.get(keyOf({ organ, year: year - 1 })) ?? [])].filter(suits);
    if (found.length < 2) return found[0];
    const distance = (candidate: string) => -sharedFolders(file, candidate);
    return found.sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))[0];
  }

  /** Every file with what it is. */
  entries(): Iterable<readonly [file: string, identity: Identity]> {
    return this.identities;
  }

  clear(): void {
    this.identities.clear();
    this.files.clear();
  }

  private drop(file: string, key: string): void {
    this.identities.delete(file);
    const files = this.files.get(key);
    files?.delete(file);
    if (files?.size === 0) this.files.delete(key);
  }
}

function keyOf({ organ, year }: Pick<Identity, 'organ' | 'year'>): string {
  return `${year} ${organ}`;
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split(/[\\/]/), b.split(/[\\/]/)];
  let shared = 0;
  while (shared < left.length - 1 && left[shared] === right[shared]) shared++;
  return shared;
}
