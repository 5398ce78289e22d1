// Moving about in a report: from totals to their terms, from the text to the tables, to what is cited.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, open, REPORT, sleep } from './editor';

const ROW = '本年新收政府信息公开申请数量';

describe('跳转', () => {
  afterEach(closeAll);

  it('从总计到各类申请人', async () => {
    const document = await open(REPORT);
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      totalOf(document),
    );
    assert.equal(found.length, 6);
    const lines = found.map((one) => ('range' in one ? one.range : one.targetRange).start.line);
    assert.deepEqual([...new Set(lines)], [totalOf(document).line]);
  });

  it('从表格到正文里的数', async () => {
    const document = await open(REPORT);
    const total = totalOf(document);
    const figure = document.getText(document.getWordRangeAtPosition(total, /\d+/));
    const found = await ask<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      total,
    );
    const words = found.map(({ range }) => document.getText(range));
    assert.ok(words.includes(`${figure}件`), words.join(' '));
  });

  it('文号打开说明页', async () => {
    const document = await open(REPORT);
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const link = links.find(({ range }) => document.getText(range).includes('〔2021〕30号'));
    assert.ok(link?.target, links.map(({ range }) => document.getText(range)).join(' '));
    assert.equal(link.target.scheme, 'command');
    assert.equal(link.target.path, 'nianbao.openNotice');
    const given = JSON.parse(decodeURIComponent(link.target.query)) as string[];
    await vscode.commands.executeCommand(link.target.path, ...given);
    const isOpen = () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.includes('notices.md')),
      );
    for (let attempt = 0; attempt < 100 && !isOpen(); attempt++) await sleep(50);
    assert.ok(isOpen(), 'the page is shown');
  });

  it('按部分、表格和行组折叠', async () => {
    const document = await open(REPORT);
    const folds = await ask<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = folds.map(({ start }) => document.lineAt(start).text.trim());
    for (const words of ['一、总体情况', '三、本年度办理结果', '六、其他需要报告的事项'])
      assert.ok(
        starts.some((text) => text.startsWith(words)),
        starts.join('\n'),
      );
  });
});

/** The last figure of the row 一. */
function totalOf(document: vscode.TextDocument): vscode.Position {
  for (let line = 0; line < document.lineCount; line++) {
    const { text, range } = document.lineAt(line);
    if (text.includes(ROW)) return range.end.translate(0, text.trimEnd().length - text.length - 1);
  }
  throw new Error('no row');
}

/** VS Code answers nothing until the server is up, so ask again. */
async function ask<T extends unknown[]>(command: string, ...given: unknown[]): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...given);
    if (answer?.length) return answer;
  }
  throw new Error(`no answer to ${command}`);
}
