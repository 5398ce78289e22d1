// What a report says that it consists of: the wordings in which a number and a list stand together.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, preamble } from '../../../../test/support/wording.js';
import { partsCount } from './parts-count.js';

const FOUR =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况';
const FIVE =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况';
const SIX = `${FIVE}、其他需要报告的事项`;
const THREE = '总体情况、主动公开政府信息情况、存在的主要问题及改进情况';
const quoted = (list: string, between = '') =>
  list
    .split('、')
    .map((part) => `“${part}”`)
    .join(between);

/** A report cut off in section 一: how many parts there are in all is not known. */
const says = (words: string) =>
  `青禾县云水镇人民政府2023年政府信息公开工作年度报告\n\n${words}\n\n一、总体情况\n\n公开信息12条。\n`;

it('names what the list leaves out, where the report has all parts', () => {
  const [found] = findingsOf(partsCount, preamble(`本报告由${FIVE}等六个部分组成。`));
  expect(found?.message).toBe('写的是六个部分，列出的是五个：漏列了“其他需要报告的事项”，请补上。');
  expect(found?.fixes).toBeUndefined();
});

describe('parts-count finds', () => {
  it.each([
    [`本报告由${FIVE}等六个部分组成。`, '五'],
    [`本报告由${THREE}四个部分组成。`, '三'],
    [`全文包括${FIVE}六个方面。`, '五'],
    [`本年度报告分为${FOUR}共5部分。`, '4'],
    [`本报告共六个部分：${FIVE}。`, '五'],
    [`全文共四个部分，分别是${THREE}。`, '三'],
    [`年度报告由以下六部分组成：${FIVE}。`, '五'],
    [`本报告包括六个方面内容，即${FIVE}。`, '五'],
    [`本报告由${quoted(FIVE)}等六个部分组成。`, '五'],
    [
      `报告共分四部分：一是总体情况；二是主动公开政府信息情况；三是存在的主要问题及改进情况。`,
      '三',
    ],
    [`报告从${FIVE}等六个方面进行总结。`, '五'],
    [`本报告由${SIX}等五个部分组成。`, '六'],
    [`本报告包括${SIX}等7个部分内容。`, '6'],
  ])('%s', (words, right) => {
    const [found, ...others] = findingsOf(partsCount, says(words));
    expect(others).toEqual([]);
    expect(found?.message).toContain(`${right}个部分`);
    expect(findingsOf(partsCount, fixed(partsCount, says(words)))).toEqual([]);
    expect(findingsOf(partsCount, preamble(words))).toHaveLength(1);
  });
});

describe('parts-count is silent', () => {
  it.each([
    [`本报告由${SIX}等六个部分组成。`],
    [`本报告由${SIX.replace('复议和', '复议、')}六部分组成。`],
    [`本报告由${quoted(SIX)}六个部分组成。`],
    [`本报告由${quoted(SIX, '、')}等六个部分组成。`],
    [`本报告由${quoted(SIX, '和')}等六个部分组成。`],
    [`全文包括${SIX}六个方面。`],
    [`本报告共六个部分，分别是${SIX}。`],
    [`本报告共六个部分。全文可在青禾县政府网站查阅。`],
    [`本报告由六个部分组成，电子版可在青禾县政府网站、县档案馆、图书馆下载查阅。`],
    [`从组织领导、制度建设、队伍建设三个方面加强主动公开。`],
    [`全文分为${FIVE.replaceAll('、', '，')}，以及其他需要报告的事项等6部分。`],
    [`报告主要从${FIVE}和其他需要报告的事项等六个方面编制。`],
    ['领导小组由办公室、宣传部、信息中心等三部分组成，负责申请办理。'],
    ['依申请公开主要从受理、办理、答复等五个方面规范。'],
    [`部分信息涉及申请、复议、问题等方面。`],
    [
      `报告分六部分：一是总体情况；二是主动公开政府信息情况；三是收到和处理政府信息公开申请情况；四是行政复议、行政诉讼情况；五是存在的主要问题及改进情况；六是其他需要报告的事项。`,
    ],
  ])('%s', (words) => {
    expect(findingsOf(partsCount, preamble(words))).toEqual([]);
    expect(findingsOf(partsCount, says(words))).toEqual([]);
  });
});
