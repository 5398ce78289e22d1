// 导出 SVG, 导出 PNG: a picture of the report where the user wants it.
import * as vscode from 'vscode';
import { bytesOf } from '../../../server/src/lsp/protocol.js';
import { freeUri } from '../freeUri.js';
import type { FromPage } from './formMessages.js';

/** Asks where, and writes it there. `report` is what the picture is of. */
export async function savePicture(
  { name, kind, base64 }: FromPage & { type: 'save' },
  report: vscode.Uri,
): Promise<void> {
  const folder =
    report.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(report, '..');
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
