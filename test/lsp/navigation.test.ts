// Moving about in a report over LSP: folding, selections, links, definitions, references, highlights,
// and hovers off the figures of the tables.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Location,
  LocationLink,
  Range,
  SelectionRange,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { writeReport } from '../generate/report.js';
import { Client, PULLS } from './client.js';
import { CORRECT, MARKDOWN, README, swap, YEAR_BEFORE } from './texts.js';

const URI = 'file:///年报.txt';
const document = TextDocument.create(URI, 'nianbao', 1, CORRECT);
/** One character into words that must be there. */
const at = (words: string, within = document) => {
  const found = within.getText().indexOf(words);
  if (found < 0) throw new Error(`not in the text: ${words}`);
  return within.positionAt(found + 1);
};
const words = (range: Range | undefined, within = document) => range && within.getText(range);

const HTML = writeReport({
  seed: 3,
  template: '2021',
  layout: 'markdown-html',
  variations: [],
}).text;

const METHODS: readonly (readonly [string, object])[] = [
  ['foldingRange', {}],
  ['selectionRange', { positions: [{ line: 0, character: 2 }] }],
  ['documentLink', {}],
  ['definition', { position: { line: 6, character: 2 } }],
  ['references', { position: { line: 6, character: 2 }, context: { includeDeclaration: true } }],
  ['documentHighlight', { position: { line: 6, character: 2 } }],
  ['hover', { position: { line: 6, character: 2 } }],
];

