// R1: in each row of table 三 the six kinds of applicants add up to 总计.
import { example } from '../examples.js';
import type { Rule } from '../rule.js';
import { reportFaults } from './reportFaults.js';

export const rowTotal: Rule = {
  id: 'row-total',
  severity: 'error',
  docs: () => ({
    title: '行总计不等于各类申请人之和',
    english: 'Row total unequal to the sum of applicants',
    what: '表三每一行：自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 ≠ 总计。',
    why: '“总计”就是这一行六类申请人的合计（格式表头）。加不起来，说明至少有一格写错了。',
    how: '如果改一格就能让本行、本列同时对上，会直接指出这一格并给出应填的数；否则请对照台账。快速修复改数，不属于安全修复，不会自动批量套用。',
    invalid: [
      { note: '5 + 1 = 6，总计却写 7', text: example('requests', { '1': '5 1 0 0 0 0 7' }) },
    ],
    valid: [
      { note: '加得起来', text: example('requests', { '1': '5 1 0 0 0 0 6' }) },
      { note: '有一格空白，不下结论', text: example('requests', { '1': '5 _ 0 0 0 0 7' }) },
      {
        note: '除总计为 0 外整行空白，按 0 看待',
        text: example('requests', { '1': '_ _ _ _ _ _ 0' }),
      },
    ],
  }),
  check: (report, context) => reportFaults(report, 'row-total', context),
};
