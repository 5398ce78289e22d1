// What a clerk has at hand: pages are checked, places to write are gone to, all is fixed at once.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, findings, fixture, found, gone, open, REPORT, ruleOf, swap } from './editor';

const run = vscode.commands.executeCommand;

/** A page with the report's text, its tables as tables. */
const page = (text: string) =>
  `<html><body>${text
    .split('\n')
    .map((line) =>
      line.includes('\t')
        ? `<table><tr>${line
            .split('\t')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr></table>`
        : `<p>${line}</p>`,
    )
    .join('\n')}</body></html>`;

describe('手边', () => {
  afterEach(closeAll);

  it('网页年报也检查，别的网页不打扰', async () => {
    const document = await open('年报.html', page(swap(fixture(REPORT), '部分公开', '不分公开')));
    await found(document, 'label');
    const other = await open('首页.html', '<h1>青禾县</h1><p>不分公开 3 件。</p>');
    assert.equal(other.languageId, 'html');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(findings(other), []);
  });

  it('一条命令改正全部，一次撤销', async () => {
    const correct = fixture(REPORT);
    const faulty = swap(swap(correct, '部分公开（', '不分公开（'), '〔2021〕30号', '[2021]30号');
    const document = await open('改正全部.nianbao', faulty);
    await found(document, 'label');
    await found(document, 'document-number');
    await run('nianbao.fixAll');
    await gone(document, 'label');
    assert.equal(document.getText(), correct);
    await run('undo');
    assert.equal(document.getText(), faulty);
  });

  it('“写这一处”选中要写的地方', async () => {
    const prompt = '【请写明：主动公开情况】';
    const document = await open(
      '待写.nianbao',
      swap(fixture(REPORT), '一、总体情况', `一、总体情况\n${prompt}`),
    );
    await found(document, 'residue').catch(() => {}); // whatever rule says so: it has been checked
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const lens = lenses.find(({ command }) => command?.title === '写这一处');
    assert.ok(lens?.command, lenses.map(({ command }) => command?.title).join());
    await run(lens.command.command, ...(lens.command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor && document.getText(editor.selection), prompt);
  });

  it('空格子上悬停说是哪一行哪一列', async () => {
    const row = '一、本年新收政府信息公开申请数量';
    const document = await open(
      '空格.nianbao',
      fixture(REPORT).replace(new RegExp(`(${row}\\t\\t\\t)\\d+`), '$1'),
    );
    await found(document, 'cell-value');
    const place = document.positionAt(document.getText().indexOf(row) + row.length + 3);
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    const told = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : one.value)),
    );
    assert.ok(
      told.some((text) => text.includes(`**${row}** · 自然人`)),
      told.join(),
    );
  });

  it('提示一级的问题也在列表里', async () => {
    const document = await open(
      '提示一级.nianbao',
      swap(fixture(REPORT), '信息126条', '信息 126 条'),
    );
    const [finding] = await found(document, 'spacing');
    assert.equal(finding && ruleOf(finding), 'spacing');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Hint);
    void run('nianbao.listFindings');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await run('workbench.action.acceptSelectedQuickOpenItem');
    const editor = vscode.window.activeTextEditor;
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(editor?.selection.start, finding?.range.start);
  });
});
