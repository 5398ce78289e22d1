import { expect, it } from 'vitest';
import { parseReport } from './parse.js';

const read = (text: string) =>
  parseReport(text).sections.map(({ number, official }) => (official ? `${number}` : `${number}*`));

it('finds official headings however they are numbered', () => {
  expect(read('一、总体情况\n…\n二、主动公开政府信息情况\n…')).toEqual(['1', '2']);
  expect(read('## 总体情况\n…\n## 主动公开政府信息情况\n…')).toEqual(['1', '2']);
  expect(read('（一）总体情况\n…\n（二）主动公开政府信息情况\n…')).toEqual(['1', '2']);
  expect(read('第一部分 总体情况\n…\n第五部分 存在的主要问题及改进情况\n…')).toEqual(['1', '5']);
  expect(read('**一、总体情况**\n…\n六、其他需要报告的事项：无。')).toEqual(['1', '6']);
});

it('finds reworded headings and marks them', () => {
  expect(read('一、基本情况\n…\n二、行政机关主动公开政府信息情况\n…')).toEqual(['1*', '2*']);
  expect(read('四、行政复议、行政诉讼情况\n…\n五、存在的问题和改进措施\n…')).toEqual(['4*', '5*']);
});

it('does not take own headings for official ones', () => {
  const own =
    '一、总体情况\n（一）主动公开情况\n一、完善措施\n二、主动公开政府信息情况\n…\n五、存在的主要问题及改进情况\n三、存在问题\n四、下步打算\n';
  expect(read(own)).toEqual(['1', '2', '5']);
});

it('passes over a table of contents', () => {
  const text =
    '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\n一、总体情况\n\n2023年…\n\n二、主动公开政府信息情况\n\n表格\n';
  const { sections, lines } = parseReport(text);
  const [first, second] = sections.filter(({ number }) => number < 3);
  expect(lines.lineAt(first?.heading.start ?? 0)).toBe(4);
  expect(lines.lineAt(second?.heading.start ?? 0)).toBe(8);
});

it('does not look into tables and code', () => {
  expect(read('一、本年新收政府信息公开申请数量\t1\n四、结转下年度继续办理\t0')).toEqual([]);
  expect(read('```\n一、总体情况\n二、主动公开政府信息情况\n```')).toEqual([]);
});

it('takes the tab of a list behind the number as a blank', () => {
  expect(read('一、\t总体情况\n…\n二、\t主动公开政府信息情况\n…')).toEqual(['1', '2']);
  expect(read('（一）\t总体情况\n…\n（二）\t主动公开政府信息情况\n…')).toEqual(['1', '2']);
});

it.each([
  '一、\t总体情况\t1\n二、\t主动公开政府信息情况\t3',
  '总体情况\t一\n主动公开政府信息情况\t二',
  '序号\t一、总体情况\n序号\t二、主动公开政府信息情况',
])('any other tab parts cells: %j', (text) => expect(read(text)).toEqual([]));

it('keeps what stands behind the tab of a list as running text', () => {
  const { prose } = parseReport('一、\t总体情况\n1.\t加强公开。\n某项\t12\n1.\t某项\t12\n');
  expect(prose.map(({ span, level }) => [span.start, level])).toEqual([
    [0, 1],
    [8, 3],
  ]);
});

it('a row of a table between blanks may have the tab of a list', () => {
  const text =
    '青禾县云水镇2023年政府信息公开工作年度报告\n三、\t收到和处理政府信息公开申请情况\n一、\t本年新收政府信息公开申请数量 9 1 0 0 0 0 10\n二、\t上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n';
  const rows = parseReport(text).tables.requests?.rows ?? [];
  expect(rows.map(({ key, cells }) => [key, cells.size])).toEqual([
    ['1', 7],
    ['2', 7],
  ]);
});
