// Last year's report: found in the folder by organ and year, followed as it changes, and never in the
// way of an edit.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic, MarkupContent } from 'vscode-languageserver/node';
import { Client, PULLS, WAITS } from './client.js';
import { CORRECT, OTHER_YEAR_BEFORE, README, swap, YEAR_BEFORE } from './texts.js';

const DELETED = 3;
const CHANGED = 2;
const CREATED = 1;
const WATCHES = {
  ...PULLS,
  workspace: { ...PULLS.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

describe('last year’s report', () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const start = async (capabilities: ClientCapabilities = WATCHES) => {
    client = await Client.start({ capabilities, folder: pathToFileURL(folder).href });
  };
  const tell = (name: string, type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type }],
    });
  const carryOver = async (name: string): Promise<Diagnostic[]> =>
    (await client.diagnostics(uriOf(name))).filter(({ code }) => code === 'carry-over');
  /** The findings as soon as there are any: at once, or after the server has asked for another pull. */
  const arrived = async (name: string) => {
    for (;;) {
      const { refreshes } = client;
      const findings = await carryOver(name);
      if (findings.length > 0) return findings;
      await client.until(() => client.refreshes > refreshes);
    }
  };
  /** The findings as soon as the server has asked for them to be pulled once more. */
  const afterRefresh = async (name: string, refreshes: number) => {
    await client.until(() => client.refreshes > refreshes);
    return carryOver(name);
  };

  /** Changes the settings, and waits until the server has asked for another pull. */
  const set = async (settings: object) => {
    const { refreshes } = client;
    client.settings = settings;
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    await client.until(() => client.refreshes > refreshes);
  };

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-workspace-'));
  });
  afterEach(async () => {
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('is found in the folder, and the places in it are its own', async () => {
    write('往年/2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    expect(await carryOver('今年.txt')).toEqual([]); // not looked for before it is of use
    const [finding] = await arrived('今年.txt');
    expect(finding?.message).toContain('“总计”本年 1、上年 3');
    const related = finding?.relatedInformation?.map(({ location }) => location);
    const lines = OTHER_YEAR_BEFORE.split('\n');
    const line = lines.findIndex((text) => text.startsWith('四、结转'));
    const character = (lines[line] as string).indexOf('3');
    expect(related?.[0]).toEqual({
      uri: uriOf('往年/2020.txt'),
      range: { start: { line, character }, end: { line, character: character + 1 } },
    });
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');
  });

  it('fills the row', async () => {
    write('2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    const [finding] = (await arrived('今年.txt')) as [Diagnostic];
    const [action] = await client.codeActions(uriOf('今年.txt'), finding.range);
    const edits = Object.values(action?.edit?.changes ?? {}).flat();
    expect(edits.map(({ newText }) => newText)).toEqual(['3', '3']);
  });

  it('is followed on disk: changed, gone, and there again', async () => {
    write('2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    expect(await arrived('今年.txt')).toHaveLength(1);

    let { refreshes } = client;
    write('2020.txt', YEAR_BEFORE);
    await tell('2020.txt', CHANGED);
    expect(await afterRefresh('今年.txt', refreshes)).toEqual([]);

    ({ refreshes } = client);
    write('另一份.md', OTHER_YEAR_BEFORE);
    fs.rmSync(path.join(folder, '2020.txt'));
    await tell('2020.txt', DELETED);
    await tell('另一份.md', CREATED);
    expect(await afterRefresh('今年.txt', refreshes)).toHaveLength(1);

    ({ refreshes } = client);
    fs.rmSync(path.join(folder, '另一份.md'));
    await tell('另一份.md', DELETED);
    expect(await afterRefresh('今年.txt', refreshes)).toEqual([]);
  });

  it('is followed when its folder gets another name, goes, or comes back', async () => {
    write('往年/2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    const where = (findings: Diagnostic[]) =>
      findings[0]?.relatedInformation?.map(({ location }) => location.uri);
    expect(where(await arrived('今年.txt'))).toContain(uriOf('往年/2020.txt'));

    let { refreshes } = client;
    fs.renameSync(path.join(folder, '往年'), path.join(folder, '历年'));
    await tell('往年', DELETED);
    await tell('历年', CREATED);
    for (;;) {
      const findings = await afterRefresh('今年.txt', refreshes);
      if (where(findings)?.includes(uriOf('历年/2020.txt'))) break;
      ({ refreshes } = client);
    }

    ({ refreshes } = client);
    fs.rmSync(path.join(folder, '历年'), { recursive: true });
    await tell('历年', DELETED);
    while ((await afterRefresh('今年.txt', refreshes)).length > 0) ({ refreshes } = client);
    const known = await client.connection.sendRequest<{ uri: string }[]>('nianbao/knownReports');
    expect(known.map(({ uri }) => uri)).toEqual([uriOf('今年.txt')]);

    write('往年/更早/2020.txt', OTHER_YEAR_BEFORE);
    await tell('往年', CREATED);
    expect(await arrived('今年.txt')).toHaveLength(1);
  });

  it('is not looked for in a folder that is left out', async () => {
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.connection.sendRequest('nianbao/knownReports');
    write('node_modules/2020.txt', OTHER_YEAR_BEFORE);
    await tell('node_modules', CREATED);
    await tell('照片', DELETED);
    const known = await client.connection.sendRequest<{ uri: string }[]>('nianbao/knownReports');
    expect(known.map(({ uri }) => uri)).toEqual([uriOf('今年.txt')]);
    expect(await carryOver('今年.txt')).toEqual([]);
  });

  it('counts as it stands in an open editor, not on disk', async () => {
    write('2020.txt', YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.open(uriOf('2020.txt'), OTHER_YEAR_BEFORE);
    await client.diagnostics(uriOf('2020.txt'));
    expect(await carryOver('今年.txt')).toHaveLength(1);

    let { refreshes } = client;
    await client.change(uriOf('2020.txt'), { text: YEAR_BEFORE });
    expect(await afterRefresh('今年.txt', refreshes)).toEqual([]);

    await client.change(uriOf('2020.txt'), { text: OTHER_YEAR_BEFORE });
    await client.until(() => client.refreshes > refreshes + 1);
    ({ refreshes } = client);
    expect(await carryOver('今年.txt')).toHaveLength(1);
    await client.close(uriOf('2020.txt'));
    expect(await afterRefresh('今年.txt', refreshes)).toEqual([]);
  });

  it('is found among open documents alone where no folder is open', async () => {
    client = await Client.start();
    await client.open('untitled:1', OTHER_YEAR_BEFORE);
    await client.open('untitled:2', CORRECT);
    await client.diagnostics('untitled:1');
    const findings = await client.diagnostics('untitled:2');
    expect(findings.map(({ code }) => code)).toContain('carry-over');
  });

  it('is told by its file name where its title does not say', async () => {
    const [title = ''] = YEAR_BEFORE.split('\n');
    write(`${title}.txt`, swap(OTHER_YEAR_BEFORE, `${title}\n`, '年度报告\n'));
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    expect(await arrived('今年.txt')).toHaveLength(1);
  });

  it.each([
    ['another organ', '2020.txt', OTHER_YEAR_BEFORE.replaceAll('云水镇', '石桥镇')],
    ['another year', '2020.txt', OTHER_YEAR_BEFORE.replaceAll('2020', '2019')],
    ['a folder that is left out', '.旧/2020.txt', OTHER_YEAR_BEFORE],
    ['a lock file', '~$2020.txt', OTHER_YEAR_BEFORE],
    ['another ending', '2020.log', OTHER_YEAR_BEFORE],
    ['no report', 'README.md', README],
    ['too long a file', '2020.txt', OTHER_YEAR_BEFORE + '。'.repeat(700_000)],
  ])('is not %s', async (_, name, text) => {
    write(name, text);
    write('最后/石桥2021.txt', CORRECT.replaceAll('云水镇', '临溪镇'));
    write('最后/石桥2020.txt', OTHER_YEAR_BEFORE.replaceAll('云水镇', '临溪镇'));
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.open(uriOf('最后/石桥2021.txt'), CORRECT.replaceAll('云水镇', '临溪镇'));
    await client.diagnostics(uriOf('今年.txt'));
    await client.diagnostics(uriOf('最后/石桥2021.txt'));
    expect(await arrived('最后/石桥2021.txt')).toHaveLength(1);
    expect(await carryOver('今年.txt')).toEqual([]);
  });

  it('is none where two as near differ, and never a copy beside the report', async () => {
    write('2020 - 副本.txt', OTHER_YEAR_BEFORE);
    write('2020.txt', YEAR_BEFORE);
    write('最后/石桥2021.txt', CORRECT.replaceAll('云水镇', '临溪镇'));
    write('最后/石桥2020.txt', OTHER_YEAR_BEFORE.replaceAll('云水镇', '临溪镇'));
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.open(uriOf('最后/石桥2021.txt'), CORRECT.replaceAll('云水镇', '临溪镇'));
    await client.diagnostics(uriOf('最后/石桥2021.txt'));
    expect(await arrived('最后/石桥2021.txt')).toHaveLength(1);
    expect(await carryOver('今年.txt')).toEqual([]);

    await client.open(uriOf('另一份.txt'), OTHER_YEAR_BEFORE);
    await client.diagnostics(uriOf('另一份.txt'));
    expect(await carryOver('今年.txt')).toEqual([]);
    await client.open(uriOf('2020.txt'), OTHER_YEAR_BEFORE);
    await client.diagnostics(uriOf('2020.txt'));
    expect(await carryOver('今年.txt')).toHaveLength(1);
  });

  it('is looked for where the user wants it, from one moment to the next', async () => {
    write('2020.txt', OTHER_YEAR_BEFORE);
    await start();
    const line = CORRECT.split('\n').findIndex((text) => text.startsWith('二、上年结转'));
    const isHovered = async () => {
      const hover = await client.hover(uriOf('今年.txt'), { line, character: 4 });
      return (hover!.contents as MarkupContent).value.includes('上年报告“四');
    };
    await client.open(uriOf('今年.txt'), CORRECT);
    await carryOver('今年.txt');
    expect(await arrived('今年.txt')).toHaveLength(1);
    expect(await isHovered()).toBe(true);

    await set({ lastYear: 'off' });
    expect(await carryOver('今年.txt')).toEqual([]);
    expect(await isHovered()).toBe(false);

    await set({ lastYear: 'workspace' });
    expect(await carryOver('今年.txt')).toHaveLength(1);

    await set({ lastYear: 'open' });
    expect(await carryOver('今年.txt')).toEqual([]);
    expect(await isHovered()).toBe(false);
    const { refreshes } = client;
    await client.open(uriOf('2020.txt'), OTHER_YEAR_BEFORE);
    expect(await afterRefresh('今年.txt', refreshes)).toHaveLength(1);
    expect(await isHovered()).toBe(true);
  });

  it('is looked for in the folders once that is wanted', async () => {
    write('2020.txt', OTHER_YEAR_BEFORE);
    await start();
    client.settings = { lastYear: 'open' };
    await client.open(uriOf('今年.txt'), CORRECT);
    expect(await carryOver('今年.txt')).toEqual([]);
    await set({ lastYear: 'workspace' });
    const { refreshes } = client;
    expect(await carryOver('今年.txt')).toEqual([]);
    expect(await afterRefresh('今年.txt', refreshes)).toHaveLength(1);
  });

  it('is shown on hovering over the figures, with the way there', async () => {
    write('往年/2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    await arrived('今年.txt');
    const line = CORRECT.split('\n').findIndex((text) => text.startsWith('二、上年结转'));
    const hover = await client.hover(uriOf('今年.txt'), { line, character: 4 });
    const { kind, value } = hover!.contents as MarkupContent;
    const there = OTHER_YEAR_BEFORE.split('\n').findIndex((text) => text.startsWith('四、结转'));
    expect(kind).toBe('markdown');
    expect(value).toContain('**二、上年结转政府信息公开申请数量**');
    expect(value).toContain(`自然人 [3](${uriOf('往年/2020.txt')}#L${there + 1},15) ✗`);
    expect(value).toContain('6 + 1 = 7 + 0 ✓');
    expect(hover?.range?.start).toEqual({ line, character: 0 });
    expect(await client.hover(uriOf('今年.txt'), { line: 0, character: 0 })).toBeNull();
  });

  it('is pushed to a client that waits', async () => {
    write('2020.txt', OTHER_YEAR_BEFORE);
    await start(WAITS);
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.until(() =>
      client.published.some(({ diagnostics }) =>
        diagnostics.some(({ code }) => code === 'carry-over'),
      ),
    );
  });

  it('is looked for in 5,000 files while edits are answered', async () => {
    for (let n = 0; n < 5000; n++)
      write(`镇${n}.txt`, YEAR_BEFORE.replaceAll('云水镇', `第${n}镇`));
    write('往年/2020.txt', OTHER_YEAR_BEFORE);
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    const top = { line: 0, character: 0 };
    let edits = 0;
    let found: Diagnostic[] = [];
    for (; found.length === 0; edits++) {
      await new Promise((resume) => setTimeout(resume, 100));
      await client.change(uriOf('今年.txt'), { range: { start: top, end: top }, text: '\n' });
      found = await carryOver('今年.txt');
    }
    // a server that read them all first would answer no edit without the finding
    expect(edits).toBeGreaterThan(2);
  }, 120_000);

  it('does not keep the server from ending', async () => {
    for (let n = 0; n < 500; n++) write(`镇${n}.txt`, YEAR_BEFORE.replaceAll('云水镇', `第${n}镇`));
    await start();
    await client.open(uriOf('今年.txt'), CORRECT);
    await client.diagnostics(uriOf('今年.txt'));
    expect(await client.stop()).toBe(0);
    client = await Client.start();
  });
});
