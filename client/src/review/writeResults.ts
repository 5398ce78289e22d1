// 写出审核表和修改意见: what the server makes of a review, in a new folder where the user wants it.
import * as vscode from 'vscode';
import { bytesOf, REVIEW_RESULTS, type ReviewResults } from '../../../server/src/lsp/protocol.js';
import { freeUri } from '../freeUri.js';
import type { Host } from '../host.js';
import { nameOf } from '../office/officeFiles.js';

const NAME = '审核结果';
const SHOW = '打开文件夹';

/** Asks where, and writes; nothing that is there is touched. `folder` is what was reviewed. */
export async function writeResults({ client }: Host, folder: vscode.Uri): Promise<void> {
  const [place] =
    (await vscode.window.showOpenDialog({
      title: `审核结果放在哪个文件夹里（会新建“${NAME}”）`,
      openLabel: '放在这里',
      canSelectFolders: true,
      canSelectFiles: false,
      defaultUri: vscode.Uri.joinPath(folder, '..'),
    })) ?? [];
  if (!place) return;
  const target = await freeUri(place, NAME, '');
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: '正在写审核表和修改意见……' },
    async () => {
      const server = await client();
      const made = await server.sendRequest<ReviewResults | null>(REVIEW_RESULTS);
      if (!made) return fail('写的时候出了错，请重新检查后再试。');
      try {
        for (const { path, base64 } of made.files)
          await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, path), bytesOf(base64));
      } catch {
        return fail(`${nameOf(target.path)} 写不进去：没有权限，或者磁盘满了。`);
      }
      tell(target, made);
    },
  );
}

function tell(target: vscode.Uri, { letters, comments, failed }: ReviewResults): void {
  const { showInformationMessage, showWarningMessage } = vscode.window;
  const copies = comments > 0 ? `，Word 批注 ${comments} 份` : '';
  const done = `已写入“${nameOf(target.path)}”：审核表，修改意见 ${letters} 份${copies}。`;
  const said =
    failed.length === 0
      ? showInformationMessage(done, SHOW)
      : showWarningMessage(`${done}${failed.join('；')}。`, SHOW);
  void said.then((chosen) => {
    if (chosen !== SHOW) return;
    const isInside = vscode.workspace.getWorkspaceFolder(target) !== undefined;
    void vscode.commands.executeCommand(isInside ? 'revealInExplorer' : 'revealFileInOS', target);
  });
}

function fail(reason: string): void {
  void vscode.window.showErrorMessage(reason);
}
