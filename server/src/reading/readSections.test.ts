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
