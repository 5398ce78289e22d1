// Which cell is to blame: none where a figure beside it cannot be read.
import { describe, expect, it } from 'vitest';
import { swap } from '../../../test/support/swap.js';
import { tableLenses } from '../features/codeLens.js';
import { parseReport } from '../reading/parse.js';
import { filledWith } from '../rules/examples.js';
import { headingOf, sectionSpec, writeTable } from '../writing/writeTable.js';
import { faultsOf } from './faults.js';

/** 新收 9 (自然人 7, 商业企业 2), 予以公开 all of them; rows by key, else zeros. */
const REQUESTS: Readonly<Record<string, string>> = {
  '1': '7 2 0 0 0 0 9',
  '3.1': '7 2 0 0 0 0 9',
  '3.7': '7 2 0 0 0 0 9',
};

function report(rows: Readonly<Record<string, string>>) {
  const table = writeTable('requests', {
    template: '2021',
    layout: 'tab',
    eol: '\n',
    fill: filledWith('requests', { ...REQUESTS, ...rows }, '2021'),
  });
  return parseReport(`${headingOf(sectionSpec(3))}\n\n${table}\n`);
}

const blamed = (rows: Readonly<Record<string, string>>) =>
  faultsOf(report(rows)).map(({ culprit, cellFixes }) => ({
    culprit: culprit && `${culprit.cell.row} ${culprit.cell.column} ${culprit.value}`,
    offers: cellFixes.map(({ cell, value }) => `${cell.row} ${cell.column} ${value}`),
  }));

const lensFixes = (rows: Readonly<Record<string, string>>) =>
  tableLenses(report(rows)).filter(({ action }) => action?.kind === 'fix').length;

describe('a figure that can be read is not wiped for one that cannot', () => {
  it.each([
    ['words further on in its row', { '3.5.2': '1 若干 0 0 0 0 0' }],
    ['words before its total', { '3.5.2': '约3 0 0 0 0 0 3' }],
    ['a blank further on in its row', { '3.5.2': '1 _ 0 0 0 0 _' }],
    ['a sign for nothing in its row', { '3.5.2': '1 / 0 0 0 0 0' }],
    ['two numbers in one cell of its row', { '3.5.2': '1 2、3 0 0 0 0 0' }],
    ['words in its column', { '3.5.2': '1 0 0 0 0 0 0', '3.1': '若干 2 0 0 0 0 9' }],
  ])('%s', (_, rows) => {
    const found = blamed(rows);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ culprit }) => culprit !== null)).toEqual([]);
    const wiping = found.flatMap(({ offers }) => offers).filter((offer) => offer.endsWith(' 0'));
    expect(wiping.filter((offer) => /^3\.5\.2 (natural|total)/.test(offer))).toEqual([]);
    expect(lensFixes(rows)).toBe(0);
  });
});

describe('the one cell to blame is named', () => {
  it.each([
    ['where all can be read', { '3.5.2': '1 0 0 0 0 0 0' }, '3.5.2 natural 0'],
    ['a total', { '3.5.2': '0 0 0 0 0 0 3' }, '3.5.2 total 0'],
    ['a term whose total is only blank', { '3.5.2': '1 0 0 0 0 0 _' }, '3.5.2 natural 0'],
    ['a sum', { '3.7': '7 2 0 0 0 0 8' }, '3.7 total 9'],
    [
      'where words stand in another row and column',
      { '3.5.2': '1 0 0 0 0 0 0', '3.3.1': '0 0 0 若干 0 0 _' },
      '3.5.2 natural 0',
    ],
    [
      'where a row is blank save its total of 0: these are zeros',
      { '3.5.2': '1 0 0 0 0 0 0', '3.3.1': '_ _ _ _ _ _ 0' },
      '3.5.2 natural 0',
    ],
    ['where 12件 is a number', { '3.5.2': '1件 0 0 0 0 0 0' }, '3.5.2 natural 0'],
  ])('%s', (_, rows, culprit) => {
    expect(blamed(rows).map((found) => found.culprit)).toEqual([culprit]);
    expect(lensFixes(rows)).toBe(1);
  });

  it('where a whole row is lost: nothing that was written is in doubt', () => {
    const { text } = report({ '3.7': '7 3 0 0 0 0 9' });
    const lost = parseReport(swap(text, '\n四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0', ''));
    expect(faultsOf(lost).map(({ culprit }) => culprit?.value)).toEqual([2]);
  });
});
