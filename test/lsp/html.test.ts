// Tables written as HTML in Markdown: found, placed and fixed in the document itself.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nthReport } from '../generate/report.js';
import { Client } from './client.js';
import { edited } from './edited.js';

const URI = 'file:///年报.md';
const HEADS = [
  '',
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
];
const ROW = ['一、本年新收政府信息公开申请数量', '5', '1', '0', '0', '0', '0', '9'];
const row = (cells: string[]) =>
  `<tr>\n${cells.map((cell) => `  <td>${cell}</td>\n`).join('')}</tr>`;
const TEXT = `# 青禾县云水镇2021年政府信息公开工作年度报告

## 三、收到和处理政府信息公开申请情况

<table>
${row(HEADS)}
${row(ROW)}
</table>
`;

describe('HTML in Markdown', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ settings: { rules: { 'missing-row': 'off' } } });
  });
  afterEach(() => client.stop());

  it('is checked, at the place of its cell, and fixed there', async () => {
    await client.open(URI, TEXT, 'markdown');
    const document = TextDocument.create(URI, 'markdown', 1, TEXT);
    const diagnostics = await client.diagnostics(URI);
    const wrong = diagnostics.find(({ code }) => code === 'row-total');
    expect(wrong && document.getText(wrong.range)).toBe('9');
    expect(wrong?.range.start).toEqual(document.positionAt(TEXT.indexOf('>9<') + 1));

    const [fix] = await client.codeActions(URI, wrong?.range as never, { only: ['quickfix'] });
    const fixed = edited(TEXT, fix?.edit?.changes?.[URI]);
    expect(fixed).toBe(TEXT.replace('>9<', '>6<'));
    expect(client.logged).toEqual([]);
  });

  it('follows edits while the parser is being loaded', async () => {
    await client.open(URI, TEXT, 'markdown');
    const first = client.diagnostics(URI);
    await client.change(URI, { text: TEXT.replace('>9<', '>6<') });
    await first;
    const codes = (await client.diagnostics(URI)).map(({ code }) => code);
    expect(codes).not.toContain('row-total');
  });

  it('has an outline', async () => {
    const { text } = nthReport(3, 'markdown-html');
    await client.open(URI, text, 'markdown');
    const symbols = JSON.stringify(await client.symbols(URI));
    expect(symbols).toContain('收到和处理政府信息公开申请情况表');
  });
});
