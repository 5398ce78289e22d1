// Titles that lack something or are written in another way, what they are to be, and titles that are right.
import { describe, expect, it } from 'vitest';
import { reported, unsafe } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import { title } from './title.js';

const REST = '一、总体情况\n\n2023年，我镇依法做好政府信息公开工作。\n\n二、主动公开政府信息情况\n';
const RIGHT = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const RULE = '规定的写法是：机关全称 + 年份 +“政府信息公开工作年度报告”。';

const titled = (written: string) => `${written}\n\n${REST}`;

describe('title finds', () => {
  it.each([
    ['no title: it is said at the first line', REST, '«一、总体情况»'],
    ['a line that is none', titled('青禾县云水镇人民政府'), '«青禾县云水镇人民政府»'],
  ])('%s', (_, text, on) => {
    expect(reported(title, text)).toEqual([{ on, message: `没有标题。${RULE}` }]);
  });

  it.each([
    ['neither organ nor year', '政府信息公开工作年度报告', '没有机关名称，没有年份'],
    ['no organ', '2023年政府信息公开工作年度报告', '没有机关名称'],
  ])('%s: nobody but the writer knows it', (_, written, fault) => {
    expect(reported(title, titled(written))).toEqual([
      { on: `«${written}»`, message: `标题${fault}。${RULE}` },
    ]);
  });

  it('no year where the report names none either', () => {
    const text = swap(titled('青禾县云水镇人民政府政府信息公开工作年度报告'), '2023年，', '');
    expect(reported(title, text)).toEqual([
      {
        on: '«青禾县云水镇人民政府政府信息公开工作年度报告»',
        message: `标题没有年份。${RULE}`,
      },
    ]);
  });

  it.each([
    ['no year, known from the report', '青禾县云水镇人民政府政府信息公开工作年度报告', '没有年份'],
    [
      'a space inside its words',
      '青禾县云水镇人民政府2023年政府信息 公开工作年度报告',
      '中间有空格',
    ],
    [
      'words of its own',
      '青禾县云水镇人民政府2023年政府信息公开年报',
      '没有用“政府信息公开工作年度报告”',
    ],
    [
      'a word left out',
      '青禾县云水镇人民政府2023年政府信息公开年度报告',
      '没有用“政府信息公开工作年度报告”',
    ],
    [
      'the year behind the organ’s work',
      '青禾县云水镇人民政府政府信息公开工作2023年度报告',
      '没有用“政府信息公开工作年度报告”',
    ],
    [
      'a report on the situation',
      '青禾县云水镇人民政府关于2023年度政府信息公开情况的报告',
      '没有用“政府信息公开工作年度报告”',
    ],
    ['a summary', '青禾县云水镇人民政府2023年政务公开工作总结', '没有用“政府信息公开工作年度报告”'],
    [
      'a slip of the pen',
      '青禾县云水镇人民政府2023年政府信息工开工作年度报告',
      '没有用“政府信息公开工作年度报告”',
    ],
    [
      'words in another order',
      '青禾县云水镇人民政府2023年政府信息公开工年作度报告',
      '没有用“政府信息公开工作年度报告”',
    ],
    [
      'two faults at once',
      '青禾县云水镇人民政府 政府信息公开年报',
      '中间有空格，没有年份，没有用“政府信息公开工作年度报告”',
    ],
  ])('%s', (_, written, fault) => {
    expect(reported(title, titled(written))).toEqual([
      {
        on: `«${written}»`,
        message: `标题${fault}。${RULE}`,
        fixes: [unsafe(`改为“${RIGHT}”`, written, RIGHT)],
      },
    ]);
  });

  it.each([
    '青禾县云水镇人民政府2023年政府信息公开\n工作年度报告',
    '青禾县云水镇\n人民政府2023年政府信息公开工作年度报告',
    '青禾县云水镇人民政府2023年政府\n\n信息公开工作年度报告',
  ])('a line that ends inside a word: %j', (written) => {
    const text = titled(written);
    const [found, ...more] = reported(title, text);
    expect(more).toEqual([]);
    expect(found?.message).toBe(`标题在词语中间换了行。${RULE}`);
    expect(found?.on).toBe(`«${written}»`);
    expect(found?.fixes?.map((fix) => fix.title)).toEqual([`改为“${RIGHT}”`]);
  });

  it('a second one', () => {
    expect(
      reported(title, titled(`${RIGHT}\n\n青禾县云水镇2023年政府信息公开工作年度报告`)),
    ).toEqual([
      {
        on: '«青禾县云水镇2023年政府信息公开工作年度报告»',
        message: '标题出现了两次，只应有一个。',
        related: [['另一个标题', `«${RIGHT}»`]],
      },
    ]);
  });
});

