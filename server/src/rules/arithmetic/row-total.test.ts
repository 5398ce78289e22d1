// R1, row by row: what is said of a row that does not add up, and which rows nothing is said of.
import { describe, expect, it } from 'vitest';
import { reported, row, section, unsafe } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { type RowFigures, zeros } from '../examples.js';
import { rowTotal } from './row-total.js';

const check = (rows: RowFigures) => reported(rowTotal, section('requests', rows));
/** With all other rows as zeros, so that columns are judged, too. */
const checkWhole = (rows: RowFigures) => check({ ...zeros('requests'), ...rows });

/** 新收 7, 上年结转 1; 予以公开 6, 部分公开 1; 结转下年度 1. */
const SOUND: RowFigures = {
  '1': '6 1 0 0 0 0 7',
  '2': '1 0 0 0 0 0 1',
  '3.1': '5 1 0 0 0 0 6',
  '3.2': '1 0 0 0 0 0 1',
  '3.7': '6 1 0 0 0 0 7',
  '4': '1 0 0 0 0 0 1',
};

const received = (figures: string) => row('一、本年新收政府信息公开申请数量→→', figures);
const disclosed = (figures: string) => row('三、本年度办理结果→（一）予以公开→', figures);
const partly = (figures: string) =>
  row('→（二）部分公开（区分处理的，只计这一情形，不计其他情形）→', figures);
const repeated = (figures: string) => row('三、本年度办理结果→（五）不予处理→2.重复申请', figures);

