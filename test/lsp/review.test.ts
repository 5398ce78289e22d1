// A folder under review over LSP: its tables, findings of files that nobody has opened, and who opens one.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver/node';
import {
  type AgainstAnswer,
  type FileToReview,
  PLACE,
  type PlaceAnswer,
  REVIEW,
  REVIEW_AGAINST,
  REVIEW_CLOSED,
  REVIEW_RESULTS,
  type ReviewAnswer,
  type ReviewParams,
  type ReviewResults,
  type ReviewTable,
  type ReviewView,
} from '../../server/src/lsp/protocol.js';
import { smallCounty, UNITS } from '../support/smallCounty.js';
import { Client, PULLS } from './client.js';

let folder: string;
let client: Client;
let files: FileToReview[];
let view: ReviewView;
type Sheets = [ReviewTable, ReviewTable, ReviewTable, ReviewTable, ReviewTable];
const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
const ask = (
  params: Partial<ReviewParams> = {},
  { token } = new CancellationTokenSource(),
): Promise<ReviewAnswer> =>
  client.connection.sendRequest<ReviewAnswer>(REVIEW, { files, ...params }, token);
/** A column of a table, by its head. */
const column = ({ heads, rows }: ReviewTable, name: string) =>
  rows.map(({ cells }) => cells[heads.findIndex(([words]) => words === name)]);
const placeOf = (name: string, span = { start: 0, end: 0 }) =>
  client.connection.sendRequest<PlaceAnswer>(PLACE, { uri: uriOf(name), span });
