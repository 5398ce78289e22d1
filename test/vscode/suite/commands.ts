// The commands on tables as they are run from the palette, a menu and a script.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, open, REPORT, replaceAll, swap, until } from './editor';

const ROW = '数量\t\t\t4\t2\t0\t0\t0\t0\t6';
const WRONG = '数量\t\t\t4\t2\t0\t0\t0\t0\t7';
const run = vscode.commands.executeCommand;

const becomes = (document: vscode.TextDocument, wanted: string) =>
  until(
    `the text to hold ${wanted}`,
    () => document.getText(),
    (text) => text.includes(wanted),
  );

describe('表格命令', () => {
  afterEach(closeAll);

  it('声明的命令都有', async () => {
    const extension = vscode.extensions.getExtension('nianbao.nianbao');
    const commands: { command: string }[] = extension?.packageJSON.contributes.commands;
    await open(REPORT);
    const known = await vscode.commands.getCommands(true);
    for (const { command } of commands) assert.ok(known.includes(command), command);
  });

  it('不带参数时作用于当前的制表符报告', async () => {
    const document = await open('命令1.nianbao', swap(fixture(REPORT), ROW, WRONG));
    await run('nianbao.recomputeTotals');
    await becomes(document, ROW);
    assert.equal(document.getText(), fixture(REPORT));
  });

  it('不带参数时作用于当前的 Markdown 报告', async () => {
    const document = await open('命令2.md', fixture('云水镇年报.md'));
    await run('nianbao.alignTable');
    await becomes(document, '|    0 |    6 |');
    const aligned = document.getText();
    await replaceAll(document, swap(aligned, '|    0 |    6 |', '|    0 |    7 |'));
    await run('nianbao.recomputeTotals');
    await becomes(document, '|    0 |    6 |');
    assert.equal(document.getText(), aligned);
  });

  it('没有改动的表格不重新对齐', async () => {
    const text = swap(fixture('云水镇年报.md'), '| 0    | 6    |', '| 0    | 7    |');
    const document = await open('命令5.md', text);
    await run('nianbao.recomputeTotals');
    await becomes(document, '|    0 |    6 |');
    assert.ok(document.getText().includes('| 行政许可           | 8                          |'));
  });

  it('右键菜单以 Uri 指明文件', async () => {
    const document = await open('命令3.nianbao', swap(fixture(REPORT), ROW, WRONG));
    await run('nianbao.recomputeTotals', document.uri);
    await becomes(document, ROW);
  });

  it('转换版式，给定版式就不再询问', async () => {
    const document = await open('命令4.nianbao', fixture(REPORT));
    await run('nianbao.convertLayout', undefined, undefined, { layout: 'markdown' });
    await becomes(document, '| 行政许可');
    await run('undo');
    assert.equal(document.getText(), fixture(REPORT));
  });

  it('不是年报的文档不动', async () => {
    const document = await open('普通文档.md');
    const before = document.getText();
    for (const name of [
      'recomputeTotals',
      'fillBlanks',
      'fromLastYear',
      'repairRows',
      'alignTable',
    ])
      await run(`nianbao.${name}`);
    await run('nianbao.convertLayout', undefined, undefined, { layout: 'tab' });
    await run('nianbao.insertSnippet', 'section:6');
    assert.equal(document.getText(), before);
  });
});
