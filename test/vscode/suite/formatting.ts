// Formatting: the bars of a report's tables under each other; other documents are not ours.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, open, sleep } from './editor';

const MARKDOWN = `# 青禾县云水镇人民政府2023年政府信息公开工作年度报告

## 二、主动公开政府信息情况

| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 3 |
| 行政处罚 | 12 |
| 行政强制 | 0 |
`;

const ALIGNED = [
  '| 信息内容 | 本年处理决定数量 |',
  '| -------- | ---------------- |',
  '| 行政许可 |                3 |',
  '| 行政处罚 |               12 |',
  '| 行政强制 |                0 |',
];

const ALIGNED_MARKDOWN = `${MARKDOWN.split('|')[0]}${ALIGNED.join('\n')}\n`;

describe('格式化', () => {
  afterEach(closeAll);

  const fonts = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration('editor', { languageId: 'markdown' })
      .update('fontFamily', value, vscode.ConfigurationTarget.Global, true);

  it('没有中文等宽字体时，Markdown 表格紧凑书写', async () => {
    const document = await open('待格式化.md', ALIGNED_MARKDOWN);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, await editsOf(document));
    await vscode.workspace.applyEdit(edit);
    const lines = document.getText().trimEnd().split(/\r?\n/).slice(4);
    assert.deepEqual(lines.slice(1, 3), ['| --- | --- |', '| 行政许可 | 3 |']);
  });

  it('对齐 Markdown 表格', async () => {
    await fonts('NSimSun, monospace');
    const document = await open('待格式化.md', MARKDOWN);
    const edits = await editsOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(document.getText().trimEnd().split(/\r?\n/).slice(4), ALIGNED);
    await fonts(undefined);
  });

  it('不动其他文档', async () => {
    await editsOf(await open('待格式化.md', MARKDOWN)); // the server is up
    const other = await open(
      '清单.md',
      MARKDOWN.replace(/^#.*$/gm, '').replace(/行政|信息|本年/g, ''),
    );
    assert.deepEqual(await ask(other), []);
  });
});

/** VS Code answers nothing until the server is up, so ask again. */
async function editsOf(document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const edits = await ask(document);
    if (edits.length > 0) return edits;
  }
  throw new Error('no edits');
}

async function ask({ uri }: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    'vscode.executeFormatDocumentProvider',
    uri,
    { tabSize: 2, insertSpaces: true },
  );
  return edits ?? [];
}
