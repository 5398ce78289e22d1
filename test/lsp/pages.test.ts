// What must agree, and what pictures show, as a client asks for it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CHARTS,
  type ChartsView,
  RELATIONS,
  type RelationsView,
} from '../../server/src/lsp/protocol.js';
import { nthReport } from '../generate/report.js';
import { Client, PULLS } from './client.js';
import { CORRECT, README, swap, YEAR_BEFORE } from './texts.js';

const URI = 'file:///云水镇/2021.txt';
const LAST = 'file:///云水镇/2020.txt';
const HTML = 'file:///年报.html';

let client: Client;
beforeEach(async () => {
  client = await Client.start({ capabilities: PULLS });
});
afterEach(() => client.stop());

const relations = (uri = URI) => client.ask<RelationsView | null>(RELATIONS, uri);
const charts = (uri = URI) => client.ask<ChartsView | null>(CHARTS, uri);

/** Opens both reports, and asks until they are known to belong together. */
async function openBoth(): Promise<void> {
  await client.open(LAST, YEAR_BEFORE);
  await client.open(URI, CORRECT);
  const knowsBoth = async () => (await charts())?.charts.at(-1)?.kind === 'years';
  for (let known = await knowsBoth(); !known; known = await knowsBoth());
}

describe('the list of relations', () => {
  it('has places in the text and in last year’s', async () => {
    await openBoth();
    const view = await relations();
    const carried = view?.groups.find(({ title }) => title.includes('上年“结转下年度”'));
    const total = carried?.relations.find(({ name }) => name === '总计');
    expect(total?.state).toBe('held');
    const { place, before } = total ?? {};
    expect(CORRECT.slice(place?.start, place?.end)).toBe('1');
    expect(before?.uri).toBe(LAST);
    expect(YEAR_BEFORE.slice(before?.start, before?.end)).toBe('1');
    expect(view?.version).toBe(1);
  });

  it('has the places of a web page', async () => {
    const { text: html } = nthReport(3, 'html');
    await client.open(HTML, html, 'html');
    const view = await relations(HTML);
    const [first] = view?.groups[0]?.relations ?? [];
    expect(first?.state).toBe('held');
    const { start = 0, end = 0 } = first?.place ?? {};
    expect(Number(html.slice(start, end))).not.toBeNaN();
    expect(end).toBeGreaterThan(start);
  });

  it.each([
    ['no report', README],
    ['nothing', ''],
  ])('is null of %s', async (_, text) => {
    await client.open(URI, text);
    expect(await relations()).toBeNull();
    expect(await charts()).toBeNull();
  });

  it('is null of what is not open', async () => {
    expect(await relations()).toBeNull();
    expect(await charts()).toBeNull();
  });
});

describe('pictures', () => {
  it('have the years that are known, and whose they are', async () => {
    await openBoth();
    const view = await charts();
    expect(view).toMatchObject({ organization: '青禾县云水镇人民政府', year: 2021, version: 1 });
    expect(view?.charts.map(({ kind }) => kind)).toEqual(['flow', 'bars', 'bars', 'years']);
    expect(view?.charts.at(-1)).toMatchObject({ years: [2020, 2021] });
  });

  it('are not drawn of a table that does not add up', async () => {
    await client.open(URI, swap(CORRECT, '\t5\t1\t0\t0\t0\t0\t6', '\t5\t1\t0\t0\t0\t0\t7'));
    const view = await charts();
    expect(new Set(view?.charts.map(({ kind }) => kind))).toEqual(new Set(['none']));
  });
});
