// The outline of a report: its six sections, and the tables in them.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, open, REPORT, sleep } from './editor';

const SECTIONS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

describe('大纲', () => {
  afterEach(closeAll);

  it('列出六个部分和三张表', async () => {
    const document = await open(REPORT);
    const all = flatten(await outlineOf(document));
    const places = SECTIONS.map((title) => all.findIndex(({ name }) => name.includes(title)));
    assert.ok(!places.includes(-1), all.map(({ name }) => name).join('\n'));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      'in the order of the report',
    );
    assert.equal(all.filter(({ name }) => name.includes('表')).length, 3);
  });
});

/** VS Code answers nothing until the server is up, so ask again. */
async function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    if (symbols?.length) return symbols;
  }
  throw new Error('no outline');
}

const flatten = (symbols: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
