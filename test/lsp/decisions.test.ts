// What users decide about findings: written down by quick fixes, in .nianbao.json or as comments, and
// honoured by the editor and the command line alike.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  Diagnostic,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { OPEN_RULE, SAVE } from '../../server/src/lsp/protocol.js';
import { checkJson, folder as makeFolder } from '../cli/cli.js';
import { Client, PULLS, WAITS } from './client.js';
import { edited } from './edited.js';
import { CORRECT, MARKDOWN, swap, WRONG_TOTAL } from './texts.js';

const CREATES = { documentChanges: true, resourceOperations: ['create' as const] };
const VSCODE: ClientCapabilities = {
  ...PULLS,
  workspace: {
    ...PULLS.workspace,
    workspaceEdit: CREATES,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
const CONFIG = '.nianbao.json';
/** The same wrong label twice. */
const TWO_LABELS = swap(
  swap(CORRECT, '部分公开（', '不分公开（'),
  '1.信访举报投诉类申请',
  '1.信访举报投述类申请',
);
const BRACKET = swap(MARKDOWN, '## 二、', '公开及时（见附件。\n\n## 二、');

describe('decisions', () => {
  let root: string;
  let client: Client;
  const uriOf = (name: string) => pathToFileURL(path.join(root, name)).href;
  const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
  const write = (name: string, text: string) => fs.writeFileSync(path.join(root, name), text);

  const start = async (capabilities: ClientCapabilities = VSCODE) => {
    client = await Client.start({ capabilities, folder: pathToFileURL(root).href });
  };
  const tell = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type: 2 }],
    });
  const open = (name: string, text: string, languageId?: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    write(name, text);
    return client.open(uriOf(name), text, languageId);
  };
  const codes = async (name: string) =>
    (await client.diagnostics(uriOf(name))).map(({ code }) => code);
  const actionsAt = async (name: string, rule: string) => {
    const found = await client.diagnostics(uriOf(name));
    const diagnostic = found.find(({ code }) => code === rule) as Diagnostic;
    const context = { diagnostics: [diagnostic], only: ['quickfix'] };
    return client.codeActions(uriOf(name), diagnostic.range, context);
  };
  const action = async (name: string, rule: string, title: string) => {
    const actions = await actionsAt(name, rule);
    const found = actions.find((one) => one.title.startsWith(title));
    if (!found) throw new Error(`no ${title} in ${actions.map((one) => one.title)}`);
    return found;
  };

  /** Does what an editor does with an edit of files: makes, changes and saves them. */
  const apply = async (edit: WorkspaceEdit | undefined) => {
    const changed = new Set<string>();
    for (const change of edit?.documentChanges ?? []) {
      if ('kind' in change) {
        if (change.kind !== 'create') throw new Error(change.kind);
        expect(change.options).toEqual({ ignoreIfExists: true });
        expect(decodeURIComponent(change.uri).endsWith(CONFIG)).toBe(true);
        fs.writeFileSync(new URL(change.uri), '');
        continue;
      }
      const { uri } = change.textDocument;
      const before = fs.readFileSync(new URL(uri), 'utf8');
      const text = edited(before, (change as TextDocumentEdit).edits as TextEdit[]);
      fs.writeFileSync(new URL(uri), text);
      if (!uri.endsWith(CONFIG)) await client.change(uri, { text });
      changed.add(uri);
    }
    for (const uri of changed)
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: 2 }],
      });
  };

  beforeEach(() => {
    root = makeFolder({});
  });
  afterEach(() => client.stop());

  it('come behind the fixes, in the order of the menu', async () => {
    await start();
    await open('a.txt', TWO_LABELS);
    const actions = await actionsAt('a.txt', 'label');
    expect(actions.map(({ title }) => title)).toEqual([
      expect.stringContaining('改为'),
      '改正全部“表格的行名、列名写错”（2 处）',
      '忽略这一处',
      '本文件不再检查“表格的行名、列名写错”',
      '本文件夹不再检查“表格的行名、列名写错”',
      '查看规则说明：表格的行名、列名写错',
    ]);
    expect(actions.map(({ isPreferred = false }) => isPreferred)).toEqual([
      true,
      ...Array(actions.length - 1).fill(false),
    ]);
    expect(actions.at(-1)?.command).toMatchObject({
      command: 'nianbao.openRule',
      arguments: ['label'],
    });
    await apply(actions[1]?.edit);
    expect(await codes('a.txt')).not.toContain('label');
  });

  it('keep that order where there are several findings', async () => {
    await start();
    await open('a.txt', swap(TWO_LABELS, '主动公开。', '主动公开。信息工开。'));
    const found = await client.diagnostics(uriOf('a.txt'));
    expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(1);
    const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
    const actions = await client.codeActions(uriOf('a.txt'), whole, { only: ['quickfix'] });
    const MENU = [
      /^改为/,
      /^改正全部“/,
      /^改正全部可/,
      /^忽略/,
      /^加入本文件夹词库/,
      /^本文件不/,
      /^本文件夹不/,
      /^查看/,
    ];
    const places = actions.map(({ title }) => MENU.findIndex((entry) => entry.test(title)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([...new Set(places)]).toEqual([...MENU.keys()]);
  });

  it('to ignore a finding hold for this one, in the editor and on the command line', async () => {
    await start();
    await open('镇 1/a.txt', TWO_LABELS);
    const before = await codes('镇 1/a.txt');
    expect(before.filter((code) => code === 'label')).toHaveLength(2);
    await apply((await action('镇 1/a.txt', 'label', '忽略这一处')).edit);
    const after = await codes('镇 1/a.txt');
    expect(after.filter((code) => code === 'label')).toHaveLength(1);
    expect(JSON.parse(read(`镇 1/${CONFIG}`))).toEqual({
      ignore: [{ rule: 'label', file: 'a.txt', fingerprint: expect.stringMatching(/^3:/) }],
    });
    const { files } = checkJson(['.'], { cwd: root });
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(after);
  });

  it('survive edits, and are nothing for fix all', async () => {
    await start();
    await open('a.txt', swap(CORRECT, '部分公开（', '不分公开（'));
    await apply((await action('a.txt', 'label', '忽略这一处')).edit);
    const start0 = { line: 0, character: 0 };
    await client.change(uriOf('a.txt'), { range: { start: start0, end: start0 }, text: '\n\n' });
    expect(await codes('a.txt')).not.toContain('label');
    const whole = { start: start0, end: { line: 999, character: 0 } };
    const only = ['source.fixAll.nianbao'];
    expect(await client.codeActions(uriOf('a.txt'), whole, { only })).toEqual([]);
  });

  it('to leave out a rule in a file, or in the folder', async () => {
    await start();
    await open('a.txt', WRONG_TOTAL);
    await open('b.txt', WRONG_TOTAL);
    await apply((await action('a.txt', 'row-total', '本文件不再检查')).edit);
    expect(await codes('a.txt')).not.toContain('row-total');
    expect(await codes('b.txt')).toContain('row-total');
    await apply((await action('b.txt', 'row-total', '本文件夹不再检查')).edit);
    expect(await codes('b.txt')).not.toContain('row-total');
    expect(JSON.parse(read(CONFIG))).toEqual({
      ignore: [{ rule: 'row-total', file: 'a.txt' }],
      rules: { 'row-total': 'off' },
    });
  });

  it('add a word to those of the folder', async () => {
    await start();
    await open('a.txt', swap(CORRECT, '一、总体情况', '一、总体情况\n\n本镇政府信息工开及时。'));
    expect(await codes('a.txt')).toContain('typo');
    const { title, edit } = await action('a.txt', 'typo', '加入本文件夹词库');
    await apply(edit);
    expect(await codes('a.txt')).not.toContain('typo');
    expect(JSON.parse(read(CONFIG))).toEqual({ words: [title.split('：')[1]] });
  });

  it('in Markdown are comments, except within tables', async () => {
    await start();
    await open('a.md', BRACKET, 'markdown');
    await apply((await action('a.md', 'bracket', '忽略这一处')).edit);
    expect(read('a.md')).toBe(
      swap(BRACKET, '公开及时（', '<!-- nianbao-disable-next-line bracket -->\n公开及时（'),
    );
    const after = await codes('a.md');
    expect(after).not.toContain('bracket');
    expect(checkJson(['a.md'], { cwd: root }).files[0]?.findings.map(({ rule }) => rule)).toEqual(
      after,
    );
    expect(fs.existsSync(path.join(root, CONFIG))).toBe(false);
    const table = (await client.diagnostics(uriOf('a.md'))).find(({ data }) => data?.at?.row);
    await apply((await action('a.md', String(table?.code), '忽略这一处')).edit);
    expect(fs.existsSync(path.join(root, CONFIG))).toBe(true);
  });

  it('for a whole Markdown file stand at its head, behind its front matter', async () => {
    await start();
    await open('a.md', `---\ntitle: x\n---\n\n${BRACKET}`, 'markdown');
    await apply((await action('a.md', 'bracket', '本文件不再检查')).edit);
    expect(read('a.md')).toMatch(/^---\ntitle: x\n---\n<!-- nianbao-disable bracket -->\n/);
    expect(await codes('a.md')).not.toContain('bracket');
  });

  it('are written where the nearest config is, and keep what it says', async () => {
    await start();
    write(CONFIG, '{\n  // 本县\n  "words": []\n}\n');
    await open('镇/a.txt', WRONG_TOTAL);
    await apply((await action('镇/a.txt', 'row-total', '忽略这一处')).edit);
    expect(read(CONFIG)).toContain('// 本县\n  "words": [],\n');
    expect(read(CONFIG)).toContain('"file": "镇/a.txt"');
    expect(await codes('镇/a.txt')).toEqual([]);
  });

  it('are not offered where they cannot be written', async () => {
    await start(PULLS);
    await open('a.txt', WRONG_TOTAL);
    const titles = async () => (await actionsAt('a.txt', 'row-total')).map(({ title }) => title);
    expect((await titles()).filter((title) => /忽略|不再检查/.test(title))).toEqual([]);
    write(CONFIG, '{"rules":');
    await tell(CONFIG);
    expect((await titles()).filter((title) => /忽略|不再检查/.test(title))).toEqual([]);
    await client.open('untitled:1', WRONG_TOTAL);
    const [diagnostic] = await client.diagnostics('untitled:1');
    const actions = await client.codeActions('untitled:1', (diagnostic as Diagnostic).range);
    expect(actions.filter(({ title }) => /忽略|不再检查/.test(title))).toEqual([]);
  });

  it('are saved at once by our own client', async () => {
    client = await Client.start({
      capabilities: VSCODE,
      folder: pathToFileURL(root).href,
      initializationOptions: { commands: true },
    });
    await open('a.txt', WRONG_TOTAL);
    const { command } = await action('a.txt', 'row-total', '忽略这一处');
    expect(command).toMatchObject({ command: 'nianbao.save', arguments: [uriOf(CONFIG)] });
    // those that the client runs itself
    const { executeCommandProvider } = client.initialized.capabilities;
    expect(executeCommandProvider?.commands).not.toContain(OPEN_RULE);
    expect(executeCommandProvider?.commands).not.toContain(SAVE);
  });
});

