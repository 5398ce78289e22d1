// Columns that are not in their table, what the fix puts in for them, and tables that have all of theirs.
import { describe, expect, it } from 'vitest';
import { reported, section } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { example, zeros } from '../examples.js';
import { missingColumn } from './missing-column.js';

/** Table 三 with two of its rows, in the columns given; those of organizations stand under their head. */
function requests(columns: string[], received: string, carried: string): string {
  const organizations = columns.filter((name) => !['自然人', '总计'].includes(name));
  const tabs = '\t'.repeat(Math.max(0, organizations.length - 1));
  const has = (name: string) => (columns.includes(name) ? `\t${name}` : '');
  const figures = (given: string) => given.split(' ').join('\t');
  return [
    '三、收到和处理政府信息公开申请情况\n',
    `（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况${'\t'.repeat(columns.length - 1)}`,
    `\t\t${has('自然人')}\t法人或其他组织${tabs}${has('总计')}`,
    `\t\t${has('自然人') && '\t'}\t${organizations.join('\t')}${has('总计') && '\t'}`,
    `一、本年新收政府信息公开申请数量\t\t\t${figures(received)}`,
    `二、上年结转政府信息公开申请数量\t\t\t${figures(carried)}`,
    '',
  ].join('\n');
}

const ALL = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const but = (...missing: string[]) => ALL.filter((name) => !missing.includes(name));

describe('missing-column finds', () => {
  it('总计: said at the last head, put in behind it with blanks', () => {
    expect(reported(missingColumn, requests(but('总计'), '5 1 0 0 0 0', '0 0 0 0 0 0'))).toEqual([
      {
        on: '→→→→商业企业→科研机构→社会公益组织→法律服务机构→«其他»',
        message: '表三缺少“总计”一列。规定的七列一列都不能少，补上后请填数。',
        at: { table: 'requests', column: 'total' },
        fixes: [
          {
            title: '插入“总计”一列',
            safe: false,
            change: [
              '- →→→→商业企业→科研机构→社会公益组织→法律服务机构→其他',
              '+ →→→→商业企业→科研机构→社会公益组织→法律服务机构→其他→总计',
              '- 一、本年新收政府信息公开申请数量→→→5→1→0→0→0→0',
              '+ 一、本年新收政府信息公开申请数量→→→5→1→0→0→0→0→',
              '- 二、上年结转政府信息公开申请数量→→→0→0→0→0→0→0',
              '+ 二、上年结转政府信息公开申请数量→→→0→0→0→0→0→0→',
            ],
          },
        ],
      },
    ]);
  });

  it('one in the middle: put in behind the one that the form has before it', () => {
    const text = requests(but('社会公益组织'), '5 1 0 0 0 6', '2 0 0 0 0 2');
    expect(reported(missingColumn, text)).toEqual([
      {
        on: '→→→→商业企业→科研机构→法律服务机构→«其他»→',
        message: '表三缺少“社会公益组织”一列。规定的七列一列都不能少，补上后请填数。',
        at: { table: 'requests', column: 'charity' },
        fixes: [
          {
            title: '插入“社会公益组织”一列',
            safe: false,
            change: [
              '- →→→→商业企业→科研机构→法律服务机构→其他→',
              '+ →→→→商业企业→科研机构→社会公益组织→法律服务机构→其他→',
              '- 一、本年新收政府信息公开申请数量→→→5→1→0→0→0→6',
              '+ 一、本年新收政府信息公开申请数量→→→5→1→0→→0→0→6',
              '- 二、上年结转政府信息公开申请数量→→→2→0→0→0→0→2',
              '+ 二、上年结转政府信息公开申请数量→→→2→0→0→→0→0→2',
            ],
          },
        ],
      },
    ]);
  });

  it('the first: there is none before it to put it behind', () => {
    expect(reported(missingColumn, requests(but('自然人'), '1 0 0 0 0 6', '0 0 0 0 0 2'))).toEqual([
      {
        on: '→→→商业企业→科研机构→社会公益组织→法律服务机构→«其他»→',
        message: '表三缺少“自然人”一列。规定的七列一列都不能少，补上后请填数。',
        at: { table: 'requests', column: 'natural' },
      },
    ]);
  });

  it('each of two', () => {
    const text = requests(but('科研机构', '总计'), '5 1 0 0 0', '2 0 0 0 0');
    expect(reported(missingColumn, text).map(({ on, message }) => ({ on, message }))).toEqual([
      {
        on: '→→→→商业企业→社会公益组织→法律服务机构→«其他»',
        message: '表三缺少“科研机构”一列。规定的七列一列都不能少，补上后请填数。',
      },
      {
        on: '→→→→商业企业→社会公益组织→法律服务机构→«其他»',
        message: '表三缺少“总计”一列。规定的七列一列都不能少，补上后请填数。',
      },
    ]);
  });

  it('one of a block of table 二, row by row', () => {
    const text = swap(
      section('disclosure', { rules: '0 0 0', normative: '2 1 9' }),
      '本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t2\t1\t9',
      '本年制发件数\t现行有效件数\n规章\t0\t0\n行政规范性文件\t2\t9',
    );
    expect(reported(missingColumn, text)).toEqual([
      {
        on: '«规章»→0→0',
        message: '“规章”缺少“本年废止件数”一列。',
        at: { table: 'disclosure', row: 'rules', column: 'repealed' },
      },
      {
        on: '«行政规范性文件»→2→9',
        message: '“行政规范性文件”缺少“本年废止件数”一列。',
        at: { table: 'disclosure', row: 'normative', column: 'repealed' },
      },
    ]);
  });

  it('one of a block of table 四', () => {
    const text = [
      '四、政府信息公开行政复议、行政诉讼情况\n',
      '行政复议\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
      '结果维持\t结果纠正\t其他结果\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t',
      '\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
      '1\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n',
    ].join('\n');
    expect(reported(missingColumn, text)).toEqual([
      {
        on: '«行政复议»→→→→行政诉讼→→→→→→→→→',
        message: '“行政复议”缺少“尚未审结”一列。',
        at: { table: 'review', row: 'reconsideration', column: 'pending' },
      },
    ]);
  });
});

describe('missing-column is silent on', () => {
  const whole = requests(ALL, '5 1 0 0 0 0 6', '0 0 0 0 0 0 0');
  it.each([
    ['all seven columns', whole],
    ['the form', section('requests', zeros('requests'))],
    ['Markdown', example('requests', { '1': '1 0 0 0 0 0 1' })],
    ['table 二', section('disclosure', zeros('disclosure'))],
    ['table 二 of 2019', section('disclosure', zeros('disclosure', '2019'), '2019')],
    ['table 四', section('review', zeros('review'))],
    ['a blank cell: the column is there', section('requests', { '1': '1 0 0 0 0 0 _' })],
    ['a misspelled head: label tells it', swap(whole, '自然人', '自燃人')],
    ['a head in other words: label tells it', swap(whole, '总计', '合计')],
    ['spaces in a head', swap(whole, '总计', '总  计')],
    ['a table that is not there', '三、收到和处理政府信息公开申请情况\n\n无。\n'],
  ])('%s', (_, text) => {
    expect(reported(missingColumn, text)).toEqual([]);
  });
});
