// R2, printed in the table's corner: 第一项加第二项之和，等于第三项加第四项之和.
import { example } from '../examples.js';
import type { Rule } from '../rule.js';
import { reportFaults } from './reportFaults.js';

export const balance: Rule = {
  id: 'balance',
  severity: 'error',
  docs: () => ({
    title: '勾稽不平',
    english: 'Received and handled applications out of balance',
    what: '表三每一列：本年新收 + 上年结转 ≠（七）总计 + 结转下年度继续办理。',
    why: '表三左上角印着：第一项加第二项之和，等于第三项加第四项之和。收到的申请要么办结，要么结转。',
    how: '能判定是哪一格写错时直接指出；否则四个数都可能错，请对照台账。快速修复改数，不会自动批量套用。',
    invalid: [
      {
        note: '3 + 1 ≠ 3 + 0',
        text: example('requests', {
          '1': '3 0 0 0 0 0 3',
          '2': '1 0 0 0 0 0 1',
          '3.7': '3 0 0 0 0 0 3',
          '4': '0 0 0 0 0 0 0',
        }),
      },
    ],
    valid: [
      {
        note: '3 + 1 = 3 + 1',
        text: example('requests', {
          '1': '3 0 0 0 0 0 3',
          '2': '1 0 0 0 0 0 1',
          '3.7': '3 0 0 0 0 0 3',
          '4': '1 0 0 0 0 0 1',
        }),
      },
      {
        note: '缺“结转下年度继续办理”一行，无法判断',
        text: example('requests', {
          '1': '3 0 0 0 0 0 3',
          '2': '1 0 0 0 0 0 1',
          '3.7': '3 0 0 0 0 0 3',
        }),
      },
    ],
  }),
  check: (report, context) => reportFaults(report, 'balance', context),
};