describe('row-total finds', () => {
  it('a total that is too large: any of the seven figures can be wrong, the total first', () => {
    expect(check({ '1': '5 1 0 0 0 0 7' })).toEqual([
      {
        on: received('5 1 0 0 0 0 «7»'),
        message:
          '“一、本年新收政府信息公开申请数量”一行的总计写的是 7，各项相加是 6（自然人 5 + 商业企业 1）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '1', column: 'total' },
        related: [
          ['“一、本年新收政府信息公开申请数量”的“自然人”：5', received('«5» 1 0 0 0 0 7')],
          ['“一、本年新收政府信息公开申请数量”的“商业企业”：1', received('5 «1» 0 0 0 0 7')],
        ],
        fixes: [
          ['总计', '由 7 改为 6', '5 1 0 0 0 0 6'],
          ['自然人', '由 5 改为 6', '6 1 0 0 0 0 7'],
          ['商业企业', '由 1 改为 2', '5 2 0 0 0 0 7'],
          ['科研机构', '由 0 改为 1', '5 1 1 0 0 0 7'],
          ['社会公益组织', '由 0 改为 1', '5 1 0 1 0 0 7'],
          ['法律服务机构', '由 0 改为 1', '5 1 0 0 1 0 7'],
          ['其他', '由 0 改为 1', '5 1 0 0 0 1 7'],
        ].map(([column, change, after = '']) =>
          unsafe(
            `把“一、本年新收政府信息公开申请数量”的“${column}”${change}`,
            received('5 1 0 0 0 0 7'),
            received(after),
          ),
        ),
      },
    ]);
  });

  it('a total that is too small: no part is offered below 0', () => {
    expect(check({ '3.5.2': '2 3 0 0 0 0 4' })).toEqual([
      {
        on: repeated('2 3 0 0 0 0 «4»'),
        message:
          '“2.重复申请”一行的总计写的是 4，各项相加是 5（自然人 2 + 商业企业 3）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '3.5.2', column: 'total' },
        related: [
          ['“2.重复申请”的“自然人”：2', repeated('«2» 3 0 0 0 0 4')],
          ['“2.重复申请”的“商业企业”：3', repeated('2 «3» 0 0 0 0 4')],
        ],
        fixes: [
          ['总计', '由 4 改为 5', '2 3 0 0 0 0 5'],
          ['自然人', '由 2 改为 1', '1 3 0 0 0 0 4'],
          ['商业企业', '由 3 改为 2', '2 2 0 0 0 0 4'],
        ].map(([column, change, after = '']) =>
          unsafe(
            `把“2.重复申请”的“${column}”${change}`,
            repeated('2 3 0 0 0 0 4'),
            repeated(after),
          ),
        ),
      },
    ]);
  });

  it('a total below each difference: none of the parts can be brought so low, so it is the total', () => {
    expect(check({ '3.5.2': '2 3 0 0 0 0 1' })).toEqual([
      {
        on: repeated('2 3 0 0 0 0 «1»'),
        message: '“2.重复申请”的“总计”写的是 1，应为 5：总计 5 = 自然人 2 + 商业企业 3。',
        at: { table: 'requests', row: '3.5.2', column: 'total' },
        related: [
          ['“2.重复申请”的“自然人”：2', repeated('«2» 3 0 0 0 0 1')],
          ['“2.重复申请”的“商业企业”：3', repeated('2 «3» 0 0 0 0 1')],
        ],
        fixes: [unsafe('改为 5', repeated('2 3 0 0 0 0 1'), repeated('2 3 0 0 0 0 5'))],
      },
    ]);
  });

  it('a total without parts: no zero is pointed at', () => {
    const [found, ...more] = check({ '3.5.2': '0 0 0 0 0 0 3' });
    expect(more).toEqual([]);
    expect({ ...found, fixes: found?.fixes?.map(({ title }) => title) }).toEqual({
      on: repeated('0 0 0 0 0 0 «3»'),
      message:
        '“2.重复申请”一行的总计写的是 3，各项相加是 0（各项均为 0）。请对照台账，看是哪一格写错了。',
      at: { table: 'requests', row: '3.5.2', column: 'total' },
      fixes: [
        '把“2.重复申请”的“总计”由 3 改为 0',
        '把“2.重复申请”的“自然人”由 0 改为 3',
        '把“2.重复申请”的“商业企业”由 0 改为 3',
        '把“2.重复申请”的“科研机构”由 0 改为 3',
        '把“2.重复申请”的“社会公益组织”由 0 改为 3',
        '把“2.重复申请”的“法律服务机构”由 0 改为 3',
        '把“2.重复申请”的“其他”由 0 改为 3',
      ],
    });
  });

  it('the one total that its column proves wrong as well', () => {
    expect(checkWhole({ ...SOUND, '1': '6 1 0 0 0 0 8' })).toEqual([
      {
        on: received('6 1 0 0 0 0 «8»'),
        message:
          '“一、本年新收政府信息公开申请数量”的“总计”写的是 8，应为 7：总计 7 = 自然人 6 + 商业企业 1；一、本年新收 7 + 二、上年结转 1 = （七）总计 7 + 四、结转下年度 1。',
        at: { table: 'requests', row: '1', column: 'total' },
        related: [
          [
            '“二、上年结转政府信息公开申请数量”的“总计”：1',
            row('二、上年结转政府信息公开申请数量→→', '1 0 0 0 0 0 «1»'),
          ],
          ['“（七）总计”的“总计”：7', row('→（七）总计→', '6 1 0 0 0 0 «7»')],
          [
            '“四、结转下年度继续办理”的“总计”：1',
            row('四、结转下年度继续办理→→', '1 0 0 0 0 0 «1»'),
          ],
        ],
        fixes: [unsafe('改为 7', received('6 1 0 0 0 0 8'), received('6 1 0 0 0 0 7'))],
      },
    ]);
  });

  it('the one part that its column proves wrong as well', () => {
    expect(checkWhole({ ...SOUND, '3.1': '7 1 0 0 0 0 6' })).toEqual([
      {
        on: disclosed('«7» 1 0 0 0 0 6'),
        message:
          '“（一）予以公开”的“自然人”写的是 7，应为 5：总计 6 = 自然人 5 + 商业企业 1；（七）总计 6 = （一）予以公开 5 + （二）部分公开 1。',
        at: { table: 'requests', row: '3.1', column: 'natural' },
        related: [
          ['“（一）予以公开”的“总计”：6', disclosed('7 1 0 0 0 0 «6»')],
          ['“（七）总计”的“自然人”：6', row('→（七）总计→', '«6» 1 0 0 0 0 7')],
        ],
        fixes: [unsafe('改为 5', disclosed('7 1 0 0 0 0 6'), disclosed('5 1 0 0 0 0 6'))],
      },
    ]);
  });

  it('each of two rows whose faults are tied together by a column; the part that a column doubts comes first', () => {
    const tied = checkWhole({ ...SOUND, '3.1': '7 1 0 0 0 0 6', '3.2': '1 2 0 0 0 0 1' });
    expect(tied.toSorted((a, b) => (a.at?.row ?? '').localeCompare(b.at?.row ?? ''))).toEqual([
      {
        on: disclosed('7 1 0 0 0 0 «6»'),
        message:
          '“（一）予以公开”一行的总计写的是 6，各项相加是 8（自然人 7 + 商业企业 1）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '3.1', column: 'total' },
        related: [
          ['“（一）予以公开”的“自然人”：7', disclosed('«7» 1 0 0 0 0 6')],
          ['“（一）予以公开”的“商业企业”：1', disclosed('7 «1» 0 0 0 0 6')],
        ],
        fixes: [
          unsafe(
            '把“（一）予以公开”的“自然人”由 7 改为 5',
            disclosed('7 1 0 0 0 0 6'),
            disclosed('5 1 0 0 0 0 6'),
          ),
          unsafe(
            '把“（一）予以公开”的“总计”由 6 改为 8',
            disclosed('7 1 0 0 0 0 6'),
            disclosed('7 1 0 0 0 0 8'),
          ),
        ],
      },
      {
        on: partly('1 2 0 0 0 0 «1»'),
        message:
          '“（二）部分公开”一行的总计写的是 1，各项相加是 3（自然人 1 + 商业企业 2）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '3.2', column: 'total' },
        related: [
          ['“（二）部分公开”的“自然人”：1', partly('«1» 2 0 0 0 0 1')],
          ['“（二）部分公开”的“商业企业”：2', partly('1 «2» 0 0 0 0 1')],
        ],
        fixes: [
          unsafe(
            '把“（二）部分公开”的“商业企业”由 2 改为 0',
            partly('1 2 0 0 0 0 1'),
            partly('1 0 0 0 0 0 1'),
          ),
          unsafe(
            '把“（二）部分公开”的“总计”由 1 改为 3',
            partly('1 2 0 0 0 0 1'),
            partly('1 2 0 0 0 0 3'),
          ),
        ],
      },
    ]);
  });

  it('a row of 2019', () => {
    const found = reported(rowTotal, section('requests', { '3.6': '1 0 0 0 0 0 2' }, '2019'));
    expect(found.map(({ on, message, at }) => ({ on, message, at }))).toEqual([
      {
        on: row('三、本年度办理结果→（六）其他处理→', '1 0 0 0 0 0 «2»'),
        message:
          '“（六）其他处理”一行的总计写的是 2，各项相加是 1（自然人 1）。请对照台账，看是哪一格写错了。',
        at: { table: 'requests', row: '3.6', column: 'total' },
      },
    ]);
  });

  it('a row whose figures have units and full-width digits, read as the numbers that they are', () => {
    const found = check({ '1': '5件 1 0 0 0 0 ７' });
    expect(found.map(({ on, message }) => ({ on, message }))).toEqual([
      {
        on: received('5件 1 0 0 0 0 «７»'),
        message:
          '“一、本年新收政府信息公开申请数量”一行的总计写的是 7，各项相加是 6（自然人 5 + 商业企业 1）。请对照台账，看是哪一格写错了。',
      },
    ]);
  });
});

