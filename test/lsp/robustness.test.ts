// Odd documents and impatient clients: the server answers, and goes on.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { Client } from './client.js';
import { CORRECT, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';

describe('robustness', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(async () => {
    expect(await client.check(WRONG_TOTAL), 'it still works').toHaveLength(1);
    expect(client.logged).toEqual([]);
    await client.stop();
  });

  const bytes = Array.from({ length: 60_000 }, (_, i) => (i * 7919 + (i >> 3)) % 65_536);
  it.each([
    ['binary', String.fromCharCode(...bytes)],
    ['a huge report', CORRECT + '本镇公开信息12条，未收到申请。\n'.repeat(60_000)],
    ['one huge line', `${CORRECT}${'总计\t0\t'.repeat(100_000)}`],
    ['lone surrogates', `${CORRECT}\ud800\udc00\udfff\ud800`],
    ['only line ends', '\r\n'.repeat(100_000)],
    ['many opening brackets', `${CORRECT}${'（《〈“'.repeat(20_000)}`],
    ['a table that never ends', `${CORRECT}${'<table><tr><td>'.repeat(5_000)}`],
  ])('%s', async (_, text) => {
    await client.open(URI, text);
    expect((await client.pull(URI)).kind).toBe('full');
    expect(await client.symbols(URI)).toBeInstanceOf(Array);
    const start = { line: 0, character: 0 };
    expect(await client.codeActions(URI, { start, end: start })).toBeInstanceOf(Array);
  });

  it('answers for documents that are not open', async () => {
    const start = { line: 5, character: 0 };
    expect(await client.symbols(URI)).toBeNull();
    expect(await client.codeActions(URI, { start, end: start })).toBeNull();
  });

  it('lets a pull be cancelled, and answers the next one', async () => {
    await client.open(URI, WRONG_TOTAL);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI } };
    const cancelled = client.connection.sendRequest(
      'textDocument/diagnostic',
      params,
      source.token,
    );
    source.cancel();
    // it was either in time to be cancelled, or too late
    await cancelled.then(
      (report) => expect(report).toMatchObject({ kind: 'full' }),
      (error) => expect(error.code).toBe(-32800),
    );
    expect(await client.diagnostics(URI)).toHaveLength(1);
  });

  it('checks every document on its own', async () => {
    await client.open('file:///a', WRONG_TOTAL);
    await client.open('file:///b', CORRECT);
    const [a, b] = await Promise.all([
      client.diagnostics('file:///a'),
      client.diagnostics('file:///b'),
    ]);
    expect([a?.length, b?.length]).toEqual([1, 0]);
  });
});
