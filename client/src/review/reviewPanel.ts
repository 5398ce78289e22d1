// 检查文件夹中的全部年报: a folder's reports checked by the server, their findings in the Problems panel, and
// the reviewer's tables in a panel. There is one at a time; who closes it is done with its findings, too.
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import {
  type AgainstAnswer,
  type FilePlace,
  type OfficeFileParams,
  PLACE,
  type PlaceParams,
  REVIEW,
  REVIEW_AGAINST,
  REVIEW_CLOSED,
  type ReviewAnswer,
  type ReviewParams,
  type ReviewPlace,
  type ReviewView,
} from '../../../server/src/lsp/protocol.js';
import { exists } from '../freeUri.js';
import type { Host } from '../host.js';
import { nameOf } from '../office/officeFiles.js';
import { savePicture } from '../savePicture.js';
import { showPage } from '../webviewPage.js';
import { type FoundFile, filesIn } from './folderFiles.js';
import { type FromReviewPage, fromReviewPage, type ToReviewPage } from './reviewMessages.js';
import { writeResults } from './writeResults.js';

const VIEW_TYPE = 'nianbao.review';
/** A list of this name in the folder says who is to report. */
const UNIT_LISTS = ['units.csv', '单位名单.csv'];
/** Where the lists that the user has chosen are remembered, by folder. */
const CHOSEN = 'nianbao.unitLists';

