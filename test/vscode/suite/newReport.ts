// New reports and what is inserted into them, asked for by a script: no questions then.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, open, REPORT, swap } from './editor';

const run = vscode.commands.executeCommand;
const NAME = '青禾县石桥镇人民政府2024年政府信息公开工作年度报告';
const DRAFT = { organization: '青禾县石桥镇人民政府', year: 2024, previous: null };

const active = () => vscode.window.activeTextEditor as vscode.TextEditor;

describe('新建年报', () => {
  afterEach(async () => {
    while (active()?.document.isUntitled) await run('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  it('给定全部回答就不再询问；不覆盖已有的文件和未保存的文档', async () => {
    await open(`${NAME}.md`, '已经有了\n');
    await run('nianbao.newReport', DRAFT);
    const { document, selection } = active();
    assert.ok(document.isUntitled);
    assert.ok(document.uri.path.endsWith(`/${NAME}（2）.md`), document.uri.path);
    assert.match(document.getText(), /^# 青禾县石桥镇人民政府2024年/);
    assert.match(document.getText(selection), /^【.+】$/);

    await run('nianbao.newReport', { ...DRAFT, zeros: true });
    assert.ok(active().document.uri.path.endsWith(`/${NAME}（3）.md`));
    assert.match(active().document.getText(), /\| 行政许可 +\| +0 +\|/);
  });
});

describe('插入', () => {
  afterEach(closeAll);

  it('给定名称就不再询问，缺的部分写在该在的地方', async () => {
    const text = fixture(REPORT);
    const section = text.slice(text.indexOf('六、其他'));
    const document = await open('插入.nianbao', swap(text, section, ''));
    await run('nianbao.insertSnippet', 'nothing-of-the-kind');
    assert.equal(document.getText(), swap(text, section, ''));
    await run('nianbao.insertSnippet', 'section:6');
    assert.ok(
      document.getText().includes('六、其他需要报告的事项'),
      document.getText().slice(-200),
    );
  });
});
