// The reports of the workspace by organ and year, so that an open one has last year's beside it.
// Filled in the background once a report is open; kept are names, and the few reports used last.
import type { Report } from '../../report/report.js';
import {
  agreedOf,
  type Identity,
  identify,
  identityNamed,
  identityOf,
} from '../../service/index.js';
import { Recent } from '../../text/cache.js';
import { isTextName } from '../../text/fileNames.js';
import type { Source } from '../../text/source.js';
import { inBackground } from '../connection/handlers.js';
import type { Log } from '../neverFails.js';
import type { Platform } from '../platform.js';
import type { KnownReport } from '../protocol.js';
import { folderKey, keyOf } from '../toLsp/uris.js';
import type { FileOpener } from './fileOpener.js';
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
  parse(source: Source): Report;
  /** These have another report of last year now, or it says something else. */
  changed(uris: readonly string[]): void;
}

/** In a folder of more files than this the rest is not looked at. */
const MOST_FILES = 20_000;
/** Nor at more Word files and PDF. */
const MOST_OFFICE_FILES = 1000;
/** So many of last year's reports are kept as they were read. */
const KEPT = 8;
/** So many years before are looked at. */
const MOST_YEARS = 5;
/** Nobody waits longer for the folders to be looked through. */
const LONGEST_WAIT = 2000;

export class Workspace {
  private readonly known = new KnownReports();
  private readonly folders = new ReportFolders();
  private readonly news: PreviousNews;
  private readonly recent = new Recent<FileReport>(KEPT);
  /** Those being read, by id: whoever else wants one waits, too. */
  private readonly reading = new Map<string, Promise<FileReport | null>>();
  private readonly backlog: Backlog;
  private hasBegun = false;
  /** Settled when the folders have been looked through; null before somebody wants that. */
  private scanned: Promise<void> | null = null;

  constructor(
    private readonly documents: OpenReports,
    private readonly opener: FileOpener,
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

  /** The organ's reports of the years before that are known by now, newest first, up to the first gap. */
  async earlierThan(reading: FileReport, where: Where): Promise<FileReport[]> {
    const earlier: FileReport[] = [];
    let ref = this.previousOf(reading, where);
    while (ref && earlier.length < MOST_YEARS) {
      const found = await this.load(ref);
      if (!found) break;
      earlier.push(found);
      const key = keyOf(found.uri);
      const identity = identityOf(found.report, key);
      ref = identity && this.find(key, identity, where);
    }
    return earlier;
  }

  private async loadFile({ uri, id }: FileRef): Promise<FileReport | null> {
    const kept = this.recent.get(id);
    if (kept) return kept;
    const reading = this.reading.get(id) ?? this.report(uri).finally(() => this.reading.delete(id));
    this.reading.set(id, reading);
    const previous = await reading;
    if (this.known.isOpen(keyOf(uri))) return previous;
    if (previous) this.recent.set(id, previous);
    else this.backlog.add(uri); // the index is behind
    return previous;
  }

  /** The report in a file as it is now, as far as it can be read unasked; null if there is none. */
  report(uri: string): Promise<FileReport | null> {
    return this.reportBy(uri, () => this.opener.openQuietly(uri));
  }

  /** The report in a file that the user has named. Throws `UnreadableFile`. */
  namedReport(uri: string): Promise<FileReport | null> {
    return this.reportBy(uri, () => this.opener.open(uri));
  }

  private async reportBy(
    uri: string,
    open: () => Promise<Pick<FileReport, 'source'> | null>,
  ): Promise<FileReport | null> {
    const openUri = this.known.openUri(keyOf(uri));
    if (openUri !== undefined) return await this.documents.read(openUri);
    const opened = await open();
    return opened && this.reportIn(uri, opened.source);
  }

  private reportIn(uri: string, source: Source): FileReport | null {
    const report = this.documents.parse(source);
    return report.recognized ? { uri, source, report } : null;
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
    const walk = async () => found && (await this.learnAll([found]));
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
    const { files } = this.platform;
    const found = files ? this.folders.uris().map((uri) => files.walk(uri)) : [];
    return inBackground('查找上年报告', () => this.learnAll(found), this.log);
  }

  /** Text first: a Word file takes as long as a hundred of them. */
  private async learnAll(folders: readonly AsyncIterable<string>[]): Promise<void> {
    const others: string[] = [];
    for (const found of folders)
      if (!(await this.backlog.addAll(textsIn(found, others), MOST_FILES))) return;
    await this.backlog.addAll(others, MOST_OFFICE_FILES);
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
    const opened = this.folders.mayHold(key) ? await this.opener.openQuietly(uri) : null;
    // what has changed meanwhile is waiting to be read again
    if (this.known.isOpen(key) || this.known.timesChanged(key) !== times) return;
    const identity = opened && identify(opened.source.text, key, opened.source.markup);
    if (opened?.office && identity) {
      // not to be read twice
      const report = this.reportIn(uri, opened.source);
      if (report) this.recent.set(this.known.idOf(key, uri), report);
    }
    this.enter(key, uri, identity);
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
}

/** The texts among files; the others are put into the list. */
async function* textsIn(found: AsyncIterable<string>, others: string[]): AsyncGenerator<string> {
  for await (const uri of found)
    if (isTextName(keyOf(uri))) yield uri;
    else if (others.length < MOST_OFFICE_FILES) others.push(uri);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
