// Rows that are not in their table, what the fix puts in for them, and tables that have all of theirs.
import { describe, expect, it } from 'vitest';
import { reported, row, section } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import type { TableKey, TemplateId } from '../../form/formats.js';
import { example, zeros } from '../examples.js';
import { missingRow } from './missing-row.js';

/** The figures of a table without some of its rows. */
const rowsBut = (table: TableKey, without: string[], template?: TemplateId) =>
  Object.fromEntries(
    Object.entries(zeros(table, template)).filter(([key]) => !without.includes(key)),
  );

const requests = (...without: string[]) => section('requests', rowsBut('requests', without));
const disclosure = (...without: string[]) => section('disclosure', rowsBut('disclosure', without));

const RULE = '规定的行不能删，没有的填 0。';
const ZEROS = '0 0 0 0 0 0 0';
const BLANKS = '_ _ _ _ _ _ _';

describe('missing-row finds', () => {
  it('one row: said at the row before it, put in behind it with blanks', () => {
    expect(reported(missingRow, requests('3.5.2'))).toEqual([
      {
        on: row('→（五）不予处理→«1.信访举报投诉类申请»', ZEROS),
        message: `这一行后面缺少“2.重复申请”。${RULE}`,
        at: { table: 'requests', row: '3.5.2' },
        fixes: [
          {
            title: '插入缺少的行',
            safe: false,
            change: [
              `  ${row('→（五）不予处理→1.信访举报投诉类申请', ZEROS)}`,
              `+ ${row('→→2.重复申请', BLANKS)}`,
            ],
          },
        ],
      },
    ]);
  });

  it('the first row: said at the row after it, put in above it', () => {
    expect(reported(missingRow, requests('1'))).toEqual([
      {
        on: row('«二、上年结转政府信息公开申请数量»→→', ZEROS),
        message: `表中缺少“一、本年新收政府信息公开申请数量”。${RULE}`,
        at: { table: 'requests', row: '1' },
        fixes: [
          {
            title: '插入缺少的行',
            safe: false,
            change: [
              '  商业企业→科研机构→社会公益组织→法律服务机构→其他',
              `+ ${row('一、本年新收政府信息公开申请数量→→', BLANKS)}`,
            ],
          },
        ],
      },
    ]);
  });

  it('a whole group: its head is put in with its first row', () => {
    expect(reported(missingRow, requests('3.4.1', '3.4.2', '3.4.3'))).toEqual([
      {
        on: row('→→«8.属于行政查询事项»', ZEROS),
        message: `这一行后面缺少“1.本机关不掌握相关政府信息”、“2.没有现成信息需要另行制作”、“3.补正后申请内容仍不明确”。${RULE}`,
        at: { table: 'requests', row: '3.4.1' },
        fixes: [
          {
            title: '插入缺少的行',
            safe: false,
            change: [
              `  ${row('→→8.属于行政查询事项', ZEROS)}`,
              `+ ${row('→（四）无法提供→1.本机关不掌握相关政府信息', BLANKS)}`,
              `+ ${row('→→2.没有现成信息需要另行制作', BLANKS)}`,
              `+ ${row('→→3.补正后申请内容仍不明确', BLANKS)}`,
            ],
          },
        ],
      },
    ]);
  });

  it('the end of a table, from where it breaks off: more than three rows are counted', () => {
    const first = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
    const second = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
    expect(reported(missingRow, requests('3.6.2', '3.6.3', '3.7', '4'))).toEqual([
      {
        on: row(`→（六）其他处理→«${first}»`, ZEROS),
        message: `这一行后面缺少“${second}”至“四、结转下年度继续办理”共 4 行。${RULE}`,
        at: { table: 'requests', row: '3.6.2' },
        fixes: [
          {
            title: '插入缺少的行',
            safe: false,
            change: [
              `  ${row(`→（六）其他处理→${first}`, ZEROS)}`,
              `+ ${row(`→→${second}`, BLANKS)}`,
              `+ ${row('→→3.其他', BLANKS)}`,
              `+ ${row('→（七）总计→', BLANKS)}`,
              `+ ${row('四、结转下年度继续办理→→', BLANKS)}`,
            ],
          },
        ],
      },
    ]);
  });

  it('rows that stand apart, each for itself', () => {
    const found = reported(missingRow, requests('2', '3.7'));
    expect(found.map(({ on, message }) => ({ on, message }))).toEqual([
      {
        on: row('«一、本年新收政府信息公开申请数量»→→', ZEROS),
        message: `这一行后面缺少“二、上年结转政府信息公开申请数量”。${RULE}`,
      },
      { on: row('→→«3.其他»', ZEROS), message: `这一行后面缺少“（七）总计”。${RULE}` },
    ]);
  });

  it('the first row of a block of table 二: put in below the heads of its block', () => {
    expect(reported(missingRow, disclosure('penalties'))).toEqual([
      {
        on: '«信息内容»→本年处理决定数量→→',
        message: `这一行后面缺少“行政处罚”。${RULE}`,
        at: { table: 'disclosure', row: 'penalties' },
        fixes: [
          {
            title: '插入缺少的行',
            safe: false,
            change: ['  信息内容→本年处理决定数量→→', '+ 行政处罚→'],
          },
        ],
      },
    ]);
  });

  it('a block of table 二: put in with its caption and heads', () => {
    expect(reported(missingRow, disclosure('fees'))).toEqual([
      {
        on: '«行政强制»→0→→',
        message: `这一行后面缺少“行政事业性收费”。${RULE}`,
        at: { table: 'disclosure', row: 'fees' },
        fixes: [
          {
            title: '插入缺少的行',
            safe: false,
            change: [
              '  行政强制→0→→',
              '+ 第二十条第（八）项',
              '+ 信息内容→本年收费金额（单位：万元）',
              '+ 行政事业性收费→',
            ],
          },
        ],
      },
    ]);
  });

  it('a row of Markdown: put in as one', () => {
    const text = example('requests', rowsBut('requests', ['3.5.2']));
    expect(reported(missingRow, text)[0]?.fixes?.[0]?.change.at(-1)).toBe(
      '+ |  |  | 2.重复申请 |  |  |  |  |  |  |  |',
    );
  });

  it('a row of 2019, by the words of 2019', () => {
    const text = section('requests', rowsBut('requests', ['3.6'], '2019'), '2019');
    const report = `青禾县民政局2020年政府信息公开工作年度报告\n\n${text}`;
    expect(reported(missingRow, report).map(({ message }) => message)).toEqual([
      `这一行后面缺少“（六）其他处理”。${RULE}`,
    ]);
  });
});

