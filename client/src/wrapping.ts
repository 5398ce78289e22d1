// Reports in plain text under any name wrap, as those of our own language do: their paragraphs are long
// lines. Once for each document; after that it is the user's to turn off (Alt+Z). No setting is changed.
import * as vscode from 'vscode';
import { onReportSeen } from './reportSeen.js';

export function wrapPlainText(): vscode.Disposable {
  return onReportSeen('plaintext', () => {
    const document = vscode.window.activeTextEditor?.document;
    const settings = vscode.workspace.getConfiguration('editor', document);
    if (settings.get('wordWrap') !== 'off') return;
    void vscode.commands.executeCommand('editor.action.toggleWordWrap');
  });
}
