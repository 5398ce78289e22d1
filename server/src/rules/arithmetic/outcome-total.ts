// R3: in each column of table 三 the outcomes （一） to （六） add up to （七）总计.
import { example, type RowFigures, zeros } from '../examples.js';
import type { Rule } from '../rule.js';
import { reportFaults } from './reportFaults.js';

/** All rows of the table as zeros, save those named. */
const outcomes = (rows: RowFigures) => example('requests', { ...zeros('requests'), ...rows });

export const outcomeTotal: Rule = {
  id: 'outcome-total',
  severity: 'error',
  docs: () => ({
    title: '（七）总计不等于各项办理结果之和',
    english: 'Total （七） unequal to the sum of outcomes',
    what: '表三每一列：（一）予以公开至（六）其他处理各项之和 ≠（七）总计。',
    why: '（七）总计就是本年度办理结果各项的合计（格式表）。填在（三）（四）（五）（六）行上的小计不重复计算。',
    how: '能判定是哪一格写错时直接指出；否则请逐项对照台账。快速修复改数，不会自动批量套用。',
    invalid: [
      {
        note: '予以公开 2 + 部分公开 1 = 3，总计却写 4',
        text: outcomes({
          '1': '3 0 0 0 0 0 3',
          '3.1': '2 0 0 0 0 0 2',
          '3.2': '1 0 0 0 0 0 1',
          '3.7': '4 0 0 0 0 0 4',
        }),
      },
    ],
    valid: [
      {
        note: '加得起来',
        text: outcomes({
          '1': '3 0 0 0 0 0 3',
          '3.1': '2 0 0 0 0 0 2',
          '3.2': '1 0 0 0 0 0 1',
          '3.7': '3 0 0 0 0 0 3',
        }),
      },
      {
        note: '缺少部分行，无法判断',
        text: example('requests', { '3.1': '2 0 0 0 0 0 2', '3.7': '4 0 0 0 0 0 4' }),
      },
    ],
  }),
  check: (report, context) => reportFaults(report, 'outcome-total', context),
};
