// Completion in the editor: a missing section is offered where it belongs, and written when accepted.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, open, REPORT, sleep } from './editor';

const SECTION = '四、政府信息公开行政复议、行政诉讼情况';
const NEXT = '五、存在的主要问题及改进情况';

/** The correct report with something else in place of section 四. */
function without(instead: string): string {
  const text = fixture(REPORT);
  return `${text.slice(0, text.indexOf(SECTION))}${instead}\n\n${text.slice(text.indexOf(NEXT))}`;
}

/** The first line that begins like this, behind it. */
function behind(document: vscode.TextDocument, line: string): vscode.Position {
  return document.positionAt(document.getText().lastIndexOf(`\n${line}\n`) + 1 + line.length);
}

describe('补全', () => {
  afterEach(closeAll);

  it('列出缺少的部分', async () => {
    const document = await open('补全1.nianbao', without('四、'));
    const item = await offered(document, behind(document, '四、'), SECTION);
    assert.ok(item.insertText instanceof vscode.SnippetString);
    assert.match(item.insertText.value, /行政复议\t/);
    const { value } = item.documentation as vscode.MarkdownString;
    assert.match(value, /一个都不能少/);
  });

  it('接受后写入标题和空表，不重复已输入的字', async () => {
    const document = await open('补全2.nianbao', without('四、'));
    const position = behind(document, '四、');
    await offered(document, position, SECTION);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(position, position);
    await accept(document);
    const text = document.getText();
    assert.equal(text.split(SECTION).length, 2, text);
    assert.ok(text.includes(`\n\n${SECTION}\n\n行政复议\t\t\t\t\t行政诉讼\t`), text);
    assert.ok(text.includes(`\n\n${NEXT}`), text);
  });

  it('在 Markdown 中保留缩进的制表符', async () => {
    const text = fixture(REPORT).replace(/^.*2\.重复申请.*$/m, '重复');
    const document = await open('补全3.md', text);
    const position = behind(document, '重复');
    await offered(document, position, '2.重复申请');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(position, position);
    await accept(document);
    assert.match(document.getText(), /\n\t\t2\.重复申请\t{7}\n/);
  });
});

/** VS Code answers nothing until the server is up, so ask again. */
async function offered(
  document: vscode.TextDocument,
  position: vscode.Position,
  label: string,
): Promise<vscode.CompletionItem> {
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      20, // resolve them: the documentation comes only then
    );
    const item = list.items.find((one) => labelOf(one) === label);
    if (item) return item;
  }
  throw new Error(`${label} is not offered`);
}

const labelOf = ({ label }: vscode.CompletionItem) =>
  typeof label === 'string' ? label : label.label;

/** Takes the first suggestion; the list needs a moment to come up. */
async function accept(document: vscode.TextDocument): Promise<void> {
  const before = document.version;
  for (let attempt = 0; attempt < 50 && document.version === before; attempt++) {
    if (attempt % 10 === 0) await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await sleep(100);
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
  }
  assert.notEqual(document.version, before, 'nothing was accepted');
}
