// 检查文件夹中的全部年报: a folder's reports checked by the server, their findings in the Problems panel, and
// the reviewer's tables in a panel. There is one at a time; who closes it is done with its findings, too. A panel
// that is still there when its window is opened again is filled again.
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import {
  type AgainstAnswer,
  type OfficeFileParams,
  PLACE,
  type PlaceAnswer,
  type PlaceParams,
  REVIEW,
  REVIEW_AGAINST,
  REVIEW_CLOSED,
  type ReviewAnswer,
  type ReviewParams,
  type ReviewPlace,
} from '../../../server/src/lsp/protocol.js';
import { exists } from '../freeUri.js';
import type { Host } from '../host.js';
import { nameOf } from '../office/officeFiles.js';
import { savePicture } from '../savePicture.js';
import { showPage } from '../webviewPage.js';
import { type FoundFile, type FoundFiles, filesIn, MOST_FILES } from './folderFiles.js';
import { type FromReviewPage, fromReviewPage, type ToReviewPage } from './reviewMessages.js';
import { writeResults } from './writeResults.js';

const VIEW_TYPE = 'nianbao.review';
const FAILED = '没有成功，请再试一次。';
/** A list of this name in the folder says who is to report. */
const UNIT_LISTS = ['units.csv', '单位名单.csv'];
/** Where the lists that the user has chosen are remembered, by folder. */
const CHOSEN = 'nianbao.unitLists';
/** Where what the panel shows is remembered: the window may be opened again. */
const SHOWN = 'nianbao.reviewed';

/** What was asked for. */
interface AskedFolder {
  readonly folder: vscode.Uri;
  /** Null for the latest. */
  readonly year: number | null;
}

/** What the panel shows. */
interface ShownFolder {
  readonly folder: vscode.Uri;
  readonly files: readonly FoundFile[];
  readonly message: ToReviewPage & { readonly type: 'view' };
}

/** A check under way. */
interface FolderCheck {
  readonly folder: vscode.Uri;
  readonly cancel: vscode.CancellationTokenSource;
}

