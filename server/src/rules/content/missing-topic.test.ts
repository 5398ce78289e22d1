import { describe, expect, it } from 'vitest';
import { findingsOf, overview } from '../../../../test/support/wording.js';
import { missingTopic } from './missing-topic.js';

const FIVE = [
  '（一）主动公开。公开信息12条。',
  '（二）依申请公开。收到申请0件。',
  '（三）政府信息管理。落实三审制度。',
  '（四）平台建设。维护政府网站。',
  '（五）监督保障。开展业务培训。',
];
const BUREAU = (text: string) => text.replace('青禾县云水镇人民政府', '青禾县民政局');
const messageOf = (text: string) => findingsOf(missingTopic, text)[0]?.message;

describe('missing-topic finds', () => {
  it.each([
    ['主动公开', 0],
    ['依申请公开', 1],
    ['政府信息管理', 2],
    ['平台建设', 3],
    ['监督保障', 4],
  ])('%s', (name, at) => {
    const lines = FIVE.filter((_, i) => i !== at);
    expect(messageOf(BUREAU(overview(...lines)))).toContain(name);
  });

  it('what governments have to tell besides', () => {
    expect(messageOf(overview(...FIVE))).toMatch(/没有写到工作考核、社会评议、责任追究，/);
  });

  it.each([
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
    '全文分为主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分。',
    '主动公开政府信息情况和收到和处理政府信息公开申请情况见后。',
  ])('what only names of sections name: %s', (named) => {
    const message = messageOf(BUREAU(overview(named, ...FIVE.slice(2))));
    expect(message).toContain('没有写到主动公开、依申请公开，');
  });

  it('all that is lacking in one finding', () => {
    expect(findingsOf(missingTopic, overview('2023年公开信息12条。'))).toHaveLength(1);
  });
});

describe('missing-topic is silent', () => {
  it.each([
    ['five topics of a bureau', BUREAU(overview(...FIVE))],
    ['all of a government', overview(...FIVE, '考核优秀，社会评议良好，没有责任追究情况。')],
    [
      'no headings',
      BUREAU(overview('公开信息12条，收到公开申请0件，落实审核制度，维护政务新媒体，开展培训。')),
    ],
    [
      'other words',
      BUREAU(overview('主动公开文件3条。无依申请公开。加强保密审查。设公开栏。强化督查。')),
    ],
    [
      'five topics beside the names of sections',
      BUREAU(overview('本报告由总体情况、主动公开政府信息情况等六个部分组成。', ...FIVE)),
    ],
    [
      'topics under headings of like words',
      BUREAU(
        overview(
          '（一）主动公开政府信息。公开12条。',
          '（二）收到和处理申请。申请公开0件。',
          ...FIVE.slice(2),
        ),
      ),
    ],
    [
      'the name of a section as a heading',
      BUREAU(overview('（一）主动公开政府信息情况。发布12条。', ...FIVE.slice(1))),
    ],
    ['no section 一', '二、主动公开政府信息情况\n\n…\n\n六、其他需要报告的事项\n\n无。\n'],
    ['an empty section 一', overview('')],
    [
      'a place’s name alone is no government',
      overview(...FIVE).replace('青禾县云水镇人民政府', '青禾县云水镇'),
    ],
    [
      'a street, which is no government',
      overview(...FIVE).replace('青禾县云水镇人民政府', '青禾区云水街道办事处'),
    ],
    ['a zone', overview(...FIVE).replace('青禾县云水镇人民政府', '青禾县开发区管委会')],
    [
      'the office of a government',
      overview(...FIVE).replace('青禾县云水镇人民政府', '青禾县人民政府办公室'),
    ],
  ])('%s', (_, text) => {
    expect(findingsOf(missingTopic, text)).toEqual([]);
  });
});
