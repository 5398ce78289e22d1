// “年报: 插入章节、表格、语句”: all that can be inserted into this report, what is missing first;
// a section goes where it belongs, a sentence to the cursor.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  SNIPPETS,
  type SnippetEntry,
  type SnippetsParams,
} from '../../../server/src/lsp/protocol.js';
import type { Host } from '../host.js';

const ONE_STEP = { undoStopBefore: true, undoStopAfter: true };

interface SnippetItem extends vscode.QuickPickItem {
  readonly snippet?: SnippetEntry;
}

/** Inserts the one with this id; without one, the user chooses. */
export async function insertSnippet({ client }: Host, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const server = await client();
  const id = typeof given === 'string' ? given : await choose(await snippetsFor(server, editor));
  if (id === undefined) return;
  // the document may have changed while the menu was open
  const entry = (await snippetsFor(server, editor)).find((one) => one.id === id);
  if (!entry) return;
  const { active } = editor.selection;
  const place = entry.position
    ? new vscode.Position(entry.position.line, entry.position.character)
    : active;
  const snippet = new vscode.SnippetString(entry.snippet);
  await editor.insertSnippet(snippet, place, { ...ONE_STEP, keepWhitespace: true });
  editor.revealRange(
    new vscode.Range(place, place),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** The id of the one that the user wants. */
async function choose(snippets: readonly SnippetEntry[]): Promise<string | undefined> {
  if (snippets.length === 0) {
    vscode.window.showInformationMessage('这里没有可以插入的内容。');
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(itemsOf(snippets), {
    placeHolder: '插入什么？',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.snippet?.id;
}

function snippetsFor(server: BaseLanguageClient, editor: vscode.TextEditor) {
  const { line, character } = editor.selection.active;
  const params: SnippetsParams = {
    textDocument: { uri: editor.document.uri.toString() },
    position: { line, character },
  };
  return server.sendRequest<SnippetEntry[]>(SNIPPETS, params);
}

/** Under a line for each group. */
function itemsOf(snippets: readonly SnippetEntry[]): SnippetItem[] {
  const groups = [...new Set(snippets.map(({ group }) => group))];
  return groups.flatMap((group): SnippetItem[] => [
    { label: group, kind: vscode.QuickPickItemKind.Separator },
    ...snippets
      .filter((snippet) => snippet.group === group)
      .map((snippet) => ({
        label: snippet.label,
        description: snippet.isMissing ? '缺' : undefined,
        detail: snippet.detail,
        snippet,
      })),
  ]);
}
