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

  it('a second one', () => {
    expect(
      reported(title, titled(`${RIGHT}\n\n青禾县云水镇2023年政府信息公开工作年度报告`)),
    ).toEqual([
      {
        on: '«青禾县云水镇2023年政府信息公开工作年度报告»',
        message: '标题出现了两次，只应有一个。',
        related: [['第一个标题', `«${RIGHT}»`]],
      },
    ]);
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
