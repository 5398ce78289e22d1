// The reports that are known by now, open or on disk: whose each is and on which year, by the key of its
// URI, and what the client calls it.
import { type Identity, PreviousIndex } from '../../service/index.js';
import { isTextName } from '../../text/fileNames.js';
import { keyOf } from '../toLsp/uris.js';

/** A file, not read yet. */
export interface FileRef {
  readonly uri: string;
  /** Another whenever the file, or what it says, is another. */
  readonly id: string;
}

/** Last year's report, not read yet: one of several where they are equally near. */
export interface PreviousRef {
  readonly files: readonly FileRef[];
  readonly id: string;
}

export class KnownReports {
  private readonly index = new PreviousIndex();
  /** Open documents, reports or not, as the client calls them. */
  private readonly open = new Map<string, string>();
  private readonly files = new Map<string, string>();
  /** How often each has changed, on disk or in the editor. */
  private readonly changes = new Map<string, number>();

  opened(uri: string): void {
    this.open.set(keyOf(uri), uri);
  }

  closed(uri: string): void {
    this.open.delete(keyOf(uri));
  }

  isOpen(key: string): boolean {
    return this.open.has(key);
  }

  /** What the client calls an open document; undefined if it is not open. */
  openUri(key: string): string | undefined {
    return this.open.get(key);
  }

  openUris(): string[] {
    return [...this.open.values()];
  }

  /** Counts a change: what was read of it before is of no use. */
  changed(key: string): void {
    this.changes.set(key, this.timesChanged(key) + 1);
  }

  timesChanged(key: string): number {
    return this.changes.get(key) ?? 0;
  }

  /** Takes a report in, or drops what is none; says whether anything is another now. */
  enter(key: string, uri: string, identity: Identity | null): boolean {
    if (identity) this.files.set(key, uri);
    else this.files.delete(key);
    return this.index.set(key, identity);
  }

  /** The organ's reports of the year before that are nearest of those that suit. */
  previousOf(
    key: string,
    identity: Identity,
    suits?: (other: string) => boolean,
  ): PreviousRef | null {
    const files = mendedOnes(this.index.previousOf(key, identity, suits)).map((found): FileRef => {
      const uri = this.uriOf(found);
      return { uri, id: this.idOf(found, uri) };
    });
    return files.length > 0 ? { files, id: files.map(({ id }) => id).join('\n') } : null;
  }

  /** What `FileRef` calls the file of a key as it is now. */
  idOf(key: string, uri: string): string {
    return `${this.isOpen(key) ? 'open' : 'file'} ${this.timesChanged(key)} ${uri}`;
  }

  /** The known files below a folder. */
  urisBelow(folder: string): string[] {
    return [...this.files].flatMap(([key, uri]) => (key.startsWith(folder) ? uri : []));
  }

  entries(): { readonly uri: string; readonly identity: Identity }[] {
    return Array.from(this.index.entries(), ([key, identity]) => ({
      uri: this.uriOf(key),
      identity,
    }));
  }

  /** Forgets all but what is open. */
  clear(): void {
    this.index.clear();
    this.files.clear();
  }

  private uriOf(key: string): string {
    return this.open.get(key) ?? (this.files.get(key) as string);
  }
}

/** Without the Word files and PDF beside which their text lies: 年报.txt has been mended, 年报.docx has not. */
function mendedOnes(keys: readonly string[]): readonly string[] {
  const stemOf = (key: string) => key.slice(0, key.lastIndexOf('.'));
  const texts = new Set(keys.filter(isTextName).map(stemOf));
  return keys.filter((key) => isTextName(key) || !texts.has(stemOf(key)));
}
