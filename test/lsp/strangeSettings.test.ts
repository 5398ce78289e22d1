// Settings that come late, never, or as nobody should write them; texts and places that are not what
// they seem: the same version with another text, reports that were never saved.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { folder, isUnix } from '../cli/cli.js';
import { Client, PULLS, WAITS } from './client.js';
import { CORRECT, OTHER_YEAR_BEFORE, swap, WRONG_TOTAL, YEAR_BEFORE } from './texts.js';

const CONFIG = '.nianbao.json';
const WORD = '信息工开';
const TYPO = swap(CORRECT, '主动公开。', `主动公开。${WORD}。`);
const WATCHED = {
  ...PULLS,
  workspace: { ...PULLS.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

let client: Client;
afterEach(() => client.stop());

const severities = async (uri: string) =>
  (await client.diagnostics(uri)).map(({ code, severity }) => [code, severity]);

describe('a client that is asked for settings', () => {
  const URI = 'file:///年报.txt';
  const asked = (answer: () => unknown) =>
    client.connection.onRequest('workspace/configuration', answer);

  it('and never answers gets findings all the same, and goes on getting them', async () => {
    client = await Client.start();
    asked(() => new Promise(() => {}));
    for (const uri of [URI, 'file:///b.txt', 'file:///c.txt']) {
      await client.open(uri, WRONG_TOTAL);
      expect(await severities(uri)).toEqual([['row-total', 1]]);
      await client.change(uri, { text: CORRECT });
      expect(await severities(uri)).toEqual([]);
    }
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    await client.change(URI, { text: WRONG_TOTAL });
    expect(await severities(URI)).toEqual([['row-total', 1]]);
  });

  it('and answers late is told that findings are others now', async () => {
    let answer: (settings: unknown[]) => void = () => {};
    client = await Client.start();
    asked(() => new Promise((resolve) => (answer = resolve)));
    await client.open(URI, WRONG_TOTAL);
    expect(await severities(URI)).toEqual([['row-total', 1]]);
    expect(client.refreshes).toBe(0);
    answer([{ rules: { 'row-total': 'hint' } }]);
    await client.until(() => client.refreshes > 0);
    expect(await severities(URI)).toEqual([['row-total', 4]]);
    expect(client.refreshes).toBe(1);
  });

  it('and waits for findings is told them, late or not', async () => {
    let answer: (settings: unknown[]) => void = () => {};
    client = await Client.start({ capabilities: { ...WAITS, workspace: { configuration: true } } });
    asked(() => new Promise((resolve) => (answer = resolve)));
    await client.open(URI, WRONG_TOTAL);
    expect((await client.pushed(URI, 1)).map(({ severity }) => severity)).toEqual([1]);
    answer([{ rules: { 'row-total': 'hint' } }]);
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 4);
  });

  it.each([
    ['an error', () => Promise.reject(new Error('no'))],
    ['nothing', () => null],
    ['an empty list', () => []],
    ['a list of nothing', () => [null]],
    ['another type', () => 5],
    ['a prototype', () => [JSON.parse('{"rules":{"__proto__":{"row-total":"off"}}}')]],
    ['levels of another type', () => [{ rules: { 'row-total': { severity: 1 }, typo: null } }]],
  ])('and answers %s gets findings', async (_, answer) => {
    client = await Client.start();
    asked(answer);
    await client.open(URI, WRONG_TOTAL);
    expect(await severities(URI)).toEqual([['row-total', 1]]);
  });
});

describe('the settings of a folder', () => {
  const start = async (cwd: string) => {
    client = await Client.start({ capabilities: WATCHED, folder: pathToFileURL(cwd).href });
    return pathToFileURL(path.join(cwd, 'a.txt')).href;
  };

  it.each([
    ['a link to a device', ['ln', '-s', '/dev/zero']],
    ['a pipe', ['mkfifo']],
    ['a folder', ['mkdir']],
    ['a link in circles', ['ln', '-s', CONFIG]],
  ])('that are %s are told, the report is checked', async (_, [command, ...args]) => {
    const cwd = folder({ 'a.txt': WRONG_TOTAL });
    if (isUnix) spawnSync(command as string, [...args, CONFIG], { cwd });
    const uri = await start(cwd);
    await client.open(uri, WRONG_TOTAL);
    expect(await severities(uri)).toEqual([['row-total', 1]]);
    expect(client.shown).toEqual(isUnix ? [expect.stringContaining(CONFIG)] : []);
  });

  it('go by their folder, however many pipes lie in the others', async () => {
    if (!isUnix) return;
    const cwd = folder({ 'a.txt': WRONG_TOTAL, [CONFIG]: '{"rules":{"row-total":"info"}}' });
    // more than Node has threads to wait with
    for (let i = 0; i < 9; i++) spawnSync('mkfifo', [path.join(cwd, `云水镇${2010 + i}年报.txt`)]);
    const uri = await start(cwd);
    await client.open(uri, WRONG_TOTAL);
    await client.connection.sendRequest('nianbao/knownReports');
    expect(await severities(uri)).toEqual([['row-total', 3]]);
  });
});

describe('a report that was never saved', () => {
  const config = `{"words":["${WORD}"]}`;
  const codes = async (uri: string) => (await client.diagnostics(uri)).map(({ code }) => code);
  const titles = async (uri: string) => {
    const [found] = await client.diagnostics(uri);
    const range = found?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    return (await client.codeActions(uri, range)).map(({ title }) => title);
  };
  const start = async (cwd: string) => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
    const capabilities = { ...WATCHED, workspace: { ...WATCHED.workspace, workspaceEdit } };
    client = await Client.start({ capabilities, folder: pathToFileURL(cwd).href });
    return pathToFileURL(cwd).pathname;
  };

  it('is judged by the folder that its name lies in', async () => {
    const cwd = folder({ [`镇/${CONFIG}`]: config });
    const root = await start(cwd);
    for (const [name, wanted] of [
      [`untitled:${root}/镇/新.md`, []],
      [`untitled:${decodeURIComponent(root)}/镇/深处/新.md`, []],
      [`untitled:${root}/新.md`, ['typo']],
      [`untitled:${root}/村/新.md`, ['typo']],
      ['untitled:/elsewhere/新.md', ['typo']],
    ] as const) {
      await client.open(name, TYPO, 'markdown');
      expect(await codes(name), name).toEqual(wanted);
    }
  });

  it('without a path is judged by the first folder', async () => {
    const cwd = folder({ [CONFIG]: config, [`镇/${CONFIG}`]: '{}' });
    await start(cwd);
    await client.open('untitled:Untitled-1', TYPO, 'markdown');
    expect(await codes('untitled:Untitled-1')).toEqual([]);
  });

  it('is judged by the folder of several that its name lies in, without a path by the first', async () => {
    const [first, second] = [folder({ '甲.txt': '' }), folder({ [CONFIG]: config })];
    const uris = [first, second].map((cwd) => pathToFileURL(cwd).href);
    const workspace = { ...WATCHED.workspace, workspaceFolders: true };
    client = await Client.start({ capabilities: { ...WATCHED, workspace }, folder: uris[0] });
    const folders = (
      added: readonly (string | undefined)[],
      removed: readonly (string | undefined)[] = [],
    ) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((uri) => ({ uri, name: 'a' })),
          removed: removed.map((uri) => ({ uri, name: 'a' })),
        },
      });
    await folders([uris[1]]);
    const inSecond = `untitled:${pathToFileURL(second).pathname}/新.md`;
    const inFirst = `untitled:${pathToFileURL(first).pathname}/新.md`;
    for (const uri of [inFirst, inSecond, 'untitled:Untitled-1'])
      await client.open(uri, TYPO, 'markdown');
    expect(await codes(inSecond)).toEqual([]);
    expect(await codes(inFirst)).toEqual(['typo']);
    expect(await codes('untitled:Untitled-1')).toEqual(['typo']);
    await folders([], [uris[0]]);
    expect(await codes('untitled:Untitled-1')).toEqual([]);
  });

  it('can have its words and findings written down there', async () => {
    const root = await start(folder({ [CONFIG]: '{}' }));
    const uri = `untitled:${root}/镇/新.txt`;
    await client.open(uri, TYPO);
    expect(await titles(uri)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^加入本文件夹词库/), '忽略这一处']),
    );
    const actions = await client.codeActions(uri, (await client.diagnostics(uri))[0]!.range);
    const ignore = actions.find(({ title }) => title === '忽略这一处');
    expect(JSON.stringify(ignore?.edit)).toContain(String.raw`\"file\": \"镇/新.txt\"`);
    // one without a name could not be told from any other
    await client.open('untitled:Untitled-1', TYPO);
    const unnamed = await titles('untitled:Untitled-1');
    expect(unnamed).toEqual(expect.arrayContaining([expect.stringMatching(/^加入本文件夹词库/)]));
    expect(unnamed).not.toContain('忽略这一处');
  });

  it('in no folder is judged without one', async () => {
    client = await Client.start();
    await client.open('untitled:Untitled-1', TYPO);
    expect(await codes('untitled:Untitled-1')).toEqual(['typo']);
  });
});

