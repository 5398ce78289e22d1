// The reports of the workspace by organ and year, so that an open one has last year's beside it.
// Filled in the background once a report is open; kept are names, and the few reports used last.
import { sourceOf } from '../../convert/sourceOf.js';
import type { Report } from '../../report/report.js';
import {
  agreedOf,
  type Identity,
  identify,
  identityNamed,
  identityOf,
} from '../../service/index.js';
import { Recent } from '../../text/cache.js';
import { isHtml } from '../../text/fileNames.js';
import type { Source } from '../../text/source.js';
import { inBackground } from '../connection/handlers.js';
import type { Log } from '../neverFails.js';
import type { Platform } from '../platform.js';
import type { KnownReport } from '../protocol.js';
import { folderKey, keyOf } from '../toLsp/uris.js';
import { Backlog } from './idleQueue.js';
import { type FileRef, KnownReports, type PreviousRef } from './knownReports.js';
import { PreviousNews, type Where } from './previousNews.js';
import { ReportFolders } from './reportFolders.js';

/** A report and the file that it was read from. */
export interface FileReport {
  readonly uri: string;
  readonly source: Source;
  readonly report: Report;
}

/** What the workspace needs to know of the open documents. */
export interface OpenReports {
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
const KEPT = 8;
/** Nobody waits longer for the folders to be looked through. */
const LONGEST_WAIT = 2000;

export class Workspace {
  private readonly known = new KnownReports();
  private readonly folders = new ReportFolders();
  private readonly news: PreviousNews;
  private readonly recent = new Recent<FileReport>(KEPT);
  private readonly backlog: Backlog;
  private hasBegun = false;
  /** Settled when the folders have been looked through; null before somebody wants that. */
  private scanned: Promise<void> | null = null;

  constructor(
    private readonly documents: OpenReports,
    private readonly platform: Platform,
    private readonly log: Log,
  ) {
    this.backlog = new Backlog((uri) => this.learn(uri).catch(() => {}), platform);
    this.news = new PreviousNews(
      (key, { identity, where }) => this.find(key, identity, where),
      (keys) => documents.changed(keys.flatMap((key) => this.known.openUri(key) ?? [])),
    );
  }

  /** Last year's report of the same organ, as far as is known by now, in the folders or open. */
  previousOf({ uri, report }: FileReport, where: Where): PreviousRef | null {
    const key = keyOf(uri);
    const identity = identityOf(report, key);
    this.enter(key, uri, identity);
    if (!identity || where === 'off') {
      this.news.forget(key);
      return null;
    }
    if (!this.hasBegun) this.begin();
    if (where === 'workspace') this.scanned ??= this.scan();
    return this.news.answer(key, { identity, where });
  }

  /** The report that was found; null if it is gone, or others are as near and say otherwise. */
  load({ files }: PreviousRef): Promise<FileReport | null> {
    return agreedOf(files, (file) => this.loadFile(file));
  }

  private async loadFile({ uri, id }: FileRef): Promise<FileReport | null> {
    const kept = this.recent.get(id);
    if (kept) return kept;
    const previous = await this.report(uri);
    if (this.known.isOpen(keyOf(uri))) return previous;
    if (previous) this.recent.set(id, previous);
    else this.backlog.add(uri); // the index is behind
    return previous;
  }

  /** The report in a file as it is now; null if there is none. */
  async report(uri: string): Promise<FileReport | null> {
    const openUri = this.known.openUri(keyOf(uri));
    if (openUri !== undefined) return await this.documents.read(openUri);
    const source = await this.sourceOf(uri);
    const report = source && this.documents.parse(source.text);
    return source && report?.recognized ? { uri, source, report } : null;
  }

  /** All reports that are known, newest first. */
  async all(): Promise<KnownReport[]> {
    await this.ready();
    return this.known
      .entries()
      .map(({ uri, identity: { organization, year } }) => ({ organization, year, uri }))
      .sort(
        (a, b) =>
          b.year - a.year || compare(a.organization, b.organization) || compare(a.uri, b.uri),
      );
  }

  /** Where an organ's report on the year before is, in whatever folder. */
  async yearBefore(organization: string, year: number): Promise<string | null> {
    await this.ready();
    const identity = identityNamed(organization, year);
    const files = identity ? (this.known.previousOf('', identity)?.files ?? []) : [];
    const agreed = await agreedOf(files, ({ uri }) => this.report(uri));
    return agreed?.uri ?? null;
  }

