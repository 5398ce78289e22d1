// A folder under review in the editor: its files read, then checked against one another, as the command line does.
import type { WordMark } from '../../convert/docx/write/annotateDocx.js';
import { pageAt, UnreadableFile } from '../../convert/office.js';
import type { OpenedFile } from '../../convert/openFile.js';
import {
  agreedOf,
  type FolderFile,
  identify,
  identityOf,
  PreviousIndex,
  type ReportService,
  reviewedReport,
  type UnitReport,
  unitReport,
  wordMarksOf,
} from '../../service/index.js';
import { kindOf, unsupported } from '../../text/fileNames.js';
import { faultOf } from '../connection/handlers.js';
import { checkSafely, type Log, parseSafely } from '../neverFails.js';
import type { FileToReview } from '../protocol.js';
import { keyOf } from '../toLsp/uris.js';
import type { CheckedDocument } from './checkedDocuments.js';
import type { FileOpener } from './fileOpener.js';
import type { OpenDocuments } from './openDocuments.js';
import type { SettingsStore } from './settings.js';
import type { FileReport } from './workspace.js';

/** What reading and checking take. */
export interface FolderTools {
  readonly service: ReportService;
  readonly files: FileOpener;
  readonly documents: Pick<OpenDocuments, 'read'>;
  readonly settings: Pick<SettingsStore, 'of'>;
  readonly log: Log;
}

/** Who follows the work. */
export interface FolderWatcher {
  /** How much of the work is done, from 0 to 1, and on which file it goes on. */
  progress(share: number, name: string): void;
  checked(checked: CheckedDocument): void;
  /** Resolves when others who wait have been answered. */
  pause(): Promise<void>;
}

/** What is in a folder. */
export interface FolderContent {
  readonly files: readonly FolderFile[];
  /** The reports as they are added up. */
  readonly units: readonly UnitReport[];
  /** Of Word files, by their names: what their copies are to say. */
  readonly marks: ReadonlyMap<string, readonly WordMark[]>;
}

type OpenedSource = Pick<OpenedFile, 'source' | 'office'>;

/** So many are read at the same time: Word files and PDF have threads of their own. */
const AT_ONCE = 3;
/** Reading takes the most of the time. */
const READING = 0.7;

export class FolderRun {
  /** The files by the keys of their URIs. */
  private readonly files: ReadonlyMap<string, FileToReview>;
  private readonly index = new PreviousIndex();
  /** What was read is kept until it has been checked: a PDF takes as long as a hundred texts. */
  private readonly opened = new Map<string, OpenedSource | { readonly error: string }>();

  constructor(
    private readonly tools: FolderTools,
    files: readonly FileToReview[],
  ) {
    this.files = new Map(files.map((file) => [keyOf(file.uri), file]));
  }

  /** A file by whatever URI of it. */
  file(uri: string): FileToReview | undefined {
    return this.files.get(keyOf(uri));
  }

  /** The file of a name in the folder. */
  named(name: string): FileToReview | undefined {
    return [...this.files.values()].find((file) => file.name === name);
  }

  /** All files, as far as a review and a sum need them, in their order. Throws the reason of `signal`. */
  async run(watcher: FolderWatcher, signal: AbortSignal): Promise<FolderContent> {
    await this.readAll(watcher, signal);
    const all: FolderFile[] = [];
    const units: UnitReport[] = [];
    const marks = new Map<string, readonly WordMark[]>();
    const keep = ({ report, diagnostics }: CheckedDocument, path: string) => {
      const unit = unitReport(report, path);
      if (unit) units.push(unit);
      if (kindOf(path) === 'word') marks.set(path, wordMarksOf(diagnostics));
    };
    for (const [key, file] of this.files) {
      await watcher.pause();
      signal.throwIfAborted();
      watcher.progress(READING + (1 - READING) * (all.length / this.files.size), file.name);
      all.push(await this.review(key, file, watcher, keep));
    }
    this.opened.clear();
    return { files: all, units, marks };
  }

  /** One of the files as it is now; null where it is no report, or cannot be read. */
  async check(uri: string): Promise<CheckedDocument | null> {
    const key = keyOf(uri);
    const file = this.files.get(key);
    const opened = file && (await this.open(file));
    return opened && 'source' in opened ? this.checkOpened(key, file, opened) : null;
  }

  private async readAll(watcher: FolderWatcher, signal: AbortSignal): Promise<void> {
    const waiting = this.files.entries();
    const work = async () => {
      for (const [key, file] of waiting) {
        await watcher.pause();
        signal.throwIfAborted();
        watcher.progress(READING * (this.opened.size / this.files.size), file.name);
        const opened = await this.open(file, signal);
        this.opened.set(key, opened);
        if ('source' in opened)
          this.index.set(key, identify(opened.source.text, key, opened.source.markup));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async open({ uri, name }: FileToReview, signal?: AbortSignal) {
    const { documents, files } = this.tools;
    if (!kindOf(name)) return { error: unsupported(name) };
    try {
      return (
        (await documents.read(uri)) ??
        (await files.open(uri, signal)) ?? { error: '没有这个文件，或者读不到' }
      );
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof UnreadableFile) return { error: error.reason };
      // whatever is the matter with one file: the others are read all the same
      this.tools.log(faultOf('检查文件夹', error));
      return { error: '读的时候出了错' };
    }
  }

  private async review(
    key: string,
    file: FileToReview,
    watcher: FolderWatcher,
    keep: (checked: CheckedDocument, path: string) => void,
  ): Promise<FolderFile> {
    const path = file.name;
    const opened = this.opened.get(key) as OpenedSource | { readonly error: string };
    if ('error' in opened) return { kind: 'unreadable', path, reason: opened.error };
    const { office } = opened;
    const checked = await this.checkOpened(key, file, opened);
    if (!checked) return { kind: 'noReport', path };
    watcher.checked(checked);
    keep(checked, path);
    const { modified } = file;
    return {
      kind: 'report',
      report: reviewedReport({
        ...checked,
        path,
        modified,
        previous: checked.previous?.report,
        ...(office && { pageAt: (offset: number) => pageAt(office, offset) }),
      }),
    };
  }

  private async checkOpened(key: string, { uri }: FileToReview, { source }: OpenedSource) {
    const { service, settings, log } = this.tools;
    const report = parseSafely(service, source, log);
    if (!report.recognized) return null;
    const chosen = await settings.of(uri);
    const { template = 'auto', lastYear } = chosen;
    const identity = lastYear === 'off' ? null : identityOf(report, key);
    const before = identity ? this.index.previousOf(key, identity) : [];
    const previous = await agreedOf(before, (other) => this.report(other));
    return {
      uri,
      version: 0,
      source,
      report,
      template: template === 'auto' ? report.template : template,
      ...checkSafely(service, report, chosen, log, previous),
      ...(previous && { previous }),
    };
  }

  private async report(key: string): Promise<FileReport | null> {
    const file = this.files.get(key) as FileToReview;
    const opened = this.opened.get(key) ?? (await this.open(file));
    if ('error' in opened) return null;
    const { source } = opened;
    return {
      uri: file.uri,
      source,
      report: parseSafely(this.tools.service, source, this.tools.log),
    };
  }
}
