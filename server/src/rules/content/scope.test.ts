import { describe, expect, it } from 'vitest';
import { overview, preamble, quotesOf } from '../../../../test/support/wording.js';
import { scope } from './scope.js';

const as = (organ: string, text: string) => text.replaceAll('青禾县云水镇人民政府', organ);

describe('scope finds', () => {
  it.each([
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
    [
      'another town in the preamble',
      preamble('现将白石镇2023年政府信息公开工作报告如下。'),
      ['白石镇'],
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
    expect(quotesOf(scope, text)).toEqual(quotes);
  });
});

describe('scope is silent', () => {
  it.each([
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
