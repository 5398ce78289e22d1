// “年报: 打开设置”: our settings alone.
import * as vscode from 'vscode';

export async function openSettings({ id }: vscode.Extension<unknown>): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${id}`);
}
