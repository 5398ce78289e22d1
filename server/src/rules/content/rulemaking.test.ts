import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, quotesOf } from '../../../../test/support/wording.js';
import { example } from '../examples.js';
import { rulemaking } from './rulemaking.js';

const report = (organ: string, rules: string) =>
  `${organ}2023年政府信息公开工作年度报告\n\n${example('disclosure', { rules, normative: '3 0 12' })}`;

describe('rulemaking finds', () => {
  it.each([
    '青禾县云水镇人民政府',
    '青禾县云水街道办事处',
    '青禾县人民政府',
    '青禾县人民政府办公室',
    '青禾市白石区人民政府',
    '青禾县民政局',
    '青禾市公安局',
    '青禾省教育厅',
    '青禾旗人民政府',
    '清河市青州市人民政府',
    '青禾县开发区管委会',
    '青禾盟行政公署',
    '青禾县扶贫开发办公室',
    '青禾县云水镇党政办公室',
    '国家税务总局青禾市税务局',
  ])('%s', (organ) => {
    expect(quotesOf(rulemaking, report(organ, '2 0 5'))).toEqual(['2']);
  });

  it('points at the first figure, and sets the row to 0', () => {
    const [finding] = findingsOf(rulemaking, report('青禾县民政局', '0 1 5'));
    expect(finding?.at).toEqual({ table: 'disclosure', row: 'rules', column: 'repealed' });
    expect(finding?.fixes?.[0]?.safe).toBe(false);
    expect(fixed(rulemaking, report('青禾县民政局', '0 1 5'))).toBe(
      report('青禾县民政局', '0 0 0'),
    );
  });
});

describe('rulemaking is silent', () => {
  it.each([
    ['青禾县民政局', '0 0 0'],
    ['青禾县民政局', '_ _ _'],
    ['青禾省人民政府', '5 1 90'],
    ['青禾市', '2 0 11'],
    ['青禾市人民政府', '2 0 11'],
    ['青禾市人民政府办公室', '2 0 11'],
    ['青禾自治州人民政府', '1 0 4'],
    ['青禾壮族自治区人民政府', '1 0 4'],
    ['北京市人民政府', '9 0 99'],
    ['教育部', '3 0 99'],
    ['国家青禾局', '3 0 99'],
    ['青禾海关总署', '3 0 99'],
    ['青禾新区管委会', '1 0 1'],
    ['青禾市高新区管委会', '1 0 1'],
    ['国家乡村振兴局', '1 0 1'],
    ['中国证监会', '1 0 1'],
    ['政务公开办公室', '1 0 1'],
    ['青州市人民政府', '1 0 1'],
    ['青禾新区', '1 0 1'],
    ['青禾', '1 0 1'],
  ])('%s %s', (organ, rules) => {
    expect(findingsOf(rulemaking, report(organ, rules))).toEqual([]);
  });
});
