// The reports of the workspace by organ and year, so that an open one has last year's beside it.
// Filled in the background once a report is open; kept are names, and the few reports used last.
import { sourceOf } from '../../convert/sourceOf.js';
import type { Report } from '../../report/report.js';
import {
  type Identity,
  identify,
  identityNamed,
  identityOf,
  PreviousIndex,
} from '../../service/index.js';
import { isHtml, isReportName, isSkippedFolder, isWord } from '../../text/fileNames.js';
import { Recent } from '../../text/recent.js';
import type { Source } from '../../text/source.js';
import type { Platform } from '../platform.js';
import type { KnownReport } from '../protocol.js';
import { folderKey, keyOf } from '../toLsp/uris.js';
import { Backlog } from './idleQueue.js';
import type { EditorSettings } from './settings.js';

/** A report and the file that it was read from. */
export interface FileReport {
  readonly uri: string;
  readonly source: Source;
  readonly report: Report;
}

/** Last year's report, not read yet. */
export interface PreviousRef {
  readonly uri: string;
  /** Another whenever the file, or what it says, is another. */
  readonly id: string;
}

/** Where last year's report is looked for. */
type Where = EditorSettings['lastYear'];

/** What an open document was told of last year's report. */
interface KnownPrevious {
  readonly identity: Identity;
  readonly where: Where;
  /** The report that was found. */
  id: string | undefined;
}

/** What the workspace needs to know of the open documents. */
export interface OpenDocuments {
  /** As it is now; null if it is closed. */
  read(uri: string): Promise<FileReport | null>;
  /** Reads report text; never fails. */
  parse(text: string): Report;
  /** These have another report of last year now, or it says something else. */
  changed(uris: readonly string[]): void;
}

/** In a folder of more files than this the rest is not looked at. */
const MOST_FILES = 20_000;
/** So many of last year's reports are kept as they were read. */
const KEPT = 4;
/** Nobody waits longer for the folders to be looked through. */
const LONGEST_WAIT = 2000;
/** Documents are told of changes together, not at every key. */
const TELL_AFTER = 200;

