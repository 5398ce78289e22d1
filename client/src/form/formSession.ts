// One form and its document: what the text says goes to the page, what is done on the page becomes edits
// of the text, one after the other.
import * as vscode from 'vscode';
import {
  CHARTS,
  type ChartsView,
  FILL,
  type FillAnswer,
  type FillParams,
  FORM,
  type FormParams,
  type FormView,
  type OffsetEdit,
  type OffsetRange,
  PASTE,
  type PasteParams,
  type PasteResult,
  RELATIONS,
  type RelationsView,
} from '../../../server/src/lsp/protocol.js';
import type { Host } from '../host.js';
import { savePicture } from '../savePicture.js';
import { showPage } from '../webviewPage.js';
import { Drift } from './drift.js';
import {
  type FillMessage,
  type FixMessage,
  type FormPageName,
  type FromPage,
  fromPage,
  type PasteMessage,
  type TableCommandName,
  type ToPage,
  type TypedMessage,
  type WriteMessage,
} from './formMessages.js';

/** Somebody else may change the text while we ask what to write: who types there makes a pause in so many tries. */
const TRIES = 40;
const PAUSE_MS = 100;
/** So long after we have moved one side, its moving is ours and nobody's wish. */
const ECHO_MS = 400;

/** A save waits no longer: VS Code does not, either. */
const PATIENCE_MS = 1000;

type ShownMessage = ToPage & { type: 'view' | 'relations' | 'charts' };

const STALE = '文字刚刚有变化，请再试一次。';
const FAILED = '没有写进去，请再试一次。';

export class FormSession {
  private relations: RelationsView | null = null;
  /** What its pages show, as it was sent. */
  private readonly shown = new Map<ShownMessage['type'], string>();
  private page: FormPageName = 'form';
  private isReady = false;
  private isAsking = false;
  private isStale = false;
  /** Edits are made one after the other. */
  private queue: Promise<unknown> = Promise.resolve();
  /** Figures that are typed faster than they are written go into the text together. */
  private batch: FillMessage[] | undefined;
  /** What is being typed on the page. */
  private typing: TypedMessage | null = null;
  private drift = new Drift();
  private movedEditor = 0;
  private movedPage = 0;

  constructor(
    private readonly host: Host,
    private document: vscode.TextDocument,
    private readonly panel: vscode.WebviewPanel,
  ) {}

