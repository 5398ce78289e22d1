// What a cited notice or law means for the report: our page on all of them, offline, at its heading.
import * as vscode from 'vscode';
import { commandHref } from './commandHref.js';

export const OPEN_NOTICE = 'nianbao.openNotice';

/** The address that links in a report carry; the server puts the heading in. */
export const NOTICE_HREF = commandHref(OPEN_NOTICE, '{notice}');

/** Opens the page, from the top where no heading is named. */
export async function openNotice(extensionUri: vscode.Uri, heading: unknown): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'notices.md');
  const fragment = typeof heading === 'string' ? heading : '';
  await vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment }));
}
