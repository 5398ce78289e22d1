// Whatever is typed, the server's answer is that of a fresh check of the same text.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.js';
import { CORRECT, FAULTY, GENERATED, MARKDOWN } from './texts.js';

const PIECES = [
  ...[
    '0',
    '7',
    '12',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '　',
    '。',
    '总计',
    '三、',
    '（一）',
    '/',
  ],
  ...[
    '不分公开',
    '行政复议',
    '\n\n四、政府信息公开行政复议、行政诉讼情况\n\n',
    '```\n',
    '〔2021〕',
  ],
  ...['<table><tr><td>规章</td><td>0</td></tr></table>', '𠮷', '\u0000', '\ufeff', '⼯'],
];

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(
      { weight: 5, arbitrary: fc.nat(3) },
      { weight: 2, arbitrary: fc.nat(40) },
      fc.nat(3000),
    ),
    text: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }).map((pieces) => pieces.join('')),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('incremental edits', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start();
  });
  afterAll(() => client.stop());

  it('end in the state of a fresh check', async () => {
    const texts = fc.constantFrom(CORRECT, FAULTY, MARKDOWN, ...GENERATED);
    let n = 0;
    await fc.assert(
      fc.asyncProperty(texts, edits, fc.boolean(), async (text, list, together) => {
        const uri = `file:///edited-${++n}.txt`;
        const ours = TextDocument.create(uri, 'nianbao', 1, text);
        await client.open(uri, text);
        const changes = list.map(({ at, length, text }) => {
          const start = Math.floor(at * ours.getText().length);
          const range: Range = {
            start: ours.positionAt(start),
            end: ours.positionAt(start + length),
          };
          TextDocument.update(ours, [{ range, text }], ours.version + 1);
          return { range, text };
        });
        if (together) await client.change(uri, ...changes);
        else
          for (const change of changes) {
            await client.change(uri, change);
            void client.pull(uri).catch(() => {}); // as an editor does after each
          }
        const edited = await client.diagnostics(uri);
        await client.close(uri);
        await client.open(uri, ours.getText());
        expect(edited).toEqual(await client.diagnostics(uri));
        await client.close(uri);
      }),
      { numRuns: Number(process.env.NIANBAO_RUNS ?? 60) },
    );
    expect(client.logged).toEqual([]);
  });
});
