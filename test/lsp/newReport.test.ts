// A new report, asked for by an editor: with last year's where the server finds it, on disk or open.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DRAFT_DEFAULTS,
  type DraftDefaults,
  KNOWN_REPORTS,
  type KnownReport,
  NEW_REPORT,
  type NewReportParams,
  type WrittenReport,
} from '../../server/src/lsp/protocol.js';
import { nthReport } from '../generate/report.js';
import { encoded } from '../support/encoded.js';
import { withoutPadding } from '../support/padding.js';
import { Client, type Options } from './client.js';
import { CORRECT, MARKDOWN, README, swap, YEAR_BEFORE } from './texts.js';

const TOWN = '青禾县云水镇人民政府';
const KEPT = '【上年文字，请改写】';
const carried = (figure: number) =>
  `| 二、上年结转政府信息公开申请数量 |  |  | ${figure} | 0 | 0 | 0 | 0 | 0 | ${figure} |`;
/** Two more are carried out. */
const OTHER_YEAR_BEFORE = swap(
  YEAR_BEFORE,
  '四、结转下年度继续办理|||1|0|0|0|0|0|1',
  '四、结转下年度继续办理|||3|0|0|0|0|0|3',
);

describe('a new report', () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string | Uint8Array) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const start = async (options: Options = {}) => {
    client = await Client.start({ folder: pathToFileURL(folder).href, ...options });
  };
  const draft = (params: Partial<NewReportParams> = {}) =>
    client.connection.sendRequest<WrittenReport>(NEW_REPORT, {
      organization: TOWN,
      year: 2021,
      ...params,
    });
  const known = () => client.connection.sendRequest<KnownReport[]>(KNOWN_REPORTS);
  const defaults = (organization: string, year: number) =>
    client.connection.sendRequest<DraftDefaults>(DRAFT_DEFAULTS, { organization, year });

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-new-'));
  });
  afterEach(async () => {
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('is there without a document, a file or a folder', async () => {
    await start({ folder: undefined });
    expect(await known()).toEqual([]);
    const { text, previous } = await draft();
    expect(previous).toBeNull();
    expect(text).toMatch(/^# 青禾县云水镇人民政府2021年政府信息公开工作年度报告\n/);
    const diagnostics = await client.check(text, 'markdown');
    expect(diagnostics.length).toBeGreaterThan(5);
    expect(diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
  });

  it('carries on from last year’s, wherever in the folder', async () => {
    write('往年/各镇/2020.txt', YEAR_BEFORE);
    write('往年/各镇/石桥.txt', OTHER_YEAR_BEFORE.replaceAll('云水镇', '石桥镇'));
    await start();
    const { text, previous } = await draft();
    expect(previous).toBe(uriOf('往年/各镇/2020.txt'));
    expect(withoutPadding(text)).toContain(carried(1));
    expect(text).toContain(`${KEPT}2020年`);
    expect((await draft({ year: 2022 })).previous).toBeNull();
    expect((await draft({ organization: '青禾县临溪镇人民政府' })).previous).toBeNull();
    // another spelling of the same organ
    expect((await draft({ organization: '青禾县云水镇' })).previous).toBe(previous);
  });

  it('takes no copy before the report, and none of two that differ', async () => {
    write('2020 - 副本.txt', OTHER_YEAR_BEFORE);
    write('往年/2020.txt', YEAR_BEFORE);
    await start();
    expect((await draft()).previous).toBe(uriOf('往年/2020.txt'));
    await client.open('untitled:1', OTHER_YEAR_BEFORE);
    expect((await draft()).previous).toBeNull();
    expect((await defaults(TOWN, 2021)).previous).toBeNull();
    expect((await draft({ previous: 'untitled:1' })).previous).toBe('untitled:1');
    await client.change('untitled:1', { text: YEAR_BEFORE });
    expect(withoutPadding((await draft()).text)).toContain(carried(1));
  });

  it('takes the one that is named, and none where none is wanted', async () => {
    write('2020.txt', YEAR_BEFORE);
    write('别处/甲.txt', encoded(OTHER_YEAR_BEFORE, 'gb18030'));
    write('别处/说明.md', README);
    await start();
    expect(withoutPadding((await draft({ previous: uriOf('别处/甲.txt') })).text)).toContain(
      carried(3),
    );
    expect(await draft({ previous: null })).toEqual({
      text: expect.not.stringContaining(KEPT),
      previous: null,
    });
    const nothing = await draft({ previous: null });
    for (const name of ['别处/说明.md', '没有.txt', ''])
      expect(await draft({ previous: uriOf(name) })).toMatchObject(nothing);
    expect(await draft({ previous: 'no uri' })).toEqual(nothing);
  });

  it('takes what is open as it is there, and the file as it is now', async () => {
    write('2020.txt', YEAR_BEFORE);
    await start();
    expect(withoutPadding((await draft()).text)).toContain(carried(1));
    await client.open(uriOf('2020.txt'), OTHER_YEAR_BEFORE);
    expect(withoutPadding((await draft()).text)).toContain(carried(3));
    await client.close(uriOf('2020.txt'));
    expect(withoutPadding((await draft()).text)).toContain(carried(1));
    write('2020.txt', OTHER_YEAR_BEFORE);
    expect(withoutPadding((await draft({ previous: uriOf('2020.txt') })).text)).toContain(
      carried(3),
    );
  });

  it('knows a file by its name where the title does not say', async () => {
    const [title = ''] = YEAR_BEFORE.split('\n');
    write(`往年/${title}.txt`, swap(YEAR_BEFORE, `${title}\n`, '年度报告\n'));
    await start();
    expect(withoutPadding((await draft()).text)).toContain(carried(1));
  });

  it('reads HTML', async () => {
    const { text, expected } = nthReport(1, 'html');
    write('上年.html', text);
    await start();
    const organization = expected.organization ?? TOWN;
    const year = expected.year + 1;
    const answer = await draft({ organization, year, previous: uriOf('上年.html') });
    expect(answer.previous).toBe(uriOf('上年.html'));
    expect(answer.text).toContain(KEPT);
  });

  it('is as the settings say, unless the request says more', async () => {
    await start({ settings: { layout: 'tab' } });
    expect((await draft()).text).toContain('\n规章\t0\t0\t0\n');
    expect(withoutPadding((await draft({ layout: 'markdown' })).text)).toContain(
      '\n| 规章 | 0 | 0 | 0 |\n',
    );
    expect((await draft({ zeros: true })).text).toContain('未收到政府信息公开申请');
    const topic = '（六）工作考核、社会评议和责任追究';
    expect((await draft({ organization: '青禾县教育局' })).text).not.toContain(topic);
    expect((await draft({ organization: '青禾县教育局', level: 'county' })).text).toContain(topic);
  });

  it('begins with what the name tells and the folder has', async () => {
    write('2020.txt', YEAR_BEFORE);
    await start();
    expect(await defaults(TOWN, 2021)).toEqual({ level: 'town', previous: uriOf('2020.txt') });
    expect(await defaults(TOWN, 2020)).toEqual({ level: 'town', previous: null });
    expect(await defaults('青禾县教育局', 2021)).toEqual({ level: 'bureau', previous: null });
  });

  it('is never an error, whatever is asked', async () => {
    await start();
    for (const params of [null, {}, [], { organization: 7, year: '2021', previous: 1, level: {} }])
      for (const method of [NEW_REPORT, DRAFT_DEFAULTS])
        expect(await client.connection.sendRequest(method, params)).toMatchObject({
          previous: null,
        });
    expect(client.logged).toEqual([]);
  });

  it('of the reports that are known, newest first', async () => {
    write('甲/2020.txt', YEAR_BEFORE);
    write('甲/2021.txt', CORRECT);
    write('乙.md', MARKDOWN);
    write('说明.md', README);
    await start();
    const one = (name: string, organization: string, year: number): KnownReport => ({
      organization,
      year,
      uri: uriOf(name),
    });
    const onDisk = [
      one('乙.md', '青禾县林业局', 2022),
      one('甲/2021.txt', TOWN, 2021),
      one('甲/2020.txt', TOWN, 2020),
    ];
    expect(await known()).toEqual(onDisk);
    await client.open('untitled:1', CORRECT.replaceAll('2021', '2023'));
    await client.open('untitled:2', README);
    const open = { organization: TOWN, year: 2023, uri: 'untitled:1' };
    expect(await known()).toEqual([open, ...onDisk]);
    await client.close('untitled:1');
    await client.open(uriOf('甲/2021.txt'), CORRECT.replaceAll('云水镇', '石桥镇'));
    const renamed = one('甲/2021.txt', '青禾县石桥镇人民政府', 2021);
    expect(await known()).toContainEqual(renamed);
    expect(await known()).not.toContainEqual(onDisk[1]);
  });

  it('is answered although somebody types without end', async () => {
    for (let n = 0; n < 100; n++) write(`镇${n}.txt`, YEAR_BEFORE.replaceAll('云水镇', `${n}镇`));
    await start();
    await client.open('untitled:1', CORRECT);
    let answered = false;
    const answer = known().finally(() => {
      answered = true;
    });
    // as long as there are edits the folders are not looked through
    const top = { line: 0, character: 0 };
    while (!answered) {
      await client.change('untitled:1', { range: { start: top, end: top }, text: '\n' });
      await new Promise((resume) => setTimeout(resume, 20));
    }
    expect((await answer)[0]).toMatchObject({ year: 2021, uri: 'untitled:1' });
  });
});