export class ReviewPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private folder: vscode.Uri | undefined;
  private files: readonly FoundFile[] = [];
  private shown: (ToReviewPage & { type: 'view' }) | undefined;
  private isReady = false;
  private isChecking = false;

  constructor(
    private readonly host: Host,
    private readonly memory: vscode.Memento,
  ) {}

  /** Checks a folder and shows what was found. */
  async open(folder: vscode.Uri): Promise<void> {
    if (this.isChecking) {
      void vscode.window.showInformationMessage('正在检查另一个文件夹，请等它查完，或者先取消。');
      return;
    }
    this.folder = folder;
    await this.check(null);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private async check(year: number | null): Promise<void> {
    const { folder } = this;
    if (!folder || this.isChecking) return;
    this.isChecking = true;
    try {
      await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: `正在检查 ${nameOf(folder.path)} 里的年报`,
          cancellable: true,
        },
        (progress, token) => this.ask(folder, year, progress, token),
      );
    } finally {
      this.isChecking = false;
    }
  }

  private async ask(
    folder: vscode.Uri,
    year: number | null,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const files = await filesIn(folder, token).catch(() => null);
    if (token.isCancellationRequested) return;
    if (!files) return this.fail('这个文件夹现在读不了。');
    if (files.length === 0) return this.fail('这个文件夹里没有可以检查的文件。');
    const units = await this.unitList(folder);
    const client = await this.host.client();
    const toWire = (uri: vscode.Uri) => client.code2ProtocolConverter.asUri(uri);
    const workDoneToken = crypto.randomUUID();
    let done = 0;
    const told = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const { percentage = done, message } = value;
      progress.report({ message, increment: percentage - done });
      done = percentage;
    });
    const params: ReviewParams = {
      files: files.map(({ uri, ...file }) => ({ ...file, uri: toWire(uri) })),
      ...(year !== null && { year }),
      ...(units && { units: toWire(units) }),
      workDoneToken,
    };
    try {
      const answer = await client.sendRequest<ReviewAnswer | null>(REVIEW, params, token);
      if (token.isCancellationRequested) return this.say('已取消，问题只列出查过的那些。');
      if (!answer || 'error' in answer)
        return this.fail(answer?.error ?? '检查的时候出了错，请再试一次。');
      this.files = files;
      this.show(folder, answer, units ? nameOf(units.path) : null);
    } catch {
      if (!token.isCancellationRequested) this.fail('检查服务没有回应，请再试一次。');
    } finally {
      told.dispose();
    }
  }

  private show(folder: vscode.Uri, view: ReviewView, units: string | null): void {
    this.shown = { type: 'view', view, units };
    const title = `审核 ${nameOf(folder.path)}`;
    if (this.panel) {
      this.panel.title = title;
      this.panel.reveal();
      this.post(this.shown);
    } else this.create(title);
  }

  private create(title: string): void {
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active, {
      retainContextWhenHidden: true, // how rows are sorted and filtered
    });
    this.panel = panel;
    this.isReady = false;
    const listening = panel.webview.onDidReceiveMessage((message) =>
      this.take(fromReviewPage(message)),
    );
    panel.onDidDispose(() => {
      listening.dispose();
      this.panel = undefined;
      this.files = [];
      void this.forget();
    });
    showPage(panel.webview, this.host.extension.extensionUri, 'review', '审核表');
  }

  private take(message: FromReviewPage | null): void {
    switch (message?.type) {
      case 'ready':
        this.isReady = true;
        if (this.shown) this.post(this.shown);
        break;
      case 'goTo':
        void this.goTo(message.place);
        break;
      case 'check':
        void this.check(message.year);
        break;
      case 'sum':
        void this.openSum();
        break;
      case 'against':
        void this.compare();
        break;
      case 'results':
        if (this.folder) void writeResults(this.host, this.folder);
        break;
      case 'save':
        void savePicture(message, { folder: this.folder });
        break;
      case 'units':
        void this.chooseUnits();
    }
  }

  private post(message: ToReviewPage): void {
    if (this.isReady) void this.panel?.webview.postMessage(message);
  }

  private say(text: string): void {
    if (this.panel) this.post({ type: 'say', text });
    else void vscode.window.showInformationMessage(text);
  }

  private fail(reason: string): void {
    void vscode.window.showErrorMessage(reason);
  }

  /** The place in the text of a report; of a Word file or PDF, in its text. */
  private async goTo({ path, span }: ReviewPlace): Promise<void> {
    const file = this.files.find(({ name }) => name === path);
    if (!file) return;
    const client = await this.host.client();
    const params: PlaceParams = { uri: client.code2ProtocolConverter.asUri(file.uri), span };
    const place = await client.sendRequest<FilePlace | null>(PLACE, params);
    if (!place) return this.say(`${path} 现在读不了，可能已经移走、改名或损坏。`);
    const uri = client.protocol2CodeConverter.asUri(place.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const [start, end] = [document.positionAt(place.start), document.positionAt(place.end)];
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(start, end),
    });
  }

  /** The tables of all added up, as a report of the county's own to go on with. */
  private async openSum(): Promise<void> {
    const { sum } = this.shown?.view ?? {};
    if (!sum) return;
    const document = await vscode.workspace.openTextDocument({ content: sum, language: 'nianbao' });
    await vscode.window.showTextDocument(document, { preview: false });
  }

  /** The county's own report beside the sum of its units. */
  private async compare(): Promise<void> {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: '与汇总核对：本级自己的年报',
        openLabel: '核对',
        defaultUri: this.folder,
      })) ?? [];
    if (!file) return;
    const client = await this.host.client();
    const params: OfficeFileParams = { uri: client.code2ProtocolConverter.asUri(file) };
    const answer = await client.sendRequest<AgainstAnswer | null>(REVIEW_AGAINST, params);
    if (!answer || 'error' in answer)
      return this.fail(
        `${nameOf(file.path)}：${answer?.error ?? '核对的时候出了错，请再试一次'}。`,
      );
    this.post({ type: 'table', table: answer });
  }

  private async chooseUnits(): Promise<void> {
    const { folder } = this;
    const [list] =
      (await vscode.window.showOpenDialog({
        title: '单位名单：一行一个单位，后面可以写上级',
        openLabel: '用这份名单',
        defaultUri: folder,
        filters: { 单位名单: ['csv', 'txt'] },
      })) ?? [];
    if (!folder || !list) return;
    await this.memory.update(CHOSEN, { ...this.chosen(), [folder.toString()]: list.toString() });
    await this.check(this.shown?.view.year ?? null);
  }

  /** The list that was chosen for a folder, else one that lies in it. */
  private async unitList(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
    const chosen = this.chosen()[folder.toString()];
    const lists = UNIT_LISTS.map((name) => vscode.Uri.joinPath(folder, name));
    if (chosen !== undefined) lists.unshift(vscode.Uri.parse(chosen));
    for (const list of lists) if (await exists(list)) return list;
    return undefined;
  }

  private chosen(): Readonly<Record<string, string>> {
    return this.memory.get(CHOSEN, {});
  }

  private async forget(): Promise<void> {
    if (!this.host.isAlive) return;
    const client = await this.host.client();
    await client.sendNotification(REVIEW_CLOSED);
  }
}
