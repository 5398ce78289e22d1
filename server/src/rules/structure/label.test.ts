// Labels of the tables that are misspelled or reworded, and ways to write them that are right.
import { describe, expect, it } from 'vitest';
import { reported, row, section } from '../../../../test/support/rules.js';
import { swap } from '../../../../test/support/swap.js';
import type { CellRef } from '../../findings/finding.js';
import { zeros } from '../examples.js';
import { label } from './label.js';

const DISCLOSURE = section('disclosure', zeros('disclosure'));
const REQUESTS = section('requests', zeros('requests'));
const REVIEW = section('review', zeros('review'));

type Case = readonly [text: string, official: string, written: string, line: string, at: CellRef];

/** With the line that the label stands on; `…` is the label. */
const FOUND: readonly Case[] = [
  // rows
  [
    REQUESTS,
    '部分公开',
    '不分公开',
    row('→（二）…（区分处理的，只计这一情形，不计其他情形）→', '0 0 0 0 0 0 0'),
    { table: 'requests', row: '3.2' },
  ],
  [
    REQUESTS,
    '结转下年度继续办理',
    '结传下年度继续办理',
    row('四、…→→', '0 0 0 0 0 0 0'),
    { table: 'requests', row: '4' },
  ],
  [
    REQUESTS,
    '重复申请',
    '重复审请',
    row('→→2.…', '0 0 0 0 0 0 0'),
    { table: 'requests', row: '3.5.2' },
  ],
  [DISCLOSURE, '行政处罚', '行政处发', '…→0→→', { table: 'disclosure', row: 'penalties' }],
  // heads of columns
  [
    REQUESTS,
    '自然人',
    '自燃人',
    '→→→…→法人或其他组织→→→→→总计',
    { table: 'requests', column: 'natural' },
  ],
  [
    REQUESTS,
    '总计',
    '合计',
    '→→→自然人→法人或其他组织→→→→→…',
    { table: 'requests', column: 'total' },
  ],
  [
    DISCLOSURE,
    '本年废止件数',
    '本年废纸件数',
    '信息内容→本年制发件数→…→现行有效件数',
    { table: 'disclosure', column: 'repealed' },
  ],
  [
    REVIEW,
    '尚未审结',
    '尚末审结',
    '结果维持→结果纠正→其他结果→…→总计→未经复议直接起诉→→→→→复议后起诉→→→→',
    { table: 'review', column: 'pending' },
  ],
  // heads of groups and blocks
  [
    REQUESTS,
    '无法提供',
    '无法题供',
    row('→（四）…→1.本机关不掌握相关政府信息', '0 0 0 0 0 0 0'),
    { table: 'requests' },
  ],
  [
    REVIEW,
    '复议后起诉',
    '复意后起诉',
    '结果维持→结果纠正→其他结果→尚未审结→总计→未经复议直接起诉→→→→→…→→→→',
    { table: 'review', row: 'afterReview' },
  ],
];

describe('label finds', () => {
  const cases = FOUND.map(([text, official, written, line, at]) => {
    return { text, official, written, line, at };
  });
  it.each(cases)('$official as $written; numbering, note and figures stay', (given) => {
    const { text, official, written, line, at } = given;
    expect(reported(label, swap(text, official, written))).toEqual([
      {
        on: line.replace('…', `«${written}»`),
        message: `“${written}”应为“${official}”（格式规定的文字）。`,
        at,
        fixes: [
          {
            title: `改为“${official}”`,
            safe: true,
            change: [`- ${line.replace('…', written)}`, `+ ${line.replace('…', official)}`],
          },
        ],
      },
    ]);
  });

  it('each of two, and of two alike', () => {
    const text = swap(swap(REQUESTS, '\t其他\t', '\t其它\t'), '3.其他\t', '3.其它\t');
    expect(reported(label, text).map(({ on, at }) => ({ on, at }))).toEqual([
      {
        on: '→→→→商业企业→科研机构→社会公益组织→法律服务机构→«其它»→',
        at: { table: 'requests', column: 'other' },
      },
      {
        on: row('→→3.«其它»', '0 0 0 0 0 0 0'),
        at: { table: 'requests', row: '3.6.3' },
      },
    ]);
  });

  it('a row without a name, known by its neighbours: nothing is put in', () => {
    expect(reported(label, swap(REQUESTS, '2.重复申请', ''))).toEqual([
      {
        on: `→→→«»${'0→'.repeat(6)}0`,
        message: '这一行没有行名，按前后各行应是“2.重复申请”。',
        at: { table: 'requests', row: '3.5.2' },
      },
    ]);
  });
});

