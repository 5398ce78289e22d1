// Diagnostics for clients that cannot pull: told after each change, and never twice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client, WAITS } from './client.js';
import { CORRECT, README, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';
const START = { line: 0, character: 0 };

describe('push', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ capabilities: WAITS });
  });
  afterEach(() => client.stop());

  it('tells after opening, after a change, and clears on closing', async () => {
    await client.open(URI, WRONG_TOTAL);
    expect(await client.pushed(URI, 1)).toMatchObject([{ code: 'row-total' }]);
    const version = await client.change(URI, { text: CORRECT });
    expect(await client.pushed(URI, version)).toEqual([]);
    await client.change(URI, { text: WRONG_TOTAL });
    await client.close(URI);
    await client.until(() => client.published.at(-1)?.version === undefined);
    expect(client.published.at(-1)).toEqual({ uri: URI, diagnostics: [] });
  });

  it('answers a burst of edits with its last state', async () => {
    await client.open(URI, WRONG_TOTAL);
    let version = 1;
    for (let i = 0; i < 50; i++)
      version = await client.change(URI, { range: { start: START, end: START }, text: '\n' });
    const [diagnostic] = await client.pushed(URI, version);
    const [fresh] = await client.pushed(
      URI,
      await client.change(URI, { text: '\n'.repeat(50) + WRONG_TOTAL }),
    );
    expect(diagnostic).toEqual(fresh);
    expect(client.published.length).toBeLessThan(50);
  });

  it('tells nothing but an empty list of what is no report', async () => {
    await client.open(URI, README, 'markdown');
    expect(await client.pushed(URI, 1)).toEqual([]);
  });

  it('is not done for a client that pulls', async () => {
    const pulling = await Client.start();
    await pulling.check(WRONG_TOTAL);
    expect(pulling.published).toEqual([]);
    await pulling.stop();
  });
});
