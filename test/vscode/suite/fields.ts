// Tab and Shift+Tab: from cell to cell and from prompt to prompt; elsewhere they indent as ever.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, open, REPORT, swap, until } from './editor';

const run = vscode.commands.executeCommand;
const next = () => run('nianbao.nextField');
const previous = () => run('nianbao.previousField');
const BLANK = swap(fixture(REPORT), '数量\t\t\t4\t2\t0\t0\t0\t0\t6', '数量\t\t\t4\t2\t0\t0\t0\t\t');

/** The report in an editor, with the cursor before these words. */
async function at(name: string, text: string, words: string): Promise<vscode.TextEditor> {
  const document = await open(name, text);
  const editor = await vscode.window.showTextDocument(document);
  const place = document.positionAt(text.indexOf(words));
  editor.selection = new vscode.Selection(place, place);
  return editor;
}

const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection);

/** So long that whatever is done when the keys rest is done. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 1500));

/** Waits until this is selected: what is filled in comes behind the key. */
const selects = (editor: vscode.TextEditor, words: string) =>
  until(
    `${words} to be selected`,
    () => selected(editor),
    (text) => text === words,
  );

describe('Tab 键', () => {
  afterEach(closeAll);

  it('到下一格、上一格，选中其中的数', async () => {
    const editor = await at('格1.nianbao', fixture(REPORT), '126条');
    const place = editor.document.positionAt(editor.document.getText().indexOf('4\t2\t0'));
    editor.selection = new vscode.Selection(place, place);
    await next();
    assert.equal(selected(editor), '2');
    await previous();
    assert.equal(selected(editor), '4');
    assert.equal(editor.document.getText(), fixture(REPORT));
  });

  it('连按几次，次次都算', async () => {
    const editor = await at('格2.nianbao', fixture(REPORT), '4\t2\t0');
    await Promise.all([next(), next(), next(), next(), next(), next()]);
    assert.equal(selected(editor), '6');
    assert.equal(editor.document.getText(), fixture(REPORT));
  });

  it('离开最后一项时填上空着的总计，撤销即回到原样', async () => {
    const editor = await at('格3.nianbao', BLANK, '0\t\t\n二、');
    await next();
    await run('type', { text: '1' });
    await next();
    await selects(editor, '7');
    assert.ok(editor.document.getText().includes('数量\t\t\t4\t2\t0\t0\t0\t1\t7\n'));
    const becomes = (wanted: string) =>
      until(
        'the step to be undone',
        () => editor.document.getText(),
        (text) => text === wanted,
      );
    await run('undo');
    await becomes(swap(BLANK, '0\t\t\n二、', '0\t1\t\n二、'));
    await run('undo');
    await becomes(BLANK);
  });

  it('自动填上的总计，再经过时跳过，Shift+Tab 仍到；各项改了就停在那里', async () => {
    const editor = await at('格6.nianbao', BLANK, '0\t\t\n二、');
    const row = editor.document.positionAt(BLANK.indexOf('0\t\t\n二、')).line;
    const line = () => editor.selection.active.line;
    await next();
    await run('type', { text: '1' });
    await next();
    await selects(editor, '7');
    await previous();
    assert.equal(selected(editor), '1');
    await next();
    assert.equal(line(), row + 1);
    await previous();
    assert.equal(line(), row);
    assert.equal(selected(editor), '7');
    await previous();
    await run('type', { text: '2' });
    await next();
    assert.equal(line(), row);
    assert.equal(selected(editor), '7');
  });

  it('还在输入的数不算进总计', async () => {
    const text = swap(BLANK, '4\t2\t0\t0\t0\t\t\n', '4\t2\t0\t0\t\t\t\n');
    const editor = await at('格7.nianbao', text, '0\t\t\t\n二、');
    await next();
    await run('type', { text: '3' });
    await next();
    await run('type', { text: '1' });
    await pause();
    await run('type', { text: '2' });
    await next();
    await selects(editor, '21');
  });

  it('对齐的 Markdown 表格填了总计仍然对齐', async () => {
    const document = await open('格4.md', fixture('云水镇年报.md'));
    await run('nianbao.alignTable');
    const aligned = document.getText();
    const blank = swap(aligned, '|    0 |    6 |', '|    0 |      |');
    const editor = await at('格4.md', blank, '0 |      |');
    await next();
    await selects(editor, '6');
    // the row is padded anew when the server has answered
    await until(
      'the table to be aligned',
      () => editor.document.getText(),
      (text) => text === aligned,
    );
  });

  it('光标还在路上时输入的字，到该去的格里', async () => {
    const editor = await at('格5.nianbao', fixture(REPORT), '\t2\t0\t0');
    await Promise.all([next(), run('type', { text: '5' }), run('type', { text: '3' })]);
    const wanted = swap(fixture(REPORT), '4\t2\t0\t0\t0\t0\t6', '4\t53\t0\t0\t0\t0\t6');
    await until(
      'the figure to be in its cell',
      () => editor.document.getText(),
      (text) => text === wanted,
    );
  });

  it('最后一处待写写好以后，Tab 不加空格', async () => {
    const text = `${fixture(REPORT)}【请写明甲】`;
    const editor = await at('待写2.nianbao', text, '未收取');
    await next();
    await next();
    assert.equal(selected(editor), '【请写明甲】');
    await run('type', { text: '没有' });
    await next();
    await next();
    assert.equal(editor.document.getText(), `${fixture(REPORT)}没有`);
  });

  it('从一处待写到下一处', async () => {
    const text = `${fixture(REPORT)}【请写明甲】。【请写明乙】`;
    const editor = await at('待写.nianbao', text, '未收取');
    await next();
    assert.equal(selected(editor), '【请写明甲】');
    await next();
    assert.equal(selected(editor), '【请写明乙】');
    await previous();
    assert.equal(selected(editor), '【请写明甲】');
  });

  it('一般文档、缩进处、几个光标：照常缩进', async () => {
    const plain = await at('一般.txt', '会议纪要\n', '纪要');
    await next();
    assert.match(plain.document.getText(), /^会议\s+纪要/);

    const indented = await at('缩进.nianbao', BLANK, '（二）依申请');
    await next();
    assert.equal(indented.document.getText(), swap(BLANK, '（二）依申请', '\t（二）依申请'));
    await previous();
    assert.equal(indented.document.getText(), BLANK);

    const [one, two] = ['（二）依申请', '（三）政府信息'].map((words) =>
      indented.document.positionAt(BLANK.indexOf(words)),
    ) as [vscode.Position, vscode.Position];
    indented.selections = [new vscode.Selection(one, one), new vscode.Selection(two, two)];
    await next();
    assert.ok(indented.document.getText().includes('\n\t（二）'));
    assert.ok(indented.document.getText().includes('\n\t（三）'));
  });
});
