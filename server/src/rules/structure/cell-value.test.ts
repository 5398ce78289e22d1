// Cells whose figure is not written as one, what they are to be, and figures that are right.
import { describe, expect, it } from 'vitest';
import {
  type ReportedFix,
  reported,
  row,
  section,
  unsafe,
} from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { example, type RowFigures, zeros } from '../examples.js';
import { cellValue } from './cell-value.js';

const check = (rows: RowFigures) => reported(cellValue, section('requests', rows));
const received = (figures: string) => row('一、本年新收政府信息公开申请数量→→', figures);
const carried = (figures: string) => row('二、上年结转政府信息公开申请数量→→', figures);
const CELL = '“一、本年新收政府信息公开申请数量”的“商业企业”';

describe('cell-value finds', () => {
  it.each([
    ['a slash', '/', `${CELL}填的是“/”。没有的填 0。`, '填 0', '0'],
    ['a dash', '—', `${CELL}填的是“—”。没有的填 0。`, '填 0', '0'],
    ['无', '无', `${CELL}填的是“无”。没有的填 0。`, '填 0', '0'],
    ['a unit', '3件', `${CELL}填的是“3件”，只填数字 3。`, '改为 3', '3'],
    ['a thousands comma', '1,200', `${CELL}填的是“1,200”，只填数字 1200。`, '改为 1200', '1200'],
    ['a plus sign', '+3', `${CELL}填的是“+3”，只填数字 3。`, '改为 3', '3'],
    ['full-width digits', '１２', `${CELL}填的是全角数字“１２”，应为 12。`, '改为 12', '12'],
  ])('%s, and what can be put in its place', (_, written, message, title, figure) => {
    expect(check({ '1': `5 ${written} 0 0 0 0 5` })).toEqual([
      {
        on: received(`5 «${written}» 0 0 0 0 5`),
        message,
        at: { table: 'requests', row: '1', column: 'business' },
        fixes: [
          unsafe(title, received(`5 ${written} 0 0 0 0 5`), received(`5 ${figure} 0 0 0 0 5`)),
        ],
      },
    ]);
  });

  it.each([
    ['a negative count', '-3', `${CELL}填的是 -3，数量不能是负数。`],
    ['a fraction', '3.5', `${CELL}填的是 3.5，数量不能有小数。`],
    ['more than one number', '5-6', `${CELL}填的是“5-6”，读不出一个确定的数，只填数字。`],
    ['about a number', '约5', `${CELL}填的是“约5”，读不出一个确定的数，只填数字。`],
  ])('%s: what is meant only the writer knows', (_, written, message) => {
    expect(check({ '1': `5 ${written} 0 0 0 0 5` })).toEqual([
      {
        on: received(`5 «${written}» 0 0 0 0 5`),
        message,
        at: { table: 'requests', row: '1', column: 'business' },
      },
    ]);
  });

  it('a blank', () => {
    expect(check({ '1': '5 _ 0 0 0 0 5' })).toEqual([
      {
        on: received('5 «» 0 0 0 0 5'),
        message: `${CELL}没有填。没有的填 0。`,
        at: { table: 'requests', row: '1', column: 'business' },
        fixes: [unsafe('填 0', received('5 _ 0 0 0 0 5'), received('5 0 0 0 0 0 5'))],
      },
    ]);
  });

  it('a word behind a blank: zeros go into blanks alone, none before it and none in the next row', () => {
    const found = check({ '1': '_ 若干 _ _ _ _ _' });
    expect(found.map(({ on, message }) => [on, message])).toEqual([
      [received('«» 若干 _ _ _ _ _'), `${CELL.replace('商业企业', '自然人')}没有填。没有的填 0。`],
      [
        `${received('_ 若干')}→«→→→→»`,
        `从${CELL.replace('商业企业', '科研机构')}起连着 5 格没有填。没有的填 0。`,
      ],
      [received('_ «若干» _ _ _ _ _'), `${CELL}填的是“若干”，读不出一个确定的数，只填数字。`],
    ]);
    expect(found[1]?.fixes).toEqual([
      unsafe('5 格都填 0', received('_ 若干 _ _ _ _ _'), received('_ 若干 0 0 0 0 0')),
    ]);
  });

  it.each(['若干', '5或6', '一', '3（含结转1）'])('%s as the first figure', (words) => {
    expect(check({ '1': `${words} 0 0 0 0 0 0` }).map(({ on, message }) => [on, message])).toEqual([
      [
        received(`«${words}» 0 0 0 0 0 0`),
        `${CELL.replace('商业企业', '自然人')}填的是“${words}”，读不出一个确定的数，只填数字。`,
      ],
    ]);
  });

  it('every slash behind a word', () => {
    expect(check({ '1': '若干 / / / / / /' }).map(({ message }) => message)).toEqual([
      `从${CELL}起连着 6 格填的是“/”。没有的填 0。`,
      `${CELL.replace('商业企业', '自然人')}填的是“若干”，读不出一个确定的数，只填数字。`,
    ]);
  });

  it('blanks side by side, as one', () => {
    expect(check({ '1': '5 _ _ 0 0 0 5' })).toEqual([
      {
        on: `一、本年新收政府信息公开申请数量→→→5→«→»→0→0→0→5`,
        message: `从${CELL}起连着 2 格没有填。没有的填 0。`,
        at: { table: 'requests', row: '1', column: 'business' },
        fixes: [unsafe('2 格都填 0', received('5 _ _ 0 0 0 5'), received('5 0 0 0 0 0 5'))],
      },
    ]);
  });

  it('blanks over the end of a row, as one: it stands on those of the first row', () => {
    expect(check({ '1': '5 1 0 0 0 _ 6', '2': '_ _ 0 0 0 0 0' })).toEqual([
      {
        on: `${received('5 1 0 0 0')}→«»→6`,
        message: '从“一、本年新收政府信息公开申请数量”的“其他”起连着 3 格没有填。没有的填 0。',
        at: { table: 'requests', row: '1', column: 'other' },
        fixes: [
          {
            title: '3 格都填 0',
            safe: false,
            change: [
              `- ${received('5 1 0 0 0 _ 6')}`,
              `+ ${received('5 1 0 0 0 0 6')}`,
              `- ${carried('_ _ 0 0 0 0 0')}`,
              `+ ${carried('0 0 0 0 0 0 0')}`,
            ],
          },
        ],
      },
    ]);
  });

  it('those that the totals want a figure of, apart', () => {
    const found = check({ '1': '5 1 0 0 0 _ _', '2': '_ 0 0 0 0 0 0' });
    expect(found.map(({ message, fixes }) => [message, fixes?.map(({ title }) => title)])).toEqual([
      [
        '从“一、本年新收政府信息公开申请数量”的“其他”起连着 2 格没有填。没有的填 0。',
        ['2 格都填 0'],
      ],
      [
        '“一、本年新收政府信息公开申请数量”的“总计”没有填。按总计推算应填 6，请对照台账。',
        ['填 6'],
      ],
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['that the total leaves no room for: nothing is offered', { '1': '_ _ _ _ _ _ 4' }, []],
    [
      'that one total wants a figure of, and another none',
      { '1': '_ 5 0 0 0 0 5', '2': '1 0 0 0 0 0 1', '3.7': '6 0 0 0 0 0 6', '4': '1 0 0 0 0 0 1' },
      [],
    ],
    ['and one in place of a figure', { '1': '5 _ 0 0 0 0 7' }, ['填 2']],
    ['and one in place of a 0', { '1': '7 _ 0 0 0 0 7' }, ['填 0']],
    ['total, which follows from the others', { '1': '7 0 0 0 0 0 _' }, ['填 7']],
    ['where the total is not known', { '1': '7 _ 0 0 0 0 _' }, ['填 0']],
  ])('a blank %s', (_, rows, titles) => {
    expect(check(rows).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))).toEqual(
      titles,
    );
  });

  it('blank rows that have their totals, as one', () => {
    const found = check({ '1': '_ _ _ _ _ _ 0', '2': '_ _ _ _ _ _ 0' });
    expect(found.map(({ message, fixes }) => [message, fixes?.map(({ title }) => title)])).toEqual([
      [
        '从“一、本年新收政府信息公开申请数量”的“自然人”起连着 12 格没有填。没有的填 0。',
        ['12 格都填 0'],
      ],
    ]);
  });

  it('blanks with a figure between them, each for itself', () => {
    expect(check({ '1': '5 _ 1 _ 0 0 6' }).map(({ on }) => on)).toEqual([
      received('5 «» 1 _ 0 0 6'),
      received('5 _ 1 «» 0 0 6'),
    ]);
  });

  it.each<[string, string, string, string, ReportedFix[] | undefined]>([
    [
      'a unit beside an amount whose head names it',
      '12.5万元',
      '行政事业性收费→«12.5万元»→→',
      '“行政事业性收费”的“本年收费金额”填的是“12.5万元”，只填数字 12.5。',
      [unsafe('改为 12.5', '行政事业性收费→12.5万元→→', '行政事业性收费→12.5→→')],
    ],
    [
      '元 under a head in 万元: what it is in 万元',
      '12元',
      '行政事业性收费→«12元»→→',
      '“行政事业性收费”的“本年收费金额”填的是“12元”。这一格以万元为单位，12元应写作 0.0012。',
      [unsafe('改为 0.0012', '行政事业性收费→12元→→', '行政事业性收费→0.0012→→')],
    ],
  ])('%s', (_, amount, on, message, fixes) => {
    const found = reported(cellValue, section('disclosure', { fees: amount }));
    const at = { table: 'disclosure', row: 'fees', column: 'amount' };
    expect(found).toEqual([{ on, message, at, ...(fixes && { fixes }) }]);
  });

  it('a change of half an item', () => {
    const text = section('disclosure', { licensing: '12 -3.5 9' }, '2019');
    expect(reported(cellValue, text)).toEqual([
      {
        on: '行政许可→12→«-3.5»→9',
        message: '“行政许可”的“本年增/减”填的是 -3.5，数量不能有小数。',
        at: { table: 'disclosure', row: 'licensing', column: 'change' },
      },
    ]);
  });

  it('blanks of table 四, by block', () => {
    const text = section('review', { reconsideration: '1 _ 0 0 1', afterReview: '0 0 0 0 _' });
    expect(reported(cellValue, text).map(({ on, message, at }) => ({ on, message, at }))).toEqual([
      {
        on: '1→«»→0→0→1→0→0→0→0→0→0→0→0→0→',
        message: '“行政复议”的“结果纠正”没有填。没有的填 0。',
        at: { table: 'review', row: 'reconsideration', column: 'corrected' },
      },
      {
        on: '1→→0→0→1→0→0→0→0→0→0→0→0→0→«»',
        message: '“复议后起诉”的“总计”没有填。没有的填 0。',
        at: { table: 'review', row: 'afterReview', column: 'total' },
      },
    ]);
  });

  it('a blank between bars: the figure is put in to the right, as wide as it was', () => {
    const [found] = reported(cellValue, example('requests', { '1': '5 _ 0 0 0 0 5' }));
    const [before = '', after] = found?.fixes?.[0]?.change ?? [];
    expect(after).toBe(swap(before, '|          |', '|        0 |').replace('-', '+'));
  });

  const two = section('requests', { '1': '5 1 0 0 0 0 6', '2': '0 0 0 0 0 0 0' });
  it.each([
    [
      'fewer figures than columns',
      '\t5\t1\t6',
      '一、本年新收政府信息公开申请数量→→→«5→1→6»',
      '“一、本年新收政府信息公开申请数量”填了 3 个数，应有 7 个，分不清是哪一列的，请对照原表补齐。',
    ],
    [
      'one less, behind the blank cells of its label',
      '\t5\t0\t00\t0\t1\t6',
      '一、本年新收政府信息公开申请数量→→→«5→0→00→0→1→6»',
      '“一、本年新收政府信息公开申请数量”填了 6 个数，应有 7 个，分不清是哪一列的，请对照原表补齐。',
    ],
    [
      'more figures than columns',
      '\t5\t1\t0\t0\t0\t0\t0\t6',
      '一、本年新收政府信息公开申请数量→→→«5→1→0→0→0→0→0→6»',
      '“一、本年新收政府信息公开申请数量”填了 8 个数，应有 7 个，分不清是哪一列的，请对照原表补齐。',
    ],
    [
      'no figures',
      '',
      '一、本年新收政府信息公开申请数量→«→»',
      '“一、本年新收政府信息公开申请数量”没有填数，应有 7 个。',
    ],
  ])('%s', (_, figures, on, message) => {
    expect(reported(cellValue, swap(two, '\t5\t1\t0\t0\t0\t0\t6', figures))).toEqual([
      { on, message, at: { table: 'requests', row: '1' } },
    ]);
  });

  it('rows with as few figures each, as one', () => {
    const text = swap(two, '\t5\t1\t0\t0\t0\t0\t6', '\t5\t1\t6');
    expect(reported(cellValue, swap(text, '\t0\t0\t0\t0\t0\t0\t0', '\t0\t0\t0'))).toEqual([
      {
        on: '一、本年新收政府信息公开申请数量→→→«5→1→6»',
        message:
          '从“一、本年新收政府信息公开申请数量”起 2 行，每行填了 3 个数，应有 7 个，分不清是哪一列的，请对照原表补齐。',
        at: { table: 'requests', row: '1' },
      },
    ]);
  });
});

