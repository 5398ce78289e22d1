// R3, column by column: what is said where the outcomes do not make up （七）总计, and where nothing is.
import { describe, expect, it } from 'vitest';
import { reported, row, section, unsafe } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { type RowFigures, zeros } from '../examples.js';
import { outcomeTotal } from './outcome-total.js';

/** The figures in a table whose other rows are zeros. */
const table = (rows: RowFigures) => section('requests', { ...zeros('requests'), ...rows });
const check = (rows: RowFigures, off?: string[]) => reported(outcomeTotal, table(rows), { off });

/** 予以公开 6, 部分公开 1, together 7; what was received and carried over agrees. */
const SOUND: RowFigures = {
  '1': '6 1 0 0 0 0 7',
  '2': '1 0 0 0 0 0 1',
  '3.1': '5 1 0 0 0 0 6',
  '3.2': '1 0 0 0 0 0 1',
  '3.7': '6 1 0 0 0 0 7',
  '4': '1 0 0 0 0 0 1',
};

const disclosed = (figures: string) => row('三、本年度办理结果→（一）予以公开→', figures);
const partly = (figures: string) =>
  row('→（二）部分公开（区分处理的，只计这一情形，不计其他情形）→', figures);
const total = (figures: string) => row('→（七）总计→', figures);

describe('outcome-total finds', () => {
  it('an outcome that was raised as a whole: its row adds up, its columns do not', () => {
    expect(check({ ...SOUND, '3.1': '7 1 0 0 0 0 8' })).toEqual([
      {
        on: total('«6» 1 0 0 0 0 7'),
        message:
          '“自然人”一列的总计写的是 6，各项相加是 8（（一）予以公开 7 + （二）部分公开 1）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '3.7', column: 'natural' },
        related: [
          ['“（一）予以公开”的“自然人”：7', disclosed('«7» 1 0 0 0 0 8')],
          ['“（二）部分公开”的“自然人”：1', partly('«1» 0 0 0 0 0 1')],
        ],
        fixes: [
          unsafe(
            '把“（七）总计”的“自然人”由 6 改为 8',
            total('6 1 0 0 0 0 7'),
            total('8 1 0 0 0 0 7'),
          ),
        ],
      },
      {
        on: total('6 1 0 0 0 0 «7»'),
        message:
          '“总计”一列的总计写的是 7，各项相加是 9（（一）予以公开 8 + （二）部分公开 1）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '3.7', column: 'total' },
        related: [
          ['“（一）予以公开”的“总计”：8', disclosed('7 1 0 0 0 0 «8»')],
          ['“（二）部分公开”的“总计”：1', partly('1 0 0 0 0 0 «1»')],
        ],
        fixes: [
          unsafe(
            '把“（七）总计”的“总计”由 7 改为 9',
            total('6 1 0 0 0 0 7'),
            total('6 1 0 0 0 0 9'),
          ),
        ],
      },
    ]);
  });

  it('a total with no outcome above it', () => {
    const found = check({ '1': '2 0 0 0 0 0 2', '3.7': '2 0 0 0 0 0 2' });
    expect(found.map(({ on, message, related }) => ({ on, message, related }))).toEqual([
      {
        on: total('«2» 0 0 0 0 0 2'),
        message:
          '“自然人”一列的总计写的是 2，各项相加是 0（各项均为 0）。请对照台账，看是哪一格写错了。',
      },
      {
        on: total('2 0 0 0 0 0 «2»'),
        message:
          '“总计”一列的总计写的是 2，各项相加是 0（各项均为 0）。请对照台账，看是哪一格写错了。',
      },
    ]);
  });

  it('the one outcome to blame, where row-total is off and cannot tell it', () => {
    const found = check({ ...SOUND, '3.1': '7 1 0 0 0 0 6' }, ['row-total']);
    expect(found).toEqual([
      {
        on: disclosed('«7» 1 0 0 0 0 6'),
        message:
          '“（一）予以公开”的“自然人”写的是 7，应为 5：总计 6 = 自然人 5 + 商业企业 1；（七）总计 6 = （一）予以公开 5 + （二）部分公开 1。',
        at: { table: 'requests', row: '3.1', column: 'natural' },
        related: [
          ['“（一）予以公开”的“总计”：6', disclosed('7 1 0 0 0 0 «6»')],
          ['“（七）总计”的“自然人”：6', total('«6» 1 0 0 0 0 7')],
        ],
        fixes: [unsafe('改为 5', disclosed('7 1 0 0 0 0 6'), disclosed('5 1 0 0 0 0 6'))],
      },
    ]);
  });

  it('columns that two faults tie together, each with the outcome that its row doubts first', () => {
    const found = check({ ...SOUND, '3.1': '7 1 0 0 0 0 6', '3.2': '1 2 0 0 0 0 1' });
    expect(found.map(({ on, message, fixes }) => ({ on, message, fixes }))).toEqual([
      {
        on: total('«6» 1 0 0 0 0 7'),
        message:
          '“自然人”一列的总计写的是 6，各项相加是 8（（一）予以公开 7 + （二）部分公开 1）。请对照台账，看是哪一格写错了。',
        fixes: [
          unsafe(
            '把“（一）予以公开”的“自然人”由 7 改为 5',
            disclosed('7 1 0 0 0 0 6'),
            disclosed('5 1 0 0 0 0 6'),
          ),
          unsafe(
            '把“（七）总计”的“自然人”由 6 改为 8',
            total('6 1 0 0 0 0 7'),
            total('8 1 0 0 0 0 7'),
          ),
        ],
      },
      {
        on: total('6 «1» 0 0 0 0 7'),
        message:
          '“商业企业”一列的总计写的是 1，各项相加是 3（（一）予以公开 1 + （二）部分公开 2）。请对照台账，看是哪一格写错了。',
        fixes: [
          unsafe(
            '把“（二）部分公开”的“商业企业”由 2 改为 0',
            partly('1 2 0 0 0 0 1'),
            partly('1 0 0 0 0 0 1'),
          ),
          unsafe(
            '把“（七）总计”的“商业企业”由 1 改为 3',
            total('6 1 0 0 0 0 7'),
            total('6 3 0 0 0 0 7'),
          ),
        ],
      },
    ]);
  });

  it('the one row of 其他处理 of 2019 among the outcomes', () => {
    const rows = { ...zeros('requests', '2019'), '3.6': '1 0 0 0 0 0 1', '1': '1 0 0 0 0 0 1' };
    const found = reported(outcomeTotal, section('requests', rows, '2019'));
    expect(found.map(({ message }) => message)).toEqual([
      '“自然人”一列的总计写的是 0，各项相加是 1（（六）其他处理 1）。请对照台账，看是哪一格写错了。',
      '“总计”一列的总计写的是 0，各项相加是 1（（六）其他处理 1）。请对照台账，看是哪一格写错了。',
    ]);
  });
});

