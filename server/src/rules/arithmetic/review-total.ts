// R4: in each block of table 四 the four results add up to 总计.
import { example } from '../examples.js';
import type { Rule } from '../rule.js';
import { reportFaults } from './reportFaults.js';

const none = '0 0 0 0 0';

export const reviewTotal: Rule = {
  id: 'review-total',
  severity: 'error',
  docs: () => ({
    title: '复议、诉讼总计不等于各项结果之和',
    english: 'Reconsideration or litigation total unequal to the sum of results',
    what: '表四行政复议、未经复议直接起诉、复议后起诉三组，每组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 ≠ 总计。',
    why: '每组的“总计”就是本组四种结果的合计（格式表头）。',
    how: '每组只有这一个关系，看不出是哪一格写错：先列出按各项重算总计，再列出改其他格的办法，请对照案件台账选择。',
    invalid: [
      {
        note: '4 + 1 = 5，总计却写 6',
        text: example('review', { reconsideration: '4 1 0 0 6', direct: none, afterReview: none }),
      },
    ],
    valid: [
      {
        note: '加得起来',
        text: example('review', { reconsideration: '4 1 0 0 5', direct: none, afterReview: none }),
      },
      {
        note: '有空白，不下结论',
        text: example('review', { reconsideration: '4 _ 0 0 6', direct: none, afterReview: none }),
      },
    ],
  }),
  check: (report, context) => reportFaults(report, 'review-total', context),
};
