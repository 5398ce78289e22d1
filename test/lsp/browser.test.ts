// The server's browser bundle, as a web worker in a real browser.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EXPORT,
  NEW_REPORT,
  OPEN_OFFICE,
  PASTE,
  type PasteResult,
  type ReadFileAnswer,
} from '../../server/src/lsp/protocol.js';
import { printed } from '../office/printing.js';
import { pageOf, wordDocument } from '../office/wordDocument.js';
import { BUILD_ERROR } from '../setup.js';
import { withoutPadding } from '../support/padding.js';
import { PULLS } from './client.js';
import { MARKDOWN, WRONG_TOTAL, YEAR_BEFORE } from './texts.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Scripts have no types. */
const script = (name: string) => import(pathToFileURL(path.join(ROOT, 'scripts', name)).href);

/** Where the client says that the other bundles are. */
const BUNDLES = 'http://nianbao.test/{reader}.js';

/** Serves them, or nothing; the answer are the names of those that are fetched, as they are. */
async function serveBundles(page: Page, served = true): Promise<readonly string[]> {
  const fetched: string[] = [];
  await page.route('http://nianbao.test/*', (route) => {
    const [name = ''] = route.request().url().split('/').slice(-1);
    fetched.push(name);
    return route.fulfill({
      ...(served ? { path: path.join(ROOT, 'dist', name) } : { status: 404 }),
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  return fetched;
}

describe('the server as a web worker', async () => {
  const { chromePath } = await script('system.mjs');
  if (!chromePath()) console.warn('SKIPPED: no browser to run the server in (CHROME_PATH)');
  let browser: Browser;
  beforeAll(async () => {
    if (process.env[BUILD_ERROR]) throw new Error(process.env[BUILD_ERROR]);
    const { launchChromium } = await script('vscode/chromium.mjs');
    if (chromePath()) browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it.skipIf(!chromePath()).each([
    ['nianbao', WRONG_TOTAL],
    ['markdown', MARKDOWN],
    ['plaintext', `${WRONG_TOTAL}\n<table><tr><td>规章</td><td>0</td></tr></table>\n`],
  ])('finds what it finds on Node: %s', async (languageId, text) => {
    const bundle = fs.readFileSync(path.join(ROOT, 'dist/server.browser.js'), 'utf8');
    const page = await browser.newPage();
    const fetched = await serveBundles(page);
    const uri = 'file:///年报.txt';
    const open = { textDocument: { uri, languageId, version: 1, text } };
    const options = {
      capabilities: { textDocument: PULLS.textDocument },
      initializationOptions: { readerHref: BUNDLES },
    };
    const report = await page.evaluate(answer, {
      bundle,
      messages: [
        ['initialize', { processId: null, rootUri: null, ...options }, 1],
        ['initialized', {}],
        ['textDocument/didOpen', open],
        ['textDocument/diagnostic', { textDocument: { uri } }, 2],
      ],
    });
    expect(report.items.map(({ code }) => code)).toContain('row-total');
    expect(fetched).toEqual(text.includes('<table>') ? ['html.js'] : []);
    await page.close();
  });

  it.skipIf(!chromePath())('fetches the lexicon, and looks again once it is there', async () => {
    const bundle = fs.readFileSync(path.join(ROOT, 'dist/server.browser.js'), 'utf8');
    const page = await browser.newPage();
    const lexicon = 'http://nianbao.test/lexicon.bin';
    await page.route(lexicon, (route) =>
      route.fulfill({
        path: path.join(ROOT, 'dist/lexicon.bin'),
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    const uri = 'file:///年报.txt';
    const text = WRONG_TOTAL.replace(/政府信息公开平台/, '政府信息工开平台');
    expect(text).not.toBe(WRONG_TOTAL);
    const open = { textDocument: { uri, languageId: 'nianbao', version: 1, text } };
    const capabilities = { textDocument: PULLS.textDocument };
    const options = { capabilities, initializationOptions: { lexicon } };
    const report = await page.evaluate(answer, {
      bundle,
      until: 'typo',
      messages: [
        ['initialize', { processId: null, rootUri: null, ...options }, 1],
        ['initialized', {}],
        ['textDocument/didOpen', open],
        ['textDocument/diagnostic', { textDocument: { uri } }, 2],
      ],
    });
    expect(report.items.map(({ code }) => code)).toContain('typo');
    await page.close();
  });

  it.skipIf(!chromePath())('answers what a paste of HTML becomes', async () => {
    const bundle = fs.readFileSync(path.join(ROOT, 'dist/server.browser.js'), 'utf8');
    const html = fs.readFileSync(path.join(ROOT, 'test/paste/web.html'), 'utf8');
    const page = await browser.newPage();
    await serveBundles(page);
    const uri = 'file:///年报.nianbao';
    const initializationOptions = { readerHref: BUNDLES };
    const start = { line: 0, character: 0 };
    const open = { textDocument: { uri, languageId: 'nianbao', version: 1, text: '' } };
    const result: unknown = await page.evaluate(answer, {
      bundle,
      messages: [
        [
          'initialize',
          { processId: null, rootUri: null, capabilities: {}, initializationOptions },
          1,
        ],
        ['initialized', {}],
        ['textDocument/didOpen', open],
        [PASTE, { textDocument: { uri }, range: { start, end: start }, html }, 2],
      ],
    });
    const [edit] = (result as PasteResult).edits;
    expect(withoutPadding(edit?.newText ?? '')).toContain('| 1 | 0 | 0 | 1 | 2 |');
    await page.close();
  });

  it.skipIf(!chromePath())('writes a new report from what is open', async () => {
    const bundle = fs.readFileSync(path.join(ROOT, 'dist/server.browser.js'), 'utf8');
    const page = await browser.newPage();
    const uri = 'file:///2020.txt';
    const open = { textDocument: { uri, languageId: 'nianbao', version: 1, text: YEAR_BEFORE } };
    const wanted = { organization: '青禾县云水镇人民政府', year: 2021 };
    const made: unknown = await page.evaluate(answer, {
      bundle,
      messages: [
        ['initialize', { processId: null, rootUri: null, capabilities: {} }, 1],
        ['initialized', {}],
        ['textDocument/didOpen', open],
        [NEW_REPORT, wanted, 2],
      ],
    });
    expect(made).toEqual({ text: expect.stringContaining('【上年文字，请改写】'), previous: uri });
    await page.close();
  });

  it.skipIf(!chromePath()).each([
    ['docx', 'toDocx.js', 'PK'],
    ['html', 'toHtml.js', '<!'],
  ])('writes a report as %s, and fetches only what that takes', async (kind, needed, start) => {
    const bundle = fs.readFileSync(path.join(ROOT, 'dist/server.browser.js'), 'utf8');
    const page = await browser.newPage();
    const fetched = await serveBundles(page);
    const uri = 'file:///2020.txt';
    const open = { textDocument: { uri, languageId: 'nianbao', version: 1, text: YEAR_BEFORE } };
    const initializationOptions = { readerHref: BUNDLES };
    const made: unknown = await page.evaluate(answer, {
      bundle,
      messages: [
        [
          'initialize',
          { processId: null, rootUri: null, capabilities: {}, initializationOptions },
          1,
        ],
        ['initialized', {}],
        ['textDocument/didOpen', open],
        [EXPORT, { textDocument: { uri }, kind }, 2],
      ],
    });
    const { base64 } = made as { base64: string };
    expect(Buffer.from(base64, 'base64').toString('latin1').slice(0, 2)).toBe(start);
    expect(fetched).toEqual([needed]);
    await page.close();
  });

  describe.each([true, false])('where it may make workers: %s', (nests) => {
    const bundle = () => {
      const server = fs.readFileSync(path.join(ROOT, 'dist/server.browser.js'), 'utf8');
      return nests ? server : `globalThis.Worker = undefined;\n${server}`;
    };
    /** What it answers for files, each of which the client reads; and which readers it has fetched. */
    const opened = async (files: Record<string, Uint8Array>, served = true) => {
      const page = await browser.newPage();
      const fetched = await serveBundles(page, served);
      const answers: unknown[] = [];
      for (const [uri, bytes] of Object.entries(files)) {
        const initializationOptions = { readFile: true, readerHref: BUNDLES };
        answers.push(
          await page.evaluate(answer, {
            bundle: bundle(),
            file: { base64: Buffer.from(bytes).toString('base64') },
            messages: [
              [
                'initialize',
                { processId: null, rootUri: null, capabilities: {}, initializationOptions },
                1,
              ],
              ['initialized', {}],
              [OPEN_OFFICE, { uri }, 2],
            ],
          }),
        );
      }
      await page.close();
      return { answers, fetched };
    };

    it.skipIf(!chromePath())(
      'opens Word files and PDF, and fetches only their readers',
      async () => {
        const pdf = await printed(browser, pageOf(YEAR_BEFORE), 2);
        const { answers, fetched } = await opened({
          'vscode-vfs://github/a.docx': wordDocument(YEAR_BEFORE),
          'vscode-vfs://github/a.pdf': pdf,
          'vscode-vfs://github/a.mht': new TextEncoder().encode(
            `MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n${pageOf(YEAR_BEFORE)}`,
          ),
        });
        for (const one of answers)
          expect(one).toMatchObject({ recognized: true, year: 2020, tables: 3 });
        expect(fetched).toEqual(['readDocx.js', 'readPdf.js', 'mhtml.js']);
      },
    );

    it.skipIf(!chromePath())('says what it cannot read, and why', async () => {
      const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3);
      const { answers, fetched } = await opened({
        'file:///a.doc': old,
        'file:///a.docx': new TextEncoder().encode('<html></html>'),
      });
      expect(answers).toEqual([
        { error: expect.stringMatching(/浏览器里读不了 \.doc 文件.*桌面版.*\.docx/) },
        { error: expect.stringContaining('网页') },
      ]);
      expect(fetched).toEqual(['readDocx.js']);
      const { answers: without } = await opened({ 'file:///a.docx': wordDocument('年报') }, false);
      expect(without).toEqual([{ error: expect.stringContaining('检查网络') }]);
    });
  });
});

interface Exchange {
  readonly bundle: string;
  readonly messages: unknown[][];
  /** A rule that must be among the findings: until it is, the last message is sent again. */
  readonly until?: string;
  /** What the client answers when it is asked for a file. */
  readonly file?: ReadFileAnswer;
}

/** Runs in the page: sends the messages, and waits for the answer to the last one. */
function answer({ bundle, messages, until, file }: Exchange) {
  interface Answer {
    data: { id?: number; method?: string; result: { items: { code: string }[] } };
  }
  interface Worker {
    onmessage: (answer: Answer) => void;
    postMessage(message: unknown): void;
  }
  const { Worker } = globalThis as unknown as { Worker: new (url: string) => Worker };
  const worker = new Worker(URL.createObjectURL(new Blob([bundle])));
  return new Promise<Answer['data']['result']>((resolve) => {
    worker.onmessage = ({ data }) => {
      if (data.method === 'nianbao/readFile')
        worker.postMessage({ jsonrpc: '2.0', id: data.id, result: file ?? null });
      if (data.id !== 2 || data.method) return;
      if (!until || data.result.items.some(({ code }) => code === until)) resolve(data.result);
      else setTimeout(send, 50, messages.at(-1) ?? []);
    };
    const send = ([method, params, id]: unknown[]) =>
      worker.postMessage({ jsonrpc: '2.0', method, params, id });
    messages.forEach(send);
  });
}
