// The open documents, read and checked: each text at most once, whoever asks, and only when somebody
// asks.
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { sourceOf } from '../../convert/sourceOf.js';
import type { Report } from '../../report/report.js';
import type { CheckResult, ReportService } from '../../service/index.js';
import { plainSource, type Source } from '../../text/source.js';
import { checkSafely, type Log, parseSafely } from '../neverFails.js';
import { isConfig } from './folderConfigs.js';
import type { DocumentSettings, EditorSettings } from './settings.js';
import type { FileReport, PreviousRef } from './workspace.js';

/** A document that has been read. */
export interface ReadDocument {
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
  readonly report: Report;
}

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

/** One version of a document, as far as somebody has asked for it. */
interface State {
  readonly version: number;
  /** A client that opens a file anew begins with the same version, and perhaps another text. */
  readonly text: string;
  readonly source: Source | Promise<Source>;
  reading?: ReadDocument;
  checked?: CheckedDocument;
  /** Last year's report that it was checked against. */
  against?: string;
}

export class CheckedDocuments {
  private readonly states = new Map<string, State>();
  /** Findings judged by other settings are of no use. */
  private round = 0;

  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly service: ReportService,
    private readonly settingsOf: (uri: string) => Promise<DocumentSettings>,
    private readonly workspace: PreviousFinder,
    private readonly log: Log,
  ) {}

  /** The document as it is now; null if it is closed or nobody waits any more. */
  async read(uri: string, token?: CancellationToken): Promise<ReadDocument | null> {
    for (;;) {
      const state = this.stateOf(uri);
      if (!state) return null;
      const source = await state.source;
      if (token?.isCancellationRequested) return null;
      if (state !== this.stateOf(uri)) continue; // edited in the meantime: work on it is of no use
      const { version } = state;
      state.reading ??= {
        uri,
        version,
        source,
        report: parseSafely(this.service, source.text, this.log),
      };
      return state.reading;
    }
  }

  /** The findings in the document as it is now; null if it is closed or nobody waits any more. */
  async check(uri: string, token?: CancellationToken): Promise<CheckedDocument | null> {
    for (;;) {
      const reading = await this.read(uri, token);
      const { round } = this;
      const settings = await this.settingsOf(uri);
      if (!reading || token?.isCancellationRequested) return null;
      const state = this.stateOf(uri);
      if (state?.reading !== reading) continue;
      const ref = this.workspace.previousOf(reading, settings.lastYear);
      if (state.checked && state.against === ref?.id) return state.checked;
      const previous = ref && (await this.workspace.load(ref));
      if (token?.isCancellationRequested) return null;
      if (state !== this.stateOf(uri) || round !== this.round) continue;
      const result = checkSafely(this.service, reading.report, settings, this.log, previous);
      const relates = result.diagnostics.some(({ related }) => related?.some(({ path }) => path));
      state.checked = {
        ...reading,
        ...result,
        ...(previous && relates && { previous: { uri: previous.uri, source: previous.source } }),
      };
      state.against = ref?.id;
      return state.checked;
    }
  }

  /** What would be found if a document that has been checked had another text. */
  async checkAs({ uri, version }: CheckedDocument, text: string): Promise<CheckedDocument> {
    const settings = await this.settingsOf(uri);
    const isHtml = this.texts.get(uri)?.languageId === 'html';
    const source = await this.sourceOf(text, isHtml);
    const report = parseSafely(this.service, source.text, this.log);
    const reading = { uri, version, source, report };
    const ref = this.workspace.previousOf(reading, settings.lastYear);
    const previous = ref && (await this.workspace.load(ref));
    return { ...reading, ...checkSafely(this.service, report, settings, this.log, previous) };
  }

  /** Last year's report of the same organ, where it is known and wanted. */
  async previous(reading: ReadDocument): Promise<FileReport | null> {
    const { lastYear } = await this.settingsOf(reading.uri);
    const ref = this.workspace.previousOf(reading, lastYear);
    return ref && (await this.workspace.load(ref));
  }

  /** All that are open. */
  uris(): string[] {
    return this.texts.keys();
  }

  forget(uri: string): void {
    this.states.delete(uri);
  }

  /** Lets every document be checked anew, after a change of settings. */
  recheck(): void {
    this.round++;
    for (const state of this.states.values()) state.checked = undefined;
  }

  private stateOf(uri: string): State | null {
    const document = this.texts.get(uri);
    if (!document || isConfig(uri)) return null; // a list of words may look like a table
    let state = this.states.get(uri);
    const text = document.getText();
    if (state?.version !== document.version || state.text !== text) {
      const source = this.sourceOf(text, document.languageId === 'html');
      state = { version: document.version, text, source };
      this.states.set(uri, state);
    }
    return state;
  }

  /** A promise only while the parser for HTML is being loaded. */
  private sourceOf(text: string, isHtml: boolean): Source | Promise<Source> {
    const source = sourceOf(text, isHtml ? 'html' : 'text');
    if (!(source instanceof Promise)) return source;
    return source.catch(() => {
      this.log('读取 HTML 时出错，按纯文本检查');
      return plainSource(text);
    });
  }
}