describe('outcome-total is silent on', () => {
  it.each<[string, RowFigures]>([
    ['outcomes that make up the total', SOUND],
    ['a table of zeros', {}],
    [
      'outcomes of every kind',
      {
        '1': '6 0 0 0 0 0 6',
        '3.1': '1 0 0 0 0 0 1',
        '3.2': '1 0 0 0 0 0 1',
        '3.3.7': '1 0 0 0 0 0 1',
        '3.4.1': '1 0 0 0 0 0 1',
        '3.5.5': '1 0 0 0 0 0 1',
        '3.6.3': '1 0 0 0 0 0 1',
        '3.7': '6 0 0 0 0 0 6',
      },
    ],
    ['a blank outcome: unknown is not zero', { ...SOUND, '3.1': '_ 1 0 0 0 0 _' }],
    ['a blank total', { ...SOUND, '3.1': '7 1 0 0 0 0 8', '3.7': '_ 1 0 0 0 0 _' }],
    ['an outcome of words', { ...SOUND, '3.1': '若干 1 0 0 0 0 若干' }],
    ['an outcome that row-total tells', { ...SOUND, '3.1': '7 1 0 0 0 0 6' }],
    ['a balance that is out: the outcomes make up the total', { ...SOUND, '1': '8 1 0 0 0 0 9' }],
  ])('%s', (_, rows) => {
    expect(check(rows)).toEqual([]);
  });

  it('a table without some of the outcomes', () => {
    const rows = { '3.1': '2 0 0 0 0 0 2', '3.7': '4 0 0 0 0 0 4' };
    expect(reported(outcomeTotal, section('requests', rows))).toEqual([]);
  });

  it('a subtotal on the row of a group: it is not counted again', () => {
    const rows = {
      ...SOUND,
      '1': '7 1 0 0 0 0 8',
      '3.3.4': '1 0 0 0 0 0 1',
      '3.7': '7 1 0 0 0 0 8',
    };
    const subtotal = '\t（三）不予公开\t\t1\t0\t0\t0\t0\t0\t1\n\t\t1.属于国家秘密\t';
    const text = swap(table(rows), '\t（三）不予公开\t1.属于国家秘密\t', subtotal);
    expect(reported(outcomeTotal, text)).toEqual([]);
  });

  it('a table without （七）总计', () => {
    const { '3.7': gone, ...rest } = { ...zeros('requests'), ...SOUND };
    expect(gone).toBeDefined();
    expect(reported(outcomeTotal, section('requests', rest))).toEqual([]);
  });
});
