// An official section stands under another wording.
import { sectionSpec } from '../../writing/writeTable.js';
import { wholeReport } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

export const sectionTitle: Rule = {
  id: 'section-title',
  severity: 'warning',
  docs: () => ({
    title: '标题不是规定的写法',
    english: 'Unofficial section heading',
    what: '六个部分的标题与格式规定的文字不同，如“二、行政机关主动公开政府信息情况”。',
    why: '标题由格式统一规定（国办公开办函〔2021〕30号），改写后无法汇总比对，也常是沿用旧稿的痕迹。',
    how: '快速修复换成规定的标题，编号保持不变。',
    invalid: [
      { note: '多了“行政机关”', text: wholeReport({ '二、主动': '二、行政机关主动' }) },
      { note: '改了说法', text: wholeReport({ 主要问题及改进情况: '主要问题及改进措施情况' }) },
    ],
    valid: [
      { note: '规定的标题', text: wholeReport() },
      { note: '字间有空格', text: wholeReport({ 总体情况: '总 体 情 况' }) },
      {
        note: '一个部分里自己的小标题',
        text: wholeReport({ 存在的问题: '（一）存在问题\n存在的问题' }),
      },
    ],
  }),
  *check({ sections, text }) {
    for (const { official, number, title } of sections) {
      if (official) continue;
      const { title: wanted } = sectionSpec(number);
      yield {
        span: title,
        message: `标题写的是“${text.slice(title.start, title.end)}”，规定的标题是“${wanted}”。`,
        fixes: [replace(title, wanted, `改为“${wanted}”`)],
      };
    }
  },
};
