// The folders of the workspace: which of them a file lies in, and which files in them may be reports.
import { isReportName, isSkippedFolder } from '../../text/fileNames.js';
import { folderKey } from '../toLsp/uris.js';

export class ReportFolders {
  private folders: readonly { readonly uri: string; readonly key: string }[] = [];

  set(uris: readonly string[]): void {
    this.folders = uris.map((uri) => ({ uri, key: folderKey(uri) }));
  }

  /** As the client calls them. */
  uris(): string[] {
    return this.folders.map(({ uri }) => uri);
  }

  /** The key of the innermost folder that a file lies in, of the file's key. */
  of(key: string): string | undefined {
    let innermost: string | undefined;
    for (const { key: folder } of this.folders)
      if (key.startsWith(folder) && folder.length > (innermost?.length ?? 0)) innermost = folder;
    return innermost;
  }

  /** Whether files in a folder belong to the workspace, of its key; or of that of a file in it. */
  mayHoldReports(key: string): boolean {
    const folder = this.of(key);
    if (folder === undefined) return false;
    return !key.slice(folder.length).split('/').slice(0, -1).some(isSkippedFolder);
  }

  /** Whether a file belongs to the workspace and may be a report. */
  mayHold(key: string): boolean {
    const name = key.slice(key.lastIndexOf('/') + 1);
    return isReportName(name) && this.mayHoldReports(key);
  }
}
