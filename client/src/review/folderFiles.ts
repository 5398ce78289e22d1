// The files of a folder that may be reports, wherever the folder is: on the disk, in a virtual workspace.
import * as vscode from 'vscode';
import { isReportFile } from '../office/officeFiles.js';

/** A file that was found. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  /** Its path below the folder. */
  readonly name: string;
  readonly modified: number | null;
}

/** More files than this nobody reviews. */
const MOST = 20_000;
/** What a review has written, which is no part of the folder: its copies are reports, too. */
const RESULTS = ['审核表.csv', '修改意见'];

/** Those below a folder, by name. Links to folders are not followed: they may lead in circles. */
export async function filesIn(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<FoundFile[]> {
  const { fs } = vscode.workspace;
  const found: FoundFile[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await fs.readDirectory(vscode.Uri.joinPath(folder, below));
    const isResult = RESULTS.every((name) => entries.some(([entry]) => entry === name));
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (token.isCancellationRequested || found.length === MOST) return;
      const path = below === '' ? name : `${below}/${name}`;
      if (type === vscode.FileType.Directory) {
        if (!isSkipped(name) && !(isResult && RESULTS.includes(name))) await walk(path);
      } else if (!isResult && type & vscode.FileType.File && isReportFile(name)) {
        const uri = vscode.Uri.joinPath(folder, path);
        found.push({ uri, name: path, modified: await modifiedAt(uri) });
      }
    }
  };
  await walk('');
  return found;
}

function isSkipped(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}

async function modifiedAt(uri: vscode.Uri): Promise<number | null> {
  try {
    return (await vscode.workspace.fs.stat(uri)).mtime;
  } catch {
    return null;
  }
}
