import { describe, expect, it } from 'vitest';
import {
  findingsOf,
  fixed,
  overview,
  problems,
  quotesOf,
} from '../../../../test/support/wording.js';
import { wholeReport } from '../examples.js';
import { headingNumber } from './heading-number.js';

describe('heading-number finds', () => {
  it('its own 一、 in section 一, once', () => {
    const text = overview('一、主动公开', '（一）文件', '二、依申请公开');
    expect(quotesOf(headingNumber, text)).toEqual(['一、主动公开']);
    expect(fixed(headingNumber, text)).toBe(
      overview('（一）主动公开', '1.文件', '（二）依申请公开'),
    );
  });

  it('a sequence that goes on in section 五', () => {
    const text = problems('三、存在问题', '解读不够。', '四、下步打算', '加强解读。');
    expect(quotesOf(headingNumber, text)).toEqual(['三、存在问题']);
    expect(findingsOf(headingNumber, text)[0]?.related).toHaveLength(1);
  });

  it.each([
    [
      'a skip',
      ['（一）甲', '（二）乙', '（四）丁'],
      '（四）',
      ['（一）甲', '（二）乙', '（三）丁'],
    ],
    [
      'a repeat',
      ['（一）甲', '（二）乙', '（二）丙', '（三）丁'],
      '（二）',
      ['（一）甲', '（二）乙', '（三）丙', '（四）丁'],
    ],
    [
      'a step back',
      ['（一）甲', '（二）乙', '（三）丙', '（二）丁'],
      '（二）',
      ['（一）甲', '（二）乙', '（三）丙', '（四）丁'],
    ],
    [
      'a slip to one',
      ['（一）甲', '（二）乙', '（一）丙', '（四）丁'],
      '（一）',
      ['（一）甲', '（二）乙', '（三）丙', '（四）丁'],
    ],
    ['no first', ['（二）乙', '（三）丙'], '（二）', ['（一）乙', '（二）丙']],
    ['a skip of figures', ['1.甲', '2.乙', '4.丁'], '4.', ['1.甲', '2.乙', '3.丁']],
    ['a skip in brackets', ['（1）甲', '（3）丁'], '（3）', ['（1）甲', '（2）丁']],
    ['half-width', ['(一)甲', '(三)丙'], '(三)', ['(一)甲', '（二）丙']],
    ['a repeat with another mark', ['1、甲', '1．乙'], '1．', ['1、甲', '2.乙']],
    [
      'a repeat with another mark, going on',
      ['1、甲', '1.乙', '2.丙'],
      '1.',
      ['1、甲', '2.乙', '3.丙'],
    ],
    ['list marks', ['- （一）甲', '- （三）丙'], '（三）', ['- （一）甲', '- （二）丙']],
  ])('%s', (_, lines, quote, right) => {
    expect(quotesOf(headingNumber, overview(...lines))).toEqual([quote]);
    expect(fixed(headingNumber, overview(...lines))).toBe(overview(...right));
  });

  it.each([
    ['五、存在的主要问题', '存在的主要问题'],
    ['一、总体情况', '总体情况'],
    ['四、政府信息公开行政复议', '政府信息公开行政复议'],
    ['六、其他需要', '## 其他需要'],
  ])('a heading without its number: %s → %s', (from, to) => {
    const text = wholeReport({ [from]: to });
    const marks = to.startsWith('#') ? '## ' : '';
    expect(quotesOf(headingNumber, text)).toHaveLength(1);
    expect(fixed(headingNumber, text)).toBe(wholeReport({ [from]: marks + from }));
  });

  it.each([
    [
      'none has one',
      (text: string) => text.replace(/^[一二三四五六]、(?=\S+(?:情况|事项)$)/gm, ''),
    ],
    ['half of them have none', (text: string) => text.replace(/^[一三四五]、(?=\S+情况$)/gm, '')],
    ['its number stands alone above', (text: string) => text.replace('五、存在', '五、\n存在')],
    [
      'named as parts',
      (text: string) =>
        text
          .replace(/^([二三四五六])、(?=\S+(?:情况|事项)$)/gm, '第$1部分 ')
          .replace('一、总', '总'),
    ],
  ])('no heading without its number where %s', (_, change) => {
    const text = change(wholeReport());
    expect(text).not.toBe(wholeReport());
    expect(
      findingsOf(headingNumber, text)
        .map(({ message }) => message)
        .filter((m) => m.includes('漏了编号')),
    ).toEqual([]);
  });

  it('levels the wrong way round', () => {
    const lines = ['1.问题', '（一）甲', '（二）乙', '2.打算', '（一）丙'];
    expect(quotesOf(headingNumber, problems(...lines))).toEqual(['（一）']);
  });

  it('an official section under another number', () => {
    const text = wholeReport({ '四、政府': '三、政府' });
    expect(quotesOf(headingNumber, text)).toEqual(['三、']);
    expect(fixed(headingNumber, text)).toBe(wholeReport());
  });
});

describe('heading-number is silent', () => {
  it.each([
    ['in order', ['（一）甲', '1.子', '2.丑', '（二）乙', '1.寅', '（三）丙']],
    ['two lists', ['问题：', '1.甲', '2.乙', '打算：', '1.丙', '2.丁']],
    ['two lists of （一）', ['问题：', '（一）甲', '（二）乙', '打算：', '（一）丙', '（二）丁']],
    ['numbers within lines', ['工作有：（一）甲。（二）乙。', '（三）丙。']],
    ['numbers within lines, as radicals', ['工作有：（⼀）甲。（⼆）乙。', '（三）丙。']],
    ['一是 二是', ['一是甲。', '三是丙。']],
    ['Markdown lists', ['1. 甲', '1. 乙', '1. 丙']],
    ['figures', ['2023年公开信息。', '12.5万条。', '3件。']],
    ['a level left out', ['1.甲', '2.乙', '（1）子', '（2）丑']],
    ['pieces of a list', ['2.乙', '3.丙']],
    ['no numbers', ['主动公开。', '依申请公开。']],
  ])('%s', (_, lines) => {
    expect(quotesOf(headingNumber, overview(...lines))).toEqual([]);
  });

  it('a section that is missing, with the others counted on', () => {
    const text = wholeReport();
    const from = text.indexOf('四、政府');
    const cut = text.slice(0, from) + text.slice(text.indexOf('五、存在'));
    const counted = cut.replace('五、存在', '四、存在').replace('六、其他', '五、其他');
    expect(quotesOf(headingNumber, counted)).toEqual([]);
  });

  it('一、 where the sections themselves are not numbered so', () => {
    const text = overview('一、甲', '二、乙').replace(
      /^[一二三四五六]、(?=总|主|收|政|存|其)/gm,
      '## ',
    );
    expect(quotesOf(headingNumber, text)).toEqual([]);
  });

  it('rows of tables and a seventh section', () => {
    expect(quotesOf(headingNumber, `${wholeReport()}\n七、附件\n\n无。\n`)).toEqual([]);
  });
});
