// Word files and PDF beside the report and in its place: last year's, opened as text, shown as text, and
// never read where nobody asked and it would take an office program.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  Diagnostic,
  DocumentLink,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver/node';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  FILE_TEXT,
  type InitializationOptions,
  KNOWN_REPORTS,
  type KnownReport,
  NEW_REPORT,
  type OfficeAnswer,
  type OfficeReport,
  OPEN_OFFICE,
  type ReadFileAnswer,
  TEXT_SCHEME,
  type WrittenReport,
} from '../../server/src/lsp/protocol.js';
import { converted } from '../office/libreOffice.js';
import { handMade } from '../office/printing.js';
import { pageOf, wordDocument as word, wordBody } from '../office/wordDocument.js';
import { paragraph, run, wordFile, xmlText } from '../office/wordFile.js';
import { withoutPadding } from '../support/padding.js';
import { Client, PULLS } from './client.js';
import { CORRECT, OTHER_YEAR_BEFORE, README, WRONG_TOTAL, YEAR_BEFORE } from './texts.js';

const CAPABILITIES = {
  ...PULLS,
  textDocument: { ...PULLS.textDocument, definition: { linkSupport: true } },
  workspace: { ...PULLS.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};
const TITLE = '青禾县云水镇';

/** Made by LibreOffice once for all. */
let pdf: Uint8Array;
let doc: Uint8Array;
beforeAll(() => {
  const page = { 'a.html': pageOf(OTHER_YEAR_BEFORE) };
  const made = (ending: string) =>
    converted(page, ending, ['--infilter=HTML (StarWriter)']).get('a.html') as Uint8Array;
  pdf = made('pdf');
  doc = made('doc');
}, 120_000);

let folder: string;
let client: Client;
const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
const write = (name: string, content: string | Uint8Array) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), content);
};
const start = async (initializationOptions: InitializationOptions = { officeText: true }) => {
  client = await Client.start({
    capabilities: CAPABILITIES,
    folder: pathToFileURL(folder).href,
    initializationOptions,
  });
};
const openOffice = (name: string) =>
  client.connection.sendRequest<OfficeAnswer>(OPEN_OFFICE, { uri: uriOf(name) });
const known = () => client.connection.sendRequest<KnownReport[]>(KNOWN_REPORTS);

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-kinds-'));
});
afterEach(async () => {
  await client.stop();
  fs.rmSync(folder, { recursive: true });
});

/** The findings about last year's report as soon as there are any. */
async function carryOver(name: string): Promise<Diagnostic[]> {
  for (;;) {
    const { refreshes } = client;
    const findings = await client.diagnostics(uriOf(name));
    const found = findings.filter(({ code }) => code === 'carry-over');
    if (found.length > 0) return found;
    await client.until(() => client.refreshes > refreshes);
  }
}

