// “用年报打开” for Word files, asked for by a script; what is shown of last year's Word file.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { wordDocument } from '../../office/wordDocument';
import { closeAll, findings, fixture, found, open, REPORT, sleep, swap, until } from './editor';

const run = vscode.commands.executeCommand;
const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const file = (name: string) => vscode.Uri.file(path.join(folder, name));
const WRONG = swap(fixture(REPORT), '部分公开', '不分公开');
const active = () => vscode.window.activeTextEditor?.document;

/** Writes a Word file, and answers its URI. */
function word(name: string, text: string): vscode.Uri {
  fs.writeFileSync(path.join(folder, name), wordDocument(text));
  return file(name);
}

async function always(place: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('nianbao');
  await settings.update('openOffice', place, vscode.ConfigurationTarget.Global);
}

describe('用年报打开', () => {
  afterEach(async () => {
    while (active()?.isUntitled) await run('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });
  after(() => always(undefined));

  it('在旁边存一份文字，马上检查；原文件不动，已有的不覆盖', async () => {
    await always('beside');
    const uri = word('甲.docx', WRONG);
    const before = fs.readFileSync(uri.fsPath);
    await run('nianbao.openOffice', uri, [uri]);
    const document = active() as vscode.TextDocument;
    assert.equal(document.uri.fsPath, file('甲.txt').fsPath);
    assert.equal(document.languageId, 'nianbao');
    await found(document, 'label');
    assert.ok(fs.readFileSync(uri.fsPath).equals(before));

    const made = document.getText(); // soon it says what is in the file then
    fs.writeFileSync(file('甲.txt').fsPath, '已经改过\n');
    await closeAll();
    for (const [down, name, text] of [
      [false, '甲.txt', '已经改过\n'],
      [true, '甲（2）.txt', made],
    ] as const) {
      const opened = run('nianbao.openOffice', uri);
      let isDone = false;
      void opened.then(() => {
        isDone = true;
      });
      await sleep(1000); // the question is there
      if (down) await run('workbench.action.quickOpenSelectNext');
      while (!isDone) {
        await run('workbench.action.acceptSelectedQuickOpenItem');
        await sleep(100);
      }
      assert.equal(active()?.uri.fsPath, file(name).fsPath);
      assert.equal(fs.readFileSync(file(name).fsPath, 'utf8'), text);
    }
  });

  it('先不保存', async () => {
    await always('untitled');
    await run('nianbao.openOffice', word('乙.docx', WRONG));
    const document = active() as vscode.TextDocument;
    assert.ok(document.isUntitled && document.uri.path.endsWith('/乙.txt'), String(document.uri));
    assert.equal(document.languageId, 'nianbao');
    await found(document, 'label');
    assert.ok(!fs.existsSync(file('乙.txt').fsPath));
  });

  it('一次几个；读不了的不打开', async () => {
    await always('beside');
    fs.writeFileSync(file('坏.docx').fsPath, '<html></html>');
    const uris = [word('丙.docx', WRONG), file('坏.docx'), word('丁.docx', WRONG)];
    await run('nianbao.openOffice', uris[0], uris);
    assert.deepEqual(
      ['丙.txt', '坏.txt', '丁.txt'].map((name) => fs.existsSync(file(name).fsPath)),
      [true, false, true],
    );
    assert.equal(active()?.uri.fsPath, file('丁.txt').fsPath);
  });
});

describe('回到 Word', () => {
  afterEach(closeAll);
  after(() => always(undefined));

  it('改过的文字写回副本，问题批注在副本里，原文件不动', async () => {
    await always('beside');
    const uri = word('己.docx', WRONG);
    const before = fs.readFileSync(uri.fsPath);
    await run('nianbao.openOffice', uri, [uri]);
    const document = active() as vscode.TextDocument;
    const at = document.positionAt(document.getText().indexOf('不分公开'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 1)), '部');
    await vscode.workspace.applyEdit(edit);
    await run('nianbao.writeBack');
    assert.ok(fs.readFileSync(file('己-修改.docx').fsPath).length > 0);

    const annotated = run('nianbao.annotateWord', uri);
    let isDone = false;
    void annotated.then(() => {
      isDone = true;
    });
    await sleep(1000); // the question is there
    while (!isDone) {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      await sleep(100);
    }
    assert.ok(fs.readFileSync(file('己-批注.docx').fsPath).length > 0);
    assert.ok(fs.readFileSync(uri.fsPath).equals(before));
    await run('workbench.action.files.revert');
  });
});

describe('Word 文件的文字', () => {
  after(closeAll);

  it('只读，不检查，点链接到那一处', async () => {
    const report = await open('文字.nianbao', WRONG);
    await found(report, 'label'); // the server is up
    const uri = word('戊.docx', WRONG);
    const shown = vscode.Uri.from({
      scheme: 'nianbao-text',
      path: `${uri.path}.txt`,
      query: String(uri),
      fragment: 'L3,2',
    });
    await run('nianbao.showPlace', String(shown));
    const document = await until('the text', active, (one) => one?.uri.scheme === 'nianbao-text');
    assert.equal(document?.getText().includes('不分公开'), true);
    const at = vscode.window.activeTextEditor?.selection.active;
    assert.deepEqual([at?.line, at?.character], [2, 1]);
    const before = document?.getText();
    await run('type', { text: 'x' });
    assert.equal(active()?.getText(), before);
    await sleep(500);
    assert.deepEqual(findings(active() as vscode.TextDocument), []);
  });
});
