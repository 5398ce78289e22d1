// R4, block by block: what is said where results do not make up 总计, and where nothing is.
import { describe, expect, it } from 'vitest';
import { reported, section, unsafe } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { reviewTotal } from './review-total.js';

const NONE = '0 0 0 0 0';

/** Table 四: 行政复议, 未经复议直接起诉, 复议后起诉. */
const table = (reconsideration: string, direct = NONE, afterReview = NONE) =>
  section('review', { reconsideration, direct, afterReview });

/** Its one row of figures, as many as are given and zeros after them. */
const figures = (given: string) =>
  [...given.split(' '), ...Array(15).fill('0')].slice(0, 15).join('→');

describe('review-total finds', () => {
  it('a block whose results do not add up: its total first, then each result', () => {
    expect(reported(reviewTotal, table('4 1 0 0 6'))).toEqual([
      {
        on: figures('4 1 0 0 «6»'),
        message:
          '“行政复议”的总计写的是 6，各项相加是 5（结果维持 4 + 结果纠正 1）。请对照台账，看是哪一格写错了。',
        at: { table: 'review', row: 'reconsideration', column: 'total' },
        related: [
          ['“行政复议”的“结果维持”：4', figures('«4» 1 0 0 6')],
          ['“行政复议”的“结果纠正”：1', figures('4 «1» 0 0 6')],
        ],
        fixes: [
          ['总计', '由 6 改为 5', '4 1 0 0 5'],
          ['结果维持', '由 4 改为 5', '5 1 0 0 6'],
          ['结果纠正', '由 1 改为 2', '4 2 0 0 6'],
          ['其他结果', '由 0 改为 1', '4 1 1 0 6'],
          ['尚未审结', '由 0 改为 1', '4 1 0 1 6'],
        ].map(([column, change, after = '']) =>
          unsafe(`把“行政复议”的“${column}”${change}`, figures('4 1 0 0 6'), figures(after)),
        ),
      },
    ]);
  });

  it('each block for itself; nothing is offered below 0', () => {
    const found = reported(reviewTotal, table(NONE, '2 0 0 0 1', '0 0 0 2 3'));
    const before = figures('0 0 0 0 0 2 0 0 0 1 0 0 0 2 3');
    expect(found).toEqual([
      {
        on: figures('0 0 0 0 0 2 0 0 0 «1» 0 0 0 2 3'),
        message:
          '“未经复议直接起诉”的总计写的是 1，各项相加是 2（结果维持 2）。请对照台账，看是哪一格写错了。',
        at: { table: 'review', row: 'direct', column: 'total' },
        related: [
          ['“未经复议直接起诉”的“结果维持”：2', figures('0 0 0 0 0 «2» 0 0 0 1 0 0 0 2 3')],
        ],
        fixes: [
          unsafe(
            '把“未经复议直接起诉”的“总计”由 1 改为 2',
            before,
            figures('0 0 0 0 0 2 0 0 0 2 0 0 0 2 3'),
          ),
          unsafe(
            '把“未经复议直接起诉”的“结果维持”由 2 改为 1',
            before,
            figures('0 0 0 0 0 1 0 0 0 1 0 0 0 2 3'),
          ),
        ],
      },
      {
        on: figures('0 0 0 0 0 2 0 0 0 1 0 0 0 2 «3»'),
        message:
          '“复议后起诉”的总计写的是 3，各项相加是 2（尚未审结 2）。请对照台账，看是哪一格写错了。',
        at: { table: 'review', row: 'afterReview', column: 'total' },
        related: [['“复议后起诉”的“尚未审结”：2', figures('0 0 0 0 0 2 0 0 0 1 0 0 0 «2» 3')]],
        fixes: [
          ['总计', '由 3 改为 2', '0 0 0 2 2'],
          ['结果维持', '由 0 改为 1', '1 0 0 2 3'],
          ['结果纠正', '由 0 改为 1', '0 1 0 2 3'],
          ['其他结果', '由 0 改为 1', '0 0 1 2 3'],
          ['尚未审结', '由 2 改为 3', '0 0 0 3 3'],
        ].map(([column, change, after]) =>
          unsafe(
            `把“复议后起诉”的“${column}”${change}`,
            before,
            figures(`0 0 0 0 0 2 0 0 0 1 ${after}`),
          ),
        ),
      },
    ]);
  });

  it('a total without results', () => {
    const [found, ...more] = reported(reviewTotal, table('0 0 0 0 2'));
    expect(more).toEqual([]);
    expect(found?.on).toBe(figures('0 0 0 0 «2»'));
    expect(found?.message).toBe(
      '“行政复议”的总计写的是 2，各项相加是 0（各项均为 0）。请对照台账，看是哪一格写错了。',
    );
    expect(found?.related).toBeUndefined();
  });
});

describe('review-total is silent on', () => {
  it.each([
    ['blocks that add up', table('4 1 0 0 5', '1 2 3 4 10', '0 0 0 1 1')],
    ['no cases at all', table(NONE)],
    ['a blank result: unknown is not zero', table('4 _ 0 0 6')],
    ['a blank total', table('4 1 0 0 _')],
    ['a slash', table('4 / 0 0 6')],
    ['blanks under a total of 0', table('_ _ _ _ 0')],
    ['units that add up', table('4件 1件 0 0 5件')],
    [
      'a figure too few: it cannot be told whose it is',
      swap(table('4 1 0 0 6'), '4\t1\t0\t0\t6', '4\t1\t6'),
    ],
    ['a row-total that is out', section('requests', { '1': '5 1 0 0 0 0 7' })],
  ])('%s', (_, text) => {
    expect(reported(reviewTotal, text)).toEqual([]);
  });
});