describe('the same version with another text', () => {
  const URI = 'file:///w/2021.txt';
  const reopened = (uri: string, text: string, version = 1) =>
    client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'nianbao', version, text },
    });
  const changed = (uri: string, text: string, version = 1) =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });

  it.each([
    ['opened again', reopened],
    ['changed', changed],
  ])('has the findings of the new text: %s', async (_, become) => {
    client = await Client.start();
    await client.open(URI, WRONG_TOTAL);
    expect(await severities(URI)).toEqual([['row-total', 1]]);
    await become(URI, CORRECT);
    expect(await severities(URI)).toEqual([]);
    await become(URI, WRONG_TOTAL);
    expect(await severities(URI)).toEqual([['row-total', 1]]);
    // the same text in another version
    await become(URI, WRONG_TOTAL, 2);
    expect(await severities(URI)).toEqual([['row-total', 1]]);
  });

  it('is pushed anew', async () => {
    client = await Client.start({ capabilities: WAITS });
    await client.open(URI, WRONG_TOTAL);
    await client.until(() => client.published.at(-1)?.diagnostics.length === 1);
    await changed(URI, CORRECT);
    await client.until(() => client.published.at(-1)?.diagnostics.length === 0);
  });

  it('is compared anew where it is last year’s report', async () => {
    const past = 'file:///w/2020.txt';
    client = await Client.start({ folder: 'file:///w' });
    await client.open(past, YEAR_BEFORE);
    await client.open(URI, CORRECT);
    const codes = async () => (await client.diagnostics(URI)).map(({ code }) => code);
    const become = async (text: string, wanted: string[]) => {
      await reopened(past, text);
      for (let now = await codes(); now.join() !== wanted.join(); now = await codes())
        await client.diagnostics(past);
    };
    await become(OTHER_YEAR_BEFORE, ['carry-over']);
    await become(YEAR_BEFORE, []);
    await become(OTHER_YEAR_BEFORE, ['carry-over']);
  });
});
