// Whatever throws in the server, by whatever way it was called: the client is answered, the next request
// works, and no word of a document leaves the server in an error or a log.
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as protocol from 'vscode-languageserver/node';
import { nodeOfficeHost } from '../node/officeHost.js';
import { SILENT } from './connection/silent.js';
import type { Feature, ServerContext } from './feature.js';
import type { Platform } from './platform.js';
import { startServer } from './server.js';

const features = vi.hoisted((): unknown[] => []);
vi.mock('./features/index.js', () => ({ FEATURES: features }));
vi.stubGlobal('__VERSION__', '0');

/** What stands in a document, and must not stand in any error. */
const SECRET = '青禾县云水镇的一句话';
const REPORT = `${SECRET}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${SECRET}。\n`;
const URI = 'file:///nian/bao.txt';
const PULLS = { textDocument: { diagnostic: {} } };

/** As bad as errors get. */
const BAD: readonly unknown[] = [
  new TypeError(SECRET),
  Object.assign(new Error(SECRET), { name: SECRET }),
  new Error('x', { cause: new Error(SECRET) }),
  new protocol.ResponseError(5, SECRET, SECRET),
  new AggregateError([new Error(SECRET)], SECRET),
  SECRET,
  { message: SECRET },
  null,
  undefined,
];
const crash = () => {
  throw new TypeError(SECRET);
};

/** A server in this process, and all that it has said. */
async function start(own: Feature, platform: Partial<Platform> = {}, capabilities: object = PULLS) {
  features.splice(0, features.length, own, working);
  const [up, down] = [new PassThrough(), new PassThrough()];
  const raw = protocol.createConnection(
    SILENT,
    new protocol.StreamMessageReader(up),
    new protocol.StreamMessageWriter(down),
  );
  startServer(raw, { soon: () => () => {}, office: () => nodeOfficeHost, ...platform });
  const reader = new protocol.StreamMessageReader(down);
  const client = protocol.createMessageConnection(reader, new protocol.StreamMessageWriter(up));
  const said: string[] = [];
  down.on('data', (chunk) => void said.push(String(chunk)));
  const log: string[] = [];
  client.onNotification('window/logMessage', ({ message }) => void log.push(message));
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  await client.sendRequest('initialize', { capabilities });
  await client.sendNotification('initialized', {});
  const open = (uri = URI) =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: REPORT },
    });
  /** What has been said by the time that all sent before is answered. */
  const settled = async () => {
    expect(await client.sendRequest('test/works', {})).toBe('works');
    return { log, said: said.join('') };
  };
  return { client, open, settled };
}

const working: Feature = {
  serve: ({ connection }) => connection.onRequest('test/works', () => 'works'),
};

const consoles = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
beforeEach(() => {
  for (const one of consoles) one.mockClear();
});
afterEach(() => {
  for (const one of consoles) expect(one).not.toHaveBeenCalled();
});

/** Every way to register a handler, and what it is called in the log. */
function* waysIn(target: object, path = ''): Iterable<readonly [string, (h: unknown) => void]> {
  const keys = new Set<string>();
  for (let o = target; o !== Object.prototype; o = Object.getPrototypeOf(o))
    for (const key of Object.getOwnPropertyNames(o)) keys.add(key);
  for (const key of keys) {
    if (PARTS.includes(key)) yield* waysIn((target as Record<string, object>)[key] ?? {}, key);
    if (!/^on(?![a-z])/.test(key) || BY_NAME.includes(key)) continue;
    const register = (target as Record<string, (h: unknown) => void>)[key] as (h: unknown) => void;
    yield [`${path}${key.slice(2)}`, (handler) => register(handler)];
  }
}

/** The parts of a connection with handlers of their own; `foldingRange.on` is `onFoldingRanges` once more. */
const PARTS = [
  ...['languages', 'workspace', 'diagnostics', 'inlayHint', 'inlineValue', 'semanticTokens'],
  ...['callHierarchy', 'typeHierarchy', 'moniker'],
];

/** These take the name of what they are for; and one has been called already. */
const BY_NAME = ['onRequest', 'onNotification', 'onProgress', 'onInitialize', 'onExit'];

/** Every message that a client may send, as LSP has it. */
const METHODS = Object.values(protocol as unknown as Record<string, Partial<Described> | undefined>)
  .filter((one): one is Described => one?.type?.method !== undefined)
  .filter(
    ({ messageDirection, type: { method } }) =>
      messageDirection !== 'serverToClient' && !/^(?:initialized?|exit|\$.*)$/.test(method),
  );

interface Described {
  readonly type: { readonly method: string };
  readonly messageDirection: string;
}

const place = { line: 0, character: 0 };
const PARAMS = {
  textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: SECRET },
  position: place,
  positions: [place],
  range: { start: place, end: place },
  contentChanges: [],
  event: { added: [], removed: [] },
  context: {},
  data: SECRET,
};

