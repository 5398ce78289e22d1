import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, others, quotesOf } from '../../../../test/support/wording.js';
import { processingFee } from './processing-fee.js';

describe('processing-fee finds', () => {
  it.each([['无。'], ['无其他需要报告的事项。'], ['暂无。'], ['2023年度我镇无其他事项。']])(
    'nothing said: %s',
    (written) => {
      const text = others(written);
      expect(quotesOf(processingFee, text)).toEqual(['六、其他需要报告的事项']);
      expect(fixed(processingFee, text)).toBe(
        others(`${written}\n2023年未收取政府信息公开信息处理费。`),
      );
    },
  );

  it.each([
    ['收取信息处理费125元。', ['125元']],
    ['收取信息处理费0.0135万元。', ['0.0135万元']],
    ['收取信息处理费500元。其中，甲局300元，乙局100元。', ['500元']],
    ['收取信息处理费500元，其中甲局300元、乙局300元等。', ['500元']],
  ])('%s', (written, quotes) => {
    expect(quotesOf(processingFee, others(written))).toEqual(quotes);
  });

  it('tells both sums', () => {
    const [finding] = findingsOf(
      processingFee,
      others('收取信息处理费500元。其中，甲局300元，乙局100元。'),
    );
    expect(finding?.message).toContain('500 元');
    expect(finding?.message).toContain('400 元');
    expect(finding?.related).toHaveLength(2);
  });
});

describe('processing-fee is silent', () => {
  it.each([
    '2023年未收取政府信息公开信息处理费。',
    '2023年，未收取依申请公开信息处理费。',
    '本机关2023年度没有收费情况。',
    '依申请提供政府信息未收取任何费用。',
    '收取信息处理费500元。其中，甲局1件，收取300元；乙局1件，收取200元。',
    '收取信息处理费0.295万元，其中甲局2000元、乙局950元。',
    '收取信息处理费1,500元。',
    '收取信息处理费500元，其中甲局300元。',
    '收取信息处理费500元，其中主要有甲局300元、乙局100元。',
  ])('%s', (written) => {
    expect(findingsOf(processingFee, others(written))).toEqual([]);
  });

  it('before 2021', () => {
    expect(findingsOf(processingFee, others('无。').replaceAll('2023', '2020'))).toEqual([]);
  });

  it('no section 六, which is another rule’s matter', () => {
    const text = others('无。');
    expect(findingsOf(processingFee, text.slice(0, text.indexOf('六、')))).toEqual([]);
  });
});
