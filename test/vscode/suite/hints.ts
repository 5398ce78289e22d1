// Figures beside the totals and colours in the tables, and that the settings hold at once.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, found, open, REPORT, sleep, swap } from './editor';

const RIGHT = '4\t2\t0\t0\t0\t0\t6';
const wrongTotal = () => swap(fixture(REPORT), RIGHT, '4\t2\t0\t0\t0\t0\t7');
const settings = () => vscode.workspace.getConfiguration('nianbao');
const set = (name: string, value?: unknown) =>
  settings().update(name, value, vscode.ConfigurationTarget.Global);

describe('表格里的提示', () => {
  afterEach(async () => {
    await set('inlayHints');
    await set('rules');
    await closeAll();
  });

  it('总计旁边是应填的数，填入即对；设置马上起作用', async () => {
    const document = await open('提示.nianbao', wrongTotal());
    await found(document, 'row-total');
    const [hint] = await hintsOf(document, (labels) => labels.length === 1);
    assert.equal(hint?.label, '应为 6');

    await set('inlayHints', 'off');
    await hintsOf(document, (labels) => labels.length === 0);
    await set('inlayHints', 'all');
    const all = await hintsOf(document, (labels) => labels.includes('✓'));
    assert.ok(all.length > 20);

    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, hint?.textEdits ?? []);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), fixture(REPORT));
    await hintsOf(document, (labels) => labels.every((label) => label === '✓'));
  });

  it('规则关闭后不再提示', async () => {
    const document = await open('提示.nianbao', wrongTotal());
    await hintsOf(document, (labels) => labels.length === 1);
    await set('rules', { 'row-total': 'off', 'outcome-total': 'off', balance: 'off' });
    await hintsOf(document, (labels) => labels.length === 0);
  });

  it('行名、总计、数和错的数各有颜色', async () => {
    const document = await open('颜色.nianbao', wrongTotal());
    await found(document, 'row-total');
    const tokens = await tokensOf(document);
    const has = (words: string, type: string) =>
      assert.ok(
        tokens.some((token) => token.words === words && token.type === type),
        `no ${type} ${words} in\n${tokens.map(({ words, type }) => `${words} ${type}`).join('\n')}`,
      );
    has('行政许可', 'formLabel');
    has('自然人', 'formLabel.column');
    has('（七）总计', 'formLabel.total');
    has('4', 'figure');
    has('7', 'figure.total.wrong');
  });

  it('一般文档没有', async () => {
    const document = await open('普通文本.txt');
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole(document),
    );
    assert.deepEqual(hints, []);
  });
});

const whole = ({ lineCount }: vscode.TextDocument) => new vscode.Range(0, 0, lineCount, 0);

/** Asks for the hints until they are as expected. */
async function hintsOf(
  document: vscode.TextDocument,
  enough: (labels: string[]) => boolean,
): Promise<vscode.InlayHint[]> {
  let labels: string[] = [];
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole(document),
    );
    labels = hints.map(({ label }) => String(label));
    if (enough(labels)) return hints;
  }
  throw new Error(`hints are ${labels.join('、') || 'none'}`);
}

/** The words of a document by what they are: type.modifiers. */
async function tokensOf(document: vscode.TextDocument) {
  const ask = <T>(what: string) =>
    vscode.commands.executeCommand<T>(`vscode.provideDocumentSemanticTokens${what}`, document.uri);
  const { tokenTypes, tokenModifiers } = await ask<vscode.SemanticTokensLegend>('Legend');
  const { data } = await ask<vscode.SemanticTokens>('');
  const tokens: { words: string; type: string }[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = down > 0 ? right : character + right;
    line += down;
    const words = document.getText(new vscode.Range(line, character, line, character + length));
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    tokens.push({ words, type: [tokenTypes[type], ...modifiers].join('.') });
  }
  return tokens;
}
