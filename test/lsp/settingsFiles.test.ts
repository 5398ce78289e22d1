// Settings files of folders as nobody should write them: told or harmless, and the report is checked. One
// server for all, each of which has a folder of its own.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folder } from '../cli/cli.js';
import { HARMLESS, USELESS } from '../settings.js';
import { Client, PULLS } from './client.js';
import { WRONG_TOTAL } from './texts.js';

const CONFIG = '.nianbao.json';

let client: Client;
let root: string;
beforeAll(async () => {
  root = folder({});
  client = await Client.start({ capabilities: PULLS, folder: pathToFileURL(root).href });
});
afterAll(() => client.stop());

let count = 0;
/** What the report of a folder with these settings has, and what is told meanwhile. */
const told = async (text: string, openText?: string) => {
  const own = path.join(root, `${++count}`);
  fs.mkdirSync(own);
  fs.writeFileSync(path.join(own, CONFIG), text);
  const before = client.shown.length;
  const uriOf = (name: string) => pathToFileURL(path.join(own, name)).href;
  if (openText !== undefined) await client.open(uriOf(CONFIG), openText, 'jsonc');
  const uri = uriOf('a.txt');
  await client.open(uri, WRONG_TOTAL);
  const found = (await client.diagnostics(uri)).map(({ code, severity }) => [code, severity]);
  await client.close(uri);
  if (openText !== undefined) await client.close(uriOf(CONFIG));
  return { found, shown: client.shown.slice(before) };
};

it.each(USELESS)('that are %s are told, the report is checked', async (_, text, word) => {
  const { found, shown } = await told(text);
  expect(found).toEqual([['row-total', 1]]);
  expect(shown).toEqual([expect.stringContaining(CONFIG)]);
  expect(shown[0]).toContain(word);
  expect(shown[0]?.length).toBeLessThan(400);
});

it.each(USELESS)('may become %s while they are open', async (_, text) => {
  const { found } = await told('{"rules":{"row-total":"info"}}', text);
  expect(found).toEqual([['row-total', 3]]); // what was saved last holds
});

it.each(HARMLESS)('with %s do no harm', async (_, text) => {
  expect(await told(text)).toEqual({ found: [['row-total', 1]], shown: [] });
});
