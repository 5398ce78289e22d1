// 预览与填表: the report as the form, in an editor of its own beside that of the text. It edits the same
// document: undo, the mark of what is not saved, and the findings are those of the text.
import * as vscode from 'vscode';
import { activeDocument, FORM_VIEW } from '../activeDocument.js';
import type { Host } from '../host.js';
import { isReport } from '../recognize.js';
import type { FormPageName } from './formMessages.js';
import { FormSession } from './formSession.js';

export class FormEditor implements vscode.CustomTextEditorProvider {
  /** The forms that are open, by what they are of. */
  private readonly sessions = new Map<string, FormSession>();
  /** What a form that is about to open shall show. */
  private readonly wanted = new Map<string, FormPageName>();

  constructor(private readonly host: Host) {}

  /** Lets VS Code open reports as forms. */
  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(FORM_VIEW, this, {
      supportsMultipleEditorsPerDocument: false,
    });
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const key = document.uri.toString();
    const session = new FormSession(this.host, document, panel);
    this.sessions.set(key, session);
    panel.onDidDispose(() => this.sessions.delete(key));
    session.turnTo(this.wanted.get(key) ?? 'form');
    this.wanted.delete(key);
    session.open();
    if (document.isUntitled) reopenAsFile(document, panel);
  }

  /** A page of the report in the active editor, beside it. */
  async show(page: FormPageName): Promise<void> {
    const document = activeDocument();
    if (!document || !isReport(document)) {
      void vscode.window.showInformationMessage('请先打开一份年报。');
      return;
    }
    const key = document.uri.toString();
    const session = this.sessions.get(key);
    if (session) session.turnTo(page);
    else this.wanted.set(key, page);
    const { activeTextEditor } = vscode.window;
    if (!activeTextEditor) return; // it is the form that is active
    const { viewColumn } = activeTextEditor;
    const beside = viewColumn ? viewColumn + 1 : vscode.ViewColumn.Beside;
    await vscode.commands.executeCommand('vscode.openWith', document.uri, FORM_VIEW, beside);
  }
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
    if (file) void vscode.commands.executeCommand('vscode.openWith', file, FORM_VIEW, viewColumn);
  });
}
