import { describe, expect, it } from 'vitest';
import { overview, preamble, quotesOf } from '../../../../test/support/wording.js';
import { scope } from './scope.js';

const as = (organ: string, text: string) => text.replaceAll('青禾县云水镇人民政府', organ);

describe('scope finds', () => {
  it.each<[string, string, string[] | number]>([
    ['我省 in a town', overview('我省政府信息公开工作取得进展。'), ['我省']],
    ['全省各级 in a town', overview('全省各级行政机关公开信息9万条。'), ['全省各级']],
    [
      '省委’s work',
      overview('紧紧围绕省委、省政府中心工作推进公开。'),
      ['围绕省委、省政府中心工作'],
    ],
    ['我省 in a zone', as('青禾高新区管委会', overview('我省政务公开。')), ['我省']],
    ['我省 in a zone’s bureau', as('青禾高新区财政局', overview('我省政务公开。')), ['我省']],
    ['我省 in a city', as('青禾市人民政府', overview('我省、全省各级机关公开。')), ['我省']],
    ['我省 in a county’s bureau', as('青禾县民政局', overview('我省民政工作公开。')), ['我省']],
    ...(
      [
        ['青禾市云水街道办事处', '受理向市政府及市政府办公室提出的政府信息公开申请5件。'],
        ['青禾县云水镇人民政府', '受理公民向县人民政府提出的政府信息公开申请5件。'],
        ['青禾县云水镇人民政府', '收到公民向青禾县政府提交的书面信息公开申请5件。'],
        ['青禾县云水镇', '2023年，县政府共收到政府信息公开申请12件。'],
        ['青禾县云水镇', '县政府办公室全年受理依申请公开12件。'],
        ['青禾县云水镇', '全县各级行政机关共受理政府信息公开申请120件。'],
        ['白石区云水街道', '全市共收到政府信息公开申请120件。'],
        ['青禾县教育局', '受理公民向县政府提出的信息公开申请5件。'],
        ['青禾县教育局', '市政府全年办理政府信息公开申请5件。'],
        ['青禾市白石区人民政府', '市政府共受理政府信息公开申请120件。'],
      ] as const
    ).map(([organ, words]): [string, string, number] => [
      `${organ}: ${words}`,
      as(organ, overview(words)),
      1,
    ]),
    [
      'another town in the preamble',
      preamble('现将白石镇2023年政府信息公开工作报告如下。'),
      ['白石镇'],
    ],
    [
      'another street whose name ends alike',
      preamble(
        '现将青禾县安宁门街道办事处2023年政府信息公开工作情况报告如下。',
        '青禾县文昌门街道办事处',
      ),
      ['青禾县安宁门街道办事处'],
    ],
    [
      'another township of a unit of three characters',
      preamble('现将柳溪民族乡2023年政府信息公开工作情况报告如下。', '青禾县云水民族乡人民政府'),
      ['柳溪民族乡'],
    ],
    ['another author', preamble('本报告由白石县教育局编制。', '青禾县民政局'), ['白石县教育局']],
    [
      'another signature',
      `${overview('公开信息。')}\n白石镇人民政府\n2024年1月15日\n`,
      ['白石镇人民政府'],
    ],
    [
      'another office as the signature',
      `${overview('公开信息。')}\n白石县政务服务中心\n2024年1月15日\n`,
      ['白石县政务服务中心'],
    ],
  ])('%s', (_, text, quotes) => {
    const found = quotesOf(scope, text);
    expect(typeof quotes === 'number' ? found.length : found).toEqual(quotes);
  });
});

describe('scope is silent', () => {
  it.each([
    ['文昌门街道办事处', '青禾县文昌门街道办事处'],
    ['青禾市文昌街道办事处', '青禾县文昌街道办事处'],
    ['云水民族乡人民政府', '青禾县云水民族乡'],
    ['青禾县文化体育局', '青禾县教育和体育局'],
  ])('of one organ in two spellings: %s, %s', (organ, title) => {
    const text = preamble(`现将${organ}2023年政府信息公开工作情况报告如下。`, title);
    expect(quotesOf(scope, text)).toEqual([]);
  });

  it.each([
    ...(
      [
        ['青禾县云水镇人民政府', '受理向镇政府提出的政府信息公开申请5件。'],
        ['青禾县人民政府', '县政府共受理政府信息公开申请12件，全县各级行政机关受理30件。'],
        ['青禾县人民政府', '全县共收到政府信息公开申请12件，县政府办公室答复5件。'],
        ['青禾县人民政府办公室', '受理向县政府及县政府办公室提出的政府信息公开申请5件。'],
        ['青禾市人民政府', '市政府共受理政府信息公开申请12件。'],
        ['青禾市云水镇', '协助市政府办理政府信息公开申请3件。'],
        ['青禾市云水镇', '办理市政府转办的政府信息公开申请3件。'],
        ['青禾市云水镇', '配合市政府答复政府信息公开申请人3人次。'],
        ['青禾县云水镇', '根据县政府办理政府信息公开申请的规定，规范答复。'],
        ['青禾县云水镇', '参加全县办理政府信息公开申请培训2次。'],
        ['青禾县云水镇', '向县政府报送信息12条，在县政府网站公开信息12条。'],
        ['青禾县教育局', '我局收到政府信息公开申请5件。'],
        ['白石市上海区人民政府', '区政府共受理政府信息公开申请12件。'],
        ['国家税务总局青禾县税务局', '县政府受理政府信息公开申请5件。'],
      ] as const
    ).map(([organ, words]): [string, string] => [`${organ}: ${words}`, as(organ, overview(words))]),
    ['orders of the province', overview('落实省委、省政府决策部署，贯彻全省会议精神。')],
    ['a place among others', overview('政务新媒体在全省抽查中合格，居全省前列。')],
    ['a province’s department', as('青禾省民政厅', overview('我省民政工作公开。'))],
    ['a province', as('青禾省人民政府', overview('全省各级行政机关公开信息，我省公开。'))],
    ['our county in a bureau', as('青禾县民政局', overview('我县公开工作取得进展。'))],
    ['the short name', preamble('现将云水镇2023年政府信息公开工作报告如下。')],
    ['the place in full', preamble('现将青禾县云水镇2023年政府信息公开工作报告如下。')],
    ['we', preamble('现将我镇2023年政府信息公开工作报告如下。')],
    [
      'who asked for it',
      preamble('按照青禾县人民政府办公室要求，编制2023年政府信息公开工作年度报告。'),
    ],
    ['its own signature', `${overview('公开信息。')}\n云水镇人民政府\n2024年1月15日\n`],
    ['a province’s tax office', as('国家税务总局青禾省税务局', overview('我省公开。'))],
    ['a ministry', as('教育部', overview('全省各级机关公开信息。'))],
    ['whose level nobody knows', as('青禾海关', overview('我省公开。'))],
    ['who says too little', as('青禾农场', overview('我省公开。'))],
    ['the whole county', preamble('现公布全县2023年政府信息公开工作报告。')],
    ['a last line in words', `${overview('公开信息。')}\n没有其他需要报告之处\n`],
    ['the town’s office', preamble('本报告由云水镇党政综合办公室编制。')],
    ['no organ', as('', overview('我省公开工作取得进展。'))],
  ])('%s', (_, text) => {
    expect(quotesOf(scope, text)).toEqual([]);
  });
});
