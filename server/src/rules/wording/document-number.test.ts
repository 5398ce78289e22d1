import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, overview, quotesOf } from '../../../../test/support/wording.js';
import { documentNumber } from './document-number.js';

describe('document-number finds', () => {
  it.each([
    ['按照国办发[2021]12号要求。', '按照国办发〔2021〕12号要求。'],
    ['按照国办发(2021)12号要求。', '按照国办发〔2021〕12号要求。'],
    ['按照青政办发（2023）5号文件。', '按照青政办发〔2023〕5号文件。'],
    ['按照青政办函【2023】5号。', '按照青政办函〔2023〕5号。'],
    ['按照青政办函〖2023〗5号。', '按照青政办函〔2023〕5号。'],
    ['按照青政办函﹝2023﹞5号。', '按照青政办函〔2023〕5号。'],
    ['按照国办公开办函202130号要求。', '按照国办公开办函〔2021〕30号要求。'],
    ['按照国办公开办函202130 号要求。', '按照国办公开办函〔2021〕30号要求。'],
    ['按照国办公开办函 2021 30号要求。', '按照国办公开办函 〔2021〕30号要求。'],
    ['按照国办函〔2020〕第109号要求。', '按照国办函〔2020〕109号要求。'],
    ['按照青政发〔2023〕008号要求。', '按照青政发〔2023〕8号要求。'],
    ['按照青政发[2023]第08号要求。', '按照青政发〔2023〕8号要求。'],
    ['《办法》（国办函〔2020〕109）已经印发。', '《办法》（国办函〔2020〕109号）已经印发。'],
    ['按照国办函〔2020 109号要求。', '按照国办函〔2020〕109号要求。'],
    ['按照青政发【2023】2-116号要求。', '按照青政发〔2023〕2-116号要求。'],
    ['按照青政发[2023]第2—16号要求。', '按照青政发〔2023〕2—16号要求。'],
    ['按照青政发〔2023年〕8号要求。', '按照青政发〔2023〕8号要求。'],
  ])('%s', (written, right) => {
    const findings = findingsOf(documentNumber, overview(written));
    expect(findings.map(({ fixes }) => fixes?.[0]?.safe)).toEqual([true]);
    expect(fixed(documentNumber, overview(written))).toBe(overview(right));
  });

  it('names the whole number', () => {
    const [finding] = findingsOf(documentNumber, overview('按照国办发[2021]12号要求。'));
    expect(finding?.message).toContain('国办发〔2021〕12号');
    expect(finding?.fixes?.[0]?.safe).toBe(true);
  });
});

describe('document-number leaves to the user what may be no document of an organ', () => {
  it.each([
    '青教发[2023]6号',
    '县政府发（2023）6号',
    '青政复决字〔2023〕第6号',
    '青卫规（2023）6号',
  ])('%s', (written) => {
    for (const { message, fixes } of findingsOf(documentNumber, overview(`见${written}文件。`))) {
      expect(message).toContain('可能');
      expect(fixes?.some(({ safe }) => safe)).toBe(false);
    }
  });
});

describe('document-number is silent', () => {
  it.each([
    '按照国办公开办函〔2021〕30号要求。',
    '落实国发〔2019〕3、5号文件。',
    '《条例》（国务院令第711号）已经施行。',
    '更新《公开标准目录》（2024版）3份。',
    '《公报》（2023年第5号）已经编印。',
    '行政判决书（2023）青01行初12号已经生效。',
    '印发2021年12月的通知。',
    '2023年12号台风来临期间及时公开信息。',
    '共受理（2023年）12件。',
    '来函2023年5号收到。',
    '地址是青河路2023号。',
    '编号202312号的申请已经答复。',
    '地址：青河路（2021）。',
    '执行农业部公告（2022年第18号）的规定。',
    '执行省国发委函（2022年18号）的规定。',
    '按照青政办发〔2023〕2-116号、青政发〔2023〕3—5号要求。',
    '见（2023）2-116号档案柜，第2023-116号卷。',
    '见《目录》（青政发2022）18号柜。',
    '编印工作专报〔2022〕6期。',
    '位于政务公开办（2022）6号楼。',
    '寄往县政府办【2022】6号信箱。',
    '收到复议案（2022）18号材料。',
    '登记编号〔2022〕0018号。',
    '发布公告（2022）第18号。',
    '签订采购合同[2022]18号。',
    '省政府令（2022）第18号公布。',
    '根据（2022）18号文件。',
  ])('%s', (written) => {
    expect(quotesOf(documentNumber, overview(written))).toEqual([]);
  });
});
