// Reports by organ and year, so that each one's report of the year before is found among thousands.
// Names and nothing else are kept in memory.
import { factsOf } from '../report/facts.js';
import { perReport } from '../report/perReport.js';
import type { Report } from '../report/report.js';
import { isCopyName } from '../text/fileNames.js';
import type { Identity } from './identity.js';

/** Of more reports than this nobody wants to know whether they say the same. */
const MOST_ALIKE = 4;

/** The first of the reports that are equally near; null where their figures are not the same. */
export async function agreedOf<F, R extends { readonly report: Report }>(
  files: readonly F[],
  read: (file: F) => Promise<R | null>,
): Promise<R | null> {
  if (files.length > MOST_ALIKE) return null;
  const all = await Promise.all(files.map(read));
  const found = all.filter((one) => one !== null);
  const figures = new Set(found.length > 1 ? found.map(({ report }) => figuresOf(report)) : []);
  return figures.size > 1 ? null : (found[0] ?? null);
}

/** All its figures as one text: the reports that are equally near are asked for by each of the next year's. */
const figuresOf = perReport((report) => JSON.stringify(factsOf(report).tables));

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

  /**
   * The files with last year's report that are equally near, by name; copies and drafts only where
   * there is nothing else.
   */
  previousOf(
    file: string,
    { organ, year }: Pick<Identity, 'organ' | 'year'>,
    suits: (candidate: string) => boolean = () => true,
  ): readonly string[] {
    const found = [...(this.files.get(keyOf({ organ, year: year - 1 })) ?? [])].filter(suits);
    if (found.length < 2) return found;
    const proper = found.filter((candidate) => !isCopyName(nameOf(candidate)));
    const ranked = (proper.length > 0 ? proper : found).map((candidate) => ({
      candidate,
      shared: sharedFolders(file, candidate),
    }));
    const most = ranked.reduce((max, { shared }) => Math.max(max, shared), 0);
    const nearest = ranked.filter(({ shared }) => shared === most);
    return nearest.map(({ candidate }) => candidate).sort((a, b) => (a < b ? -1 : 1));
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

function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split(/[\\/]/), b.split(/[\\/]/)];
  let shared = 0;
  while (shared < left.length - 1 && left[shared] === right[shared]) shared++;
  return shared;
}
