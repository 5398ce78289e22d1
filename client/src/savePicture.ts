// 导出 SVG, 导出 PNG: a picture of the report where the user wants it.
import * as vscode from 'vscode';
import { bytesOf } from '../../server/src/lsp/protocol.js';
import { freeUri } from './freeUri.js';
import type { PictureMessage } from './pictureMessage.js';

/** Asks where, and writes it there: beside the report that it is of, or into a folder. */
export async function savePicture(
  { name, kind, base64 }: PictureMessage,
  { report, folder: given }: { readonly report?: vscode.Uri; readonly folder?: vscode.Uri },
): Promise<void> {
  const folder =
    given ??
    (report && report.scheme !== 'untitled'
      ? vscode.Uri.joinPath(report, '..')
      : vscode.workspace.workspaceFolders?.[0]?.uri);
  const target = await vscode.window.showSaveDialog({
    defaultUri: folder && (await freeUri(folder, name, `.${kind}`)),
    filters: { 图片: [kind] },
    title: '导出图片',
    saveLabel: '导出',
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytesOf(base64));
    vscode.window.setStatusBarMessage('$(check) 图片已导出', 5000);
  } catch {
    void vscode.window.showErrorMessage('图片写不进去：没有权限，或者文件正在别处打开。');
  }
}
