// What a cited notice or law means for the report: our page on all of them, offline, at its anchor.
import * as vscode from 'vscode';
import { commandHref } from './commandHref.js';

export const OPEN_NOTICE = 'nianbao.openNotice';

/** The address that links in a report carry; the server puts the anchor in. */
export const NOTICE_HREF = commandHref(OPEN_NOTICE, '{notice}');

/** Opens the page, from the top where no notice is named. */
export async function openNotice(extensionUri: vscode.Uri, notice: unknown): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'notices.md');
  const fragment = typeof notice === 'string' ? notice : '';
  await vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment }));
}
