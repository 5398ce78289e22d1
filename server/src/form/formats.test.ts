import { describe, expect, it } from 'vitest';
import { CITED_DOCUMENTS, numberOf } from './documents.js';
import {
  columnKeysOf,
  FORMATS,
  GROUP,
  isSideBySide,
  isStacked,
  labelSpecs,
  membersOf,
  OUTCOME,
  partsOf,
  placeOfHead,
  printedWidth,
  ROW,
  rowKeysOf,
  rowsOf,
  TABLE_KEYS,
  tableOf,
  templateOfYear,
} from './formats.js';
import { formatNotice } from './preamble.js';

const requests = tableOf('2021', 'requests');
const review = tableOf('2021', 'review');
const disclosure = tableOf('2021', 'disclosure');
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

describe('the formats', () => {
  it('stand in the order of their years, each named by its first', () => {
    const years = FORMATS.map(({ since }) => since);
    expect(years).toEqual([...new Set(years)].sort());
    for (const { id, since } of FORMATS) {
      expect(id).toBe(String(since));
      expect(templateOfYear(since)).toBe(id);
    }
    expect([2008, 2018, 2019, 2020, 2021, 2050].map(templateOfYear)).toEqual([
      '2019',
      '2019',
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
  });

  it('each have a notice that is cited until the next one', () => {
    expect(CITED_DOCUMENTS.slice(0, 2).map(numberOf)).toEqual([
      '国办公开办函〔2021〕30号',
      '国办公开办函〔2019〕60号',
    ]);
    expect([2020, 2021].map((year) => formatNotice(year).until)).toEqual([2020, undefined]);
  });

  it('have the rows that are asked for by what they are', () => {
    for (const { tables } of FORMATS) {
      const all = TABLE_KEYS.flatMap((key) => keys(rowsOf(tables[key])));
      for (const key of Object.values(ROW)) expect(all).toContain(key);
      for (const key of Object.values(GROUP))
        expect(membersOf(tables.requests, key).length).toBeGreaterThan(0);
    }
  });

  it('print their tables alike', () => {
    for (const { tables } of FORMATS)
      for (const key of TABLE_KEYS) {
        const { blocks, sideBySide = false, labelColumns } = tables[key];
        expect([blocks.length > 1, sideBySide]).toEqual([isStacked(key), isSideBySide(key)]);
        expect(labelColumns).toBe(tableOf('2021', key).labelColumns);
      }
  });

  it('have heads and columns for every group that a row or column stands under', () => {
    for (const { tables } of FORMATS)
      for (const key of TABLE_KEYS) {
        const labels = [...labelSpecs(tables[key])];
        const heads = labels.flatMap(({ kind, spec }) => (kind === 'group' ? [spec.key] : []));
        const members = tables[key].blocks.flatMap(({ columns, rows }) => [...columns, ...rows]);
        for (const { groups = [] } of members)
          for (const group of groups) expect(heads).toContain(group);
      }
  });

  it('add up totals of the others alone', () => {
    for (const { relations } of FORMATS)
      for (const { rule, left, right } of relations)
        if (rule !== 'balance') expect(right).not.toContainEqual(left[0]);
  });

  it.each([
    // rows of 三, two for each of its columns, rows of 四; its columns, and two for each row in force
    ['2019', 23 + 14 + 3, 7],
    ['2021', 25 + 14 + 3, 7 + 4],
  ] as const)('%s has so many relations', (id, within, over) => {
    const format = FORMATS.find((one) => one.id === id);
    expect(format?.relations).toHaveLength(within);
    expect(format?.overYears).toHaveLength(over);
  });
});

const requestsOf = (id: '2019' | '2021') => tableOf(id, 'requests');

describe('a table', () => {
  it('knows the rows of a group, totals aside', () => {
    expect(keys(membersOf(requests, '3.4'))).toEqual(['3.4.1', '3.4.2', '3.4.3']);
    expect(keys(membersOf(requests, OUTCOME))).not.toContain(ROW.finished);
    expect(keys(membersOf(requests, '3.6'))).toEqual(['3.6.1', '3.6.2', '3.6.3']);
    expect(keys(membersOf(requestsOf('2019'), '3.6'))).toEqual(['3.6']);
    expect(rowKeysOf(review, 'litigation')).toEqual(['direct', 'afterReview']);
    expect(rowKeysOf(requests, 'unheard-of')).toEqual(['unheard-of']);
  });

  it('knows the columns under a head, and a column itself', () => {
    expect(columnKeysOf(requests, 'organizations')).toEqual([
      'business',
      'research',
      'charity',
      'legal',
      'other',
    ]);
    expect(columnKeysOf(requests, 'natural')).toEqual(['natural']);
    expect(columnKeysOf(requests, 'unheard-of')).toEqual(['unheard-of']);
  });

  it('falls into parts', () => {
    expect(partsOf(review).map(({ label }) => label)).toEqual(['行政复议', '行政诉讼']);
    expect(partsOf(requests, OUTCOME).map(({ label, rows }) => `${label} ${rows.length}`)).toEqual([
      '予以公开 1',
      '部分公开 1',
      '不予公开 8',
      '无法提供 3',
      '不予处理 5',
      '其他处理 3',
    ]);
  });

  it('has its places in print', () => {
    expect([disclosure, requests, review].map(printedWidth)).toEqual([4, 10, 15]);
    expect(placeOfHead(requests, 'applicants')).toBe(3);
    expect(placeOfHead(requests, 'organizations')).toBe(4);
    expect(placeOfHead(requests, OUTCOME)).toBe(0);
    expect(placeOfHead(requests, '3.4')).toBe(1);
    expect(placeOfHead(review, 'litigation')).toBe(5);
    expect(placeOfHead(review, 'afterReview')).toBe(10);
    expect(placeOfHead(disclosure, 'unheard-of')).toBeNull();
  });
});
