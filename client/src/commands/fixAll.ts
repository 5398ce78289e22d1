// “年报: 改正全部可自动改正的问题”: our fixes alone, whatever else is installed.
import * as vscode from 'vscode';
import { activeDocument } from '../activeDocument.js';

const KIND = 'source.fixAll.nianbao';
const NOTICE_MS = 5000;

export async function fixAll(): Promise<void> {
  const document = activeDocument();
  if (!document) return;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    KIND,
  );
  const edit = actions.find(({ kind }) => kind?.value === KIND)?.edit;
  const isMade = edit !== undefined && (await vscode.workspace.applyEdit(edit));
  const count = edit?.get(document.uri).length ?? 0;
  const notice = isMade ? `已改正 ${count} 处，可以撤销` : '没有可以自动改正的问题';
  vscode.window.setStatusBarMessage(`$(check) 年报：${notice}`, NOTICE_MS);
}
