// Completion over the wire, its documentation when asked for, and the list of all that can be inserted.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
} from 'vscode-languageserver/node';
import { SNIPPETS, type SnippetEntry } from '../../server/src/lsp/protocol.js';
import { Lines } from '../../server/src/text/lines.js';
import { withoutPadding } from '../padding.js';
import { Client, PULLS } from './client.js';
import { CORRECT, MARKDOWN, README, swap } from './texts.js';

const URI = 'file:///年报.txt';

/** As VS Code does it. */
const SNIPPET_CLIENT: ClientCapabilities = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};

const SECTION = '四、政府信息公开行政复议、行政诉讼情况';
const WITHOUT_SECTION =
  CORRECT.slice(0, CORRECT.indexOf(SECTION)) + CORRECT.slice(CORRECT.indexOf('五、存在'));

const BEGUN = swap(CORRECT, '\n二、主动公开', '\n坚持以公开\n\n二、主动公开');

describe('completion', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ capabilities: SNIPPET_CLIENT });
  });
  afterEach(() => client.stop());

  /** The items behind a passage of a text, and the text after one of them is taken. */
  async function behind(text: string, passage: string, language = 'nianbao', asker = client) {
    await asker.open(URI, text, language);
    const lines = Lines.of(text);
    const position = lines.positionAt(text.lastIndexOf(passage) + passage.length);
    const list = await asker.ask<CompletionList | null>('textDocument/completion', URI, {
      position,
    });
    const items = list?.items ?? [];
    const labels = items.map(({ label }) => label);
    const item = (label: string) => items.find((one) => one.label === label) as CompletionItem;
    return { list, items, labels, item };
  }

  const resolve = (item: CompletionItem) =>
    client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);

  it('is offered with few triggers', () => {
    expect(client.initialized.capabilities.completionProvider).toEqual({
      resolveProvider: true,
      triggerCharacters: ['〔', '《', '（', '、'],
    });
  });

  it('gives a missing section as a snippet, and what it is when asked', async () => {
    const text = swap(WITHOUT_SECTION, '\n五、存在', '\n四、\n\n五、存在');
    const { list, item } = await behind(text, '\n四、');
    expect(list?.isIncomplete).toBe(true);
    const section = item(SECTION);
    expect(section).toMatchObject({ insertTextFormat: 2, insertTextMode: 1 });
    expect(section.documentation).toBeUndefined();
    const edit = section.textEdit as { newText: string; range: object };
    const line = Lines.of(text).positionAt(text.indexOf('\n四、\n') + 1).line;
    expect(edit.range).toEqual({ start: { line, character: 0 }, end: { line, character: 2 } });
    expect(edit.newText).toContain(`${SECTION}\n\n行政复议\t`);
    expect(edit.newText).toContain('\n$' + '{1}\t$' + '{2}');
    const { documentation, ...same } = await resolve(section);
    expect(same).toEqual(section);
    expect(documentation).toMatchObject({ kind: 'markdown' });
    const { value } = documentation as { value: string };
    expect(value).toContain('一个都不能少');
    expect(value).toContain(SECTION);
    expect(value).not.toContain('$');
  });

  it('gives plain text to clients that know no snippets', async () => {
    const other = await Client.start();
    const text = swap(CORRECT, '2021年未收取信息处理费。本年度没有其他需要报告的事项。', '');
    const { item } = await behind(text, '六、其他需要报告的事项\n\n', 'nianbao', other);
    const fee = item('收取信息处理费…件…元');
    expect(fee.insertTextFormat).toBe(1);
    expect(fee.insertTextMode).toBeUndefined();
    expect(fee.textEdit?.newText).toBe(
      '2021年收取政府信息公开信息处理费【件数】件，共计【金额】元。',
    );
    const { documentation } = await other.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      fee,
    );
    expect(documentation).toMatch(/照实填写[\s\S]+【金额】元。/);
    expect(documentation).not.toContain('```');
    await other.stop();
  });

  it('knows phrases and notices', async () => {
    expect((await behind(BEGUN, '\n坚持以公开')).labels).toContain('以公开为常态、不公开为例外');
    await client.close(URI);
    const cited = swap(CORRECT, '\n二、主动公开', '\n按照国办公开办函〔〕\n\n二、主动公开');
    const { labels, item } = await behind(cited, '\n按照国办公开办函〔');
    expect(labels[0]).toBe('国办公开办函〔2021〕30号');
    const { range } = item('国办公开办函〔2021〕30号').textEdit as {
      range: Record<string, object>;
    };
    expect(range).toMatchObject({ start: { character: 2 }, end: { character: 10 } });
  });

  it('follows the line ends of the text', async () => {
    const text = swap(WITHOUT_SECTION, '\n五、存在', '\n\n五、存在').replace(/\n/g, '\r\n');
    const { item } = await behind(text, '继续办理\t\t\t0\t0\t0\t0\t0\t0\t0\r\n\r\n');
    expect(item(SECTION).textEdit?.newText).not.toMatch(/(?<!\r)\n/);
  });

  it('is silent on what is no report, and in an empty text of another language', async () => {
    expect((await behind(README, '小工具。', 'markdown')).list).toBeNull();
    await client.close(URI);
    for (const language of ['markdown', 'plaintext']) {
      expect((await behind('', '', language)).list).toBeNull();
      await client.close(URI);
    }
    expect((await behind('', '')).labels).toEqual(['机关全称××××年政府信息公开工作年度报告']);
  });

  it('leaves tables of HTML alone', async () => {
    const table = '<table><tr><td>行政复议</td></tr>\n<tr><td>结果维持</td></tr></table>';
    const html = `<h1>青禾县云水镇人民政府2021年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开。</p>\n<h2>四、政府信息公开行政复议、行政诉讼情况</h2>\n<p>表</p>${table}<p>坚持以公开</p>`;
    for (const passage of ['<p>表', '结果维持', '行政复议</td></tr>\n'])
      for (const { textEdit } of (await behind(html, passage, 'html')).items)
        expect(textEdit?.newText).not.toMatch(/[\t\n<]/);
    expect((await behind(html, '坚持以公开', 'html')).labels).toContain(
      '以公开为常态、不公开为例外',
    );
  });

  it('answers anywhere in any text', async () => {
    const texts = [
      CORRECT,
      MARKDOWN,
      '\u0000',
      '（',
      '|'.repeat(999),
      '《'.repeat(999),
      '\r\r\n\n',
    ];
    const long = [
      `${CORRECT}${'一、'.repeat(50_000)}`,
      swap(CORRECT, '\n六、', `${' '.repeat(300_000)}\n${'《》'.repeat(100_000)}国办\n六、`),
    ];
    for (const text of [...texts, ...long]) {
      await client.open(URI, text);
      const { count } = Lines.of(text);
      for (let line = 0; line <= count; line += Math.ceil(count / 20))
        for (const character of [0, 3, 1e9])
          await client.ask('textDocument/completion', URI, { position: { line, character } });
      await client.close(URI);
    }
    expect(client.logged).toEqual([]);
  });

  it('describes nothing that it has not offered', async () => {
    for (const item of [
      { label: 'x' },
      { label: 'x', data: 1 },
      { label: 'x', data: { id: 1, kind: 'toString' } },
    ])
      expect(await resolve(item)).toEqual(item);
  });
});

