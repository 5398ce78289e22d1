// Settings: severities by rule, as the client is asked for them or as it sends them.
import { afterEach, describe, expect, it } from 'vitest';
import { Client, type Options, PULLS, WAITS } from './client.js';
import { WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';

describe('settings', () => {
  let client: Client;
  afterEach(() => client.stop());

  const severities = async (options: Options) => {
    client = await Client.start(options);
    return (await client.check(WRONG_TOTAL)).map(({ code, severity }) => [code, severity]);
  };

  it('turn a rule off: the next one that sees the fault tells it', async () => {
    const rules = { 'row-total': 'off', 'outcome-total': 'off' };
    expect(await severities({ settings: { rules } })).toEqual([['balance', 1]]);
  });

  it.each([
    ['hint', 4],
    ['info', 3],
    ['warning', 2],
    ['error', 1],
  ])('set the severity: %s', async (level, severity) => {
    const settings = { rules: { 'row-total': level } };
    expect(await severities({ settings })).toEqual([['row-total', severity]]);
  });

  it.each([null, 1, 'off', [], { rules: null }, { rules: 'off' }, { rules: { 'row-total': 7 } }])(
    'that make no sense are as none: %j',
    async (settings) => {
      expect(await severities({ settings })).toEqual([['row-total', 1]]);
    },
  );

  it('come with the initialization where the client cannot be asked', async () => {
    const capabilities = { textDocument: PULLS.textDocument };
    const settings = { rules: { 'row-total': 'hint' } };
    const options = { capabilities, initializationOptions: { settings } };
    expect(await severities(options)).toEqual([['row-total', 4]]);
  });

  it('are read anew when they change, and the client is told to pull', async () => {
    expect(await severities({})).toEqual([['row-total', 1]]);
    await client.open(URI, WRONG_TOTAL);
    const before = await client.pull(URI);
    client.settings = { rules: { 'row-total': 'info' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    const after = await client.pull(URI, before.resultId);
    expect(after).toMatchObject({ kind: 'full', items: [{ severity: 3 }] });
    expect(client.refreshes).toBe(1);
  });

  it('are pushed anew to a client that waits', async () => {
    client = await Client.start({ capabilities: WAITS });
    await client.open(URI, WRONG_TOTAL);
    await client.pushed(URI, 1);
    const settings = { nianbao: { rules: { 'row-total': 'hint' } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 4);
  });
});
