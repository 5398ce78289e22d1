import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, overview, quotesOf } from '../../../../test/support/wording.js';
import { wholeReport } from '../examples.js';
import { radical } from './radical.js';

describe('radical finds', () => {
  it.each([
    ['⼯作', '工作'],
    ['以⼈⺠为中⼼', '以人民为中心'],
    ['政府⻔⼾⽹站', '政府门户网站'],
    ['政府门戶网站', '政府门户网站'],
    ['⻛险、意⻅、成⻓、⻬全、⻋辆', '风险、意见、成长、齐全、车辆'],
  ])('%s', (written, right) => {
    expect(findingsOf(radical, overview(`我镇${written}。`))).toHaveLength(1);
    expect(fixed(radical, overview(`我镇${written}。`))).toBe(overview(`我镇${right}。`));
  });

  it('one finding a line, on the first run', () => {
    const text = overview('做好⼯作，服务⼈⺠。', '做好⼯作。');
    expect(quotesOf(radical, text)).toEqual(['⼯', '⼯']);
    expect(quotesOf(radical, overview('服务⼈⺠群众。'))).toEqual(['⼈⺠']);
  });

  it('one finding a table', () => {
    const text = wholeReport({ 行政处罚: '⾏政处罚', 行政强制: '⾏政强制' });
    expect(findingsOf(radical, text)).toHaveLength(1);
    expect(fixed(radical, text)).toBe(wholeReport());
  });
});

describe('radical is silent', () => {
  it.each([
    '做好工作，服务人民。',
    '政府门户网站、户口、青山。',
    '全角数字２０２３和字母ＡＢ。',
    '带圈数字①②，罗马数字ⅠⅡ。',
    '日文々、假名かな、注音ㄅ。',
    '生僻字㐂𠮷䶮。',
    '政府門戶網站，依法公開。',
  ])('%s', (written) => {
    expect(quotesOf(radical, overview(written))).toEqual([]);
  });
});