describe('title finds a blank line between its two lines, and no more', () => {
  it.each(['\n\n', '\r\n\r\n', '\n　\n\n'])('%j', (gap) => {
    const written = `青禾县云水镇人民政府${gap}2023年政府信息公开工作年度报告`;
    const right = written.replace(gap, gap.startsWith('\r') ? '\r\n' : '\n');
    const [found, ...more] = reported(title, titled(written));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      atMost: 'hint',
      message: '标题分成两行是可以的，中间不要空行。',
    });
    expect(JSON.stringify(found?.fixes)).toContain('删去标题中间的空行');
    expect(reported(title, titled(right))).toEqual([]);
  });
});

describe('title is silent on', () => {
  it.each([
    ['the official form', RIGHT],
    ['年度', '青禾县云水镇人民政府2023年度政府信息公开工作年度报告'],
    ['spaces around the year, told by spacing', '青禾县民政局 2023 年政府信息公开工作年度报告'],
    ['the year in front', '2023年青禾县民政局政府信息公开工作年度报告'],
    ['a year in ideographs', '青禾县民政局二〇二三年政府信息公开工作年度报告'],
    ['full-width digits', '青禾县民政局２０２３年政府信息公开工作年度报告'],
    ['a Markdown heading', '# 青禾县民政局2023年政府信息公开工作年度报告'],
    ['bold', '**青禾县民政局2023年政府信息公开工作年度报告**'],
    ['organ, and the rest', '青禾县民政局\n2023年政府信息公开工作年度报告'],
    ['organ and year, and the rest', '青禾县民政局2023年\n政府信息公开工作年度报告'],
    ['three lines', '青禾县民政局\n2023年\n政府信息公开工作年度报告'],
    ['the organ in bold above', '**青禾县民政局**\n**2023年政府信息公开工作年度报告**'],
    ['a layout table of one cell', '| 青禾县民政局2023年政府信息公开工作年度报告 |'],
    [
      'what a web page has around it',
      '首页 > 政务公开 > 政府信息公开年报\n青禾县民政局2023年政府信息公开工作年度报告\n发布时间：2024-01-20 来源：青禾县民政局',
    ],
    [
      'the same words in the metadata',
      '标题：青禾县民政局2023年政府信息公开工作年度报告\n索引号：1234/2024-1\n青禾县民政局2023年政府信息公开工作年度报告',
    ],
    [
      'the same words as the page’s own heading',
      '青禾县民政局2023年政府信息公开工作年度报告\n发布日期：2024-01-20\n青禾县民政局2023年政府信息公开工作年度报告',
    ],
    [
      'links to other years',
      '2022年政府信息公开工作年度报告\n2021年政府信息公开工作年度报告\n青禾县民政局2023年政府信息公开工作年度报告',
    ],
    [
      'a page header behind the first heading',
      `青禾县民政局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n— 1 —\n青禾县民政局2023年政府信息公开工作年度报告`,
    ],
    ['white space around it', '　　青禾县民政局2023年政府信息公开工作年度报告　'],
  ])('%s', (_, written) => {
    expect(reported(title, titled(written))).toEqual([]);
  });

  it.each([
    ['a sentence that speaks of the report', '现公布2023年政府信息公开工作年度报告。'],
    ['the report named in 《》', '本机关编制了《2022年政府信息公开工作年度报告》'],
  ])('%s', (_, sentence) => {
    expect(
      reported(title, swap(titled(RIGHT), '2023年，我镇', `${sentence}\n\n2023年，我镇`)),
    ).toEqual([]);
  });
});
