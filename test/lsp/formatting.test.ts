// Formatting over the wire: reports and nothing else, whole or in part.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver/node';
import { URI as URI_OF } from 'vscode-uri';
import { Client } from './client.js';
import { edited } from './edited.js';
import { CORRECT, FAULTY, GENERATED, MARKDOWN, README, swap } from './texts.js';

const URI = 'file:///年报.md';
const OPTIONS = { tabSize: 2, insertSpaces: true };

const HTML = `青禾县云水镇人民政府2023年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况

<table><tr><td> (一)予以公开 </td><td> 1 </td></tr>
<tr><td>重复申请</td><td>0</td></tr>
<tr><td>(七)总计</td><td>1</td></tr></table>

全年没有发生。${' '}
`;

describe('formatting', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(() => client.stop());

  /** The text as the client has it after formatting; null where there is no answer. */
  async function formatted(text: string, range?: Range, languageId = 'markdown') {
    await client.open(URI, text, languageId);
    const method = range ? 'textDocument/rangeFormatting' : 'textDocument/formatting';
    const edits = await client.ask<TextEdit[] | null>(method, URI, { options: OPTIONS, range });
    await client.close(URI);
    return edits && edited(text, edits);
  }

  it('is told of', () => {
    expect(client.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
    expect(client.initialized.capabilities.documentOnTypeFormattingProvider).toBeUndefined();
  });

  it('puts the bars of tables under each other', async () => {
    const text = swap(MARKDOWN, '| 规章 | 0 | 0 | 0 |', '|  规章|0| 0| 0 |');
    const after = await formatted(text);
    const rows = after?.split('\n').filter((line) => line.startsWith('|')) ?? [];
    expect(rows).toContain(
      '| 规章               |                          0 |            0 |            0 |',
    );
    expect(await formatted(after as string)).toBe(after);
  });

  it('brings no finding', async () => {
    for (const text of [CORRECT, FAULTY, MARKDOWN, ...GENERATED]) {
      const before = (await client.check(text)).map(({ message }) => message);
      const after = await client.check((await formatted(text)) as string);
      for (const { message } of after) expect(before).toContain(message);
    }
  });

  it('goes by the range', async () => {
    const text = `${MARKDOWN.trimEnd()} \n\n尾注 \n`;
    const lines = text.split('\n');
    const last = lines.indexOf('尾注 ');
    const range = { start: { line: last, character: 0 }, end: { line: last, character: 2 } };
    expect(await formatted(text, range)).toBe(text.replace('尾注 ', '尾注'));
  });

  it('leaves tables in HTML alone', async () => {
    expect(await formatted(HTML)).toBe(HTML.replace('。 ', '。'));
    expect(await formatted(HTML, undefined, 'html')).toBeNull();
  });

  it('keeps the line ends', async () => {
    const crlf = (text: string) => text.replace(/\n/g, '\r\n');
    expect(await formatted(crlf(MARKDOWN))).toBe(crlf((await formatted(MARKDOWN)) as string));
  });

  it('has no answer for other documents', async () => {
    expect(await formatted(README)).toBeNull();
    expect(await formatted('')).toBeNull();
    expect(
      await formatted(README, { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }),
    ).toBeNull();
  });
});

describe('formatting in a client that lets servers register', () => {
  it('is there for the open reports alone', async () => {
    const can = { dynamicRegistration: true };
    const client = await Client.start({
      capabilities: { textDocument: { diagnostic: {}, formatting: can, rangeFormatting: can } },
    });
    const patterns = () =>
      [...client.registrations.values()]
        .filter(({ method }) => method === 'textDocument/formatting')
        .map(({ registerOptions }) =>
          registerOptions.documentSelector.map(({ pattern }: { pattern: string }) => pattern),
        );
    const path = (name: string) => URI_OF.parse(`file:///${name}`).fsPath;
    expect(client.initialized.capabilities.documentFormattingProvider).toBeUndefined();

    await client.open('file:///README.md', README, 'markdown');
    await client.diagnostics('file:///README.md');
    await client.open('file:///年[1].md', MARKDOWN, 'markdown');
    await client.diagnostics('file:///年[1].md');
    await client.until(() => patterns().length === 1);
    expect(patterns()).toEqual([[path('年[1].md')]]);
    expect([...client.registrations.values()].map(({ method }) => method)).toContain(
      'textDocument/rangeFormatting',
    );

    await client.open(URI, CORRECT);
    await client.diagnostics(URI);
    await client.until(() => patterns().length === 1 && patterns()[0].length === 2);
    await client.change('file:///年[1].md', { text: '再也不是年报' });
    await client.diagnostics('file:///年[1].md');
    await client.until(() => patterns().length === 1 && patterns()[0].length === 1);
    expect(patterns()).toEqual([[path('年报.md')]]);
    await client.close(URI);
    await client.until(() => client.registrations.size === 0);
    await client.stop();
  });
});
