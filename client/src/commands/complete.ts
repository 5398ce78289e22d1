// Alt+/: what we can put where the cursor is. Where we have nothing, VS Code's own list would offer whatever
// words stand in the text: instead of these it is said what there is to insert.
import * as vscode from 'vscode';
import { type CompletionItem, type CompletionList, CompletionRequest } from 'vscode-languageclient';
import type { Host } from '../host.js';

const INSERT = '插入章节、表格、语句';

export async function complete(host: Pick<Host, 'isAlive' | 'client'>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  if (await offersAny(host, editor)) {
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    return;
  }
  const chosen = await vscode.window.showInformationMessage('光标处没有可以补全的内容。', INSERT);
  if (chosen === INSERT) await vscode.commands.executeCommand('nianbao.insertSnippet');
}

/** Whether the checker has something for the cursor; yes where nobody can tell. */
async function offersAny(
  { isAlive, client }: Pick<Host, 'isAlive' | 'client'>,
  { document, selection }: vscode.TextEditor,
): Promise<boolean> {
  if (!isAlive) return true;
  try {
    const server = await client();
    const answer: CompletionItem[] | CompletionList | null = await server.sendRequest(
      CompletionRequest.type,
      server.code2ProtocolConverter.asTextDocumentPositionParams(document, selection.active),
    );
    return (Array.isArray(answer) ? answer : (answer?.items ?? [])).length > 0;
  } catch {
    return true;
  }
}
