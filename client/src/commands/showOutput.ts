// “年报: 显示日志”.
import type * as vscode from 'vscode';

export function showOutput(output: vscode.LogOutputChannel): void {
  output.show();
}
