// Sections that are not there, where they are said to be missing, and what the fix puts in.
import { describe, expect, it } from 'vitest';
import { reported } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { wholeReport } from '../examples.js';
import { missingSection } from './missing-section.js';

const WHOLE = wholeReport();
const RULE = '六个部分一个都不能少，没有内容也要保留标题并写明。';

/** What stands from one heading to the next is gone. */
function cut(text: string, from: string, to?: string): string {
  const end = to === undefined ? text.length : text.indexOf(to);
  return text.slice(0, text.indexOf(from)) + text.slice(end);
}

const lastLine = '存在的问题：解读形式不够丰富。改进措施：下一步将增加图解和问答。';
const lastRow = '四、结转下年度继续办理→→→0→0→0→0→0→0→0';

describe('missing-section finds', () => {
  it('one with a table: said at the section after it, put in with its table in the report’s layout', () => {
    expect(reported(missingSection, cut(WHOLE, '四、政府', '五、'))).toEqual([
      {
        on: '«五、存在的主要问题及改进情况»',
        message: `缺少“四、政府信息公开行政复议、行政诉讼情况”。${RULE}`,
        fixes: [
          {
            title: '插入“四、政府信息公开行政复议、行政诉讼情况”',
            safe: false,
            change: [
              `  ${lastRow}`,
              '+ 四、政府信息公开行政复议、行政诉讼情况',
              '+',
              '+ 行政复议→→→→→行政诉讼→→→→→→→→→',
              '+ 结果维持→结果纠正→其他结果→尚未审结→总计→未经复议直接起诉→→→→→复议后起诉→→→→',
              '+ →→→→→结果维持→结果纠正→其他结果→尚未审结→总计→结果维持→结果纠正→其他结果→尚未审结→总计',
              '+ →→→→→→→→→→→→→→',
              '+',
            ],
          },
        ],
      },
    ]);
  });

  it('one whose heading alone is lost: the table is not put in again', () => {
    const text = swap(WHOLE, '四、政府信息公开行政复议、行政诉讼情况\n\n', '');
    expect(reported(missingSection, text)).toEqual([
      {
        on: '«五、存在的主要问题及改进情况»',
        message: `缺少“四、政府信息公开行政复议、行政诉讼情况”。${RULE}`,
        fixes: [
          {
            title: '插入“四、政府信息公开行政复议、行政诉讼情况”',
            safe: false,
            change: [`  ${lastRow}`, '+ 四、政府信息公开行政复议、行政诉讼情况', '+'],
          },
        ],
      },
    ]);
  });

  it('the first: it goes below the title', () => {
    expect(reported(missingSection, cut(WHOLE, '一、总体', '二、'))).toEqual([
      {
        on: '«二、主动公开政府信息情况»',
        message: `缺少“一、总体情况”。${RULE}`,
        fixes: [
          {
            title: '插入“一、总体情况”',
            safe: false,
            change: ['  青禾县云水镇人民政府2023年政府信息公开工作年度报告', '+ 一、总体情况', '+'],
          },
        ],
      },
    ]);
  });

  it.each([
    ['a line end', cut(WHOLE, '\n六、'), ['+ 六、其他需要报告的事项', '+', '+']],
    ['none', cut(WHOLE, '\n\n六、'), ['+', '+ 六、其他需要报告的事项', '+', '+']],
  ])('the last: said at the section before it, put in at the end behind %s', (_, text, added) => {
    expect(reported(missingSection, text)).toEqual([
      {
        on: '«五、存在的主要问题及改进情况»',
        message: `缺少“六、其他需要报告的事项”。${RULE}`,
        fixes: [
          {
            title: '插入“六、其他需要报告的事项”',
            safe: false,
            change: [`  ${lastLine}`, ...added],
          },
        ],
      },
    ]);
  });

  it('two side by side, as one', () => {
    expect(reported(missingSection, cut(WHOLE, '\n五、'))).toEqual([
      {
        on: '«四、政府信息公开行政复议、行政诉讼情况»',
        message: `缺少“五、存在的主要问题及改进情况”、“六、其他需要报告的事项”。${RULE}`,
        fixes: [
          {
            title: '插入“五、存在的主要问题及改进情况”“六、其他需要报告的事项”',
            safe: false,
            change: [
              '  0→0→0→0→0→0→0→0→0→0→0→0→0→0→0',
              '+ 五、存在的主要问题及改进情况',
              '+',
              '+',
              '+ 六、其他需要报告的事项',
              '+',
              '+',
            ],
          },
        ],
      },
    ]);
  });

  it('two that stand apart, each for itself', () => {
    const found = reported(missingSection, cut(cut(WHOLE, '六、'), '一、总体', '二、'));
    expect(found.map(({ on, message }) => ({ on, message }))).toEqual([
      { on: '«二、主动公开政府信息情况»', message: `缺少“一、总体情况”。${RULE}` },
      { on: '«五、存在的主要问题及改进情况»', message: `缺少“六、其他需要报告的事项”。${RULE}` },
    ]);
  });

  it('one among Markdown headings: it gets their mark', () => {
    const headed = WHOLE.replace(
      /^(?=[一二三四五六]、(?:总体|主动|收到|政府信息公开行政|存在|其他))/gm,
      '## ',
    );
    const [found] = reported(missingSection, cut(headed, '## 五、', '## 六、'));
    expect(found?.on).toBe('## «六、其他需要报告的事项»');
    expect(found?.fixes?.[0]?.change).toEqual([
      '  0→0→0→0→0→0→0→0→0→0→0→0→0→0→0',
      '+ ## 五、存在的主要问题及改进情况',
      '+',
    ]);
  });
});

describe('missing-section is silent on', () => {
  it.each([
    ['all six', WHOLE],
    ['a section in other words: section-title tells it', swap(WHOLE, '总体情况', '基本情况')],
    ['a section under another number', swap(WHOLE, '六、其他', '七、其他')],
    ['headings without numbers', WHOLE.replace(/^[一二三四五六]、(?=总体|主动|存在|其他)/gm, '')],
    ['a section with nothing in it', swap(WHOLE, '2023年未收取政府信息公开信息处理费。', '')],
    [
      'sections in another order: section-order tells it',
      `${cut(WHOLE, '一、总体', '二、')}\n一、总体情况\n\n工作平稳。\n`,
    ],
    ['spaces in a heading', swap(WHOLE, '一、总体情况', '一、总 体 情 况')],
    ['line ends of Windows', WHOLE.replaceAll('\n', '\r\n')],
  ])('%s', (_, text) => {
    expect(reported(missingSection, text)).toEqual([]);
  });
});
