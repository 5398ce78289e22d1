// Files that leave the house, as an editor asks for them: exports, comments in Word files, and changes
// written back.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import {
  ANNOTATE,
  bytesOf,
  EXPORT,
  type MadeFile,
  type OfficeReport,
  OPEN_OFFICE,
  WRITE_BACK,
} from '../../server/src/lsp/protocol.js';
import { createReportService, factsOf } from '../../server/src/service/index.js';
import { wordDocument } from '../office/wordDocument.js';
import { commentedWords, differences, faultsOf } from '../office/writtenWord.js';
import { Client } from './client.js';
import { CORRECT, README, WRONG_TOTAL } from './texts.js';

const service = createReportService();
const facts = (text: string) => ({ ...factsOf(service.parse(text)), sections: [] });

let folder: string;
let client: Client;
const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
const ask = (method: string, params: unknown) =>
  client.connection.sendRequest<MadeFile>(method, params as object);
const made = (answer: MadeFile) => {
  if ('error' in answer) throw new Error(answer.error);
  return { ...answer, bytes: bytesOf(answer.base64) };
};

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-made-'));
  client = await Client.start({ folder: pathToFileURL(folder).href });
});
afterEach(async () => {
  await client.stop();
  fs.rmSync(folder, { recursive: true });
});

it('a report is exported as it stands in the editor, as a Word file and as a web page', async () => {
  const uri = uriOf('年报.txt');
  await client.open(uri, CORRECT);
  const word = made(await ask(EXPORT, { textDocument: { uri }, kind: 'docx' }));
  expect(facts(readDocx(word.bytes).text)).toEqual(facts(CORRECT));
  expect(word.left).toEqual([]);
  const page = made(await ask(EXPORT, { textDocument: { uri }, kind: 'html' }));
  const html = new TextDecoder().decode(page.bytes);
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).not.toContain('<script');
});

it('a Word file gets its findings as comments in a copy; the safe fixes as changes where wanted', async () => {
  const text = WRONG_TOTAL.replace('\n', '\n\n一、总体情况\n\n我镇及时布署，认真落实。\n\n');
  const original = wordDocument(text);
  fs.writeFileSync(path.join(folder, '年报.docx'), original);
  const uri = uriOf('年报.docx');
  const plain = made(await ask(ANNOTATE, { uri, changes: false }));
  expect(faultsOf(plain.bytes, '年报')).toEqual([]);
  expect(commentedWords(plain.bytes)).toContain('布署');
  expect(plain.done).toMatch(/^\d+ 条批注$/);
  expect(readDocx(plain.bytes).text).toBe(readDocx(original).text);
  const changed = made(await ask(ANNOTATE, { uri, changes: true }));
  expect(changed.done).toMatch(/^\d+ 条批注、1 处修订$/);
  expect(readDocx(changed.bytes).text).toContain('及时部署');
  expect(differences(original, changed.bytes)).not.toContain('word/styles.xml');
  expect(fs.readFileSync(path.join(folder, '年报.docx')).equals(original)).toBe(true);
});

it('what was changed in a text goes back into its Word file', async () => {
  fs.writeFileSync(path.join(folder, '年报.docx'), wordDocument(WRONG_TOTAL));
  const file = uriOf('年报.docx');
  const { text } = await client.connection.sendRequest<OfficeReport>(OPEN_OFFICE, { uri: file });
  const uri = uriOf('年报.txt');
  await client.open(uri, text);
  const params = { uri: file, textDocument: { uri } };
  expect(await ask(WRITE_BACK, params)).toEqual({ error: expect.stringContaining('没有要写回的') });
  const mended = text.replace(/\t9(?=\n)/, '\t6');
  expect(mended).not.toBe(text);
  await client.change(uri, { text: mended });
  const back = made(await ask(WRITE_BACK, params));
  expect(back).toMatchObject({ done: '1 处修订', left: [] });
  expect(readDocx(back.bytes).text.trim()).toBe(mended.trim());
});

it('what cannot be made says why', async () => {
  fs.writeFileSync(path.join(folder, '坏.docx'), 'x');
  fs.writeFileSync(path.join(folder, '说明.docx'), wordDocument(README));
  const errors = [
    await ask(ANNOTATE, { uri: uriOf('没有.docx'), changes: false }),
    await ask(ANNOTATE, { uri: uriOf('坏.docx'), changes: false }),
    await ask(ANNOTATE, { uri: uriOf('说明.docx'), changes: false }),
    await ask(EXPORT, { textDocument: { uri: uriOf('没有.txt') }, kind: 'docx' }),
    await ask(WRITE_BACK, {}),
  ];
  for (const answer of errors)
    expect(answer).toEqual({ error: expect.stringMatching(/\p{Script=Han}/u) });
});