  /** The folders of the workspace: looked through anew if they are others. */
  setFolders(uris: readonly string[]): void {
    this.folders.set(uris);
    if (!this.hasBegun) return;
    this.backlog.cancel();
    this.known.clear();
    this.begin();
    if (this.scanned) this.scanned = this.scan();
    this.news.expect();
  }

  opened(uri: string): void {
    this.known.opened(uri);
  }

  /** An open document has changed, or is new. */
  edited(uri: string): void {
    this.backlog.pause();
    this.changed(uri);
  }

  closed(uri: string): void {
    this.known.closed(uri);
    this.news.forget(keyOf(uri));
    this.changedOnDisk(uri);
  }

  /** A file has changed on disk, come or gone. */
  changedOnDisk(uri: string): void {
    if (this.hasBegun && !this.known.isOpen(keyOf(uri))) this.changed(uri);
  }

  /** A folder has come or gone, perhaps under another name, with all that is in it. */
  folderChanged(uri: string): void {
    if (!this.hasBegun) return;
    const folder = folderKey(uri);
    for (const one of this.known.urisBelow(folder)) this.changedOnDisk(one);
    if (!this.scanned || !this.folders.mayHoldReports(folder)) return;
    const found = this.platform.files?.walk(uri);
    const walk = async () => found && (await this.backlog.addAll(found, MOST_FILES));
    void inBackground('查找上年报告', walk, this.log);
  }

  dispose(): void {
    this.backlog.cancel();
    this.news.stop();
    this.hasBegun = false;
    this.scanned = null;
  }

  private changed(uri: string): void {
    this.known.changed(keyOf(uri));
    if (!this.hasBegun) return;
    this.backlog.add(uri);
    this.news.expect();
  }

  private begin(): void {
    this.hasBegun = true;
    this.backlog.pause(); // whoever opened the report waits for its findings first
    for (const uri of this.known.openUris()) this.backlog.add(uri);
  }

  /** The index as it is after the first look at the folders, or after a while. */
  private async ready(): Promise<void> {
    if (!this.hasBegun) this.begin();
    this.scanned ??= this.scan();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resume) => {
      timer = setTimeout(resume, LONGEST_WAIT);
    });
    await Promise.race([this.scanned, enough]);
    clearTimeout(timer);
    await Promise.all(this.known.openUris().map((uri) => this.learn(uri).catch(() => {})));
  }

  private scan(): Promise<void> {
    const walk = async () => {
      for (const uri of this.folders.uris()) {
        const found = this.platform.files?.walk(uri);
        if (found && !(await this.backlog.addAll(found, MOST_FILES))) return;
      }
    };
    return inBackground('查找上年报告', walk, this.log);
  }

  /** Reads whose report a file is, on which year. */
  private async learn(uri: string): Promise<void> {
    const key = keyOf(uri);
    const openUri = this.known.openUri(key);
    if (openUri !== undefined) {
      const reading = await this.documents.read(openUri);
      if (reading) this.enter(key, openUri, identityOf(reading.report, key));
      return;
    }
    const times = this.known.timesChanged(key);
    const source = this.folders.mayHold(key) ? await this.sourceOf(uri) : null;
    // what has changed meanwhile is waiting to be read again
    if (this.known.isOpen(key) || this.known.timesChanged(key) !== times) return;
    this.enter(key, uri, source && identify(source.text, key));
  }

  private enter(key: string, uri: string, identity: Identity | null): void {
    if (this.known.enter(key, uri, identity) && this.hasBegun) this.news.expect();
  }

  private find(key: string, identity: Identity, where: Where): PreviousRef | null {
    const folder = this.folders.of(key);
    const isUntitled = key.startsWith('untitled:');
    return this.known.previousOf(
      key,
      identity,
      (other) =>
        (isUntitled || this.folders.of(other) === folder) &&
        (where === 'workspace' || this.known.isOpen(other)),
    );
  }

  private async sourceOf(uri: string): Promise<Source | null> {
    const read = await this.platform.files?.read(uri);
    if (!read || 'error' in read) return null;
    return await sourceOf(read.text, isHtml(uri) ? 'html' : 'text');
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
