// 预览与填表: the report as the form, in an editor of its own beside that of the text. It edits the same
// document: undo, the mark of what is not saved, and the findings are those of the text.
import * as vscode from 'vscode';
import type { Host } from '../host.js';
import { isReport } from '../recognize.js';
import { FormSession } from './formSession.js';

/** As package.json names it. */
const VIEW_TYPE = 'nianbao.form';

/** Lets VS Code open reports as forms. */
export function provideForm(host: Host): vscode.Disposable {
  return vscode.window.registerCustomEditorProvider(
    VIEW_TYPE,
    {
      resolveCustomTextEditor(document, panel) {
        new FormSession(host, document, panel).open();
        if (document.isUntitled) reopenAsFile(document, panel);
      },
    },
    { supportsMultipleEditorsPerDocument: false },
  );
}

/** The form of a new report stays open when it is saved: VS Code closes what showed it, and opens a file. */
function reopenAsFile(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
  let { viewColumn } = panel;
  let file: vscode.Uri | undefined;
  const subscriptions = [
    panel.onDidChangeViewState(() => {
      viewColumn = panel.viewColumn;
    }),
    vscode.workspace.onWillSaveTextDocument(({ document: saved }) => {
      if (saved !== document && saved.getText() === document.getText()) file = saved.uri;
    }),
  ];
  panel.onDidDispose(() => {
    for (const one of subscriptions) one.dispose();
    if (file) void vscode.commands.executeCommand('vscode.openWith', file, VIEW_TYPE, viewColumn);
  });
}

/** The form of the report in the active editor, beside it. */
export async function openForm(): Promise<void> {
  const { document, viewColumn } = vscode.window.activeTextEditor ?? {};
  if (!document || !isReport(document)) {
    void vscode.window.showInformationMessage('请先打开一份年报，再打开它的表单。');
    return;
  }
  const beside = viewColumn ? viewColumn + 1 : vscode.ViewColumn.Beside;
  await vscode.commands.executeCommand('vscode.openWith', document.uri, VIEW_TYPE, beside);
}
