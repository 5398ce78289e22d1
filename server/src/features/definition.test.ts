// From totals, figures of the text and 上年结转 to where they come from.

import { describe, expect, it } from 'vitest';
import { FACTS, reportWith } from '../../../test/support/facts.js';
import { at, cell, cellNames, REPORT, SENTENCE, words } from '../../../test/support/tour.js';
import { tableOf } from '../form/formats.js';
import { carriedOutRow } from '../judging/overYears.js';
import { parseReport } from '../reading/parse.js';
import { definitionAt } from './definition.js';

const targets = (offset: number) => definitionAt(REPORT, offset)?.targets.map(({ span }) => span);
const cells = (offset: number) => cellNames(targets(offset) ?? []);
const ROW = ['natural', 'business', 'research', 'charity', 'legal', 'other'];
const OUTCOMES = tableOf('2021', 'requests')
  .blocks[0]?.rows.map(({ key }) => key)
  .filter((key) => key.startsWith('3.') && key !== '3.7') as string[];

describe('definition', () => {
  it.each([
    ['a row total', cell('1', 'total'), ROW.map((column) => `1/${column}`)],
    ['（七）总计 of a column', cell('3.7', 'business'), OUTCOMES.map((row) => `${row}/business`)],
    ['its label', at('（七）总计'), OUTCOMES.map((row) => `${row}/total`)],
    ['四、结转', cell('4', 'natural'), ['1/natural', '2/natural', '3.7/natural']],
    ['a figure of the text', at('14件'), ['1/total']],
    ['a sum in the text', at('公开2件') + 2, ['3.3.4/total', '3.3.6/total']],
  ])('%s', (_, offset, expected) => expect(cells(offset)).toEqual(expected));

  it('of a total of totals is both', () => {
    expect(cells(cell('3.7', 'total'))).toHaveLength(ROW.length + OUTCOMES.length);
  });

  it('of a block of table 四 is its results', () => {
    const { review } = REPORT.tables;
    const total = review?.rows[0]?.cells.get('total')?.span;
    const expected = ['upheld', 'corrected', 'otherResult', 'pending'];
    expect(cells(total?.end ?? 0)).toEqual(expected.map((column) => `reconsideration/${column}`));
    expect(cells(at('行政复议\t'))).toEqual(cells(total?.end ?? 0));
  });

  it('of the head 总计 is the heads that it adds up', () => {
    const { requests, review } = REPORT.tables;
    const head = requests?.columns.find(({ key }) => key === 'total')?.span.end ?? 0;
    expect(targets(head)?.map(words())).toEqual(
      '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他'.split(' '),
    );
    const totals = review?.columns.filter(({ key }) => key === 'total') ?? [];
    for (const { span } of totals)
      expect(targets(span.end)?.map(words())).toEqual(
        '结果维持 结果纠正 其他结果 尚未审结'.split(' '),
      );
    const starts = totals.map(({ span }) => targets(span.end)?.[0]?.start);
    expect(new Set(starts).size).toBe(3);
  });

  it('of 上年结转 is what last year’s report carried out', () => {
    const last = reportWith(SENTENCE, FACTS, { year: 2022 });
    const found = definitionAt(REPORT, cell('2', 'natural'), last);
    expect(found?.targets.map(({ lastYear }) => lastYear)).toEqual([true]);
    expect(cellNames(found?.targets.map(({ span }) => span) ?? [], last)).toEqual(['4/natural']);
    const label = definitionAt(REPORT, at('二、上年结转'), last);
    expect(label?.targets).toEqual([{ span: carriedOutRow(last)?.label.span, lastYear: true }]);
    const total = definitionAt(REPORT, cell('2', 'total'), last)?.targets ?? [];
    expect(total.map(({ lastYear }) => lastYear)).toEqual([...ROW.map(() => false), true]);
  });

  it('says what was asked about', () => {
    expect(words()(definitionAt(REPORT, at('14件'))?.origin ?? { start: 0, end: 0 })).toBe('14件');
  });

  it.each([
    ['a figure that nothing is added up to', cell('1', 'natural')],
    ['上年结转 without last year’s report', cell('2', 'natural')],
    ['words', at('我镇')],
    ['the title', at('青禾县')],
    ['a group', at('（三）不予公开')],
  ])('none for %s', (_, offset) => expect(definitionAt(REPORT, offset)).toBeNull());

  it('none in an empty text', () => expect(definitionAt(parseReport(''), 0)).toBeNull());
});
