import { describe, expect, it } from 'vitest';
import {
  fixed,
  others,
  overview,
  preamble,
  problems,
  quotesOf,
} from '../../../../test/support/wording.js';
import { year } from './year.js';

const period = (from: string, to: string) =>
  preamble(`所列数据的统计期限自${from}1月1日起至${to}12月31日止。`);

describe('year finds', () => {
  it('統计期限 of another year', () => {
    expect(quotesOf(year, period('2022年', '2022年'))).toEqual(['2022']);
    expect(fixed(year, period('2022年', '2022年'))).toBe(period('2023年', '2023年'));
    expect(quotesOf(year, period('2023年', '2024年'))).toEqual(['2024']);
    expect(quotesOf(year, period('2022 年 ', ''))).toEqual(['2022']);
  });

  it.each([
    ['a paragraph of 一', overview('2022年，我镇公开信息12条。', '2023年，我镇接受监督。')],
    ['每段', overview('2022年度，我镇公开信息12条。')],
    ['all of 一', overview('我镇在2022年公开信息，至2022年达到12条，2022年接受监督。')],
    ['六', others('2022年，未收取信息处理费。')],
    ['a plan for a past year', problems('问题是解读不够。', '2022年，我镇将加强解读。')],
    ['a plan for the year itself', problems('问题是解读不够。下一步，2023年将加强解读。')],
    ['下一步 with a past year', problems('问题是解读不够。下一步在2022年加强解读。')],
  ])('%s', (_, text) => {
    expect(quotesOf(year, text)).toHaveLength(1);
  });
});

describe('year finds dates that lost a mark, and mends them', () => {
  it.each([
    ['20231月1日至202312月31日', '2023年1月1日至2023年12月31日'],
    ['20231月1日起至12月31日', '2023年1月1日起至12月31日'],
    ['2023年1月1日至202312月31日', '2023年1月1日至2023年12月31日'],
    ['2023年1月1日至2023年1231日', '2023年1月1日至2023年12月31日'],
    ['2023年11日至2023年12月31日', '2023年1月1日至2023年12月31日'],
    ['202311日起至20231231日', '2023年1月1日起至2023年12月31日'],
    ['2023年1月1日—12月31', '2023年1月1日—12月31日'],
    ['2023 1 1 至 2023 12 31', '2023年1月1日至2023年12月31日'],
    ['20221月1日至202212月31日', '2023年1月1日至2023年12月31日'],
  ])('%s', (written, right) => {
    const text = preamble(`本报告统计期限为${written}止。`);
    expect(quotesOf(year, text)).toEqual([written]);
    expect(fixed(year, text)).toBe(preamble(`本报告统计期限为${right}止。`));
  });

  it.each([
    '2023年1月1日至2023年12月31日',
    '2023 年 1 月 1 日起至 12 月 31 日',
    '2023年01月01日至2023年12月31日',
    '2023-01-01至2023-12-31',
    '2023.1.1—2023.12.31',
    '20230101-20231231',
    '2023/1/1-2023/12/31',
    '2023年1月至12月',
    '2023年1月11日至12月31日',
  ])('but not %s', (written) => {
    expect(quotesOf(year, preamble(`本报告统计期限为${written}止。`))).toEqual([]);
  });
});

describe('year finds plans for a year that is over', () => {
  it.each([
    '在2023年的工作中，我镇将加强解读。',
    '2023年我镇要加强解读。',
    '2023年，力争解读数量翻番。',
    '2023年工作计划：加强解读。',
    '（三）2022年政府信息公开工作打算。加强解读。',
    '明年（2023年），加强解读。',
    '2023年下一步打算是加强解读。',
    '下一年度，在2022年加强解读。',
  ])('%s', (plan) => {
    expect(quotesOf(year, problems('问题是解读不够。', plan))).toHaveLength(1);
  });

  it.each([
    '在2024年的工作中，我镇将加强解读。',
    '下一步，针对2023年存在的问题，加强解读。',
    '下一步，对照2023年考核结果，加强解读。',
    '下一步对2023年检查发现的问题逐一整改。',
    '2023年要求公开的事项已经公开，今后加强解读。',
    '2023年，我镇按照工作计划加强解读，今后继续加强。',
    '2023年工作中存在解读不够的问题，今后加强解读。',
    '2023年，将近十篇解读没有图解，今后加强解读。',
    '2024年工作计划：加强解读。',
  ])('but not %s', (plan) => {
    expect(quotesOf(year, problems('问题是解读不够。', plan))).toEqual([]);
  });
});

describe('year is silent', () => {
  it.each([
    ['the same year', period('2023年', '2023年')],
    ['the year once', period('2023年', '')],
    ['a year before, compared', overview('2023年，公开信息12条，比2022年增加3条。')],
    ['since', overview('2021年以来，我镇公开信息99条。2023年公开12条。')],
    ['carried over', overview('2023年，办结申请5件（含2022年结转的3件）。')],
    ['the year’s papers', overview('2023年，公布2022年度报告和2022年决算、2024年预算。')],
    ['a month of last year', overview('2022年12月，我镇成立领导小组。2023年，公开信息12条。')],
    ['what led up to it', overview('2019年，我镇建成公开专区。', '2023年，专区接待9人次。')],
    ['a plan for next year', problems('问题是解读不够。2024年，我镇将加强解读。')],
    ['looking back', problems('2023年，我镇公开工作取得成绩，但解读不够。下一步将加强解读。')],
    ['for the year’s problems', problems('针对2023年存在的问题，我镇将加强解读。')],
    ['六 without a year', others('未收取信息处理费。')],
  ])('%s', (_, text) => {
    expect(quotesOf(year, text)).toEqual([]);
  });

  it('a title without a year, which is another rule’s matter', () => {
    expect(
      quotesOf(year, overview('2022年，公开信息。').replace('政府2023年政府', '政府政府')),
    ).toEqual([]);
  });
});