describe('moving about', () => {
  let client: Client;
  const start = async (textDocument: ClientCapabilities['textDocument'] = {}) => {
    client = await Client.start({
      capabilities: { ...PULLS, textDocument: { ...PULLS.textDocument, ...textDocument } },
    });
    await client.open(URI, CORRECT);
  };
  beforeEach(() => start());
  afterEach(async () => {
    expect(client.logged).toEqual([]);
    await client.stop();
  });

  describe('folding', () => {
    const lines = (ranges: FoldingRange[]) =>
      ranges.map(({ startLine }) => CORRECT.split('\n')[startLine]?.replace(/\t.*/, '').trim());

    it('has sections, tables and groups, one a line, by their lines', async () => {
      const ranges = await client.ask<FoldingRange[]>('textDocument/foldingRange', URI);
      const starts = ranges.map(({ startLine }) => startLine);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
      expect(lines(ranges)).toContain('三、本年度办理结果');
      const table = ranges.filter(({ kind }) => kind === 'region');
      expect(lines(table)).toHaveLength(3);
      const [first] = ranges;
      expect(first?.startCharacter).toBe('一、总体情况'.length);
    });

    it('keeps to what the client takes', async () => {
      await client.stop();
      await start({ foldingRange: { rangeLimit: 7, lineFoldingOnly: true } });
      const ranges = await client.ask<FoldingRange[]>('textDocument/foldingRange', URI);
      expect(lines(ranges).slice(0, 3)).toEqual([
        '一、总体情况',
        '二、主动公开政府信息情况',
        '第二十条第（一）项',
      ]);
      expect(ranges).toHaveLength(7);
      for (const range of ranges) expect(range).not.toHaveProperty('startCharacter');
    });
  });

  it('grows a selection at each position', async () => {
    const positions = [at('6\n二、上年结转'), at('6件，上年结转1件')];
    const grown = await client.ask<SelectionRange[]>('textDocument/selectionRange', URI, {
      positions,
    });
    const chains = grown.map((range) => {
      const chain: (string | undefined)[] = [];
      for (let one: SelectionRange | undefined = range; one; one = one.parent)
        chain.push(words(one.range)?.slice(0, 24));
      return chain;
    });
    expect(chains[0]?.slice(0, 2)).toEqual(['6', '5\t1\t0\t0\t0\t0\t6']);
    expect(chains[1]?.slice(0, 3)).toEqual(['6', '6件', '全年新收政府信息公开申请6件']);
    for (const chain of chains) expect(chain.at(-1)).toBe(CORRECT.slice(0, 24));
  });

  describe('links', () => {
    it('lead to our page on what is cited, beside the server', async () => {
      const links = await client.ask<DocumentLink[]>('textDocument/documentLink', URI);
      expect(links.map(({ range }) => words(range)?.slice(-8))).toContain('政府信息公开条例');
      for (const { target = '' } of links) {
        const [page = '', anchor = ''] = target.split('#');
        const text = fs.readFileSync(new URL(page), 'utf8');
        expect(text).toContain(`<a id="${anchor}"`);
      }
    });

    it('lead where the client says, and tell so', async () => {
      await client.stop();
      client = await Client.start({
        capabilities: { textDocument: { documentLink: { tooltipSupport: true } } },
        initializationOptions: { noticeHref: 'command:x?%22{notice}%22' },
      });
      await client.open(URI, CORRECT);
      const [link] = await client.ask<DocumentLink[]>('textDocument/documentLink', URI);
      expect(link?.target).toBe('command:x?%22regulation%22');
      expect(link?.tooltip).toBe('查看国务院令第711号的说明');
    });
  });

  it('goes from a total to its terms', async () => {
    const position = at('6\n二、上年结转');
    const found = await client.ask<Location[]>('textDocument/definition', URI, { position });
    expect(found.map(({ uri, range }) => [uri, words(range)])).toEqual(
      ['5', '1', '0', '0', '0', '0'].map((figure) => [URI, figure]),
    );
  });

  it('goes from a figure of the text to its cell, saying what the figure was', async () => {
    await client.stop();
    await start({ definition: { linkSupport: true } });
    const position = at('6件，上年结转1件');
    const [link, ...more] = await client.ask<LocationLink[]>('textDocument/definition', URI, {
      position,
    });
    expect(more).toEqual([]);
    expect(words(link?.originSelectionRange)).toBe('6件');
    expect(link?.targetSelectionRange.start).toEqual(
      document.positionAt(CORRECT.indexOf('6\n二、上年结转')),
    );
  });

  it('finds and marks what states a cell', async () => {
    const position = at('6\n二、上年结转');
    const context = { includeDeclaration: false };
    const found = await client.ask<Location[]>('textDocument/references', URI, {
      position,
      context,
    });
    expect(found.map(({ range }) => words(range))).toEqual(['6件', '0']);
    const marks = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', URI, {
      position,
    });
    expect(marks.map(({ range, kind }) => [words(range), kind])).toEqual([
      ['6', 3],
      ['6件', 2],
    ]);
  });

  it('tells what stands in the table for a figure of the text', async () => {
    const text = swap(CORRECT, '新收政府信息公开申请6件', '新收政府信息公开申请7件');
    const other = TextDocument.create('file:///另.txt', 'nianbao', 1, text);
    await client.open(other.uri, text);
    const hover = await client.hover(other.uri, at('7件，上年', other));
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining('表中是 6 ✗') });
    expect(words(hover?.range, other)).toBe('7件');
    const group = await client.hover(URI, at('（四）无法提供'));
    expect(group?.contents).toMatchObject({ value: expect.stringContaining('无法提供共 1 件') });
  });

  it('works in Markdown, and in tables of HTML, at the places of the document', async () => {
    for (const text of [MARKDOWN, HTML]) {
      const other = TextDocument.create('file:///年报.md', 'markdown', 1, text);
      await client.open(other.uri, text, 'markdown');
      const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', other.uri);
      expect(folds.length).toBeGreaterThan(5);
      const cellOf = (label: string) => {
        const row = text.slice(text.lastIndexOf(label));
        const figure = />\s*(\d+)\s*<|\|\s*(\d+)\s*\|/.exec(row);
        if (!figure) throw new Error('no cell');
        const from = text.lastIndexOf(label) + figure.index;
        return other.positionAt(from + figure[0].search(/\d/));
      };
      const position = cellOf('结转下年度继续办理');
      const found = await client.ask<Location[] | null>('textDocument/definition', other.uri, {
        position,
      });
      expect(found).toHaveLength(3); // 一, 二 and （七）总计 of the column
      for (const { range } of found ?? []) expect(words(range, other)).toMatch(/^\d+$/);
      const [grown] = await client.ask<SelectionRange[]>('textDocument/selectionRange', other.uri, {
        positions: [position],
      });
      expect(words(grown?.range, other)).toMatch(/^\d+$/);
      await client.close(other.uri);
    }
  });

  it('is silent on a tag of HTML', async () => {
    const other = TextDocument.create('file:///年报.md', 'markdown', 1, HTML);
    await client.open(other.uri, HTML, 'markdown');
    const row = HTML.indexOf('<td', HTML.lastIndexOf('本年新收'));
    expect(row).toBeGreaterThan(0);
    expect(await client.hover(other.uri, other.positionAt(row + 1))).toBeNull();
  });

  it('is silent on what is no report, whole in what is empty', async () => {
    await client.open('file:///README.md', README, 'markdown');
    await client.open('file:///空.txt', '');
    for (const [method, params] of METHODS)
      for (const uri of ['file:///README.md', 'file:///空.txt'])
        expect(await client.ask(`textDocument/${method}`, uri, params), method).toBeNull();
  });
});

describe('last year’s report', () => {
  let folder: string;
  let client: Client;
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-navigation-'));
    client = await Client.start({ folder: pathToFileURL(folder).href });
  });
  afterEach(async () => {
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('opens from 上年结转, at its row 四', async () => {
    const last = pathToFileURL(path.join(folder, '2020.txt')).href;
    await client.open(last, YEAR_BEFORE);
    await client.diagnostics(last);
    const uri = pathToFileURL(path.join(folder, '2021.txt')).href;
    await client.open(uri, CORRECT);
    await client.diagnostics(uri);
    const lines = YEAR_BEFORE.split('\n');
    const line = lines.findIndex((text) => text.startsWith('四、结转'));

    const links = await client.ask<DocumentLink[]>('textDocument/documentLink', uri);
    const link = links.find(({ range }) => words(range) === '上年结转政府信息公开申请数量');
    expect(link?.target).toBe(`${last}#L${line + 1},1`);

    const position = at('上年结转政府信息公开申请数量');
    const found = await client.ask<Location[]>('textDocument/definition', uri, { position });
    expect(found.map((one) => [one.uri, one.range.start])).toEqual([
      [last, { line, character: 0 }],
    ]);
  });
});