describe('last year’s report', () => {
  it('is a Word file: its figures are compared, and its places are those of its text', async () => {
    write('往年/上年(1)年报.docx', word(OTHER_YEAR_BEFORE));
    await start();
    const uri = uriOf('今年.txt');
    await client.open(uri, CORRECT);
    const [finding] = (await carryOver('今年.txt')) as [Diagnostic];
    expect(finding.message).toContain('“总计”本年 1、上年 3');

    const place = finding.relatedInformation?.[0]?.location;
    expect(place?.uri.startsWith(`${TEXT_SCHEME}:/`)).toBe(true);
    expect(decodeURIComponent(place?.uri ?? '')).toContain('/往年/上年(1)年报.docx.txt?file:///');
    const source = decodeURIComponent((place?.uri ?? '').split('?')[1] ?? '');
    expect(source).toBe(uriOf('往年/上年(1)年报.docx'));
    const text = await client.connection.sendRequest<string>(FILE_TEXT, { uri: source });
    const line = text.split('\n')[place?.range.start.line ?? 0] ?? '';
    expect(line.startsWith('四、结转')).toBe(true);
    expect(line.slice(place?.range.start.character, place?.range.end.character)).toBe('3');

    const [action] = await client.codeActions(uri, finding.range);
    const edits = Object.values(action?.edit?.changes ?? {}).flat();
    expect(edits.map(({ newText }) => newText)).toEqual(['3', '3']);

    const at = { position: finding.range.start };
    const links = await client.ask<LocationLink[]>('textDocument/definition', uri, at);
    expect(links.map(({ targetUri }) => targetUri)).toContain(place?.uri);
    const documentLinks = await client.ask<DocumentLink[]>('textDocument/documentLink', uri);
    const targets = documentLinks.map(({ target }) => decodeURIComponent(target ?? ''));
    expect(targets).toContainEqual(
      expect.stringMatching(/^command:nianbao\.showPlace\?.*#L\d+,\d+"\]$/),
    );
    const hover = (await client.hover(uri, finding.range.start))?.contents as MarkupContent;
    const [, href = ''] = /\]\((command:[^()\s]+)\)/.exec(hover.value) ?? [];
    expect(decodeURIComponent(href)).toContain(`"${TEXT_SCHEME}:/`);
  });

  it('is a PDF', async () => {
    write('2020.pdf', pdf);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    const [finding] = await carryOver('今年.txt');
    expect(finding?.message).toContain('上年 3');
    expect(finding?.relatedInformation?.[0]?.location.uri).toContain('2020.pdf.txt?');
  });

  it('is followed as it changes', async () => {
    write('2020.docx', word(OTHER_YEAR_BEFORE));
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await carryOver('今年.txt');
    const { refreshes } = client;
    write('2020.docx', word(YEAR_BEFORE));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('2020.docx'), type: 2 }],
    });
    await client.until(() => client.refreshes > refreshes);
    const codes = (await client.diagnostics(uriOf('今年.txt'))).map(({ code }) => code);
    expect(codes).not.toContain('carry-over');
  });

  it('is the text beside a Word file, not that; but not any text', async () => {
    write('2020.docx', word(YEAR_BEFORE));
    write('2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    const [finding] = await carryOver('今年.txt');
    expect(finding?.relatedInformation?.[0]?.location.uri).toBe(uriOf('2020.txt'));
    const { refreshes } = client;
    fs.renameSync(path.join(folder, '2020.docx'), path.join(folder, '上年.docx'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriOf('2020.docx'), type: 3 },
        { uri: uriOf('上年.docx'), type: 1 },
      ],
    });
    for (let seen = refreshes; ; seen = client.refreshes) {
      await client.until(() => client.refreshes > seen);
      // two that differ are none
      const codes = (await client.diagnostics(uriOf('今年.txt'))).map(({ code }) => code);
      if (!codes.includes('carry-over')) break;
    }
  });

  it('is shown by no client that cannot show it', async () => {
    write('2020.docx', word(OTHER_YEAR_BEFORE));
    await start({});
    const uri = uriOf('今年.txt');
    await client.open(uri, CORRECT);
    const [finding] = (await carryOver('今年.txt')) as [Diagnostic];
    // which needs some place
    expect(finding.relatedInformation?.[0]?.location.uri).toBe(uriOf('2020.docx'));
    const at = { position: finding.range.start };
    const links = await client.ask<LocationLink[] | null>('textDocument/definition', uri, at);
    expect(links?.filter(({ targetUri }) => targetUri !== uri) ?? []).toEqual([]);
    const hover = (await client.hover(uri, finding.range.start))?.contents as MarkupContent;
    expect(hover.value).toContain('3');
    expect(hover.value).not.toMatch(/\]\((?:command|file|nianbao)/);
  });

  it('is no text that is shown of it, and that is no report either', async () => {
    await start();
    const shown = `${TEXT_SCHEME}:/a/2020.docx.txt?file%3A%2F%2F%2Fa%2F2020.docx`;
    await client.open(shown, OTHER_YEAR_BEFORE);
    await client.open(uriOf('今年.txt'), CORRECT);
    expect(await client.diagnostics(shown)).toEqual([]);
    expect(await known()).toEqual([expect.objectContaining({ year: 2021 })]);
  });
});

describe('the reports of the workspace', () => {
  it('are text, Word files and PDF; what takes an office program is left alone', async () => {
    write('甲/2020.docx', word(YEAR_BEFORE));
    write('2019.pdf', pdf);
    write('乙/2020.doc', doc);
    write('丙/是网页.doc', pageOf(YEAR_BEFORE));
    write('~$2020.docx', 'x');
    write('坏.docx', 'x'.repeat(3000));
    write('坏.pdf', handMade('q Q').slice(0, 90));
    write('说明.docx', word(README));
    write('大.docx', new Uint8Array(20_000_001));
    await start();
    const uris = (await known()).map(({ uri }) => path.basename(decodeURIComponent(uri)));
    // a slow machine may not have come to all of them within the time that a question waits
    const all = new Set(['2019.pdf', '2020.docx', '是网页.doc']);
    while (uris.length < all.size) {
      const more = (await known()).map(({ uri }) => path.basename(decodeURIComponent(uri)));
      uris.splice(0, uris.length, ...more);
    }
    expect(new Set(uris)).toEqual(all);
  });
});

describe('a new report', () => {
  const draft = (previous?: string) =>
    client.connection.sendRequest<WrittenReport>(NEW_REPORT, {
      organization: '青禾县云水镇人民政府',
      year: 2021,
      previous,
    });
  const carried = '| 二、上年结转政府信息公开申请数量 |  |  | 3 | 0 | 0 | 0 | 0 | 0 | 3 |';

  it('carries on from a Word file, from one of old that the user has named, and says why not', async () => {
    write('2020.docx', word(OTHER_YEAR_BEFORE));
    write('旧.doc', doc);
    write('坏.docx', '<html></html>');
    await start();
    await known();
    expect(withoutPadding((await draft()).text)).toContain(carried);
    expect((await draft()).previous).toBe(uriOf('2020.docx'));
    expect(withoutPadding((await draft(uriOf('旧.doc'))).text)).toContain(carried);
    const none = await draft(uriOf('坏.docx'));
    expect(none).toMatchObject({ previous: null, unread: expect.stringContaining('网页') });
  }, 120_000);
});