describe('cell-value is silent on', () => {
  it.each(['【条数】', '【请填】'])('%s, which residue tells', (prompt) => {
    expect(check({ '1': `${prompt} 0 0 0 0 0 0` })).toEqual([]);
  });

  it.each(['0', '7', '12', '305', '12045'])('the count %s', (count) => {
    expect(check({ '1': `${count} 0 0 0 0 0 ${count}` })).toEqual([]);
  });

  it.each(['0', '12', '0.5', '12.00', '275.304', '0.000012'])('the amount %s', (amount) => {
    expect(reported(cellValue, section('disclosure', { fees: amount }))).toEqual([]);
  });

  it.each(['0', '3', '+3', '-3', '−3'])('the change %s', (change) => {
    const text = section('disclosure', { licensing: `12 ${change} 9` }, '2019');
    expect(reported(cellValue, text)).toEqual([]);
  });

  it.each(['markdown', 'pipe', 'lines', 'space'] as const)('figures in the layout %s', (layout) => {
    const text = example(
      'requests',
      { '1': '5 1 0 0 0 0 6', '2': '1 0 0 0 0 0 1' },
      '2021',
      layout,
    );
    expect(reported(cellValue, text)).toEqual([]);
  });

  it.each([
    ['zeros throughout', section('requests', zeros('requests'))],
    [
      'spaces around a figure',
      swap(section('requests', { '1': '5 1 0 0 0 0 6' }), '\t5\t', '\t 5 \t'),
    ],
    [
      '万元 beside an amount whose head does not name it',
      section('disclosure', { procurement: '3 4.651万元' }, '2019'),
    ],
    ['a bold figure of Markdown', example('requests', { '1': '5 1 0 0 0 0 **6**' })],
    [
      'rows that are not there: missing-row tells them',
      section('requests', { '3.7': '0 0 0 0 0 0 0' }),
    ],
    [
      'labels glued to their figures',
      '二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件000\n',
    ],
    ['the blank cells behind short rows of table 二', section('disclosure', zeros('disclosure'))],
    ['words in running text', '一、总体情况\n\n收到申请3件，无结转。\n'],
  ])('%s', (_, text) => {
    expect(reported(cellValue, text)).toEqual([]);
  });
});