describe('missing-row is silent on', () => {
  const whole = requests();
  it.each([
    ['all 25 rows', whole],
    ['all rows of table 二', disclosure()],
    ['table 四, whose row has no label of its own', section('review', zeros('review'))],
    ['all 23 rows of 2019', section('requests', zeros('requests', '2019'), '2019')],
    ['a row that is misspelled: label tells it', swap(whole, '重复申请', '重复审请')],
    ['a row without its numbering', swap(whole, '2.重复申请', '重复申请')],
    ['a row without its name: label tells it', swap(whole, '2.重复申请', '')],
    ['rows with blanks', whole.replaceAll('\t0', '\t')],
    ['a row with a figure too few', swap(whole, '2.重复申请\t0\t', '2.重复申请\t')],
    ['spaces in a label', swap(whole, '（七）总计', '（七） 总 计')],
    ['an empty line inside the table', swap(whole, '\n\t\t2.重复申请', '\n\n\t\t2.重复申请')],
    [
      'a subtotal besides',
      swap(whole, '\n\t\t2.重复申请', '\n\t小计\t\t0\t0\t0\t0\t0\t0\t0\n\t\t2.重复申请'),
    ],
    [
      'a table that is not there: missing-table tells it',
      '三、收到和处理政府信息公开申请情况\n\n无。\n',
    ],
  ])('%s', (_, text) => {
    expect(reported(missingRow, text)).toEqual([]);
  });
});
