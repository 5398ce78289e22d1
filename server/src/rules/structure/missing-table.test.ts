// Sections that have lost their table, what the fix puts in, and tables that are there however written.
import { describe, expect, it } from 'vitest';
import { reported, section } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { example, wholeReport, zeros } from '../examples.js';
import { missingTable } from './missing-table.js';

const WHOLE = wholeReport();

/** A whole report with words in place of a section's table. */
function without(heading: string, next: string, words: string): string {
  const start = WHOLE.indexOf(heading) + heading.length;
  return `${WHOLE.slice(0, start)}\n\n${words}\n\n${WHOLE.slice(WHOLE.indexOf(next))}`;
}

const FOUR = '四、政府信息公开行政复议、行政诉讼情况';
const NONE = '没有规定的表格。没有的也要列表填 0。';
const PICTURE =
  '的表格像是一张图片，里面的数无法核对，也无法汇总。请换成文字表格，没有的也要填 0。';
const EMPTY_FOUR = {
  title: '插入空表',
  safe: false,
  change: [
    `  ${FOUR}`,
    '+',
    '+ 行政复议→→→→→行政诉讼→→→→→→→→→',
    '+ 结果维持→结果纠正→其他结果→尚未审结→总计→未经复议直接起诉→→→→→复议后起诉→→→→',
    '+ →→→→→结果维持→结果纠正→其他结果→尚未审结→总计→结果维持→结果纠正→其他结果→尚未审结→总计',
    '+ →→→→→→→→→→→→→→',
  ],
};

describe('missing-table finds', () => {
  it.each([
    ['a sentence', '本年未发生。', NONE],
    ['nothing', '', NONE],
    ['a picture', '![表四](biao4.png)', PICTURE],
    ['a picture of a Word file', '![图片](image1.png)', PICTURE],
    ['a picture below a sentence', '本年情况如下：\n\n![](a.jpg)', PICTURE],
    ['a picture of HTML', '<img src="biao4.png">', PICTURE],
    ['an attached file', '见附件：[表四](biao4.xlsx)。', NONE],
  ])('%s in place of table 四; its words stay below the table put in', (_, words, what) => {
    expect(reported(missingTable, without(FOUR, '五、', words))).toEqual([
      {
        on: `«${FOUR}»`,
        message: `“${FOUR}”下面${what}`,
        at: { table: 'review' },
        fixes: [EMPTY_FOUR],
      },
    ]);
  });

  it('table 二, put in as the other tables are', () => {
    expect(
      reported(missingTable, without('二、主动公开政府信息情况', '三、收到', '见附件。')),
    ).toEqual([
      {
        on: '«二、主动公开政府信息情况»',
        message: '“二、主动公开政府信息情况”下面没有规定的表格。没有的也要列表填 0。',
        at: { table: 'disclosure' },
        fixes: [
          {
            title: '插入空表',
            safe: false,
            change: [
              '  二、主动公开政府信息情况',
              '+',
              '+ 第二十条第（一）项→→→',
              '+ 信息内容→本年制发件数→本年废止件数→现行有效件数',
              '+ 规章→→→',
              '+ 行政规范性文件→→→',
              '+ 第二十条第（五）项→→→',
              '+ 信息内容→本年处理决定数量→→',
              '+ 行政许可→→→',
              '+ 第二十条第（六）项→→→',
              '+ 信息内容→本年处理决定数量→→',
              '+ 行政处罚→→→',
              '+ 行政强制→→→',
              '+ 第二十条第（八）项→→→',
              '+ 信息内容→本年收费金额（单位：万元）→→',
              '+ 行政事业性收费→→→',
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['2021', 2022, 25, 'the three rows of 其他处理', '（六）其他处理→1.申请人无正当理由逾期不补正'],
    ['2019', 2020, 23, 'the one row of 其他处理', '（六）其他处理→→'],
  ] as const)('table 三 in the format of %s for a report on %i: %i rows, with %s', (...given) => {
    const [template, year, rows, , other] = given;
    const heading = '三、收到和处理政府信息公开申请情况';
    const disclosure = section('disclosure', zeros('disclosure', template), template);
    const title = `青禾县民政局${year}年政府信息公开工作年度报告`;
    const [found, ...more] = reported(
      missingTable,
      `${title}\n\n${disclosure}\n${heading}\n\n见附件。\n`,
    );
    expect(more).toEqual([]);
    expect(found?.on).toBe(`«${heading}»`);
    expect(found?.at).toEqual({ table: 'requests' });
    const change = found?.fixes?.[0]?.change ?? [];
    expect(change.slice(0, 6)).toEqual([
      `  ${heading}`,
      '+',
      '+ （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）→→→申请人情况→→→→→→',
      '+ →→→自然人→法人或其他组织→→→→→总计',
      '+ →→→→商业企业→科研机构→社会公益组织→法律服务机构→其他→',
      '+ 一、本年新收政府信息公开申请数量→→→→→→→→→',
    ]);
    expect(change).toHaveLength(5 + rows);
    expect(change.find((line) => line.includes('（六）'))).toContain(other);
  });

  it('a table that is lost with the title alone above it: tabs, as from Word', () => {
    const text = `青禾县民政局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n工作平稳。\n\n${FOUR}\n`;
    const found = reported(missingTable, text);
    expect(found.map(({ on, fixes }) => ({ on, fixes }))).toEqual([
      { on: `«${FOUR}»`, fixes: [EMPTY_FOUR] },
    ]);
  });
});

describe('missing-table is silent on', () => {
  it.each([
    ['a whole report', WHOLE],
    ['a table in Markdown', example('requests', zeros('requests'))],
    [
      'a table with rows missing: missing-row tells them',
      example('requests', { '1': '0 0 0 0 0 0 0' }),
    ],
    ['a table with blanks', example('review', { reconsideration: '_ _ _ _ _' })],
    [
      'labels glued to their figures: a table can be seen, and nothing is concluded',
      '二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件000\n',
    ],
    ['a section that is not there: missing-section tells it', '一、总体情况\n\n工作平稳。\n'],
    ['a picture beside the table', swap(WHOLE, '五、存在', '![流程图](liucheng.png)\n\n五、存在')],
    ['a table under the heading before', swap(WHOLE, `${FOUR}\n\n`, '')],
  ])('%s', (_, text) => {
    expect(reported(missingTable, text)).toEqual([]);
  });
});
