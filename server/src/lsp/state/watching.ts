// What the client tells of the workspace: its folders, and files that come, change and go.
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../../service/index.js';

const WATCHED = [
  { globPattern: '**/*.{txt,md,markdown,nianbao,html,htm,mht,mhtml,docx,pdf,doc,wps,rtf,odt}' },
  { globPattern: `**/${CONFIG_NAME}` },
  // of a folder that comes, goes or gets another name editors tell nothing else, and not what is in it
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Whether what has come or gone may be a folder: nothing else of it is told. */
export function mayBeFolder(uri: string): boolean {
  return !/\.[a-z\d]{1,8}$/i.test(uri);
}

/** Follows the folders and the files in them; to be called once the client is ready. */
export function watch(
  connection: Connection,
  { capabilities: { workspace } }: InitializeParams,
  folders: readonly string[],
  setFolders: (uris: readonly string[]) => void,
): void {
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
    connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: WATCHED,
      })
      .catch(() => {});
  if (!workspace?.workspaceFolders) return;
  const open = new Set(folders);
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) open.delete(uri);
    for (const { uri } of added) open.add(uri);
    setFolders([...open]);
  });
}