describe('row-total is silent on', () => {
  it.each<[string, RowFigures]>([
    ['a row that adds up', { '1': '5 1 0 0 0 0 6' }],
    ['a row of zeros', { '1': '0 0 0 0 0 0 0' }],
    ['figures in every column', { '3.4.1': '1 2 3 4 5 6 21' }],
    ['figures of several digits', { '1': '1204 96 0 0 0 0 1300' }],
    ['a blank part: unknown is not zero', { '1': '5 _ 0 0 0 0 7' }],
    ['a blank total', { '1': '5 1 0 0 0 0 _' }],
    ['a slash', { '1': '5 / 0 0 0 0 7' }],
    ['words', { '1': '5 若干 0 0 0 0 7' }],
    ['blanks under a total of 0', { '1': '_ _ _ _ _ _ 0' }],
    ['blanks under another total: nobody knows', { '1': '_ _ _ _ _ _ 3' }],
    ['units that add up', { '1': '5件 1件 0 0 0 0 6件' }],
  ])('%s', (_, rows) => {
    expect(check(rows)).toEqual([]);
  });

  it('a whole table that agrees', () => {
    expect(checkWhole(SOUND)).toEqual([]);
  });

  it('a row with a figure too many or too few: which column is whose cannot be told', () => {
    const text = section('requests', { '1': '5 1 0 0 0 0 7' });
    expect(reported(rowTotal, swap(text, '5\t1\t0\t0\t0\t0\t7', '5\t1\t0\t0\t0\t0\t0\t7'))).toEqual(
      [],
    );
    expect(reported(rowTotal, swap(text, '5\t1\t0\t0\t0\t0\t7', '5\t1\t7'))).toEqual([]);
  });

  it('a table without 总计', () => {
    const text = swap(section('requests', { '1': '5 1 0 0 0 0 7' }), '\t总计', '');
    expect(reported(rowTotal, swap(text, '\t7', ''))).toEqual([]);
  });

  it('a fault of the columns: both rows add up', () => {
    expect(checkWhole({ ...SOUND, '3.7': '5 1 0 0 0 0 6' })).toEqual([]);
  });

  it('table 四, told by review-total', () => {
    const text = section('review', { reconsideration: '4 1 0 0 6' });
    expect(reported(rowTotal, text)).toEqual([]);
  });
});
