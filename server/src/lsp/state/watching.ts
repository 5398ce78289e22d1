// What the client tells of the workspace: its folders, and files that come, change and go.
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../../service/index.js';

const WATCHED = ['**/*.{txt,md,markdown,nianbao,html,htm}', `**/${CONFIG_NAME}`];

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
        watchers: WATCHED.map((globPattern) => ({ globPattern })),
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
