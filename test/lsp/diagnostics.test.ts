// Diagnostics that the client pulls: what each carries, and when there are none.
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { Client } from './client.js';
import { CORRECT, FAULTY, MARKDOWN, README, WRONG_TOTAL } from './texts.js';

const URI = 'file:///年报.txt';
const codes = (diagnostics: Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('diagnostics', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(() => client.stop());

  it('carry source, code, severity, message, place, related places and the way to the rule', async () => {
    await client.open(URI, WRONG_TOTAL);
    const [diagnostic, ...others] = await client.diagnostics(URI);
    expect(others).toEqual([]);
    const lines = WRONG_TOTAL.split('\n');
    const line = lines.findIndex((text) => text.startsWith('一、本年新收'));
    const character = (lines[line] as string).length - 1;
    expect(diagnostic).toMatchObject({
      source: '年报',
      code: 'row-total',
      severity: 1,
      range: { start: { line, character }, end: { line, character: character + 1 } },
      data: { at: { table: 'requests', row: '1', column: 'total' } },
    });
    expect(diagnostic?.message).toMatch(/9.*6/);
    expect(diagnostic?.codeDescription?.href).toBe(
      pathToFileURL(`${import.meta.dirname}/../../docs/rules/row-total.md`).href,
    );
    for (const { location, message } of diagnostic?.relatedInformation ?? []) {
      expect(location.uri).toBe(URI);
      expect(message).not.toBe('');
    }
  });

  it('link to where the client wants', async () => {
    const other = await Client.start({
      initializationOptions: { ruleHref: 'command:x?%22{rule}%22' },
    });
    const [diagnostic] = await other.check(WRONG_TOTAL);
    expect(diagnostic?.codeDescription?.href).toBe('command:x?%22row-total%22');
    await other.stop();
  });

  it('are none in a correct report', async () => {
    expect(await client.check(CORRECT)).toEqual([]);
  });

  it('are found in Markdown and plain text too', async () => {
    expect(codes(await client.check(MARKDOWN, 'markdown'))).toContain('row-total');
    expect(codes(await client.check(FAULTY, 'plaintext'))).toContain('row-total');
  });

  it.each([
    ['a README', README, 'markdown'],
    ['an empty document', '', 'nianbao'],
    ['white space', '\n\n \t\r\n\u3000', 'nianbao'],
    ['a report in a code fence', `# 示例\n\n\`\`\`\n${WRONG_TOTAL}\`\`\`\n`, 'markdown'],
    ['a report between waves', `# 示例\n\n~~~ text\n\`\`\`\n${WRONG_TOTAL}~~~\n`, 'markdown'],
    ['a report quoted as code', `> ~~~\n${WRONG_TOTAL.replace(/^/gm, '> ')}\n> ~~~\n`, 'markdown'],
  ])('are none in %s', async (_, text, language) => {
    expect(await client.check(text, language)).toEqual([]);
  });

  it.each([
    ['in a list', '- 下载地址：\n\n  ```\n  一、例子\n'],
    ['on the line of an item', '1. ```\n   一、例子\n'],
    ['in a quotation', '> ```\n> 一、例子\n'],
    ['that is a span of words', '```年报```可在网站下载。\n'],
    ['of waves that is closed', '~~~\n```\n~~~\n'],
  ])('are none in a correct report behind code %s', async (_, code) => {
    const text = CORRECT.replace('\n\n一、', `\n\n${code}\n一、`);
    expect(text).not.toBe(CORRECT);
    expect(codes(await client.check(text, 'markdown'))).toEqual([]);
    const wrong = WRONG_TOTAL.replace('\n\n一、', `\n\n${code}\n一、`);
    expect(codes(await client.check(wrong, 'markdown'))).toEqual(['row-total']);
  });

  it('answer “unchanged” where nothing has changed', async () => {
    await client.open(URI, WRONG_TOTAL);
    const first = await client.pull(URI);
    const again = await client.pull(URI, first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });

    // an edit after the last finding leaves it where it is
    const end = { line: 10_000, character: 0 };
    await client.change(URI, { range: { start: end, end }, text: '\n' });
    expect(await client.pull(URI, first.resultId)).toMatchObject({ kind: 'unchanged' });

    // an edit before it moves it
    const start = { line: 0, character: 0 };
    await client.change(URI, { range: { start, end: start }, text: '\n' });
    const moved = await client.pull(URI, first.resultId);
    expect(moved.kind).toBe('full');
    expect(moved.resultId).not.toBe(first.resultId);
  });

  it('are none in a document that is closed or unknown', async () => {
    await client.open(URI, WRONG_TOTAL);
    await client.close(URI);
    expect(await client.diagnostics(URI)).toEqual([]);
    expect(await client.diagnostics('file:///unknown.txt')).toEqual([]);
  });

  it.each(['\n', '\r\n', '\r'])('stand at their place with line ends %j and a BOM', async (end) => {
    const text = `\ufeff${WRONG_TOTAL.replaceAll('\n', end)}`;
    const [diagnostic] = await client.check(text);
    const [plain] = await client.check(WRONG_TOTAL);
    expect(diagnostic?.range).toEqual(plain?.range);
  });

  it('never include a word of the document in the log', async () => {
    await client.check(WRONG_TOTAL);
    await client.check(MARKDOWN, 'markdown');
    expect(client.logged).toEqual([]);
  });
});