describe('a file that is opened', () => {
  it('gives report text, and says what was recognised and left out', async () => {
    const changed = `<w:p><w:ins w:id="1" w:author="核">${run('增加的话。')}</w:ins></w:p>`;
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="p1"/></w:drawing></w:r></w:p>';
    write('年报.docx', wordFile({ body: wordBody(WRONG_TOTAL) + changed + picture }));
    await start();
    const answer = (await openOffice('年报.docx')) as OfficeReport;
    expect(answer).toMatchObject({
      recognized: true,
      organization: expect.stringContaining(TITLE),
      year: 2021,
      tables: 3,
    });
    expect(answer.cells).toBeGreaterThan(150);
    expect(answer.notes).toEqual([
      '有 1 张图片，图片里的文字和表格读不到。',
      '有 1 处修订，按已接受读取。',
    ]);
    const codes = (await client.check(answer.text)).map(({ code }) => code);
    expect(codes).toContain('row-total');
  });

  it('may be a PDF, a file of old, a page, and what is no report', async () => {
    write('年报.pdf', pdf);
    write('年报.doc', doc);
    write('通知.docx', word('关于会议的通知\n请准时参加。'));
    await start();
    for (const name of ['年报.pdf', '年报.doc'])
      expect(await openOffice(name)).toMatchObject({ recognized: true, year: 2020, tables: 3 });
    expect(await openOffice('通知.docx')).toEqual({
      text: '关于会议的通知\n请准时参加。',
      recognized: false,
      organization: null,
      year: null,
      tables: 0,
      cells: 0,
      notes: [],
    });
  }, 120_000);

  it.each<[name: string, content: string | Uint8Array, reason: RegExp]>([
    ['空.docx', '', /空的/],
    ['网页.docx', '<html><body>x</body></html>', /网页/],
    ['扫描.pdf', handMade('q Q'), /没有文字/],
    ['图.pdf', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /图片/],
    ['大.docx', new Uint8Array(20_000_001), /太大/],
  ])('that cannot be read says why: %s', async (name, content, reason) => {
    write(name, content);
    await start();
    expect(await openOffice(name)).toEqual({ error: expect.stringMatching(reason) });
    const text = { uri: uriOf(name) };
    expect(await client.connection.sendRequest(FILE_TEXT, text)).toBeNull();
  });

  it('may be nothing at all', async () => {
    await start();
    const { connection } = client;
    const reason = { error: expect.stringContaining('没有这个文件') };
    expect(await openOffice('没有.docx')).toEqual(reason);
    for (const uri of ['', 'no uri', 5, uriOf(''), 'vscode-vfs://github/a.docx'])
      expect(await connection.sendRequest(OPEN_OFFICE, { uri })).toMatchObject({
        error: expect.any(String),
      });
    for (const params of [null, {}, 5, []])
      await connection.sendRequest(OPEN_OFFICE, params).catch(() => {});
    expect(await connection.sendRequest('nianbao/ping')).toBeDefined();
  });

  it('does not keep the others waiting, and may be given up', async () => {
    const many = Array.from({ length: 12_000 }, (_, i) => paragraph(`${xmlText(README)}${i}`));
    write('长.docx', wordFile({ body: many.join('') }));
    await start();
    const order: string[] = [];
    const slow = openOffice('长.docx').then(() => order.push('file'));
    await client.check(WRONG_TOTAL);
    order.push('check');
    await slow;
    expect(order).toEqual(['check', 'file']);
    const cancel = new CancellationTokenSource();
    const given = client.connection.sendRequest<OfficeAnswer>(
      OPEN_OFFICE,
      { uri: uriOf('长.docx') },
      cancel.token,
    );
    await known(); // it has begun
    cancel.cancel();
    expect(await given).toEqual({ error: '已取消' });
  });

  it('is read through a client that says it reads files', async () => {
    await start({ readFile: true });
    const asked: unknown[] = [];
    client.connection.onRequest(
      'nianbao/readFile',
      (params: { uri: string }): ReadFileAnswer | null => {
        asked.push(params);
        if (params.uri.endsWith('大.docx')) return { isTooLarge: true };
        if (!params.uri.endsWith('年报.docx')) return null;
        return { base64: Buffer.from(word(WRONG_TOTAL)).toString('base64') };
      },
    );
    const ask = (name: string) =>
      client.connection.sendRequest(OPEN_OFFICE, { uri: `vscode-vfs://github/a/${name}` });
    expect(await ask('年报.docx')).toMatchObject({ recognized: true, year: 2021 });
    expect(await ask('大.docx')).toEqual({ error: '文件太大' });
    expect(await ask('没有.docx')).toEqual({ error: expect.stringContaining('没有这个文件') });
    expect(asked[0]).toEqual({ uri: 'vscode-vfs://github/a/年报.docx', longest: 20_000_000 });
  });
});
