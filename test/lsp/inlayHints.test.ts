// Inlay hints over LSP: where they are, what accepting them does, and that settings hold at once.
import { afterEach, describe, expect, it } from 'vitest';
import type { InlayHint, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, PULLS } from './client.js';
import { edited } from './edited.js';
import { CORRECT, README, swap, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';
const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const LINE = CORRECT.split('\n').findIndex((line) => line.startsWith('一、本年新收'));
const BLANK_TOTAL = swap(
  CORRECT,
  '申请数量\t\t\t5\t1\t0\t0\t0\t0\t6',
  '申请数量\t\t\t5\t1\t0\t0\t0\t0\t',
);
const CAPABILITIES = {
  textDocument: { ...PULLS.textDocument, inlayHint: {} },
  workspace: { ...PULLS.workspace, inlayHint: { refreshSupport: true } },
};

describe('inlay hints', () => {
  let client: Client;
  afterEach(() => client.stop());
  const start = async (settings?: object) => {
    client = await Client.start({ capabilities: CAPABILITIES, settings });
  };
  const hints = (range = EVERYTHING) =>
    client.ask<InlayHint[] | null>('textDocument/inlayHint', URI, { range });
  const set = async (settings: object) => {
    client.settings = settings;
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
  };

  it.each([
    ['a wrong total', WRONG_TOTAL, '应为 6'],
    ['a blank one', BLANK_TOTAL, '= 6'],
  ])('stand behind %s, and fix it', async (_, text, label) => {
    await start();
    await client.open(URI, text);
    const all = (await hints()) ?? [];
    const line = text.split('\n')[LINE] as string;
    expect(all).toMatchObject([{ label, position: { line: LINE, character: line.length } }]);
    expect(all[0]?.tooltip).toContain('各类申请人相加 = 总计');
    expect(edited(text, all[0]?.textEdits)).toBe(CORRECT);
  });

  it('keep to the range', async () => {
    await start();
    await client.open(URI, WRONG_TOTAL);
    const lines = (from: number, to: number) => ({
      start: { line: from, character: 0 },
      end: { line: to, character: 0 },
    });
    expect(await hints(lines(LINE, LINE + 1))).toHaveLength(1);
    expect(await hints(lines(0, LINE))).toEqual([]);
    expect(await hints(lines(LINE + 1, 9999))).toEqual([]);
  });

  it('follow the settings at once, and the client is told', async () => {
    await start();
    await client.open(URI, WRONG_TOTAL);
    expect(await hints()).toHaveLength(1);
    await set({ inlayHints: 'off' });
    await client.until(() => client.refreshed.includes('inlayHint'));
    expect(await hints()).toEqual([]);
    await set({ inlayHints: 'all' });
    expect((await hints())?.filter(({ label }) => label === '✓').length).toBeGreaterThan(20);
    await set({});
    expect(await hints()).toHaveLength(1);
  });

  it('are silent on a fault whose rules are off', async () => {
    const rules = { 'row-total': 'off', 'outcome-total': 'off', balance: 'off' };
    await start({ rules });
    await client.open(URI, WRONG_TOTAL);
    expect(await hints()).toEqual([]);
    await set({});
    expect(await hints()).toHaveLength(1);
  });

  it('follow the decisions of the folder at once', async () => {
    client = await Client.start({ capabilities: CAPABILITIES, folder: 'file:///' });
    await client.open(URI, WRONG_TOTAL);
    expect(await hints()).toHaveLength(1);
    const rules = { 'row-total': 'off', 'outcome-total': 'off', balance: 'off' };
    await client.open('file:///.nianbao.json', JSON.stringify({ rules }), 'jsonc');
    await client.until(() => client.refreshed.includes('inlayHint'));
    expect(await hints()).toEqual([]);
    await client.change('file:///.nianbao.json', { text: '{}' });
    expect(await hints()).toHaveLength(1);
  });

  it('fix tables of HTML', async () => {
    await start();
    const html = (total: string) =>
      `<p>三、收到和处理政府信息公开申请情况</p><table><tr><td></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
<tr><td>一、本年新收政府信息公开申请数量</td><td>5</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>${total}</td></tr></table>`;
    for (const total of ['', '9']) {
      await client.open(URI, html(total), 'html');
      const [hint, ...others] = (await hints()) ?? [];
      expect(others).toEqual([]);
      const document = TextDocument.create(URI, 'html', 1, html(total));
      expect(hint?.position).toEqual(
        document.positionAt(html(total).indexOf('</td></tr></table>')),
      );
      expect(edited(html(total), hint?.textEdits)).toBe(html('6'));
      await client.close(URI);
    }
  });

  it('are none on what is no report, nor on what is closed', async () => {
    await start({ inlayHints: 'all' });
    expect(await hints()).toBeNull();
    await client.open(URI, README, 'markdown');
    expect(await hints()).toEqual([]);
  });
});
