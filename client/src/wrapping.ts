// Reports in plain text under any name wrap, as those of our own language do: their paragraphs are long
// lines. Once for each document; after that it is the user's to turn off (Alt+Z). No setting is changed.
import * as vscode from 'vscode';
import { isReport } from './recognize.js';

export function wrapPlainText(): vscode.Disposable {
  const seen = new WeakSet<vscode.TextDocument>();
  const consider = (editor: vscode.TextEditor | undefined) => {
    const { document } = editor ?? {};
    if (document?.languageId !== 'plaintext' || seen.has(document) || !isReport(document)) return;
    seen.add(document);
    const settings = vscode.workspace.getConfiguration('editor', document);
    if (settings.get('wordWrap') !== 'off') return;
    void vscode.commands.executeCommand('editor.action.toggleWordWrap');
  };
  consider(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(consider);
}
