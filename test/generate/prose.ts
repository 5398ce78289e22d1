// Running text of generated reports: sentences of our own about invented places.
// The figures that they name are those of the tables.
import type { SectionNumber } from '../../server/src/form/formats.js';
import type { ReportFacts } from './facts.js';
import type { Random } from './random.js';

const figure = ({ tables }: ReportFacts, row: string) => tables.requests[row]?.total ?? 0;

/** Legal basis and 统计期限. */
export function preamble({ organization, year }: ReportFacts, random: Random): string[] {
  const period = `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
  const basis =
    '根据《中华人民共和国政府信息公开条例》第五十条的规定，现将本机关一年来公开政府信息的情况报告如下。';
  return random.pick([
    [basis + period],
    [basis, period],
    [`${period}公众如有疑问，请与${organization}联系。`],
  ]);
}

/** Paragraphs by section; the tables' sections have none of their own. */
export function sectionProse(
  facts: ReportFacts,
  random: Random,
): Partial<Record<SectionNumber, string[]>> {
  return {
    1: [
      `${facts.year}年，我们把公开当作日常工作来做，让群众看得到、看得懂。`,
      ...topics(facts, random).map(([name, text], index) => {
        const numeral = '一二三四五'[index];
        return `（${numeral}）${name}${random.pick(['。', '情况。'])}${text}`;
      }),
    ],
    5: random.pick([
      [
        '一年来存在的主要问题：一是部分栏目更新不够及时，二是解读材料偏少。',
        '改进情况：我们逐月检查栏目更新，并请熟悉业务的同志撰写解读。',
      ],
      [
        '（一）存在的主要问题。有的科室对公开范围把握不准，答复文书还不够规范。',
        '（二）改进情况。我们将范本发到每个科室，并安排专人逐件核对。',
      ],
    ]),
    6: [fee(facts, random)],
  };
}

/** The five topics that section 一 must cover. */
function topics(facts: ReportFacts, random: Random): [string, string][] {
  const received = figure(facts, '1');
  const carried = figure(facts, '2');
  const done = figure(facts, '3.7');
  const applications =
    received === 0
      ? '全年没有收到新的公开申请。'
      : `全年收到公开申请${received}件，上年结转${carried}件，办结${done}件。`;
  return [
    ['主动公开', `财政预算、救助名单和工程进度都按时上网，全年更新${random.int(2, 60)}次栏目。`],
    ['依申请公开', applications],
    ['政府信息管理', '文件印发之前先定公开属性，印发之后登记造册。'],
    ['政府信息公开平台建设', '网站栏目与公告栏同步维护，失效链接当日更换。'],
    ['监督保障', '安排一名负责同志分管，每季度开展一次自查。'],
  ];
}

function fee({ year }: ReportFacts, random: Random): string {
  return random.pick([
    `${year}年没有收取信息处理费，也没有其他需要报告的事项。`,
    '本机关未收取信息处理费。',
    `本机关${year}年未发生信息处理费收费。`,
  ]);
}

/** Lines that offices put between a heading and its table. */
export const LEAD_INS = [
  '具体数据见下表。',
  '下表中的数据由各科室报送，经办公室核对。',
  '单位：件',
  '主动公开的主要数据如下：',
];

/** Headings of an office's own, inside section 一. */
export const OWN_HEADINGS_WORK = [
  '一、夯实工作基础',
  '（一）明确分工。每个栏目都有固定的维护人员。',
  '二、建好公开渠道',
  '（二）延伸到村。十二个村的公告栏每月更换一次。',
];

/** Headings of an office's own, inside section 五. */
export const OWN_HEADINGS_PROBLEMS = [
  ['三、存在问题', '栏目之间偶有重复，查找不便。', '四、下步打算', '合并重复栏目，改进检索。'],
  ['一、主要问题', '解读形式单一，图表偏少。', '二、改进措施', '增加图解，改进版面。'],
];
