// Where the text of a Word file goes: beside it, or into a document that is not saved. Asked, unless the
// user has said so before; no file is ever written over.
import * as vscode from 'vscode';
import { exists, freeUri } from '../freeUri.js';
import { nameOf, stemOf } from './officeFiles.js';

/** The setting `nianbao.openOffice`, once it is no question any more. */
export type TextPlace = 'beside' | 'untitled';

const ENDING = '.txt';

interface PlaceItem extends vscode.QuickPickItem {
  readonly place?: TextPlace;
  readonly isKept?: boolean;
}

/** Where the user wants texts; undefined where he wants none. */
export async function placeFor(source: vscode.Uri): Promise<TextPlace | undefined> {
  const canWrite = vscode.workspace.fs.isWritableFileSystem(source.scheme) !== false;
  if (!canWrite) return 'untitled';
  const settings = vscode.workspace.getConfiguration('nianbao');
  const wanted = settings.get<string>('openOffice');
  if (wanted === 'beside' || wanted === 'untitled') return wanted;
  const text = stemOf(source.path) + ENDING;
  const choices = (isKept: boolean): PlaceItem[] => [
    { label: '$(save) 存在原文件旁边', description: text, place: 'beside', isKept },
    { label: '$(file) 先不保存', description: '看过再决定存不存', place: 'untitled', isKept },
  ];
  const line = (label: string): PlaceItem => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  const chosen = await vscode.window.showQuickPick(
    [line('只这一次'), ...choices(false), line('记住我的选择'), ...choices(true)],
    {
      title: `用年报打开 ${nameOf(source.path)}`,
      placeHolder: '取出的文字放在哪里？原文件不会改动',
    },
  );
  if (chosen?.isKept)
    await settings.update('openOffice', chosen.place, vscode.ConfigurationTarget.Global);
  return chosen?.place;
}

/** What a text was put into. */
export interface PlacedText {
  readonly document: vscode.TextDocument;
  /** Where it is, or is to be saved. */
  readonly target: vscode.Uri;
  /** Whether it was there before, and says what it said. */
  readonly isOld: boolean;
}

/** Puts a text where it is wanted; undefined where the user thinks better of it. */
export async function placeText(
  source: vscode.Uri,
  text: string,
  place: TextPlace,
): Promise<PlacedText | undefined> {
  const folder = vscode.Uri.joinPath(source, '..');
  const free = await freeUri(folder, stemOf(source.path), ENDING);
  if (place === 'untitled')
    return { document: await unsaved(free, text), target: free, isOld: false };
  const first = vscode.Uri.joinPath(folder, stemOf(source.path) + ENDING);
  if (await exists(first)) {
    const answer = await oldOrNew(nameOf(first.path), nameOf(free.path));
    if (answer === undefined) return undefined;
    if (answer === 'old')
      return { document: await openAsReport(first), target: first, isOld: true };
  }
  try {
    await vscode.workspace.fs.writeFile(free, new TextEncoder().encode(text));
  } catch {
    void vscode.window.showWarningMessage('这个文件夹里不能写文件，文字放在了未保存的文档里。');
    return { document: await unsaved(free, text), target: free, isOld: false };
  }
  return { document: await openAsReport(free), target: free, isOld: false };
}

async function oldOrNew(old: string, free: string): Promise<'old' | 'new' | undefined> {
  const chosen = await vscode.window.showQuickPick(
    [
      { label: '$(go-to-file) 打开已有的', description: old, value: 'old' as const },
      { label: '$(save) 另存一份', description: free, value: 'new' as const },
    ],
    { placeHolder: `${old} 已经有了，不会覆盖它` },
  );
  return chosen?.value;
}

/** A document that is saved under this name, if at all. */
async function unsaved(target: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  const document = await openAsReport(target.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Before it is shown: what is shown in a language stays in it. */
async function openAsReport(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  return document.languageId === 'plaintext'
    ? await vscode.languages.setTextDocumentLanguage(document, 'nianbao')
    : document;
}
