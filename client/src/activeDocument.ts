// What the user is at: a document in a text editor, or as the form.
import * as vscode from 'vscode';

/** The form's editor, as package.json names it. */
export const FORM_VIEW = 'nianbao.form';

/** The document in the active editor, whichever shows it. */
export function activeDocument(): vscode.TextDocument | undefined {
  const { activeTextEditor, tabGroups } = vscode.window;
  const { input } = tabGroups.activeTabGroup.activeTab ?? {};
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== FORM_VIEW)
    return activeTextEditor?.document;
  const shown = input.uri.toString();
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === shown);
}

/** Calls whenever the active document may be another. */
export function onActiveDocument(act: () => void): vscode.Disposable {
  const { window } = vscode;
  return vscode.Disposable.from(
    window.onDidChangeActiveTextEditor(act),
    window.tabGroups.onDidChangeTabs(act),
    window.tabGroups.onDidChangeTabGroups(act),
  );
}
