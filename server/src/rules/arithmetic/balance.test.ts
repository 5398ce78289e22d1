// R2, column by column: what is said where 新收 and 结转 do not balance, and where nothing is.
import { describe, expect, it } from 'vitest';
import { reported, row, section, unsafe } from '../../../../test/support/rules.js';
import { type RowFigures, zeros } from '../examples.js';
import { balance } from './balance.js';

/** The figures in a table whose other rows are zeros. */
const check = (rows: RowFigures, off?: string[]) =>
  reported(balance, section('requests', { ...zeros('requests'), ...rows }), { off });

/** 新收 7, 上年结转 1; 办结 7, 结转下年度 1. */
const SOUND: RowFigures = {
  '1': '6 1 0 0 0 0 7',
  '2': '1 0 0 0 0 0 1',
  '3.1': '6 1 0 0 0 0 7',
  '3.7': '6 1 0 0 0 0 7',
  '4': '1 0 0 0 0 0 1',
};

const received = (figures: string) => row('一、本年新收政府信息公开申请数量→→', figures);
const carriedIn = (figures: string) => row('二、上年结转政府信息公开申请数量→→', figures);
const finished = (figures: string) => row('→（七）总计→', figures);
const carriedOut = (figures: string) => row('四、结转下年度继续办理→→', figures);

describe('balance finds', () => {
  it('each column that is out: all four figures are related, the anchor is 结转下年度', () => {
    expect(check({ ...SOUND, '1': '8 1 0 0 0 0 9' })).toEqual([
      {
        on: carriedOut('«1» 0 0 0 0 0 1'),
        message:
          '“自然人”一列勾稽不平：一、本年新收 8 + 二、上年结转 1 = 9，而 （七）总计 6 + 四、结转下年度 1 = 7。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '4', column: 'natural' },
        related: [
          ['“一、本年新收政府信息公开申请数量”的“自然人”：8', received('«8» 1 0 0 0 0 9')],
          ['“二、上年结转政府信息公开申请数量”的“自然人”：1', carriedIn('«1» 0 0 0 0 0 1')],
          ['“（七）总计”的“自然人”：6', finished('«6» 1 0 0 0 0 7')],
        ],
        fixes: [
          unsafe(
            '把“四、结转下年度继续办理”的“自然人”由 1 改为 3',
            carriedOut('1 0 0 0 0 0 1'),
            carriedOut('3 0 0 0 0 0 1'),
          ),
        ],
      },
      {
        on: carriedOut('1 0 0 0 0 0 «1»'),
        message:
          '“总计”一列勾稽不平：一、本年新收 9 + 二、上年结转 1 = 10，而 （七）总计 7 + 四、结转下年度 1 = 8。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '4', column: 'total' },
        related: [
          ['“一、本年新收政府信息公开申请数量”的“总计”：9', received('8 1 0 0 0 0 «9»')],
          ['“二、上年结转政府信息公开申请数量”的“总计”：1', carriedIn('1 0 0 0 0 0 «1»')],
          ['“（七）总计”的“总计”：7', finished('6 1 0 0 0 0 «7»')],
        ],
        fixes: [
          unsafe(
            '把“四、结转下年度继续办理”的“总计”由 1 改为 3',
            carriedOut('1 0 0 0 0 0 1'),
            carriedOut('1 0 0 0 0 0 3'),
          ),
        ],
      },
    ]);
  });

  it('a column where 结转下年度 would have to be below 0: no fix is offered', () => {
    const rows = { ...SOUND, '1': '0 1 0 0 0 0 1', '2': '0 0 0 0 0 0 0' };
    const found = check(rows);
    expect(found.map(({ on, message, fixes = [] }) => ({ on, message, fixes }))).toEqual([
      {
        on: carriedOut('«1» 0 0 0 0 0 1'),
        message:
          '“自然人”一列勾稽不平：一、本年新收 0 + 二、上年结转 0 = 0，而 （七）总计 6 + 四、结转下年度 1 = 7。请对照台账，看是哪一格写错了。',
        fixes: [],
      },
      {
        on: carriedOut('1 0 0 0 0 0 «1»'),
        message:
          '“总计”一列勾稽不平：一、本年新收 1 + 二、上年结转 0 = 1，而 （七）总计 7 + 四、结转下年度 1 = 8。请对照台账，看是哪一格写错了。',
        fixes: [],
      },
    ]);
  });

  it('the one figure to blame, where the rules before it are off', () => {
    const found = check({ ...SOUND, '4': '3 0 0 0 0 0 1' }, ['row-total', 'outcome-total']);
    expect(found).toEqual([
      {
        on: carriedOut('«3» 0 0 0 0 0 1'),
        message:
          '“四、结转下年度继续办理”的“自然人”写的是 3，应为 1：总计 1 = 自然人 1；一、本年新收 6 + 二、上年结转 1 = （七）总计 6 + 四、结转下年度 1。',
        at: { table: 'requests', row: '4', column: 'natural' },
        related: [
          ['“四、结转下年度继续办理”的“总计”：1', carriedOut('3 0 0 0 0 0 «1»')],
          ['“一、本年新收政府信息公开申请数量”的“自然人”：6', received('«6» 1 0 0 0 0 7')],
          ['“二、上年结转政府信息公开申请数量”的“自然人”：1', carriedIn('«1» 0 0 0 0 0 1')],
          ['“（七）总计”的“自然人”：6', finished('«6» 1 0 0 0 0 7')],
        ],
        fixes: [unsafe('改为 1', carriedOut('3 0 0 0 0 0 1'), carriedOut('1 0 0 0 0 0 1'))],
      },
    ]);
  });

  it('a table of 2019', () => {
    const rows = { ...zeros('requests', '2019'), '1': '0 0 0 0 0 2 2' };
    const found = reported(balance, section('requests', rows, '2019'));
    expect(found.map(({ message }) => message)).toEqual([
      '“其他”一列勾稽不平：一、本年新收 2 + 二、上年结转 0 = 2，而 （七）总计 0 + 四、结转下年度 0 = 0。请对照台账，看是哪一格写错了。',
      '“总计”一列勾稽不平：一、本年新收 2 + 二、上年结转 0 = 2，而 （七）总计 0 + 四、结转下年度 0 = 0。请对照台账，看是哪一格写错了。',
    ]);
  });

  it('a table that has these four rows alone', () => {
    const rows = { '1': '3 0 0 0 0 0 3', '2': '0 0 0 0 0 0 0', '3.7': '3 0 0 0 0 0 3' };
    const found = reported(balance, section('requests', { ...rows, '4': '1 0 0 0 0 0 1' }));
    expect(found.map(({ on }) => on)).toEqual([
      carriedOut('«1» 0 0 0 0 0 1'),
      carriedOut('1 0 0 0 0 0 «1»'),
    ]);
  });
});