export class Workspace {
  private readonly index = new PreviousIndex();
  private readonly recent = new Recent<FileReport>(KEPT);
  private readonly backlog: Backlog;
  /** Open documents, by key, as the client calls them. */
  private readonly open = new Map<string, string>();
  /** Reports on disk, by key. */
  private readonly files = new Map<string, string>();
  /** How often a report has changed, on disk or in the editor, by key. */
  private readonly changes = new Map<string, number>();
  /** What open documents were told. */
  private readonly told = new Map<string, KnownPrevious>();
  private folders: readonly { uri: string; key: string }[] = [];
  private hasBegun = false;
  /** Settled when the folders have been looked through; null before somebody wants that. */
  private scanned: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly platform: Platform,
  ) {
    this.backlog = new Backlog((uri) => this.learn(uri).catch(() => {}), platform);
  }

  /** Last year's report of the same organ, as far as is known by now, in the folders or open. */
  previousOf({ uri, report }: FileReport, where: Where): PreviousRef | null {
    const key = keyOf(uri);
    const identity = identityOf(report, key);
    this.enter(key, uri, identity);
    if (!identity || where === 'off') {
      this.told.delete(key);
      return null;
    }
    if (!this.hasBegun) this.begin();
    if (where === 'workspace') this.scanned ??= this.scan();
    const previous = this.find(key, identity, where);
    this.told.set(key, { identity, where, id: previous?.id });
    return previous;
  }

  /** The report that was found; null if it is gone, or another by now. */
  async load({ uri, id }: PreviousRef): Promise<FileReport | null> {
    const known = this.recent.get(id);
    if (known) return known;
    const previous = await this.report(uri);
    if (this.open.has(keyOf(uri))) return previous;
    if (previous) this.recent.set(id, previous);
    else this.backlog.add(uri); // the index is behind
    return previous;
  }

  /** The report in a file as it is now; null if there is none. */
  async report(uri: string): Promise<FileReport | null> {
    const openUri = this.open.get(keyOf(uri));
    if (openUri !== undefined) return await this.documents.read(openUri);
    const source = await this.sourceOf(uri);
    const report = source && this.documents.parse(source.text);
    return source && report?.recognized ? { uri, source, report } : null;
  }

  /** All reports that are known, newest first. */
  async known(): Promise<KnownReport[]> {
    await this.ready();
    return Array.from(this.index.entries(), ([key, { organization, year }]) => ({
      organization,
      year,
      uri: this.uriOf(key),
    })).sort(
      (a, b) => b.year - a.year || compare(a.organization, b.organization) || compare(a.uri, b.uri),
    );
  }

  /** Where an organ's report on the year before is, in whatever folder. */
  async yearBefore(organization: string, year: number): Promise<string | null> {
    await this.ready();
    const identity = identityNamed(organization, year);
    const found = identity && this.index.previousOf('', identity);
    return found == null ? null : this.uriOf(found);
  }

  /** The folders of the workspace: looked through anew if they are others. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris.map((uri) => ({ uri, key: folderKey(uri) }));
    if (!this.hasBegun) return;
    this.backlog.cancel();
    this.index.clear();
    this.files.clear();
    this.begin();
    if (this.scanned) this.scanned = this.scan();
    this.tellSoon();
  }

  opened(uri: string): void {
    this.open.set(keyOf(uri), uri);
  }

  /** An open document has changed, or is new. */
  edited(uri: string): void {
    this.backlog.pause();
    this.count(keyOf(uri));
    if (!this.hasBegun) return;
    this.backlog.add(uri);
    this.tellSoon();
  }

  closed(uri: string): void {
    const key = keyOf(uri);
    this.open.delete(key);
    this.told.delete(key);
    this.changedOnDisk(uri);
  }

  /** A file has changed on disk, come or gone. */
  changedOnDisk(uri: string): void {
    const key = keyOf(uri);
    if (!this.hasBegun || this.open.has(key)) return;
    this.count(key);
    this.backlog.add(uri);
    this.tellSoon();
  }

  dispose(): void {
    this.backlog.cancel();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hasBegun = false;
    this.scanned = null;
  }

  private begin(): void {
    this.hasBegun = true;
    this.backlog.pause(); // whoever opened the report waits for its findings first
    for (const uri of this.open.values()) this.backlog.add(uri);
  }

  /** The index as it is after the first look at the folders, or after a while. */
  private async ready(): Promise<void> {
    if (!this.hasBegun) this.begin();
    this.scanned ??= this.scan();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resume) => {
      timer = setTimeout(resume, LONGEST_WAIT);
    });
    await Promise.race([this.scanned.catch(() => {}), enough]);
    clearTimeout(timer);
    await Promise.all([...this.open.values()].map((uri) => this.learn(uri).catch(() => {})));
  }

  private async scan(): Promise<void> {
    for (const { uri } of this.folders) {
      const found = this.platform.files?.walk(uri);
      if (found && !(await this.backlog.addAll(found, MOST_FILES))) return;
    }
  }

  /** Reads whose report a file is, on which year. */
  private async learn(uri: string): Promise<void> {
    const key = keyOf(uri);
    const openUri = this.open.get(key);
    if (openUri !== undefined) {
      const reading = await this.documents.read(openUri);
      if (reading) this.enter(key, openUri, identityOf(reading.report, key));
      return;
    }
    const changes = this.changes.get(key);
    const source = this.isOurs(key) ? await this.sourceOf(uri) : null;
    // what has changed meanwhile is waiting to be read again
    if (this.open.has(key) || this.changes.get(key) !== changes) return;
    this.enter(key, uri, source && identify(source.text, key));
  }

  private enter(key: string, uri: string, identity: Identity | null): void {
    if (identity) this.files.set(key, uri);
    else this.files.delete(key);
    if (this.index.set(key, identity)) this.tellSoon();
  }

  private find(key: string, identity: Identity, where: Where): PreviousRef | null {
    const folder = this.folderOf(key);
    const suits = (other: string) =>
      (isUntitled(key) || this.folderOf(other) === folder) &&
      (where === 'workspace' || this.open.has(other));
    const found = this.index.previousOf(key, identity, suits);
    if (found === undefined) return null;
    const uri = this.uriOf(found);
    const place = this.open.has(found) ? 'open' : 'file';
    return { uri, id: `${place} ${this.changes.get(found) ?? 0} ${uri}` };
  }

  private count(key: string): void {
    this.changes.set(key, (this.changes.get(key) ?? 0) + 1);
  }

  /** What the client calls a report of the index. */
  private uriOf(key: string): string {
    return this.open.get(key) ?? (this.files.get(key) as string);
  }

  /** Whether a file belongs to the workspace and may be a report. */
  private isOurs(key: string): boolean {
    const folder = this.folderOf(key);
    if (folder === undefined) return false;
    const [name = '', ...below] = key.slice(folder.length).split('/').reverse();
    return isReportName(name) && !isWord(name) && !below.some(isSkippedFolder);
  }

  /** The innermost folder of the workspace that a file lies in. */
  private folderOf(key: string): string | undefined {
    let innermost: string | undefined;
    for (const { key: folder } of this.folders)
      if (key.startsWith(folder) && folder.length > (innermost?.length ?? 0)) innermost = folder;
    return innermost;
  }

  private async sourceOf(uri: string): Promise<Source | null> {
    const read = await this.platform.files?.read(uri);
    if (!read || 'error' in read) return null;
    return await sourceOf(read.text, isHtml(uri) ? 'html' : 'text');
  }

  private tellSoon(): void {
    if (this.hasBegun) this.timer ??= setTimeout(() => this.tell(), TELL_AFTER);
  }

  /** Tells the open documents for which something is another than they were told. */
  private tell(): void {
    this.timer = undefined;
    const changed: string[] = [];
    for (const [key, told] of this.told) {
      const id = this.find(key, told.identity, told.where)?.id;
      const uri = this.open.get(key);
      if (id === told.id || uri === undefined) continue;
      told.id = id;
      changed.push(uri);
    }
    if (changed.length > 0) this.documents.changed(changed);
  }
}

function isUntitled(key: string): boolean {
  return key.startsWith('untitled:');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
