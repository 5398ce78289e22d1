// What a file was before, as an editor shows it beside the file: nothing is found in it, and it is no
// report of the workspace.
import { afterEach, describe, expect, it } from 'vitest';
import { KNOWN_REPORTS, type KnownReport } from '../../server/src/lsp/protocol.js';
import { Client, WAITS } from './client.js';
import { CORRECT, FAULTY, OTHER_YEAR_BEFORE, WRONG_TOTAL } from './texts.js';

const FILE = 'file:///w/2021.txt';
const EARLIER = [
  'git:/w/2021.txt?%7B%22path%22%3A%22/w/2021.txt%22%2C%22ref%22%3A%22~%22%7D',
  'gitfs:/w/2021.txt?ref=HEAD',
  'gitlens://7b2276223a317d/w/2021.txt',
  'review:/w/2021.txt?%7B%22commit%22%3A%22a%22%7D',
  'vscode-scm:git/scm0/input?rootUri=file%3A///w',
  'vscode-local-history:/w/2021.txt?%7B%7D',
  'GIT:/w/2021.txt',
];

describe('what a file was before', () => {
  let client: Client;
  afterEach(() => client.stop());
  const known = () => client.connection.sendRequest<KnownReport[]>(KNOWN_REPORTS);

  it.each(EARLIER)('has no findings and is not known: %s', async (uri) => {
    client = await Client.start();
    await client.open(FILE, WRONG_TOTAL);
    await client.open(uri, WRONG_TOTAL);
    expect(await client.diagnostics(uri)).toEqual([]);
    expect((await client.diagnostics(FILE)).map(({ code }) => code)).toContain('row-total');
    expect((await known()).map(({ uri }) => uri)).toEqual([FILE]);
    await client.change(uri, { text: FAULTY });
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await known()).toHaveLength(1);
  });

  it('is no report of last year', async () => {
    client = await Client.start();
    await client.open(FILE, CORRECT);
    await client.open('git:/w/2020.txt?ref', OTHER_YEAR_BEFORE);
    await known();
    const codes = async () => (await client.diagnostics(FILE)).map(({ code }) => code);
    expect(await codes()).not.toContain('carry-over');
    await client.open('file:///w/2020.txt', OTHER_YEAR_BEFORE);
    await known();
    expect(await codes()).toContain('carry-over');
  });

  it('is not told of where the client waits', async () => {
    client = await Client.start({ capabilities: WAITS });
    await client.open('git:/w/2021.txt?ref', WRONG_TOTAL);
    await client.open(FILE, WRONG_TOTAL);
    await client.until(() => client.published.some(({ uri }) => uri === FILE));
    expect(client.published.filter(({ diagnostics }) => diagnostics.length > 0)).toMatchObject([
      { uri: FILE },
    ]);
  });

  it.each([
    'untitled:Untitled-1',
    'vscode-vfs://github/org/repo/2021.txt',
    'vscode-remote://wsl%2Bubuntu/w/2021.txt',
    'memfs:/w/2021.txt?git',
    'github1s://org/2021.txt',
    'file:///git/review/2021.txt',
    'gitter:/2021.txt',
  ])('is told from what it is: %s', async (uri) => {
    client = await Client.start();
    await client.open(uri, WRONG_TOTAL);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toContain('row-total');
    expect((await known()).map(({ uri }) => uri)).toEqual([uri]);
  });
});
