// The lines over the tables of a report, and what a click on them does.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, open, REPORT, sleep, swap, until } from './editor';

const WRONG = () => swap(fixture(REPORT), '4\t2\t0\t0\t0\t0\t6', '4\t2\t0\t0\t0\t0\t7');

describe('表格上方的提示', () => {
  afterEach(closeAll);

  it('数都对得上时说一致', async () => {
    const titles = (await lensesOf(await open(REPORT))).map(({ command }) => command?.title);
    assert.ok(titles.includes('勾稽一致（39 条）'), titles.join('\n'));
    assert.ok(!titles.includes('重算总计'), titles.join('\n'));
  });

  it('只错一格时给出这一格的改法，不重算总计', async () => {
    const document = await open('总计写错.nianbao', WRONG());
    const lenses = await lensesOf(document);
    assert.ok(!lenses.some(({ command }) => command?.title === '重算总计'));
    const lens = lenses.find(({ command }) => command?.title.endsWith('改为 6'));
    assert.ok(lens?.command, lenses.map(({ command }) => command?.title).join('\n'));
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await until(
      'the total fixed',
      () => document.getText(),
      (text) => text === fixture(REPORT),
    );
  });

  it('点击不一致，选中有问题的格', async () => {
    const document = await open('总计写错.nianbao', WRONG());
    const lens = (await lensesOf(document)).find(({ command }) =>
      command?.title.endsWith('处不一致'),
    );
    assert.ok(lens?.command, 'no lens 不一致');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await until(
      'the total selected',
      () => vscode.window.activeTextEditor,
      (editor) => editor?.document === document && document.getText(editor.selection) === '7',
    );
  });
});

/** VS Code answers nothing until the server is up, so ask again. */
async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    if (lenses?.length) return lenses;
  }
  throw new Error('no code lenses');
}