describe('handlers that throw', () => {
  it('of every kind are answered, logged by name, and followed by others that work', async () => {
    const registered: string[] = [];
    const own: Feature = {
      serve({ connection }) {
        for (const [name, register] of waysIn(connection)) {
          register(registered.length % 2 ? crash : async () => crash());
          registered.push(name);
        }
        connection.onRequest('test/crash', crash);
        connection.onNotification('test/told', crash);
        connection.onProgress(new protocol.ProgressType(), 'token', crash);
      },
    };
    const able = { ...PULLS, workspace: { workspaceFolders: true } };
    const { client, settled } = await start(own, {}, able);
    expect(registered.length).toBeGreaterThan(50);
    const asked = METHODS.filter(({ type }) => !/Notification/.test(type.constructor.name));
    const told = METHODS.filter((one) => !asked.includes(one));
    expect(told.length).toBeGreaterThan(8);
    for (const { type } of told) await client.sendNotification(type.method, PARAMS);
    await client.sendNotification('test/told', PARAMS);
    await client.sendProgress(new protocol.ProgressType(), 'token', SECRET);
    for (const { type } of asked) {
      const answer = await client.sendRequest(type.method, PARAMS).catch((error) => error);
      if (type.method === 'textDocument/diagnostic')
        expect(answer).toMatchObject({ message: '检查出错', data: { retriggerRequest: false } });
      // a method that cannot be registered is not known
      else if (answer !== null) expect(answer, type.method).toMatchObject({ code: -32601 });
      await settled();
    }
    expect(await client.sendRequest('test/crash', PARAMS)).toBeNull();
    const { log, said } = await settled();
    const names = [...registered, 'test/crash', 'test/told', 'Progress'];
    const lines = names.map((name) => `${name} 出错：TypeError`);
    expect(lines.filter((line) => !log.includes(line))).toEqual([]);
    expect(log.filter((line) => !lines.includes(line))).toEqual([]);
    expect(said).not.toContain(SECRET);
  });

  it.each(BAD)('may throw %j', async (bad) => {
    const { client, settled } = await start({
      commands: () => ({
        'test.throws': () => {
          throw bad;
        },
        'test.rejects': () => Promise.reject(bad),
      }),
    });
    for (const command of ['test.throws', 'test.rejects'])
      expect(await client.sendRequest('workspace/executeCommand', { command })).toBeNull();
    const { log, said } = await settled();
    expect(log).toHaveLength(2);
    for (const line of log) expect(line).toMatch(/^ExecuteCommand 出错：\w+$/);
    expect(said).not.toContain(SECRET);
  });

  it('because of what the client answers, say nothing of it', async () => {
    const edit = { changes: {} };
    const { client, settled } = await start({
      commands: () => ({ 'test.edit': ({ connection }) => connection.workspace.applyEdit(edit) }),
    });
    client.onRequest('workspace/applyEdit', () => new protocol.ResponseError(5, SECRET));
    const run = { command: 'test.edit' };
    expect(await client.sendRequest('workspace/executeCommand', run)).toBeNull();
    const { log, said } = await settled();
    expect(log).toEqual(['ExecuteCommand 出错：Error']);
    expect(said).not.toContain(SECRET);
  });

  it('are refused in our own words where the client is wrong', async () => {
    const { client, settled } = await start({});
    const run = { command: SECRET };
    await expect(client.sendRequest('workspace/executeCommand', run)).rejects.toMatchObject({
      code: protocol.ErrorCodes.InvalidParams,
      message: '没有这个命令',
    });
    expect((await settled()).log).toEqual([]);
  });

  it('of open texts are logged, and do not keep them from the others', async () => {
    const heard: string[] = [];
    const { client, open, settled } = await start({
      serve({ texts }) {
        texts.onDidOpen(crash);
        texts.onDidChangeContent(crash);
        texts.onDidClose(crash);
        texts.onDidClose(({ document }) => void heard.push(document.uri));
      },
    });
    await open();
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    const { log, said } = await settled();
    expect(log).toEqual(['DidOpen', 'DidChangeContent', 'DidClose'].map(logged));
    expect(heard).toEqual([URI]);
    expect(said).not.toContain(SECRET);
  });
});

describe('work that nobody waits for', () => {
  const logsOf = async (own: Feature, platform: Partial<Platform>, capabilities = {}) => {
    const { client, open, settled } = await start(own, platform, capabilities);
    const published = new Promise((resume) =>
      client.onNotification('textDocument/publishDiagnostics', resume),
    );
    await open();
    return { client, published, settled };
  };
  const soon: Platform['soon'] = (callback) => {
    const timer = setImmediate(callback);
    return () => clearImmediate(timer);
  };

  it('does not take findings away', async () => {
    const own: Feature = { serve: ({ onChecked }) => onChecked(crash) };
    const { published, settled } = await logsOf(own, { soon });
    expect(await published).toMatchObject({ uri: URI });
    expect((await settled()).log).toEqual([logged('检查')]);
  });

  it('is logged where it fails', async () => {
    let context: ServerContext | undefined;
    const own: Feature = {
      serve(given) {
        context = given;
        given.onRefresh(crash);
      },
    };
    const { client, settled } = await logsOf(own, { soon, docHref: crash });
    await client.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    const { log, said } = await settled();
    expect(log).toContain(logged('更新'));
    await context?.documents.check(URI);
    expect(said).not.toContain(SECRET);
  });

  it('may be about files that cannot be walked', async () => {
    const files = { walk: crash, read: () => Promise.reject(new TypeError(SECRET)) };
    const own: Feature = {
      serve: ({ connection, reports }) => connection.onRequest('test/all', () => reports.all()),
    };
    const { client, settled } = await start(own, { soon, files });
    await client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///nian', name: 'nian' }], removed: [] },
    });
    expect(await client.sendRequest('test/all', {})).toEqual([]);
    expect((await settled()).said).not.toContain(SECRET);
  });

  it('and what nobody could catch is logged by its name', async () => {
    let stray: ((error: unknown) => void) | undefined;
    const onStrayError: Platform['onStrayError'] = (listener) => {
      stray = listener;
    };
    const { settled } = await start({}, { onStrayError });
    for (const bad of BAD) stray?.(bad);
    const { log, said } = await settled();
    expect(log).toHaveLength(BAD.length);
    for (const line of log) expect(line).toMatch(/^服务器 出错：\w+$/);
    expect(said).not.toContain(SECRET);
  });
});

function logged(name: string): string {
  return `${name} 出错：TypeError`;
}