  open(): void {
    const { webview } = this.panel;
    const { window, workspace } = vscode;
    const subscriptions = [
      webview.onDidReceiveMessage((message) => this.take(fromPage(message))),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // that it is dirty, or no longer, is told by the same event
        if (document !== this.document || contentChanges.length === 0) return;
        this.drift.record(document.version, contentChanges);
        this.update();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.document.uri.toString())) this.update();
      }),
      workspace.onWillSaveTextDocument((event) => {
        if (event.document === this.document) this.beforeSave(event);
      }),
      this.panel.onDidChangeViewState(() => {
        if (!this.panel.visible) this.pageIsGone();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (textEditor.document === this.document && kind !== undefined)
          this.showCursor(textEditor);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.follow(textEditor)),
    ];
    this.panel.onDidDispose(() => {
      for (const one of subscriptions) one.dispose();
      this.pageIsGone();
    });
    showPage(webview, this.host.extension.extensionUri, 'form', '预览与填表');
  }

  private take(message: FromPage | null): void {
    switch (message?.type) {
      case 'ready':
        this.isReady = true;
        this.shown.clear();
        this.post({ type: 'turn', page: this.page });
        this.update();
        break;
      case 'turn':
        this.page = message.page;
        this.update();
        break;
      case 'goToFile':
        void this.goToFile(message);
        break;
      case 'save':
        void savePicture(message, { report: this.document.uri });
        break;
      case 'typing':
        this.typing = message.act;
        break;
      case 'fill':
        this.enter(message);
        break;
      case 'write':
        this.inTurn(() => this.write(message));
        break;
      case 'paste':
        this.inTurn(() => this.paste(message));
        break;
      case 'fix':
        this.inTurn(() => this.fix(message));
        break;
      case 'run':
        this.inTurn(() => this.run(message.command));
        break;
      case 'goTo':
        void this.goTo(message, message.focus);
        break;
      case 'scrolled':
        this.scrollEditor(message.offset);
    }
  }

  private post(message: ToPage): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  /** The page is hidden or closed: what was being typed there stays. */
  private pageIsGone(): void {
    this.isReady = false;
    this.takeTyping();
  }

  private takeTyping(): void {
    const { typing } = this;
    this.typing = null;
    this.take(typing);
  }

  /** All that is on the form is saved; what is being typed, only if the user saves. */
  private beforeSave({ reason, waitUntil }: vscode.TextDocumentWillSaveEvent): void {
    if (reason === vscode.TextDocumentSaveReason.Manual) this.takeTyping();
    waitUntil(Promise.race([this.queue, pause(PATIENCE_MS)]).then(() => []));
  }

  private inTurn(act: () => Promise<void>): void {
    this.batch = undefined;
    this.queue = this.queue.then(act).catch((error) => {
      this.host.output.error(error);
      this.post({ type: 'say', text: FAILED });
    });
  }

  // — What the page shows ————————————————————————————————————————————————————————————————————————————

  /** Shows the report as it is now; while that is asked for, changes are gathered. */
  private update(): void {
    if (!this.isReady) return;
    this.isStale = true;
    if (this.isAsking) return;
    this.isAsking = true;
    void this.askUntilFresh()
      .catch((error) => this.host.output.error(error))
      .finally(() => {
        this.isAsking = false;
      });
  }

  private async askUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      const view = await this.fresh();
      if (!view) return;
      this.show({ type: 'view', view });
      const params = { textDocument: { uri: await this.wireUri() } };
      if (this.page === 'relations') {
        this.relations = await this.request<RelationsView | null, FormParams>(RELATIONS, params);
        this.show({ type: 'relations', view: this.relations });
      } else if (this.page === 'charts')
        this.show({
          type: 'charts',
          view: await this.request<ChartsView | null, FormParams>(CHARTS, params),
        });
    }
  }

  /** Shows what is not shown yet: with the findings of a text, which come later, nothing may be new. */
  private show(message: ShownMessage): void {
    const { type, view } = message;
    const look = JSON.stringify(view);
    if (this.shown.get(type) === look) return;
    this.shown.set(type, look);
    this.post(message);
  }

  /** Turns to a page, also before there is one. */
  turnTo(page: FormPageName): void {
    this.page = page;
    if (this.isReady) this.post({ type: 'turn', page });
  }

  private showCursor({ document, selection }: vscode.TextEditor): void {
    this.post({ type: 'cursor', offset: document.offsetAt(selection.active) });
  }

  private follow({ document, visibleRanges: [first] }: vscode.TextEditor): void {
    if (document !== this.document || !first || Date.now() - this.movedEditor < ECHO_MS) return;
    this.movedPage = Date.now();
    this.post({ type: 'reveal', offset: document.offsetAt(first.start) });
  }

  private scrollEditor(offset: number): void {
    if (Date.now() - this.movedPage < ECHO_MS) return;
    const { editor } = this;
    if (!editor) return;
    this.movedEditor = Date.now();
    const place = this.document.positionAt(offset);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  }

  private async goTo(place: OffsetRange, focus: boolean): Promise<void> {
    const range = this.rangeOf(place);
    const { editor } = this;
    if (editor) {
      this.movedEditor = Date.now();
      editor.selection = new vscode.Selection(range.start, range.end);
      // the line, for the text does not go sideways for a cell
      const line = new vscode.Range(
        range.start.with({ character: 0 }),
        range.start.with({ character: 0 }),
      );
      editor.revealRange(line, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    if (!focus) return;
    const viewColumn = editor?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(this.document, { viewColumn, selection: range });
  }

  /** Only to where the relations lead: what the page says is no address. */
  private async goToFile({ uri, ...place }: FromPage & { type: 'goToFile' }): Promise<void> {
    const lines = this.relations?.groups.flatMap(({ relations }) => relations) ?? [];
    if (!lines.some(({ before }) => before?.uri === uri)) return;
    const client = await this.host.client();
    const document = await vscode.workspace.openTextDocument(
      client.protocol2CodeConverter.asUri(uri),
    );
    const range = new vscode.Range(
      document.positionAt(place.start),
      document.positionAt(place.end),
    );
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      selection: range,
    });
  }

  /** An editor that shows the text. */
  private get editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  // — What is done on the page ———————————————————————————————————————————————————————————————————————

  private enter(message: FillMessage): void {
    if (!this.batch) {
      const batch: FillMessage[] = [];
      this.inTurn(() => this.fill(batch));
      this.batch = batch;
    }
    this.batch.push(message);
  }

  private async fill(batch: readonly FillMessage[]): Promise<void> {
    if (this.batch === batch) this.batch = undefined;
    // of a cell that was typed into twice, the last figure counts
    const last = new Map(
      batch.map(({ fill }) => [`${fill.table} ${fill.row} ${fill.column}`, fill]),
    );
    const refused = await this.tryToFill([...last.values()]).catch((error) => {
      this.host.output.error(error);
      return FAILED;
    });
    if (refused !== undefined && batch.length > 1) for (const one of batch) await this.fill([one]);
    else
      for (const { number } of batch)
        this.post(
          refused === undefined
            ? { type: 'filled', number, version: this.document.version }
            : { type: 'refused', number, reason: refused },
        );
  }

  /** Writes figures; says why they are not written. */
  private tryToFill(fills: FillParams['fills']): Promise<string | undefined> {
    return this.insist(async () => {
      const textDocument = { uri: await this.wireUri() };
      const answer = await this.request<FillAnswer | null, FillParams>(FILL, {
        textDocument,
        fills,
      });
      if (answer && 'refused' in answer) return answer.refused;
      return answer && (await this.apply(answer.version, answer.edits)) ? undefined : STALE;
    });
  }

  /** Acts again where the text has changed meanwhile; tells what the act says. */
  private async insist(act: () => Promise<string | undefined>): Promise<string | undefined> {
    for (let i = 0; i < TRIES; i++) {
      await this.reopen();
      const said = await act();
      if (said !== STALE) return said;
      await pause(PAUSE_MS);
    }
    return STALE;
  }

  /** A document that nobody shows any more is closed: what was typed last goes there all the same. */
  private async reopen(): Promise<void> {
    const { document } = this;
    if (!document.isClosed || document.isUntitled) return;
    this.document = await vscode.workspace.openTextDocument(document.uri);
    this.drift = new Drift(); // versions are counted anew
  }

  /** Writes a paragraph anew, also where other places have changed meanwhile. */
  private async write({ start, end, version, before, text }: WriteMessage): Promise<void> {
    await this.reopen();
    const all = this.document.getText();
    const place = this.drift.now({ start, end }, version);
    const isThere = place !== undefined && all.slice(place.start, place.end) === before;
    const first = all.indexOf(before);
    const isOnlyOne = before !== '' && first >= 0 && all.indexOf(before, first + 1) < 0;
    const at = isThere ? place.start : isOnlyOne ? first : undefined;
    const edit = { start: at ?? 0, end: (at ?? 0) + before.length, newText: text };
    if (at === undefined || !(await this.apply(this.document.version, [edit])))
      return this.post({ type: 'say', text: `没有写进去，请在文字里改：${text}` });
    const view = await this.fresh();
    if (view && !isShown(view, text))
      this.post({
        type: 'say',
        text: '写进去了；里面有些记号（如 # * < >）在报告里不显示，请看一看。',
      });
  }

  private async paste({ cell, text, html }: PasteMessage): Promise<void> {
    const said = await this.insist(async () => {
      const view = await this.fresh();
      const place = view && spanOf(view, cell);
      if (!place) return '文字里没有这一格，没有粘贴。';
      const client = await this.host.client();
      const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client;
      const params: PasteParams = {
        textDocument: { uri: to.asUri(this.document.uri) },
        range: to.asRange(this.rangeOf(place)),
        text,
        ...(html !== '' && { html }),
      };
      if (view.version !== this.document.version) return STALE;
      const pasted = await client.sendRequest<PasteResult | null>(PASTE, params);
      if (view.version !== this.document.version) return STALE;
      if (!pasted) return '没有认出复制的表格，没有粘贴。';
      const edit = new vscode.WorkspaceEdit();
      edit.set(this.document.uri, await from.asTextEdits([...pasted.edits]));
      return (await vscode.workspace.applyEdit(edit)) ? pasted.notice : FAILED;
    });
    this.post({ type: 'say', text: said ?? '' });
  }

  /** Makes a fix that was shown, as long as the same is found at the same place. */
  private async fix({ version, ...wanted }: FixMessage): Promise<void> {
    const refused = await this.insist(async () => {
      const view = await this.fresh();
      const place = this.drift.now(wanted, version);
      const found = view?.findings.find(
        ({ start, end, message, fix }) =>
          start === place?.start &&
          end === place.end &&
          message === wanted.message &&
          fix?.title === wanted.title,
      );
      if (!view || !found?.fix) return '这一处刚刚变了，没有再改。';
      return (await this.apply(view.version, found.fix.edits)) ? undefined : STALE;
    });
    if (refused !== undefined) this.post({ type: 'say', text: refused });
  }

  private async run(command: TableCommandName): Promise<void> {
    await vscode.commands.executeCommand(`nianbao.${command}`, await this.wireUri());
  }

  /** Whether they were made: not if the text is another by now. */
  private async apply(version: number, edits: readonly OffsetEdit[]): Promise<boolean> {
    if (version !== this.document.version) return false;
    if (edits.length === 0) return true;
    const edit = new vscode.WorkspaceEdit();
    for (const { newText, ...place } of edits)
      edit.replace(this.document.uri, this.rangeOf(place), newText);
    return vscode.workspace.applyEdit(edit);
  }

  private rangeOf({ start, end }: OffsetRange): vscode.Range {
    return new vscode.Range(this.document.positionAt(start), this.document.positionAt(end));
  }

  /** The report as it is now. */
  private async fresh(): Promise<FormView | null> {
    const textDocument = { uri: await this.wireUri() };
    return this.request<FormView | null, FormParams>(FORM, { textDocument });
  }

  private async request<Answer, Params>(method: string, params: Params): Promise<Answer> {
    return (await this.host.client()).sendRequest<Answer>(method, params);
  }

  private async wireUri(): Promise<string> {
    return (await this.host.client()).code2ProtocolConverter.asUri(this.document.uri);
  }
}

/** Where the figure of a cell stands, or is to stand. */
function spanOf({ blocks }: FormView, cell: PasteMessage['cell']): OffsetRange | undefined {
  for (const block of blocks) {
    if (block.kind !== 'table' || block.key !== cell.table) continue;
    const found = block.rows
      .flat()
      .find(({ figure }) => figure?.row === cell.row && figure.column === cell.column);
    if (found) return found.span;
  }
  return undefined;
}

/** Whether a paragraph reads as it was written: marks of Markdown do not. */
function isShown({ blocks }: FormView, text: string): boolean {
  const bare = (words: string) => words.replace(/\s/g, '');
  const lines = blocks.flatMap((block) => (block.kind === 'table' ? [] : block.lines));
  return text.trim() === '' || lines.some((line) => bare(line.text) === bare(text));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