describe('the documentation of a rule', () => {
  it('is shown by a client that has no command for it', async () => {
    const client = await Client.start({
      capabilities: { ...PULLS, window: { showDocument: { support: true } } },
    });
    const shown: string[] = [];
    client.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      shown.push(uri);
      return { success: true };
    });
    for (const argument of ['row-total', '../../README', 1])
      await client.connection.sendRequest('workspace/executeCommand', {
        command: 'nianbao.openRule',
        arguments: [argument],
      });
    expect(shown).toEqual([expect.stringMatching(/^file:.*\/docs\/rules\/row-total\.md$/)]);
    await client.stop();
  });
});

describe('.nianbao.json in the editor', () => {
  let root: string;
  let client: Client;
  const uriOf = (name: string) => pathToFileURL(path.join(root, name)).href;
  const codes = async (name: string) =>
    (await client.diagnostics(uriOf(name))).map(({ code, severity }) => `${code} ${severity}`);
  const start = async (files: Record<string, string>, settings?: unknown, below = '') => {
    root = makeFolder(files);
    const folder = pathToFileURL(path.join(root, below)).href;
    client = await Client.start({ capabilities: VSCODE, folder, settings });
  };
  const change = async (name: string, text: string) => {
    fs.writeFileSync(path.join(root, name), text);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type: 2 }],
    });
  };
  const severity = (level: string) => JSON.stringify({ rules: { 'row-total': level } });
  afterEach(() => client.stop());

  it('beats the settings; the nearest one does, up to the folder that is open', async () => {
    await start(
      { [CONFIG]: severity('info'), [`县/${CONFIG}`]: severity('hint'), '县/镇/a.txt': '' },
      { rules: { 'row-total': 'warning' } },
    );
    await client.open(uriOf('县/镇/a.txt'), WRONG_TOTAL);
    await client.open(uriOf('b.txt'), WRONG_TOTAL);
    expect(await codes('县/镇/a.txt')).toEqual(['row-total 4']);
    expect(await codes('b.txt')).toEqual(['row-total 3']);
    await client.stop();
    await start({ [CONFIG]: severity('info'), '县/a.txt': '' }, undefined, '县');
    await client.open(uriOf('县/a.txt'), WRONG_TOTAL);
    expect(await codes('县/a.txt')).toEqual(['row-total 1']);
  });

  it('is watched: what changes holds at once', async () => {
    await start({});
    await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
    await client.open(uriOf('a.txt'), WRONG_TOTAL);
    expect(await codes('a.txt')).toEqual(['row-total 1']);
    const { refreshes } = client;
    await change(CONFIG, severity('hint'));
    await client.until(() => client.refreshes > refreshes);
    expect(await codes('a.txt')).toEqual(['row-total 4']);
    fs.rmSync(path.join(root, CONFIG));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(CONFIG), type: 3 }],
    });
    expect(await codes('a.txt')).toEqual(['row-total 1']);
  });

  it('holds before it is saved; while it is being typed, what held before', async () => {
    await start({ [CONFIG]: severity('hint') });
    await client.open(uriOf('a.txt'), WRONG_TOTAL);
    await client.open(uriOf(CONFIG), severity('info'), 'jsonc');
    expect(await codes('a.txt')).toEqual(['row-total 3']);
    await client.change(uriOf(CONFIG), { text: '{"rules":' });
    expect(await codes('a.txt')).toEqual(['row-total 4']);
    expect(client.shown).toEqual([]);
    expect(await codes(CONFIG)).toEqual([]);
    await client.close(uriOf(CONFIG));
    expect(await codes('a.txt')).toEqual(['row-total 4']);
  });

  it.each(['{"rules":', '[]', '{"ignore":[{"rule":1}]}'])(
    'that makes no sense is told once, and settings hold: %s',
    async (text) => {
      await start({ [CONFIG]: text }, { rules: { 'row-total': 'info' } });
      await client.open(uriOf('a.txt'), WRONG_TOTAL);
      await client.open(uriOf('b.txt'), WRONG_TOTAL);
      expect(await codes('a.txt')).toEqual(['row-total 3']);
      expect(await codes('b.txt')).toEqual(['row-total 3']);
      expect(client.shown).toEqual([expect.stringContaining(CONFIG)]);
      expect(client.logged).toEqual(client.shown);
      await change(CONFIG, severity('hint'));
      expect(await codes('a.txt')).toEqual(['row-total 4']);
      expect(client.shown).toHaveLength(1);
    },
  );

  it('with a rule that there is not is told in the log only', async () => {
    await start({ [CONFIG]: '{"rules":{"speling":"off"}}' });
    await client.open(uriOf('a.txt'), WRONG_TOTAL);
    expect(await codes('a.txt')).toEqual(['row-total 1']);
    expect(client.shown).toEqual([]);
    expect(client.logged).toEqual([expect.stringContaining('speling')]);
  });

  it('is read anew with each edit for a client that tells of no files', async () => {
    root = makeFolder({});
    client = await Client.start({ capabilities: WAITS, folder: pathToFileURL(root).href });
    await client.open(uriOf('a.txt'), WRONG_TOTAL);
    expect(await client.pushed(uriOf('a.txt'), 1)).toHaveLength(1);
    fs.writeFileSync(path.join(root, CONFIG), severity('off'));
    const version = await client.change(uriOf('a.txt'), { text: `${WRONG_TOTAL}\n` });
    const codes = (await client.pushed(uriOf('a.txt'), version)).map(({ code }) => code);
    expect(codes).not.toContain('row-total');
  });

  it('is read through a client that says it reads files', async () => {
    root = makeFolder({});
    client = await Client.start({
      capabilities: VSCODE,
      folder: 'vscode-vfs://github/a/b',
      initializationOptions: { readFile: true },
    });
    const asked: string[] = [];
    client.connection.onRequest('nianbao/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri.endsWith('/b/.nianbao.json') ? { base64: btoa(severity('hint')) } : null;
    });
    const uri = 'vscode-vfs://github/a/b/%E9%95%87/a.txt';
    await client.open(uri, WRONG_TOTAL);
    const [found] = await client.diagnostics(uri);
    expect(found?.severity).toBe(4);
    expect(asked.sort()).toEqual([
      'vscode-vfs://github/a/b/%E9%95%87/.nianbao.json',
      'vscode-vfs://github/a/b/.nianbao.json',
    ]);
  });
});
