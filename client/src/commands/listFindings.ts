// “年报: 列出全部问题和提示”: all findings in the active editor, the slightest too, which VS Code's own list
// leaves out. The editor goes along with the list.
import * as vscode from 'vscode';
import { SOURCE } from '../../../server/src/lsp/protocol.js';
import { activeDocument } from '../activeDocument.js';

interface FindingItem extends vscode.QuickPickItem {
  readonly range?: vscode.Range;
}

const ICONS = ['error', 'warning', 'info', 'lightbulb'];
const WORDS = ['错误', '警告', '信息', '提示'];

export async function listFindings(): Promise<void> {
  const document = activeDocument();
  if (!document) return;
  // beside the form, or nowhere
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const selection = editor?.selection;
  const items = itemsOf(document);
  if (items.length === 0) {
    vscode.window.showInformationMessage('没有发现问题，也没有提示。');
    return;
  }
  const show = ({ range }: FindingItem) => {
    if (!range || !editor) return;
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: '全部问题和提示：上下键查看，Enter 到那里',
    matchOnDescription: true,
    onDidSelectItem: (item) => show(item as FindingItem),
  });
  if (chosen && editor) show(chosen);
  else if (chosen?.range)
    await vscode.window.showTextDocument(document, { selection: chosen.range });
  else if (editor && selection) editor.selection = selection;
}

/** The worst first, each kind under a line with its name. */
function itemsOf(document: vscode.TextDocument): FindingItem[] {
  const own = vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === SOURCE);
  return WORDS.flatMap((word, severity): FindingItem[] => {
    const found = own
      .filter((one) => one.severity === severity)
      .sort((a, b) => a.range.start.compareTo(b.range.start));
    if (found.length === 0) return [];
    return [
      { label: `${word}（${found.length} 处）`, kind: vscode.QuickPickItemKind.Separator },
      ...found.map(({ message, range }) => ({
        label: `$(${ICONS[severity]}) ${document.getText(range).replace(/\s+/g, ' ').trim().slice(0, 20) || '（空）'}`,
        description: `第 ${range.start.line + 1} 行　${message.replace(/\s+/g, ' ')}`,
        range,
      })),
    ];
  });
}