describe('of two formats that have other words for it, label offers those of', () => {
  const on = (year: number, text: string) =>
    `青禾县民政局${year}年政府信息公开工作年度报告\n\n${text}`;
  const OLD = section('disclosure', zeros('disclosure', '2019'), '2019');

  it.each<[what: string, text: string, line: string, right: string]>([
    [
      'the year, in a report that mixes them: a head',
      swap(swap(DISCLOSURE, '行政规范性文件', '规范性文件'), '本年处理决定数量', '决定数量'),
      '信息内容→«决定数量»→→',
      '本年处理决定数量',
    ],
    [
      'the year, for the head in the same place',
      swap(DISCLOSURE, '本年废止件数', '本年新公开数'),
      '信息内容→本年制发件数→«本年新公开数»→现行有效件数',
      '本年废止件数',
    ],
    [
      'the year, for a row',
      swap(DISCLOSURE, '行政规范性文件', '归范性文件'),
      '«归范性文件»→0→0→0',
      '行政规范性文件',
    ],
    [
      'all other labels, though they are out of date: a row',
      swap(OLD, '规范性文件', '归范性文件'),
      '«归范性文件»→0→0→0',
      '规范性文件',
    ],
    [
      'all other labels: a head',
      swap(OLD, '对外公开总数量', '对外公开总数'),
      '信息内容→本年新制作数量→本年新公开数量→«对外公开总数»',
      '对外公开总数量',
    ],
  ])('%s', (_, text, line, right) => {
    const [found, ...others] = reported(label, on(2022, text));
    expect([found?.on, found?.fixes?.[0]?.title]).toEqual([line, `改为“${right}”`]);
    expect(others).toEqual([]);
    // what is out of date is made so no more unasked
    expect(found?.fixes?.some(({ safe }) => safe)).toBe(false);
  });

  it('a head that stands in no other place', () => {
    const text = on(
      2022,
      swap(swap(OLD, '规范性文件', '行政规范性文件'), '采购总金额', '采购总金颜'),
    );
    expect(reported(label, text).map(({ fixes }) => fixes?.[0]?.title)).toEqual([
      '改为“采购总金额”',
    ]);
  });
});

describe('label is silent on', () => {
  it.each([
    ['the form, table 二', DISCLOSURE],
    ['the form, table 三', REQUESTS],
    ['the form, table 四', REVIEW],
    ['the words of 2019', section('disclosure', zeros('disclosure', '2019'), '2019')],
    [
      'the words of 2019 in another format: outdated-template tells them',
      swap(DISCLOSURE, '行政规范性文件', '规范性文件'),
    ],
    ['half-width brackets', swap(REQUESTS, '（一）予以公开', '(一)予以公开')],
    ['a note left out', swap(REQUESTS, '（区分处理的，只计这一情形，不计其他情形）', '')],
    ['another note', swap(DISCLOSURE, '（单位：万元）', '(万元)')],
    ['numbering in another way', swap(REQUESTS, '1.属于国家秘密', '1、属于国家秘密')],
    ['numbering left out', swap(REQUESTS, '1.属于国家秘密', '属于国家秘密')],
    ['spaces between characters', swap(REQUESTS, '本年度办理结果', '本 年 度 办 理 结 果')],
    ['straight quotation marks', swap(REQUESTS, '“三安全一稳定”', '"三安全一稳定"')],
    ['no quotation marks', swap(REQUESTS, '“三安全一稳定”', '三安全一稳定')],
    [
      'a full-width slash',
      swap(section('disclosure', zeros('disclosure', '2019'), '2019'), '增/减', '增／减'),
    ],
    ['running text', '一、总体情况\n\n对不分公开与否的信息逐条审核。\n'],
  ])('%s', (_, text) => {
    expect(reported(label, text)).toEqual([]);
  });
});
