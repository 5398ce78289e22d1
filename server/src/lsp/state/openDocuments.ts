// The open documents as reports: each text read at most once, and only when somebody asks.
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { sourceOf, type TextFormat } from '../../convert/sourceOf.js';
import type { Report } from '../../report/report.js';
import type { ReportService } from '../../service/index.js';
import { plainSource, type Source } from '../../text/source.js';
import { type Log, parseSafely } from '../neverFails.js';
import { isEarlierState } from '../toLsp/uris.js';
import { isConfig } from './folderConfigs.js';

/** A document that has been read. */
export interface ReadDocument {
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
  readonly report: Report;
}

/** One version of a document. */
interface OpenVersion {
  readonly version: number;
  /** A client that opens a file anew begins with the same version, and perhaps another text. */
  readonly text: string;
  readonly source: Source | Promise<Source>;
  reading?: ReadDocument;
}

export class OpenDocuments {
  private readonly versions = new Map<string, OpenVersion>();

  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly service: ReportService,
    private readonly log: Log,
    private readonly isMarkdown: (uri: string) => boolean,
  ) {}

  /** The document as it is now; null if it is closed or nobody waits any more. */
  async read(uri: string, token?: CancellationToken): Promise<ReadDocument | null> {
    for (;;) {
      const now = this.versionOf(uri);
      if (!now) return null;
      const source = await now.source;
      if (token?.isCancellationRequested) return null;
      if (now !== this.versionOf(uri)) continue; // edited in the meantime: work on it is of no use
      now.reading ??= this.reading(uri, now.version, source);
      return now.reading;
    }
  }

  /** What a document would be read as if it had another text. */
  async readAs({ uri, version }: ReadDocument, text: string): Promise<ReadDocument> {
    const source = await this.sourceOf(text, this.formatOf(uri));
    return this.reading(uri, version, source);
  }

  /** Whether a document still is as it was read. */
  isCurrent(reading: ReadDocument): boolean {
    return this.versionOf(reading.uri)?.reading === reading;
  }

  uris(): string[] {
    return this.texts.keys();
  }

  forget(uri: string): void {
    this.versions.delete(uri);
  }

  private versionOf(uri: string): OpenVersion | null {
    const document = this.texts.get(uri);
    // a list of words may look like a table; what a file was before is no report beside it
    if (!document || isConfig(uri) || isEarlierState(uri)) return null;
    const text = document.getText();
    const { version } = document;
    const known = this.versions.get(uri);
    if (known?.version === version && known.text === text) return known;
    const now = { version, text, source: this.sourceOf(text, this.formatOf(uri)) };
    this.versions.set(uri, now);
    return now;
  }

  private reading(uri: string, version: number, source: Source): ReadDocument {
    return { uri, version, source, report: parseSafely(this.service, source, this.log) };
  }

  private formatOf(uri: string): TextFormat {
    if (this.texts.get(uri)?.languageId === 'html') return 'html';
    return this.isMarkdown(uri) ? 'markdown' : 'text';
  }

  /** A promise only while the parser for HTML is being loaded. */
  private sourceOf(text: string, format: TextFormat): Source | Promise<Source> {
    const source = sourceOf(text, format);
    if (!(source instanceof Promise)) return source;
    return source.catch(() => {
      this.log('读取 HTML 时出错，按纯文本检查');
      return plainSource(text, 'text');
    });
  }
}
