// Which of the sections that stand out of order is told, and where it is said to belong.
import { describe, expect, it } from 'vitest';
import { reported } from '../../../../test/support/rules.js';
import { headingOf, sectionSpec } from '../../writing/writeTable.js';
import { wholeReport } from '../examples.js';
import { sectionOrder } from './section-order.js';

/** A report of these sections, in this order. */
const inOrder = (...numbers: number[]) =>
  numbers.map((number) => `${headingOf(sectionSpec(number))}\n\n内容见下。\n`).join('\n');

describe('section-order finds', () => {
  it.each([
    [
      'two that have changed places: the one that comes too late',
      [1, 3, 2, 5],
      [
        {
          on: '«二、主动公开政府信息情况»',
          message: '“二、主动公开政府信息情况”的位置不对，应在“一、总体情况”之后。',
        },
      ],
    ],
    [
      'the last that stands first',
      [6, 1, 2, 3],
      [
        {
          on: '«六、其他需要报告的事项»',
          message:
            '“六、其他需要报告的事项”的位置不对，应在“三、收到和处理政府信息公开申请情况”之后。',
        },
      ],
    ],
    [
      'the first that stands last',
      [2, 3, 4, 1],
      [{ on: '«一、总体情况»', message: '“一、总体情况”的位置不对，应在最前面。' }],
    ],
    [
      'all but one, in a report from back to front: one place is the first',
      [3, 2, 1],
      [
        {
          on: '«二、主动公开政府信息情况»',
          message:
            '“二、主动公开政府信息情况”的位置不对，应在“三、收到和处理政府信息公开申请情况”之前。',
        },
        { on: '«一、总体情况»', message: '“一、总体情况”的位置不对，应在最前面。' },
      ],
    ],
    [
      'two that stand too early: the others are in order already',
      [5, 6, 1, 2, 3, 4],
      [
        {
          on: '«五、存在的主要问题及改进情况»',
          message:
            '“五、存在的主要问题及改进情况”的位置不对，应在“四、政府信息公开行政复议、行政诉讼情况”之后。',
        },
        {
          on: '«六、其他需要报告的事项»',
          message:
            '“六、其他需要报告的事项”的位置不对，应在“四、政府信息公开行政复议、行政诉讼情况”之后。',
        },
      ],
    ],
    [
      'two that stand at the wrong ends: neither tells the other its place',
      [6, 1, 3, 4, 5, 2],
      [
        {
          on: '«六、其他需要报告的事项»',
          message: '“六、其他需要报告的事项”的位置不对，应在“五、存在的主要问题及改进情况”之后。',
        },
        {
          on: '«二、主动公开政府信息情况»',
          message: '“二、主动公开政府信息情况”的位置不对，应在“一、总体情况”之后。',
        },
      ],
    ],
  ])('%s', (_, numbers, found) => {
    expect(reported(sectionOrder, inOrder(...numbers))).toEqual(found);
  });
});

describe('section-order is silent on', () => {
  it.each([
    ['all six in order', inOrder(1, 2, 3, 4, 5, 6)],
    ['some that are missing: missing-section tells them', inOrder(1, 2, 5)],
    ['one alone', inOrder(5)],
    ['two in order', inOrder(3, 6)],
    ['a whole report', wholeReport()],
    ['a number that is wrong where the order is not', inOrder(1, 2, 3).replace('三、', '二、')],
    [
      'headings of its own inside a section',
      inOrder(1, 2).replace('内容见下。', '（二）依申请公开\n\n内容见下。\n\n（一）主动公开'),
    ],
    ['a text that is no report', '工作总结\n\n二、做法\n\n一、成绩\n'],
  ])('%s', (_, text) => {
    expect(reported(sectionOrder, text)).toEqual([]);
  });
});
