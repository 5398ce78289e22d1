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
  ['青禾县云水镇政府信息公开工作2023年度报告', '青禾县云水镇', 2023],
  ['青禾县民政局关于2023年度政府信息公开情况的报告', '青禾县民政局', 2023],
  ['青禾县民政局2023年度政府信息公开年度工作报告', '青禾县民政局', 2023],
  ['青禾县民政局2023年信息公开年度报告', '青禾县民政局', 2023],
  ['青禾县民政局2023年政务公开工作总结', '青禾县民政局', 2023],
  ['青禾县民政局2023年政府信息公工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局2023年政府信息公开工作年度抱告', '青禾县民政局', 2023],
  ['青禾县人民政府信息公开工作年度报告', '青禾县人民政府', null],
  ['青禾县民政局\n2023年\n政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局2023年政府信息\n公开工作年度报告', '青禾县民政局', 2023],
  ['青禾县民政局2023\n年政府信息公开工作年度报告', '青禾县民政局', 2023],
  ['年政府信息公开工作年度报告', null, null],
])('reads %s', (text, organization, year) =>
  expect(read(text)?.slice(0, 2)).toEqual([organization, year]),
);

it.each([
  '现将2023年政府信息公开工作年度报告予以公布。',
  '《青禾县民政局2023年政府信息公开工作年度报告》',
  '各单位要按时报送，见政府信息公开工作年度报告',
  '青禾县民政局2023年工作总结',
  '首页 > 政务公开 > 政府信息公开年报',
  '2023年，青禾县民政局政务公开工作情况报告',
])('%s is no title', (text) => expect(read(text)).toBeNull());

it('takes the year from 统计期限 where the title has none', () => {
  const text =
    '政府信息公开工作年度报告\n\n数据的统计期限自2022年1月1日起至2022年12月31日止，2021年另报。';
  expect(parseReport(text).year).toBe(2022);
});

const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';

it.each([
  ['a way through the site', `首页 > 政务公开 > 云水镇政府信息公开年报\n${TITLE}`],
  ['a way without its marks', `首页 政务公开 政府信息公开年报\n${TITLE}`],
  ['a site’s name', `青禾县人民政府\n政府信息公开\n${TITLE}`],
  ['a label', `标题: ${TITLE}\n索引号: 1-2\n发布机构: 云水镇\n${TITLE}`],
  ['a label without a colon', `名称 ${TITLE}\n${TITLE}`],
  ['cells', `名称\t${TITLE}\t文号\t\n${TITLE}`],
  ['bars', `| 名称 | ${TITLE} |\n|---|---|\n\n${TITLE}`],
  ['the page’s head', `${TITLE}\n首页 > 年报\n${TITLE}\n来源：云水镇`],
  ['a place on the site', `您现在所在的位置: 网站首页 > 青禾县水务局 > 政府信息公开年报\n${TITLE}`],
  ['the menu of other years', `2021年政府信息公开年报\n2022年政府信息公开年报\n${TITLE}`],
  [
    'another organ’s report',
    `青禾县水务局2022年政府信息公开工作年度报告\n当前位置：年报\n${TITLE}`,
  ],
  ['words above', `政府信息公开工作年度报告\n${TITLE}`],
])('passes over %s', (_, text) => {
  expect(read(text)).toEqual(['青禾县云水镇人民政府', 2023, TITLE]);
});

it('takes the organ’s spelling that others repeat', () => {
  const page = `发布机构：青禾县云水镇人民政府\n青禾县云水政府2023年政府信息公开工作年度报告\n来源：本站\n${TITLE}`;
  expect(read(page)?.[0]).toBe('青禾县云水镇人民政府');
});

const REST =
  '一、总体情况\n\n2023年，依法公开。\n\n二、主动公开政府信息情况\n\n六、其他需要报告的事项\n\n无。';

it.each([
  ['the preamble', `现将青禾县民政局2023年政府信息公开工作情况报告如下。\n${REST}`],
  ['who wrote it', `政府信息公开工作年度报告\n本报告由青禾县民政局编制。\n${REST}`],
  ['the signature', `2023年政府信息公开工作年度报告\n${REST}\n\n青禾县民政局\n2024年1月20日`],
  ['the last line', `${REST}\n　　青禾县民政局　`],
])('takes the organ from %s where no title names it', (_, text) => {
  expect(parseReport(text).organization).toBe('青禾县民政局');
});

it.each([
  ['us', `本报告由我县政府办公室编制。\n${REST}`],
  ['all', `本报告由各部门编写。\n${REST}`],
  ['a higher organ', `现将国务院办公厅2023年政府信息公开要求说明如下。\n${REST}`],
  ['an organ in a sentence', `${REST}\n联系青禾县民政局。`],
  ['an office of nobody knows whom', `${REST}\n办公室\n2024年1月20日`],
  ['a line above others', `${REST}\n青禾县民政局\n地址见网站\n电话见网站`],
])('takes it from nowhere: %s', (_, text) => {
  expect(parseReport(text).organization).toBeNull();
});

it('knows a report by one heading under its preamble, by another title with one, and not by less', () => {
  const preamble = '本年度报告按规定编制，统计期限自2023年1月1日起至2023年12月31日止。';
  const known = (text: string) => parseReport(text).recognized;
  expect(known(`${preamble}\n一、总体情况\n`)).toBe(true);
  expect(known('青禾县民政局关于2023年政府信息公开情况的报告\n一、总体情况\n')).toBe(true);
  expect(known('青禾县民政局2023年政府信息公开工作年度报告')).toBe(true);
  expect(known('一、总体情况\n本年度报告按规定编制，统计期限同上。')).toBe(false);
  expect(known(`${preamble}\n一、基本情况介绍`)).toBe(false);
  expect(known('青禾县民政局2023年政府信息公开年报')).toBe(false);
});

it('takes the year from wherever it is told if the beginning is not there', () => {
  const rest = '四、政府信息公开行政复议、行政诉讼情况\n2020年无。\n五、存在的主要问题及改进情况\n';
  expect(parseReport(rest).year).toBe(2020);
});
