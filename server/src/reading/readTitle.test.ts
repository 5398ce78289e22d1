import { expect, it } from 'vitest';
import { parseReport } from './parse.js';

const read = (text: string) => {
  const { title, organization, year } = parseReport(`${text}\n\n一、总体情况\n`);
  return title && [organization, year, title.text];
};

it.each([
  ['青禾县民政局2023年政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局2023年度政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局 2023 年政府信息 公开工作年度报告', '青禾县民政局', 2023],
  ['2023年青禾县民政局政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局关于2023年政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局二〇二三年政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['# 青禾县民政局２０２３年政府信息公开年报', '青禾县民政局', 2023],
  ['青禾县云水镇\n\n2021 年政府信息公开工作年度报告', '青禾县云水镇', 2021],
  ['政府信息公开工作年度报告', null, null],
])('reads %s', (text, organization, year) =>
  expect(read(text)?.slice(0, 2)).toEqual([organization, year]),
);

it.each([
  '现将2023年政府信息公开工作年度报告予以公布。',
  '《青禾县民政局2023年政府信息公开工作年度报告》',
  '各单位要按时报送，见政府信息公开工作年度报告',
])('%s is no title', (text) => expect(read(text)).toBeNull());

it('takes the year from 统计期限 where the title has none', () => {
  const text =
    '政府信息公开工作年度报告\n\n数据的统计期限自2022年1月1日起至2022年12月31日止，2021年另报。';
  expect(parseReport(text).year).toBe(2022);
});