export class ReviewPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** What the panel is about, and once that has been checked what it shows. */
  private folder: vscode.Uri | undefined;
  private shown: ShownFolder | undefined;
  private checking: FolderCheck | undefined;
  private isReady = false;
  /** How many places were asked for: the last is the one that is wanted. */
  private asked = 0;
  private readonly restoring: vscode.Disposable;

  constructor(
    private readonly host: Host,
    private readonly memory: vscode.Memento,
  ) {
    this.restoring = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => this.restore(panel),
    });
  }

  /** Checks a folder and shows what was found. */
  async open(folder: vscode.Uri): Promise<void> {
    await this.check({ folder, year: null });
  }

  /** Not the panel: where the window is only opened again, that is to be there. */
  dispose(): void {
    this.restoring.dispose();
  }

  /** The panel of a window that was opened again, once somebody looks at it. */
  private restore(panel: vscode.WebviewPanel): void {
    const { folder, year = null } = this.memory.get<{ folder?: string; year?: number }>(SHOWN, {});
    if (folder === undefined || this.panel) {
      panel.dispose(); // another folder has been checked since
    } else {
      const asked = { folder: vscode.Uri.parse(folder), year };
      this.adopt(panel, asked.folder);
      this.again(asked);
    }
  }

  private again(asked: AskedFolder): void {
    this.check(asked).catch(() => this.say(FAILED));
  }

  private async check(asked: AskedFolder): Promise<void> {
    const { folder } = asked;
    if (this.checking) {
      const name = nameOf(this.checking.folder.path);
      void vscode.window.showInformationMessage(`正在检查 ${name}，请等它查完，或者先取消。`);
      return;
    }
    const cancel = new vscode.CancellationTokenSource();
    this.checking = { folder, cancel };
    try {
      await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: `正在检查 ${nameOf(folder.path)} 里的年报`,
          cancellable: true,
        },
        (progress, token) => {
          token.onCancellationRequested(() => cancel.cancel());
          return this.ask(asked, progress, cancel.token);
        },
      );
    } finally {
      this.checking = undefined;
      cancel.dispose();
    }
  }

  private async ask(
    { folder, year }: AskedFolder,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const found = await filesIn(folder, token).catch(() => null);
    if (token.isCancellationRequested) return this.callOff();
    if (!found) return this.fail('这个文件夹现在读不了。');
    const { files } = found;
    if (files.length === 0)
      return this.fail(`${nameOf(folder.path)} 里没有可以检查的文件（Word、PDF、网页、文本）。`);
    const units = await this.unitList(folder);
    const unsaved = unsavedAmong(files);
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
      if (token.isCancellationRequested && !this.panel) {
        // closed, or called off too late
        await this.forget();
      } else if (answer && !('error' in answer)) {
        const name = units && answer.unitsTrouble === null ? nameOf(units.path) : null;
        const notice = noticeOf(
          found,
          unsaved,
          units && answer.unitsTrouble && `没有用 ${nameOf(units.path)}：${answer.unitsTrouble}`,
        );
        const message = { type: 'view', view: answer, units: name, notice } as const;
        this.show({ folder, files, message });
        void this.memory.update(SHOWN, { folder: folder.toString(), year });
      } else if (token.isCancellationRequested) this.callOff();
      else this.fail(answer?.error ?? '检查的时候出了错，请再试一次。');
    } catch {
      if (token.isCancellationRequested) this.callOff();
      else this.fail('检查服务没有回应，请再试一次。');
    } finally {
      told.dispose();
    }
  }

  private show(shown: ShownFolder): void {
    this.shown = shown;
    const title = `审核 ${nameOf(shown.folder.path)}`;
    this.folder = shown.folder;
    if (this.panel) {
      this.panel.title = title;
      this.panel.reveal();
      this.post(shown.message);
    } else {
      const options = { retainContextWhenHidden: true }; // how rows are sorted and filtered
      const { Active } = vscode.ViewColumn;
      const { createWebviewPanel } = vscode.window;
      this.adopt(createWebviewPanel(VIEW_TYPE, title, Active, options), shown.folder);
    }
  }

  private adopt(panel: vscode.WebviewPanel, folder: vscode.Uri): void {
    this.panel = panel;
    this.folder = folder;
    this.isReady = false;
    const listening = panel.webview.onDidReceiveMessage((message) =>
      this.take(fromReviewPage(message)),
    );
    panel.onDidDispose(() => {
      listening.dispose();
      this.panel = undefined;
      // checked again: whoever has closed it does not want it
      if (this.checking && isSame(this.checking.folder, this.folder)) this.checking.cancel.cancel();
      this.folder = undefined;
      this.shown = undefined;
      void this.forget().catch(() => {});
    });
    showPage(panel.webview, this.host.extension.extensionUri, 'review', '审核表');
  }

  private take(message: FromReviewPage | null): void {
    if (message?.type === 'ready') this.isReady = true;
    if (message?.type === 'check') {
      if (this.folder) this.again({ folder: this.folder, year: message.year });
    } else if (message?.type === 'ready') {
      this.post(this.shown?.message ?? { type: 'say', text: '正在重新检查……' });
    } else if (message && this.shown) {
      this.act(message, this.shown).catch(() => this.say(FAILED));
    }
  }

  private async act(
    message: Exclude<FromReviewPage, { type: 'ready' | 'check' }>,
    shown: ShownFolder,
  ): Promise<void> {
    const { folder } = shown;
    switch (message.type) {
      case 'goTo':
        return this.goTo(message.place, shown);
      case 'sum':
        return openSum(shown);
      case 'against':
        return this.compare(shown);
      case 'results':
        return writeResults(this.host, folder);
      case 'save':
        return savePicture(message, { folder });
      case 'units':
        return this.chooseUnits(shown);
    }
  }

  private post(message: ToReviewPage): void {
    if (this.isReady) void this.panel?.webview.postMessage(message);
  }

  private callOff(): void {
    if (this.shown) this.say('已取消，这里还是上一次检查的结果。');
    else if (this.panel) this.say('已取消，还没有结果。');
  }

  private say(text: string): void {
    if (this.panel) this.post({ type: 'say', text });
    else if (text !== '') void vscode.window.showInformationMessage(text);
  }

  private fail(reason: string): void {
    void vscode.window.showErrorMessage(reason);
    if (this.panel && !this.shown) this.say(reason);
  }

  /** The place in the text of a report; of a Word file or PDF, in its text. */
  private async goTo({ path, span }: ReviewPlace, { files }: ShownFolder): Promise<void> {
    const file = files.find(({ name }) => name === path);
    if (!file) return;
    const asked = ++this.asked;
    const client = await this.host.client();
    const params: PlaceParams = { uri: client.code2ProtocolConverter.asUri(file.uri), span };
    const place = await client.sendRequest<PlaceAnswer>(PLACE, params);
    if (asked !== this.asked) return;
    if ('error' in place) return this.say(`${path} 打不开：${place.error}。`);
    this.say('');
    const { asUri, asRange } = client.protocol2CodeConverter;
    // a document that the API opens lives on for minutes after its tab, and without the findings of either
    await vscode.commands.executeCommand('vscode.open', asUri(place.uri), {
      viewColumn: vscode.ViewColumn.One,
      selection: asRange(place.range),
    } satisfies vscode.TextDocumentShowOptions);
  }

  /** The county's own report beside the sum of its units. */
  private async compare({ folder }: ShownFolder): Promise<void> {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: '与汇总核对：本级自己的年报',
        openLabel: '核对',
        defaultUri: folder,
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

  private async chooseUnits({ folder, message }: ShownFolder): Promise<void> {
    const [list] =
      (await vscode.window.showOpenDialog({
        title: '单位名单：一行一个单位，后面可以写上级',
        openLabel: '用这份名单',
        defaultUri: folder,
        filters: { 单位名单: ['csv', 'txt'] },
      })) ?? [];
    if (!list) return;
    await this.memory.update(CHOSEN, { ...this.chosen(), [folder.toString()]: list.toString() });
    await this.check({ folder, year: message.view.year });
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

/** The tables of all added up, as a report of the county's own to go on with. */
async function openSum({ message }: ShownFolder): Promise<void> {
  const { sum } = message.view;
  if (!sum) return;
  const document = await vscode.workspace.openTextDocument({ content: sum, language: 'nianbao' });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** The names of those that are open with changes: what is checked is what the screen shows. */
function unsavedAmong(files: readonly FoundFile[]): string[] {
  const changed = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  const isChanged = (uri: vscode.Uri) => changed.some((one) => isSame(one.uri, uri));
  return files.filter(({ uri }) => isChanged(uri)).map(({ name }) => name);
}

/** What was not looked at or is not saved, and why nobody is missing. */
function noticeOf(
  { unread, areMore }: FoundFiles,
  unsaved: readonly string[],
  unitsTrouble: string | null | undefined,
): string {
  const said = [
    unitsTrouble ?? '',
    unsaved.length > 0 ? `${unsaved.join('、')} 有没保存的修改，按改过的查` : '',
    unread.length > 0 ? `文件夹 ${unread.join('、')} 读不了，里面的没有查` : '',
    areMore ? `文件太多，只查了 ${MOST_FILES} 个` : '',
  ];
  return said
    .filter((one) => one !== '')
    .map((one) => `${one}。`)
    .join('');
}

function isSame(one: vscode.Uri, other: vscode.Uri | undefined): boolean {
  return one.toString() === other?.toString();
}
