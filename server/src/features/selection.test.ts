// What a selection grows to.
import { describe, expect, it } from 'vitest';
import { at, cell, REPORT, SENTENCE, words } from '../../../test/support/tour.js';
import { parseReport } from '../reading/parse.js';
import { selectionsAt } from './selection.js';

/** Short ones whole, long ones by their beginning. */
const chain = (offset: number, report = REPORT) =>
  selectionsAt(report, offset).map((span) => words(report)(span).slice(0, 12));

describe('a selection', () => {
  it('grows from a figure of the table to its row, groups, table, section and report', () => {
    expect(chain(cell('3.3.4', 'natural'))).toEqual([
      '1',
      '1\t0\t0\t0\t0\t0\t', // the values
      '4.保护第三方合法权益\t', // the row
      '（三）不予公开\t1.属于', // the group
      '三、本年度办理结果\t（一',
      '（本列数据的勾稽关系为：',
      '三、收到和处理政府信息公',
      '青禾县云水镇人民政府20',
    ]);
  });

  it('grows from a figure of the text to its clause, sentence, paragraph, section and report', () => {
    expect(selectionsAt(REPORT, at('14件')).map(words())).toEqual([
      '14',
      '14件',
      '我镇共收到政府信息公开申请14件',
      '2023年，我镇共收到政府信息公开申请14件，上年结转2件；',
      SENTENCE,
      `一、总体情况\n\n${SENTENCE}`,
      REPORT.text,
    ]);
  });

  it('takes a label, a head and a figure with its unit whole', () => {
    expect(chain(at('（七）总计'))[0]).toBe('（七）总计');
    expect(chain(at('社会公益组织'))[0]).toBe('社会公益组织');
    const odd = parseReport(REPORT.text.replace('\t14\n', '\t1,400件\n'));
    expect(chain(at(',400', odd), odd).slice(0, 2)).toEqual(['1,400', '1,400件']);
  });

  it('is all there is of an empty or a short text', () => {
    expect(selectionsAt(parseReport(''), 0)).toEqual([]);
    expect(selectionsAt(parseReport('年报'), 1)).toEqual([{ start: 0, end: 2 }]);
  });
});
