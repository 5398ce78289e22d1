// The files of a folder that may be reports, wherever the folder is: on the disk, in a virtual workspace.
import * as vscode from 'vscode';
import { isReportFile, isUnreadReport } from '../office/officeFiles.js';

/** A file that was found. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  /** Its path below the folder. */
  readonly name: string;
  readonly modified: number | null;
}

export interface FoundFiles {
  /** By name. */
  readonly files: readonly FoundFile[];
  /** Folders that could not be read, by their paths below the folder. */
  readonly unread: readonly string[];
  /** Whether there are more than anybody reviews. */
  readonly areMore: boolean;
}

/** More files than this nobody reviews. */
export const MOST_FILES = 20_000;
/** What a review has written, which is no part of the folder: its copies are reports, too. */
const RESULTS = ['审核表.csv', '修改意见'];

/** Those below a folder. Links to folders are not followed: they may lead in circles. */
export async function filesIn(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<FoundFiles> {
  const { fs } = vscode.workspace;
  const found: Omit<FoundFile, 'modified'>[] = [];
  const unread: string[] = [];
  let areMore = false;
  const walk = async (below: string): Promise<void> => {
    const entries = await fs.readDirectory(vscode.Uri.joinPath(folder, below));
    const isResult = RESULTS.every((name) => entries.some(([entry]) => entry === name));
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (token.isCancellationRequested || areMore) return;
      const path = below === '' ? name : `${below}/${name}`;
      if (type === vscode.FileType.Directory) {
        if (isSkipped(name) || (isResult && RESULTS.includes(name))) continue;
        // what is in the others is reviewed all the same
        await walk(path).catch(() => unread.push(path));
      } else if (!isResult && !(type & vscode.FileType.Directory) && isLookedAt(name)) {
        // a link that leads nowhere, too: whoever sent it believes that it is there
        areMore = found.length === MOST_FILES;
        if (!areMore) found.push({ uri: vscode.Uri.joinPath(folder, path), name: path });
      }
    }
  };
  await walk('');
  // all at once: each takes its time where the files are on another machine
  const files = await Promise.all(
    found.map(async (file) => ({ ...file, modified: await modifiedAt(file.uri) })),
  );
  return { files, unread, areMore };
}

/** What nobody reads is told to be so: whoever waits for it is to know that it was sent. */
function isLookedAt(name: string): boolean {
  return isReportFile(name) || isUnreadReport(name);
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
