// 导出 Word, 导出网页, 在 Word 文件里批注, 写回 Word 文件: files that the server makes are written beside the
// report, under names that no file has.
import * as vscode from 'vscode';
import {
  ANNOTATE,
  type AnnotateParams,
  bytesOf,
  EXPORT,
  type ExportParams,
  type MadeFile,
  WRITE_BACK,
  type WriteBackParams,
} from '../../../server/src/lsp/protocol.js';
import { activeDocument } from '../activeDocument.js';
import { freeUri } from '../freeUri.js';
import type { Host } from '../host.js';
import { nameOf, stemOf } from './officeFiles.js';
import { uriOfTab } from './openOffice.js';

type WireParams = ExportParams | AnnotateParams | WriteBackParams;

/** The report in the editor as a Word file or a web page, where the user wants it. */
export async function exportReport(host: Host, kind: 'docx' | 'html'): Promise<void> {
  const document = activeDocument();
  if (!document) return tell('请先打开要导出的报告。');
  const { uri } = document;
  const folder =
    uri.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(uri, '..');
  const stem = nameOf(uri.path).replace(/\.\w+$/, '') || '年报';
  const target = await vscode.window.showSaveDialog({
    defaultUri: folder && (await freeUri(folder, stem, `.${kind}`)),
    filters: kind === 'docx' ? { 'Word 文件': ['docx'] } : { 网页: ['html'] },
    title: kind === 'docx' ? '导出 Word' : '导出网页',
    saveLabel: '导出',
  });
  if (!target) return;
  await write(host, target, EXPORT, (toWire) => ({ textDocument: { uri: toWire(uri) }, kind }));
}

/** A copy of a Word file with the findings as comments: of the one in a menu, in its tab, behind the text. */
export async function annotateWord(host: Host, one: unknown): Promise<void> {
  const file = wordFileFor(host, one);
  if (!file) return tell('请在 .docx 文件上用这个命令；旧的 .doc、.wps 请先另存为 .docx。');
  const choice = await vscode.window.showQuickPick(
    [
      { label: '只写批注', detail: '每处问题一条，写在出错的字、格子上', changes: false },
      {
        label: '批注和修订',
        detail: '错别字、括号等无需判断的，同时改成修订，在 Word 里接受或拒绝',
        changes: true,
      },
    ],
    { title: `在 Word 文件里批注：${nameOf(file.path)}`, placeHolder: '写在副本里，原文件不改' },
  );
  if (!choice) return;
  const target = await copyOf(file, '批注');
  await write(host, target, ANNOTATE, (toWire) => ({ uri: toWire(file), changes: choice.changes }));
}

/** A copy of the Word file that the text was made of, with what has changed in the text as tracked changes. */
export async function writeBack(host: Host): Promise<void> {
  const document = activeDocument();
  const file = document && host.sources.sourceOf(document.uri);
  if (!document || !file || !isWord(file))
    return tell('这份文字不是用“用年报打开”从 .docx 文件取出来的，没有可以写回的 Word 文件。');
  const target = await copyOf(file, '修改');
  await write(host, target, WRITE_BACK, (toWire) => ({
    uri: toWire(file),
    textDocument: { uri: toWire(document.uri) },
  }));
}

function wordFileFor(host: Host, one: unknown): vscode.Uri | undefined {
  const active = uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab);
  const source = active && host.sources.sourceOf(active);
  return [one, active, source].find(
    (uri): uri is vscode.Uri => uri instanceof vscode.Uri && isWord(uri),
  );
}

function isWord({ path }: vscode.Uri): boolean {
  return /\.docx$/i.test(path);
}

function copyOf(file: vscode.Uri, what: string): Promise<vscode.Uri> {
  return freeUri(vscode.Uri.joinPath(file, '..'), `${stemOf(file.path)}-${what}`, '.docx');
}

/** Has a file made, writes it, and says in a line what is in it and what is not. */
async function write(
  { client }: Host,
  target: vscode.Uri,
  method: string,
  paramsFor: (toWire: (uri: vscode.Uri) => string) => WireParams,
): Promise<void> {
  const name = nameOf(target.path);
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: `正在写 ${name}……` },
    async () => {
      const server = await client();
      const params = paramsFor((uri) => server.code2ProtocolConverter.asUri(uri));
      const made = await server.sendRequest<MadeFile | null>(method, params);
      if (!made || 'error' in made) {
        void vscode.window.showErrorMessage(made?.error ?? '写的时候出了错，请再试一次');
        return;
      }
      try {
        await vscode.workspace.fs.writeFile(target, bytesOf(made.base64));
      } catch {
        void vscode.window.showErrorMessage(
          `${name} 写不进去：没有权限，或者文件正在 Word 里打开。`,
        );
        return;
      }
      const done = `已写入 ${name}${made.done ? `：${made.done}` : ''}。`;
      const { showInformationMessage, showWarningMessage } = vscode.window;
      const open = canOpen(target) ? [OPEN] : [];
      void (
        made.left.length === 0
          ? showInformationMessage(done, ...open)
          : showWarningMessage(done + made.left.join(''), ...open, '知道了')
      ).then((chosen) => chosen === OPEN && vscode.env.openExternal(target));
    },
  );
}

const OPEN = '打开';

/** Whether the program for such files is where VS Code is. */
function canOpen({ scheme }: vscode.Uri): boolean {
  const { remoteName, uiKind } = vscode.env;
  return scheme === 'file' && remoteName === undefined && uiKind === vscode.UIKind.Desktop;
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