describe('the list of snippets', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ capabilities: SNIPPET_CLIENT });
  });
  afterEach(() => client.stop());

  const snippets = (position = { line: 1, character: 0 }) =>
    client.ask<SnippetEntry[]>(SNIPPETS, URI, { position });

  it('has what is missing first, with its place', async () => {
    await client.open(URI, WITHOUT_SECTION);
    const [first, ...others] = await snippets();
    const position = Lines.of(WITHOUT_SECTION).positionAt(WITHOUT_SECTION.indexOf('五、存在'));
    expect(first).toMatchObject({ group: '章节', label: SECTION, isMissing: true, position });
    expect(first?.snippet).toMatch(/^四、.+\n\n[\s\S]+\n\n$/);
    expect(others.some(({ isMissing }) => isMissing)).toBe(false);
    expect(new Set(others.map(({ group }) => group))).toEqual(
      new Set(['段落', '固定说法', '文件']),
    );
  });

  it('is empty on what is no report', async () => {
    await client.open(URI, README, 'markdown');
    expect(await snippets()).toEqual([]);
    expect(
      await client.ask(SNIPPETS, 'file:///none.txt', { position: { line: 0, character: 0 } }),
    ).toEqual([]);
  });

  it('goes by the setting where no table shows the layout', async () => {
    const text = `${CORRECT.split('\n')[0]}\n\n`;
    for (const layout of ['tab', 'markdown']) {
      client.settings = { layout };
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: null,
      });
      await client.open(URI, text);
      const table = (await snippets()).find(({ id }) => id === 'section:3');
      expect(withoutPadding(table?.snippet ?? '').includes('| --- |')).toBe(layout === 'markdown');
      await client.close(URI);
    }
  });
});
