// “年报: 重新启动检查服务”: for when something has gone wrong and nobody knows what.
import * as vscode from 'vscode';

export async function restartServer(restart: () => Promise<void>): Promise<void> {
  await restart();
  vscode.window.setStatusBarMessage('年报：检查服务已重新启动', 3000);
}
