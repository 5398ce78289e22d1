// Diagnostics on their way to the client: pulled by those that can, pushed to the others, never both.
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
} from 'vscode-languageserver';
import { inBackground } from '../connection/handlers.js';
import { Refusal } from '../connection/refusal.js';
import type { Log } from '../neverFails.js';
import type { Platform } from '../platform.js';
import type { CheckedDocument, CheckedDocuments } from '../state/checkedDocuments.js';

export type Convert = (checked: CheckedDocument) => Diagnostic[];

/** How diagnostics reach the client. */
export interface Delivery {
  changed(uri: string): void;
  closed(uri: string): void;
  /** Findings may be others now although no document has changed: in these, or in all. */
  refresh(uris?: readonly string[]): void;
}

/** The client asks; where nothing has changed since, the answer says only that. */
export class Pull implements Delivery {
  private readonly results = new Map<string, { id: string; content: string }>();
  /** Ids of an earlier run of the server must not match ours. */
  private readonly run = Math.random().toString(36).slice(2);
  private count = 0;

  constructor(
    private readonly connection: Connection,
    private readonly documents: CheckedDocuments,
    private readonly convert: Convert,
    private readonly canRefresh: boolean,
  ) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      this.answer(textDocument.uri, previousResultId, token),
    );
  }

  changed(): void {}

  closed(uri: string): void {
    this.results.delete(uri);
  }

  refresh(): void {
    if (this.canRefresh) this.connection.languages.diagnostics.refresh().catch(() => {});
  }

  private async answer(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const checked = await this.documents.check(uri, token);
    if (token.isCancellationRequested) throw cancelled();
    if (!checked) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const items = this.convert(checked);
    const content = JSON.stringify(items);
    let result = this.results.get(uri);
    if (result?.content !== content) {
      result = { id: `${this.run}-${++this.count}`, content };
      this.results.set(uri, result);
    }
    if (previous === result.id)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: result.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: result.id, items };
  }
}

/** We tell the client after each change, once the edits at hand are all in. */
export class Push implements Delivery {
  private readonly pending = new Map<string, () => void>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: CheckedDocuments,
    private readonly convert: Convert,
    private readonly platform: Platform,
    private readonly log: Log,
  ) {}

  changed(uri: string): void {
    this.pending.get(uri)?.();
    this.pending.set(
      uri,
      this.platform.soon(() => {
        this.pending.delete(uri);
        void inBackground('publishDiagnostics', () => this.publish(uri), this.log);
      }),
    );
  }

  closed(uri: string): void {
    this.pending.get(uri)?.();
    this.pending.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  refresh(uris: readonly string[] = this.documents.uris()): void {
    for (const uri of uris) this.changed(uri);
  }

  private async publish(uri: string): Promise<void> {
    const checked = await this.documents.check(uri);
    // a change that came while we worked brings its own answer
    if (!checked || this.pending.has(uri)) return;
    const { version } = checked;
    await this.connection.sendDiagnostics({ uri, version, diagnostics: this.convert(checked) });
  }
}

function cancelled() {
  return new Refusal(LSPErrorCodes.RequestCancelled, 'cancelled');
}
