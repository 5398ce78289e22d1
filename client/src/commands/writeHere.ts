// Behind “写这一处”: selects what is to be written over, and shows what can be put in its place.
import * as vscode from 'vscode';
import type { WireRange } from '../../../server/src/lsp/protocol.js';

export async function writeHere(uri: unknown, range: unknown): Promise<void> {
  const { start, end } = range as WireRange;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  if (!document) return;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
