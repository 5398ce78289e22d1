// The moment when a report is first seen: its editor is turned to, or what is written or pasted into the
// editor makes it one. A new report is an empty document when it is shown.
import * as vscode from 'vscode';
import { isReport } from './recognize.js';

/** Typing must not wait for us. */
const DELAY_MS = 300;

/** Calls once for each report of a language, as soon as its editor is the active one. */
export function onReportSeen(languageId: string, act: () => void): vscode.Disposable {
  const seen = new WeakSet<vscode.TextDocument>();
  const isNew = (document: vscode.TextDocument) =>
    document.languageId === languageId && !seen.has(document);
  const consider = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isNew(document) || !isReport(document)) return;
    seen.add(document);
    act();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const considerLater = ({ document }: vscode.TextDocumentChangeEvent) => {
    if (!isNew(document)) return;
    clearTimeout(timer);
    timer = setTimeout(consider, DELAY_MS);
  };
  const subscriptions = [
    vscode.window.onDidChangeActiveTextEditor(consider),
    vscode.workspace.onDidChangeTextDocument(considerLater),
  ];
  consider();
  return {
    dispose() {
      clearTimeout(timer);
      for (const one of subscriptions) one.dispose();
    },
  };
}
