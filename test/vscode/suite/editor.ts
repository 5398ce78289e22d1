// What the tests do in VS Code: open a report, wait for its findings, apply a fix.
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** A report without a fault, of a town that does not exist; tests open broken copies of it. */
export const REPORT = '青禾县云水镇2021年政府信息公开工作年度报告.txt';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

/** The text of a file of ../fixtures (the workspace is a copy of that folder). */
export const fixture = (name: string) => fs.readFileSync(path.join(workspace, name), 'utf8');

/** The text with one passage replaced; the passage must be there. */
export function swap(text: string, passage: string, by: string): string {
  if (!text.includes(passage)) throw new Error(`not in the fixture: ${passage}`);
  return text.replace(passage, () => by);
}

/** Opens a file of the workspace in an editor, with another text if one is given. */
export async function open(name: string, text?: string): Promise<vscode.TextDocument> {
  const file = path.join(workspace, name);
  if (text !== undefined) fs.writeFileSync(file, text);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  if (text !== undefined && document.getText() !== text) await replaceAll(document, text);
  await vscode.window.showTextDocument(document);
  return document;
}

export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, everything, text);
  await vscode.workspace.applyEdit(edit);
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty) await document.save(); // a dirty editor asks before it closes
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our diagnostics of a document, of one rule if one is named. */
export function findings(document: vscode.TextDocument, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === '年报')
    .filter((diagnostic) => rule === undefined || ruleOf(diagnostic) === rule);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the document has a finding of the rule, and answers those findings. */
export const found = (document: vscode.TextDocument, rule: string) =>
  until(
    `a finding of ${rule}`,
    () => findings(document, rule),
    (list) => list.length > 0,
    () => listing(document),
  );

/** Waits until the document has no finding (of the rule). */
export const gone = (document: vscode.TextDocument, rule?: string) =>
  until(
    `no finding of ${rule ?? 'any rule'}`,
    () => findings(document, rule),
    (list) => list.length === 0,
    () => listing(document),
  );

const listing = (document: vscode.TextDocument) =>
  findings(document)
    .map((diagnostic) => `${ruleOf(diagnostic)}: ${diagnostic.message}`)
    .join('\n') || 'no findings';

/** Asks again and again, for up to ten seconds. */
export async function until<T>(
  what: string,
  ask: () => T,
  enough: (answer: T) => boolean,
  instead: () => string = () => String(ask()),
): Promise<T> {
  for (const start = Date.now(); ; await sleep(20)) {
    const answer = ask();
    if (enough(answer)) return answer;
    if (Date.now() - start > 10_000) throw new Error(`waited for ${what}; there is\n${instead()}`);
  }
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The quick fixes that the light bulb offers at a finding, best first. */
export async function quickFixes(
  document: vscode.TextDocument,
  finding: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
    100, // resolve them: an edit may come only then
  );
  return actions.filter(({ edit }) => edit !== undefined && edit.size > 0);
}

/** Applies the first fix of each finding of the rule until none is left. */
export async function fixAll(document: vscode.TextDocument, rule: string): Promise<void> {
  let left = await found(document, rule);
  while (left.length > 0) {
    const [finding] = left as [vscode.Diagnostic];
    const [fix] = await quickFixes(document, finding);
    if (!fix?.edit) throw new Error(`no fix for ${rule}: ${finding.message}`);
    await vscode.workspace.applyEdit(fix.edit);
    const before = left.length;
    left = await until(
      `fewer than ${before} findings of ${rule} after “${fix.title}”`,
      () => findings(document, rule),
      (list) => list.length < before,
      () => `${listing(document)}\nin\n${document.getText()}`,
    );
  }
}
