// Headings of official sections in other words, what they are to be, and headings that are right.
import { describe, expect, it } from 'vitest';
import { reported, unsafe } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { wholeReport } from '../examples.js';
import { sectionTitle } from './section-title.js';

/** A whole report with one heading written in another way. */
const headed = (official: string, written: string) => swap(wholeReport(), official, written);

describe('section-title finds', () => {
  it.each([
    [
      '二、主动公开政府信息情况',
      '二、«行政机关主动公开政府信息情况»',
      '行政机关主动公开政府信息情况',
      '主动公开政府信息情况',
    ],
    [
      '五、存在的主要问题及改进情况',
      '五、«存在的问题和改进措施»',
      '存在的问题和改进措施',
      '存在的主要问题及改进情况',
    ],
    ['一、总体情况', '一、«概述»', '概述', '总体情况'],
    [
      '三、收到和处理政府信息公开申请情况',
      '三、«依申请公开政府信息办理情况»',
      '依申请公开政府信息办理情况',
      '收到和处理政府信息公开申请情况',
    ],
    [
      '四、政府信息公开行政复议、行政诉讼情况',
      '四、«政府信息公开行政复议和行政诉讼情况»',
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议、行政诉讼情况',
    ],
    [
      '六、其他需要报告的事项',
      '## 六、«需要报告的其他事项»',
      '需要报告的其他事项',
      '其他需要报告的事项',
    ],
    [
      '六、其他需要报告的事项',
      '**六、«其它需要报告的事项»**',
      '其它需要报告的事项',
      '其他需要报告的事项',
    ],
  ])('%s as %s; its number and marks stay', (official, on, written, wanted) => {
    const line = on.replace(/[«»]/g, '');
    expect(reported(sectionTitle, headed(official, line))).toEqual([
      {
        on,
        message: `标题写的是“${written}”，规定的标题是“${wanted}”。`,
        fixes: [unsafe(`改为“${wanted}”`, line, line.replace(written, wanted))],
      },
    ]);
  });

  it('each for itself', () => {
    const text = swap(headed('一、总体情况', '一、基本情况'), '六、其他', '六、其它');
    expect(reported(sectionTitle, text).map(({ on }) => on)).toEqual([
      '一、«基本情况»',
      '六、«其它需要报告的事项»',
    ]);
  });
});

describe('section-title is silent on', () => {
  it.each([
    ['the official headings', wholeReport()],
    ['spaces between the characters', headed('一、总体情况', '一、总 体 情 况')],
    ['Markdown’s marks', headed('一、总体情况', '## 一、总体情况')],
    ['bold', headed('一、总体情况', '**一、总体情况**')],
    ['a colon behind it', headed('六、其他需要报告的事项', '六、其他需要报告的事项：')],
    ['a heading inside a section', swap(wholeReport(), '存在的问题', '（一）存在问题\n存在的问题')],
    [
      'a sentence that begins like a heading',
      swap(wholeReport(), '存在的问题：', '一、存在的问题不少，改进措施如下：'),
    ],
    ['a section that is not there', wholeReport().slice(0, wholeReport().indexOf('六、'))],
  ])('%s', (_, text) => {
    expect(reported(sectionTitle, text)).toEqual([]);
  });
});
