// Names that no file has.
import * as vscode from 'vscode';

/** 年报.md, or 年报（2）.md where there is one, in a folder or among the documents that lie nowhere. */
export async function freeUri(
  folder: vscode.Uri | undefined,
  name: string,
  ending: string,
): Promise<vscode.Uri> {
  const opened = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  const fileName = name.replace(/[\\/:*?"<>|]/g, '');
  for (let i = 1; ; i++) {
    const file = `${fileName}${i > 1 ? `（${i}）` : ''}${ending}`;
    const uri = folder
      ? vscode.Uri.joinPath(folder, file)
      : vscode.Uri.from({ scheme: 'untitled', path: file });
    const isTaken = opened.has(uri.path) || (folder && (await exists(uri)));
    if (!isTaken) return uri;
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