/** What the client shows of a file now. */
const shownOf = (uri: string) =>
  client.published.findLast((one) => one.uri === uri)?.diagnostics ?? [];

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), '县 '));
  const county = { ...(await smallCounty()), 'units.csv': UNITS };
  for (const [name, content] of Object.entries(county)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  files = Object.keys(county)
    .filter((name) => name !== 'units.csv')
    .map((name) => ({ uri: uriOf(name), name, modified: 1 }));
  client = await Client.start({
    capabilities: PULLS,
    initializationOptions: { officeText: true },
  });
  view = (await ask({ units: uriOf('units.csv') })) as ReviewView;
});
afterAll(async () => {
  await client.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('the tables of a folder', () => {
  it('are those of the command line', () => {
    expect(view.summary).toContain(
      '2023 年度报告 5 份，未报 1 个单位，重复报送 2 份，其他年度 1 份',
    );
    expect([view.year, view.years]).toEqual([2023, [2023, 2022]]);
    const [reports, findings, copies, , sum] = view.sheets as unknown as Sheets;
    expect(view.sheets.map(({ name }) => name).join()).toBe('审核表,问题,相似,各年,汇总,汇总明细');
    expect(view.sum).toContain('2023年政府信息公开工作年度报告');
    expect(sum.notes?.join()).toMatch(/云水镇.*没有汇总/);
    const states = column(reports, '情况');
    for (const state of ['已报', '未报', '名单外', '其他年度', '读不了', '不是年报'])
      expect(states).toContain(state);
    expect(column(reports, '错误')).toContain(3);
    expect(column(findings, '单位')).toContain('青禾县云水镇人民政府');
    expect(copies.rows).toHaveLength(1);
  });

  it('lead to places that can be shown, in the text of a Word file, too', async () => {
    const [, findings] = view.sheets as [ReviewTable, ReviewTable];
    const row = findings.rows.find(({ cells }) => String(cells[4]).includes('总计'));
    const place = row?.places[0]?.[1];
    expect(place?.path).toBe('云水镇.docx');
    const shown = await placeOf('云水镇.docx', place?.span);
    const { uri, range } = 'uri' in shown ? shown : { uri: '' };
    expect(uri).toMatch(/^nianbao-text:.*\.docx\.txt\?/);
    expect(range?.start.line).toBeGreaterThan(5);
    expect(range?.end.character).toBeGreaterThan(range?.start.character ?? 0);
  });

  it('say why a place cannot be shown, and keep within a text that is shorter now', async () => {
    expect(await placeOf('坏.docx')).toEqual({ error: expect.stringContaining('不是 Word 文件') });
    expect(await placeOf('没有.txt')).toEqual({ error: '已经移走或改名' });
    const end = { line: 0, character: '关于开会的通知'.length };
    expect(await placeOf('通知.txt', { start: 900, end: 990 })).toEqual({
      uri: uriOf('通知.txt'),
      range: { start: end, end },
    });
  });

  it('are answered with the files that the command line writes', async () => {
    const results = await client.connection.sendRequest<ReviewResults>(REVIEW_RESULTS, null);
    const paths = results.files.map(({ path: name }) => name);
    expect(paths).toEqual(
      expect.arrayContaining([
        '审核表.xlsx',
        '审核表.csv',
        '相似.csv',
        '修改意见/青禾县云水镇人民政府.docx',
        '修改意见/青禾县云水镇人民政府.md',
        '修改意见/青禾县云水镇人民政府-批注.docx',
      ]),
    );
    expect([results.letters > 1, results.comments, results.failed]).toEqual([true, 1, []]);
    expect(paths).toHaveLength(3 + 2 * results.letters + results.comments);
    const xlsx = Buffer.from(results.files[0]?.base64 ?? '', 'base64');
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  });

  it('are held against the report of a county, which is not added up then', async () => {
    const compare = (name: string) =>
      client.connection.sendRequest<AgainstAnswer>(REVIEW_AGAINST, { uri: uriOf(name) });
    const table = (await compare('石桥镇.md')) as ReviewTable;
    expect([table.name, table.notes?.[0]]).toEqual(['核对', '核对过的各格都与汇总一致']);
    expect(await compare('往年/云水镇2022.txt')).toEqual({
      error: '这是 2022 年的报告，汇总的是 2023 年，请选同一年的',
    });
    expect(await compare('通知.txt')).toHaveProperty('error');
    expect(await compare('坏.docx')).toHaveProperty('error');
  });

  it('are those of a year that is asked for; what is of no kind that is read is told', async () => {
    const sent = { uri: uriOf('石门镇.ofd'), name: '石门镇.ofd', modified: null };
    const other = (await ask({ year: 2022, files: [...files, sent] })) as ReviewView;
    expect(other.summary).toMatch(/^2022 年度报告 1 份/);
    expect(column(other.sheets[0] as ReviewTable, '说明').join()).toContain(
      '不支持这种文件（.ofd）',
    );
  });

  it('are those of who has reported where the list of units is none', async () => {
    const other = (await ask({ units: uriOf('云水镇.docx') })) as ReviewView;
    expect(other.unitsTrouble).toMatch(/Word 文件.*单位名单是 .csv/);
    expect(other.summary).toMatch(/^2023 年度报告 5 份，重复/);
    expect(view.unitsTrouble).toBe(null);
  });

  it('are none where it is called off; what was there before stays', async () => {
    const before = client.published.length;
    const source = new CancellationTokenSource();
    const listening = client.connection.onProgress(WorkDoneProgress.type, 'c', () =>
      source.cancel(),
    );
    expect(await ask({ workDoneToken: 'c' }, source)).toEqual({ error: '已取消' });
    listening.dispose();
    expect(client.published).toHaveLength(before);
    const results = await client.connection.sendRequest<ReviewResults>(REVIEW_RESULTS, null);
    expect(results.letters).toBeGreaterThan(1);
  });

  it('come with progress up to the end', async () => {
    const told: number[] = [];
    const listening = client.connection.onProgress(WorkDoneProgress.type, 'p', (value) => {
      if (value.kind === 'report') told.push(value.percentage ?? -1);
    });
    await ask({ workDoneToken: 'p' });
    listening.dispose();
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});

describe('findings of a folder', () => {
  const TEXT = '教育局.txt';
  const shownWords = () => shownOf(uriOf(TEXT)).map(({ message }) => message);

  it('are published for files that are closed, and withdrawn while one is open', async () => {
    await ask();
    const own = shownWords();
    expect(client.published.some(({ uri }) => uri.startsWith('nianbao-text:'))).toBe(true);
    const uri = uriOf(TEXT);
    const text = fs.readFileSync(path.join(folder, TEXT), 'utf8');
    await client.open(uri, text.replace('部分公开', '不分公开'));
    await client.pull(uri);
    expect(shownWords()).toEqual([]);
    await client.close(uri);
    await expect.poll(shownWords).toEqual(own);
  });

  it('stay in the text of a Word file that is shown', async () => {
    const { uri } = client.published.find((one) => one.uri.includes('docx')) ?? { uri: '' };
    const before = shownOf(uri);
    expect(before.length).toBeGreaterThan(0);
    await client.open(uri, '');
    await client.pull(uri);
    expect(shownOf(uri)).toEqual(before);
    const related = before.flatMap((one) => one.relatedInformation ?? []);
    expect(new Set(related.map(({ location }) => location.uri))).toEqual(new Set([uri]));
    await client.close(uri);
  });

  it('go when nobody looks at them any more', async () => {
    await client.connection.sendNotification(REVIEW_CLOSED, null);
    await expect
      .poll(() => new Set(client.published.map(({ uri }) => shownOf(uri).length)))
      .toEqual(new Set([0]));
  });
});
