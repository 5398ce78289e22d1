// A cell and the words that state it, from either side.
import { describe, expect, it } from 'vitest';
import { FACTS, reportWith } from '../../../test/support/facts.js';
import { at, cell, cellNames, REPORT, words } from '../../../test/support/tour.js';
import { referencesAt, statedCellAt } from './references.js';

describe('references', () => {
  it('of a cell are the words that state it and what it is added into', () => {
    const found = referencesAt(REPORT, cell('1', 'total'), false);
    expect(found.map(words())).toEqual(['14件', '1']);
    expect(cellNames(found.slice(1))).toEqual(['4/total']);
    const own = referencesAt(REPORT, cell('1', 'total'), true);
    expect(cellNames(own)).toEqual(['no cell', '1/total', '4/total']);
  });

  it('of a term are its totals', () => {
    const found = referencesAt(REPORT, cell('3.1', 'natural'), false);
    expect(cellNames(found)).toEqual(['3.1/total', '3.7/natural']);
  });

  it('of a figure in the text are its cell and the other words that state it', () => {
    const report = reportWith('2023年，收到政府信息公开申请14件。受理信息公开申请13件。', FACTS);
    const found = referencesAt(report, at('14件', report), true);
    expect(found.map(words(report))).toEqual(['14件', '13件', '14', '1']);
  });

  it('of a sum in the text are all its cells', () => {
    const told = statedCellAt(REPORT, at('公开2件') + 2);
    expect(cellNames(told?.cells.map(({ span }) => span) ?? [])).toEqual([
      '3.3.4/total',
      '3.3.6/total',
    ]);
    expect(told?.mentions.map(words())).toEqual(['2件']);
  });

  it('of a claim that denies two things are the cells of both', () => {
    const report = reportWith('2023年，全年未发生行政复议、行政诉讼。', FACTS);
    const told = statedCellAt(report, at('未发生', report));
    expect(told?.mentions.map(words(report))).toEqual(['未发生行政复议、行政诉讼']);
    expect(told?.cells.map(({ row }) => row)).toEqual(['reconsideration', 'direct', 'afterReview']);
  });

  it('are none for a label, for words, for another year’s figure', () => {
    expect(statedCellAt(REPORT, at('（一）予以公开'))).toBeNull();
    expect(referencesAt(REPORT, at('我镇'), true)).toEqual([]);
    const report = reportWith('2022年，我镇收到政府信息公开申请14件。', FACTS);
    expect(statedCellAt(report, at('14件', report))).toBeNull();
    expect(statedCellAt(report, cell('1', 'total', report))?.mentions).toEqual([]);
  });
});
