// Whatever a handler does, the client gets an answer and the log no word of what was read.
import { describe, expect, it } from 'vitest';
import { type Connection, LSPErrorCodes } from 'vscode-languageserver';
import { attempt, inBackground, safely } from './handlers.js';
import { Refusal } from './refusal.js';

type Handler = (...given: unknown[]) => unknown;

/** A connection that keeps what is registered with it. */
function connection() {
  const handlers = new Map<string, Handler>();
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  const log: string[] = [];
  const raw = {
    onHover: keep('hover'),
    onInitialize: keep('initialize'),
    onRequest: (type: string | { method: string }, handler: Handler) =>
      void handlers.set(typeof type === 'string' ? type : type.method, handler),
    languages: { diagnostics: { on: keep('diagnostics') }, inlayHint: { on: keep('inlayHint') } },
    workspace: { onDidChangeWorkspaceFolders: keep('folders') },
    sendNotification: () => 'sent',
  };
  const safe = safely(raw as unknown as Connection, (line) => log.push(line));
  return { safe, log, call: (name: string, ...given: unknown[]) => handlers.get(name)?.(...given) };
}

const crash = () => {
  throw new TypeError('某镇的秘密');
};

describe('handlers', () => {
  it('that throw answer null, and are logged by name', async () => {
    const { safe, log, call } = connection();
    safe.onHover(crash);
    safe.onRequest('nianbao/paste', async () => crash());
    safe.onRequest({ method: 'nianbao/field' } as never, () => Promise.reject('某镇的秘密'));
    safe.languages.inlayHint.on(crash);
    safe.workspace.onDidChangeWorkspaceFolders(crash);
    for (const name of ['hover', 'nianbao/paste', 'nianbao/field', 'inlayHint'])
      expect(await call(name, {})).toBeNull();
    expect(await call('folders', {})).toBeUndefined();
    expect(log).toEqual([
      'Hover 出错：TypeError',
      'nianbao/paste 出错：TypeError',
      'nianbao/field 出错：string',
      'inlayHint 出错：TypeError',
      'workspaceDidChangeWorkspaceFolders 出错：TypeError',
    ]);
  });

  it('answer as they like where they do not', async () => {
    const { safe, log, call } = connection();
    safe.onHover((...given: unknown[]) => ({ contents: given.length.toString() }));
    expect(await call('hover', { textDocument: { uri: 'file:///a' } }, 'token')).toEqual({
      contents: '2',
    });
    expect(safe.sendNotification('x')).toBe('sent');
    safe.onRequest('x', () => {
      throw new Refusal(LSPErrorCodes.RequestCancelled, 'cancelled');
    });
    await expect(call('x')).rejects.toThrow('cancelled');
    expect(log).toEqual([]);
  });

  it('do not take findings away because they have failed', async () => {
    const { safe, call } = connection();
    safe.languages.diagnostics.on(crash);
    await expect(call('diagnostics', {})).rejects.toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: false },
    });
  });

  it.each([
    null,
    'textDocument',
    5,
    { textDocument: null },
    { textDocument: { uri: 5 } },
    { position: { line: -1, character: 0 } },
    { position: { line: 0.5, character: 0 } },
    { position: { line: 0, character: 2 ** 31 } },
    { range: { start: { line: 0, character: 0 } } },
    { positions: {} },
    { contentChanges: [{ text: 5 }] },
  ])('never see %j', async (params) => {
    const { safe, call } = connection();
    const seen: unknown[] = [];
    safe.onHover((params) => void seen.push(params));
    await expect(call('hover', params)).rejects.toMatchObject({ code: -32602 });
    expect(seen).toEqual([]);
    await call('hover', { position: { line: 0, character: 2 ** 31 - 1 } });
    await call('hover', { contentChanges: [{ text: '' }], positions: [], other: null });
    expect(seen).toHaveLength(2);
  });

  it('of what is only told pass over what is unsound', async () => {
    const { safe, log, call } = connection();
    const seen: unknown[] = [];
    safe.workspace.onDidChangeWorkspaceFolders((event) => void seen.push(event));
    for (const odd of [null, 5, '某镇的秘密']) expect(await call('folders', odd)).toBeUndefined();
    await call('folders', { added: [], removed: [] });
    expect(seen).toHaveLength(1);
    expect(new Set(log)).toEqual(
      new Set(['workspaceDidChangeWorkspaceFolders 的参数不符合 LSP，已略过']),
    );
  });

  it('that take nothing may be given null', async () => {
    const { safe, call } = connection();
    safe.onRequest('nianbao/ping', () => 'pong');
    expect(await call('nianbao/ping', null)).toBe('pong');
    expect(await call('nianbao/ping')).toBe('pong');
    await expect(call('nianbao/ping', 5)).rejects.toMatchObject({ code: -32602 });
  });

  it('of initialize refuse to start, in words of ours', async () => {
    const { safe, log, call } = connection();
    safe.onInitialize(crash);
    await expect(call('initialize', {})).rejects.toMatchObject({ message: '启动时出错' });
    expect(log).toEqual(['Initialize 出错：TypeError']);
  });

  it('may be attempted', async () => {
    const log: string[] = [];
    const keep = (line: string) => void log.push(line);
    expect(attempt('a', crash, keep)).toBeUndefined();
    expect(attempt('b', () => 5, keep)).toBe(5);
    await inBackground('c', async () => crash(), keep);
    await inBackground('d', async () => 5, keep);
    expect(log).toEqual(['a 出错：TypeError', 'c 出错：TypeError']);
  });
});
