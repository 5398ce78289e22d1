// What the server tells the status bar, and to whom.
import { afterEach, describe, expect, it } from 'vitest';
import { Client, WAITS } from './client.js';
import { CORRECT, README, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';

describe('nianbao/status', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('counts findings and relations', async () => {
    client = await Client.start({ initializationOptions: { status: true } });
    await client.open(URI, WRONG_TOTAL);
    await client.pull(URI);
    expect(await client.until(() => client.statuses.at(-1))).toEqual({
      uri: URI,
      recognized: true,
      organization: '青禾县云水镇人民政府',
      year: 2021,
      template: '2021',
      counts: { error: 1, warning: 0, info: 0, hint: 0 },
      open: { prompts: 0, cells: 0 },
      relations: { held: 40, broken: 2, unknown: 0 },
    });
    await client.change(URI, { text: CORRECT });
    await client.pull(URI);
    expect(client.statuses.at(-1)?.relations).toEqual({ held: 42, broken: 0, unknown: 0 });
    await client.change(URI, { text: README });
    await client.pull(URI);
    expect(client.statuses.at(-1)?.recognized).toBe(false);
  });

  it('comes with pushed diagnostics too', async () => {
    client = await Client.start({ capabilities: WAITS, initializationOptions: { status: true } });
    await client.open(URI, CORRECT);
    await client.until(() => client.statuses.length > 0);
  });

  it('is sent to nobody who has not asked', async () => {
    client = await Client.start();
    await client.check(CORRECT);
    expect(client.statuses).toEqual([]);
  });
});