describe('balance is silent on', () => {
  it.each<[string, RowFigures]>([
    ['a table that balances', SOUND],
    ['a table of zeros', {}],
    ['all carried over', { '1': '3 0 0 0 0 0 3', '4': '3 0 0 0 0 0 3' }],
    [
      'what was carried in and is done',
      { '2': '3 0 0 0 0 0 3', '3.1': '3 0 0 0 0 0 3', '3.7': '3 0 0 0 0 0 3' },
    ],
    [
      'a blank figure: unknown is not zero',
      { ...SOUND, '1': '8 1 0 0 0 0 9', '2': '_ 0 0 0 0 0 _' },
    ],
    ['a slash', { ...SOUND, '1': '8 1 0 0 0 0 9', '4': '/ 0 0 0 0 0 /' }],
    ['a row that row-total tells', { ...SOUND, '4': '3 0 0 0 0 0 1' }],
    [
      'outcomes that do not make up the total: outcome-total tells them',
      { ...SOUND, '3.1': '9 1 0 0 0 0 10' },
    ],
  ])('%s', (_, rows) => {
    expect(check(rows)).toEqual([]);
  });

  it.each(['1', '2', '3.7', '4'])('a table without row %s', (missing) => {
    const rows = Object.entries({ ...zeros('requests'), ...SOUND, '1': '8 1 0 0 0 0 9' });
    const kept = Object.fromEntries(rows.filter(([key]) => key !== missing));
    expect(reported(balance, section('requests', kept))).toEqual([]);
  });
});
