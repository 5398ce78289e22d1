// The form as a client gets it, and figures typed into it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FillAnswer, FormTable, FormView, OffsetEdit } from '../../server/src/lsp/protocol.js';
import { nthReport } from '../generate/report.js';
import { Client } from './client.js';
import { CORRECT, README, WRONG_TOTAL } from './texts.js';

const URI = 'file:///云水镇/2021.txt';
const HTML = 'file:///年报.html';
const html = nthReport(0, 'html').text;

let client: Client;
beforeEach(async () => {
  client = await Client.start();
});
afterEach(() => client.stop());

const formOf = (uri = URI) =>
  client.connection.sendRequest<FormView | null>('nianbao/form', { textDocument: { uri } });
const fill = (uri: string, fills: unknown) =>
  client.connection.sendRequest<FillAnswer | null>('nianbao/fill', {
    textDocument: { uri },
    fills,
  });
const cells = (view: FormView | null) =>
  view?.blocks
    .filter((block): block is FormTable => block.kind === 'table')
    .flatMap(({ rows }) => rows.flat()) ?? [];
const NATURAL = { table: 'requests', row: '1', column: 'natural' };

/** Edits of a text, whose places do not meet. */
function applied(text: string, edits: readonly OffsetEdit[]): string {
  const inOrder = [...edits].sort((a, b) => b.start - a.start);
  return inOrder.reduce(
    (all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end),
    text,
  );
}

describe('the form', () => {
  it('has the report with its findings and their first fixes', async () => {
    await client.open(URI, WRONG_TOTAL);
    const view = await formOf();
    expect(view).toMatchObject({ version: 1, recognized: true, year: 2021 });
    const [wrong] = cells(view).filter(({ findings }) => findings.length > 0);
    const finding = view?.findings[wrong?.findings[0] ?? -1];
    expect(finding).toMatchObject({ severity: 'error', grade: '错误' });
    const mended = applied(WRONG_TOTAL, finding?.fix?.edits ?? []);
    await client.change(URI, { text: mended });
    expect((await formOf())?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['what is no report', README, false],
    ['nothing', '', false],
  ])('of %s says so', async (_, text, recognized) => {
    await client.open(URI, text);
    expect(await formOf()).toMatchObject({ recognized, findings: [] });
  });

  it('of a page has the places of the page', async () => {
    await client.open(HTML, html, 'html');
    const figures = cells(await formOf(HTML)).filter(({ figure, text }) => figure && text !== '');
    expect(figures.length).toBeGreaterThan(100);
    for (const { text, span } of figures) expect(html.slice(span?.start, span?.end)).toBe(text);
  });

  it('of what is closed is null', async () => {
    expect(await formOf('file:///none.txt')).toBeNull();
    expect(await fill('file:///none.txt', [{ ...NATURAL, text: '1' }])).toBeNull();
  });
});

describe('a figure', () => {
  it('is written where its cell stands', async () => {
    await client.open(URI, CORRECT);
    const answer = await fill(URI, [{ ...NATURAL, text: '7' }]);
    if (!answer || 'refused' in answer) return expect.fail('refused');
    expect(answer.version).toBe(1);
    expect(applied(CORRECT, answer.edits)).toBe(CORRECT.replace(/(申请数量\t\t\t)5/, '$17'));
  });

  it('is written into a page', async () => {
    await client.open(HTML, html, 'html');
    const before = cells(await formOf(HTML)).find(({ figure }) => figure?.row === '1');
    const answer = await fill(HTML, [{ ...NATURAL, text: '77' }]);
    if (!answer || 'refused' in answer) return expect.fail('refused');
    const after = applied(html, answer.edits);
    const { start = 0, end = 0 } = before?.span ?? {};
    expect(after).toBe(`${html.slice(0, start)}77${html.slice(end)}`);
  });

  it.each([
    [[{ ...NATURAL, text: '1|2' }]],
    [[{ ...NATURAL, row: 'none', text: '1' }]],
    [[{ table: '__proto__', row: '1', column: 'natural', text: '1' }]],
  ])('is refused with a reason: %j', async (fills) => {
    await client.open(URI, CORRECT);
    expect(await fill(URI, fills)).toMatchObject({ refused: expect.stringMatching(/。$/) });
  });
});
