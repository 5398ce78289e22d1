// Pasting into an open report: what the client gets to do, in every kind of document.
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LONGEST_PASTE, PASTE, type PasteResult } from '../../server/src/lsp/protocol.js';
import { withoutPadding } from '../support/padding.js';
import { Client } from './client.js';
import { edited } from './edited.js';
import { CORRECT, MARKDOWN, README } from './texts.js';

const FIXTURES = path.resolve(import.meta.dirname, '../paste');
const fixture = (name: string) => fs.readFileSync(path.join(FIXTURES, `${name}.html`), 'utf8');

const URI = 'file:///年报.md';
const HEAD = '# 青禾县教育局2023年政府信息公开工作年度报告\n\n## 三、申请情况\n\n';

describe('pasting', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(async () => {
    expect(client.logged).toEqual([]);
    await client.stop();
  });

  /** Opens a text and pastes at an offset of it. */
  async function paste(
    text: string,
    offset: number,
    copied: { html?: unknown; text?: unknown },
    languageId = 'markdown',
  ) {
    await client.open(URI, text, languageId);
    const document = TextDocument.create(URI, languageId, 1, text);
    const at: Position = document.positionAt(offset);
    const range: Range = { start: at, end: at };
    const result = await client.ask<PasteResult | null>(PASTE, URI, { range, ...copied });
    await client.close(URI);
    const edits = result?.edits.map((edit) => ({ ...edit, range: edit.range as Range }));
    return result && edits && { ...result, after: edited(text, edits) };
  }

  it('fills cells that a spreadsheet has quoted for their line breaks', async () => {
    const text = '"一、本年新收\r\n政府信息公开申请数量"\t\t\t12\t2\t0\t0\t0\t0\t14\r\n';
    const whole = `三、收到和处理政府信息公开申请情况\n\n${text}二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\n"三、本年度\n办理结果"\t（一）予以公开\t\t12\t2\t0\t0\t0\t0\t14\n`;
    const done = await paste(HEAD, HEAD.length, { text: whole });
    const after = withoutPadding(done?.after ?? '');
    expect(after).toContain('一、本年新收政府信息公开申请数量 |');
    expect(after).toContain('三、本年度办理结果 | （一）予以公开 |');
    expect(after).not.toContain('"');
  });

  it('turns the HTML of Word into a table of the report', async () => {
    const done = await paste(HEAD, HEAD.length, { html: fixture('word'), text: '三、\t1' });
    expect(done?.title).toBe('粘贴为年报表格');
    expect(done?.notice).toBe('已识别“三、收到和处理政府信息公开申请情况”表：25 行 175 个数');
    expect(withoutPadding(done?.after ?? '')).toContain(
      '| 一、本年新收政府信息公开申请数量 |  |  | 12 | 2 |',
    );
    const codes = (await client.check(done?.after ?? '', 'markdown')).map(({ code }) => code);
    for (const code of ['row-total', 'balance', 'outcome-total', 'label', 'missing-row'])
      expect(codes).not.toContain(code);
  });

  it('takes the tabs where the HTML has no table', async () => {
    const html = '<meta charset="utf-8"><div><span>规章</span></div>';
    const text = '信息内容\t本年处理决定数量\n行政处罚\t12\n行政强制\t3\n';
    const done = await paste(HEAD, HEAD.length, { html, text });
    expect(withoutPadding(done?.after ?? '')).toContain('| 行政处罚 | 12 |  |  |');
  });

  it('follows the layout of the report, else the setting', async () => {
    const end = CORRECT.length;
    const tabs = await paste(CORRECT, end, { html: fixture('web') }, 'nianbao');
    expect(tabs?.edits[0]?.newText).toContain('1\t0\t0\t1\t2');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const uri = 'untitled:Untitled-1';
    const intoEmpty = async (asked: Client) => {
      await asked.open(uri, '', 'nianbao');
      const params = { range, html: fixture('web') };
      const result = await asked.ask<PasteResult | null>(PASTE, uri, params);
      return withoutPadding(result?.edits[0]?.newText ?? '');
    };
    expect(await intoEmpty(client)).toContain('| 1 | 0 | 0 | 1 | 2 |');
    const other = await Client.start({ settings: { layout: 'tab' } });
    expect(await intoEmpty(other)).toContain('1\t0\t0\t1\t2');
    await other.stop();
  });

  it('fills the cells of a table with the figures of a spreadsheet', async () => {
    const row = MARKDOWN.indexOf('二、上年结转政府信息公开申请数量');
    const cell = MARKDOWN.indexOf('0', row);
    const done = await paste(MARKDOWN, cell, { text: '3\t4\r\n' });
    expect(done?.title).toBe('填入表格的各格');
    expect(done?.edits.map(({ newText }) => newText)).toEqual(['3', '4']);
    expect(done?.after.slice(row).split('\n')[0]).toContain('| 3 | 4 |');
  });

  it('takes no figure that is hidden or struck out, from the text beside the HTML neither', async () => {
    const row = MARKDOWN.indexOf('二、上年结转政府信息公开申请数量');
    const cell = MARKDOWN.indexOf('0', row);
    const rows = (...all: string[]) =>
      `<table>${all.map((one) => `<tr${one}</tr>`).join('')}</table>`;
    const both = {
      html: rows('><td><del>3</del><ins>5</ins><td>6', ' style="display:none"><td>7<td>8'),
      text: '35\t6\r\n7\t8\r\n',
    };
    const done = await paste(MARKDOWN, cell, both);
    expect(done?.edits.map(({ newText }) => newText)).toEqual(['5', '6']);
    const struck = { html: rows('><td><s>3</s><td>6', '><td>7<td>8'), text: '3\t6\r\n7\t8\r\n' };
    expect(
      (await paste(MARKDOWN, cell, struck))?.edits.map(({ newText }) => newText),
    ).not.toContain('3');
    const parted = { html: rows('><td>1<s>2</s>3<td>6'), text: '123\t6\r\n' };
    expect((await paste(MARKDOWN, cell, parted))?.edits).toEqual([]); // a row would be torn
    const shown = { html: rows('><td><b>3</b><td><u>6</u>'), text: '3\t6\r\n' };
    expect((await paste(MARKDOWN, cell, shown))?.edits.map(({ newText }) => newText)).toEqual([
      '3',
      '6',
    ]);
  });

  it('goes between tables that are HTML in the document, and into their cells', async () => {
    const cells = (...all: string[]) => `<tr>${all.map((c) => `<td>${c}</td>`).join('')}</tr>`;
    const table = `<table>\n${cells('信息内容', '本年处理决定数量')}\n${cells('行政处罚', '1')}\n${cells('行政强制', '2')}\n</table>`;
    const text = `${HEAD}${table}\n\n上文。\n\n下文。\n`;
    const between = await paste(text, text.indexOf('\n下文'), { html: fixture('web') });
    expect(between?.after).toMatch(/<\/table>\n\n上文。\n\n四、[^|]*\n\n\| 行政复议 \|/);
    expect(between?.after).toContain(table);
    const into = await paste(text, text.indexOf('1</td>'), { text: '7\n8\n' });
    expect(into?.after).toBe(text.replace('>1<', '>7<').replace('>2<', '>8<'));
    // tabs and line ends mean nothing within HTML
    expect(await paste(text, text.indexOf('行政处罚'), { html: fixture('web') })).toBeNull();
  });

  it.each([
    ['a document that is no report', README, 'markdown', { html: fixture('word') }],
    ['an empty document of another language', '', 'plaintext', { html: fixture('word') }],
    ['a page of HTML', `<p>${HEAD}</p>`, 'html', { html: fixture('word') }],
    ['a report, of prose', HEAD, 'markdown', { html: '<p>正文。</p>', text: '正文。\n第二行\n' }],
    ['a report, of an editor', HEAD, 'markdown', { html: '<div>a</div>', text: 'a\tb\nc\td' }],
    ['a report, of too much', HEAD, 'markdown', { text: `规章\t0\n`.repeat(LONGEST_PASTE / 4) }],
    [
      'a report, of something binary',
      HEAD,
      'markdown',
      { text: '规章\t0\t0\0', html: '\0<table>' },
    ],
    ['a report, of nonsense', HEAD, 'markdown', { html: 7, text: { a: 1 } }],
    ['a report, of nothing', HEAD, 'markdown', {}],
  ])('is left to the editor in %s', async (_, text, languageId, copied) => {
    expect(await paste(text, text.length, copied, languageId)).toBeNull();
  });

  it('takes HTML that is cut off or crossed', async () => {
    const html = fixture('excel');
    for (const at of [500, 1500, 4000, 9000, html.length - 40]) {
      const done = await paste(HEAD, HEAD.length, { html: html.slice(0, at) });
      if (at > 4000) expect(done?.after).toContain('| 一、本年新收政府信息公开申请数量 |');
    }
    const crossed = html.replaceAll('</td>', '</tr>').replaceAll('</table>', '</td>');
    await paste(HEAD, HEAD.length, { html: crossed });
  });

  it('is nothing in a document that is not open', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(await client.ask(PASTE, 'file:///closed.md', { range, text: '1\t2' })).toBeNull();
  });
});
