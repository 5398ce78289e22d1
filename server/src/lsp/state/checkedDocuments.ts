// The open documents, checked: each version once for each state of the settings and of last year's
// report, whoever asks, and only when somebody asks.
import type { CancellationToken } from 'vscode-languageserver';
import type { CheckResult, ReportService } from '../../service/index.js';
import { checkSafely, type Log } from '../neverFails.js';
import type { PreviousRef } from './knownReports.js';
import type { OpenDocuments, ReadDocument } from './openDocuments.js';
import type { DocumentSettings, EditorSettings } from './settings.js';
import type { FileReport } from './workspace.js';

/** A document that has been checked. */
export interface CheckedDocument extends ReadDocument, CheckResult {
  /** Where findings relate to last year's report: its text. */
  readonly previous?: Pick<FileReport, 'uri' | 'source'>;
}

/** Finds last year's reports. */
export interface PreviousFinder {
  previousOf(reading: FileReport, where: EditorSettings['lastYear']): PreviousRef | null;
  load(previous: PreviousRef): Promise<FileReport | null>;
}

/** What was found, and last year's report that it was checked against. */
interface KnownCheck {
  readonly checked: CheckedDocument;
  readonly against: string | undefined;
}

export class CheckedDocuments {
  /** By what was read; another whenever settings are others: findings judged by those before are of no use. */
  private known = new WeakMap<ReadDocument, KnownCheck>();

  constructor(
    private readonly open: OpenDocuments,
    private readonly service: ReportService,
    private readonly settingsOf: (uri: string) => Promise<DocumentSettings>,
    private readonly workspace: PreviousFinder,
    private readonly log: Log,
  ) {}

  /** The document as it is now; null if it is closed or nobody waits any more. */
  read(uri: string, token?: CancellationToken): Promise<ReadDocument | null> {
    return this.open.read(uri, token);
  }

  /** The findings in the document as it is now; null if it is closed or nobody waits any more. */
  async check(uri: string, token?: CancellationToken): Promise<CheckedDocument | null> {
    for (;;) {
      const reading = await this.open.read(uri, token);
      const { known } = this;
      const settings = await this.settingsOf(uri);
      if (!reading || token?.isCancellationRequested) return null;
      if (!this.open.isCurrent(reading)) continue;
      const ref = this.workspace.previousOf(reading, settings.lastYear);
      const before = this.known.get(reading);
      if (before && before.against === ref?.id) return before.checked;
      const previous = ref && (await this.workspace.load(ref));
      if (token?.isCancellationRequested) return null;
      if (!this.open.isCurrent(reading) || known !== this.known) continue;
      const result = checkSafely(this.service, reading.report, settings, this.log, previous);
      const relates = result.diagnostics.some(({ related }) => related?.some(({ path }) => path));
      const checked: CheckedDocument = {
        ...reading,
        ...result,
        ...(previous && relates && { previous: { uri: previous.uri, source: previous.source } }),
      };
      known.set(reading, { checked, against: ref?.id });
      return checked;
    }
  }

  /** What would be found if a document that has been checked had another text. */
  async checkAs(checked: CheckedDocument, text: string): Promise<CheckedDocument> {
    const settings = await this.settingsOf(checked.uri);
    const reading = await this.open.readAs(checked, text);
    const ref = this.workspace.previousOf(reading, settings.lastYear);
    const previous = ref && (await this.workspace.load(ref));
    return {
      ...reading,
      ...checkSafely(this.service, reading.report, settings, this.log, previous),
    };
  }

  /** Last year's report of the same organ, where it is known and wanted. */
  async previous(reading: ReadDocument): Promise<FileReport | null> {
    const { lastYear } = await this.settingsOf(reading.uri);
    const ref = this.workspace.previousOf(reading, lastYear);
    return ref && (await this.workspace.load(ref));
  }

  /** All that are open. */
  uris(): string[] {
    return this.open.uris();
  }

  /** Lets every document be checked anew, after a change of settings. */
  recheck(): void {
    this.known = new WeakMap();
  }
}
