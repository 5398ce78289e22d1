// 检查文件夹中的全部年报: which folder is meant.
import * as vscode from 'vscode';

/** The folder of a menu, of the workspace, or one that the user picks. */
export async function folderToReview(one: unknown): Promise<vscode.Uri | undefined> {
  if (one instanceof vscode.Uri) return one;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const [picked] =
    (await vscode.window.showOpenDialog({
      title: '检查文件夹中的全部年报',
      openLabel: '检查',
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return picked;
}
