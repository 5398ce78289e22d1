// What 一、总体情况 must tell by the format notice, and whether it does.
import { SECTIONS } from '../form/formats.js';
import { isGovernment } from '../form/organs.js';
import type { Report } from '../report/report.js';
import { proseOf } from '../report/runningText.js';

export interface ReportTopic {
  readonly name: string;
  /** Any of these words tells that it is there; generous on purpose. */
  readonly words: RegExp;
}

/** What 一、总体情况 must tell, by the format notice. */
export const TOPICS = [
  {
    name: '主动公开',
    words: /主动公开|公开(?:发布)?(?:各类|政府|政务)?信息|公开[^，。；申]{0,12}\d\s?余?[条件篇份]/,
  },
  { name: '依申请公开', words: /依申请|申请公开|公开申请|以申请公开|申请人|受理申请|信息申请/ },
  {
    name: '政府信息管理',
    words:
      /信息(?:的)?(?:规范)?管理|规范性文件|保密审查|[三两]审|审[核查校]|公开属性|公文|归档|台账|动态调整|信息资源|信息发布(?:登记|流程|机制|制度|管理)|全生命周期|源头认定/,
  },
  {
    name: '政府信息公开平台建设',
    words: /平台|网站|门户|新媒体|公众号|微信|微博|专栏|专区|公开栏|公报|客户端|查阅[点场]/,
  },
  {
    name: '监督保障',
    words: /监督|考核|培训|督查|督导|督促|检查|评议|评估|通报|问责|追究|保障机制/,
  },
] as const satisfies readonly ReportTopic[];

/** What 各级人民政府 must tell besides (《条例》第五十条第（四）项); it may stand in 五 or 六 as well. */
export const GOVERNMENT_TOPICS = [
  { name: '工作考核', words: /考核|考评|绩效/ },
  { name: '社会评议', words: /评议|满意度|第三方评估|社会评价|群众评价|测评/ },
  { name: '责任追究', words: /追究|追责|问责/ },
] as const satisfies readonly ReportTopic[];

/** Words that tell of problems, and of what is done about them, in section 五. */
export const PROBLEM_WORDS =
  /问题|不足|差距|薄弱|有待|欠缺|短板|不够|困难|不强|不高|不全|不及时|不到位|不充分/;
export const IMPROVEMENT_WORDS =
  /改进|改善|整改|下一步|今后|措施|打算|加强|加大|强化|提升|提高|完善|优化|健全/;

/** What is done, or will be, about the problems. */
const ACTION =
  /改进|改善|整改|加强|加大|强化|提升|提高|完善|优化|健全|落实|抓[好紧实]|做实|开展|组织|建立|建好|推进|推动|规范|丰富|拓[宽展]|细化|督[促查导]|培训|检查|核对|更新|增[加设]|扩大|梳理|明确|压实|学习|确保|查摆|销号|补[齐充足]|纠正|解决|克服|弥补|转变|创新|深化|打造|采取|配[备强齐]|指导|聚焦|安排|集中|逐[一步月项个]/;
/** What is yet to come, by itself. */
const NEXT =
  /下一?步|今后|接下来|下一年|明年|来年|新的一年|打算|改进(?:情况|措施|方向|办法|做法|如下)|整改(?:情况|措施)|针对(?:以上|上述|这些|存在|问题)|为此|对此/;
const WILL = /将(?!近|会议)|[拟计]划|力争|准备/;
/** What is still to be wished for tells of a problem, though it names what is to be done. */
const WISHED =
  /有待|亟待|尚待|[亟尚还仍]需|需要?(?:进一步|继续|不断|持续)?(?:加强|加大|提[升高]|完善|强化|改进|优化|规范|深化|拓[宽展]|健全|巩固|丰富|细化)|欠缺|不够|不[足强高全多严深细实]|不(?:及时|到位|充分|完善|规范|健全|丰富|平衡|紧密)|薄弱|缺乏|短板|[较偏][少弱低慢晚]|滞后|未能|困难|差距|存在.{0,8}问题/;

/** What mends a fault, though it names one. */
const MENDED = /(?:补[齐足强上]?|弥补|改进|克服|解决)[^，。；]{0,6}(?:短板|不足|问题|困难|差距)/g;

const CLAUSE_END = /[。；;，,：:\n]/;

/** Whether section 五 says what the problems are. */
export function tellsProblem(content: string): boolean {
  return PROBLEM_WORDS.test(content) || WISHED.test(content);
}

/** Whether section 五 says what is done about the problems: by what its clauses say, not by one word. */
export function tellsImprovement(content: string): boolean {
  let wished = false;
  for (const written of content.split(CLAUSE_END)) {
    const clause = written.replace(MENDED, '改进');
    if (NEXT.test(clause)) return true;
    if (WISHED.test(clause)) wished = true;
    // what is done stands behind the problems, or is said to come; before them one looks back
    else if (ACTION.test(clause) && (wished || WILL.test(clause))) return true;
  }
  return false;
}

/** The topics that section 一 says nothing of; none where there is no such section, or nothing in it. */
export function missingTopics(report: Report): ReportTopic[] {
  // 本报告由总体情况、主动公开政府信息情况……组成 names sections and tells nothing of them
  const overview = withoutSections(proseOf(report, 1));
  if (overview.trim() === '') return [];
  const lacking: ReportTopic[] = TOPICS.filter(({ words }) => !words.test(overview));
  // 各级人民政府 must tell more
  if (isGovernment(report.organization)) {
    const all = wholeProse(report);
    for (const topic of GOVERNMENT_TOPICS) if (!topic.words.test(all)) lacking.push(topic);
  }
  return lacking;
}

/** Official headings within running text. */
const SECTION_NAMES = new RegExp(
  SECTIONS.filter(({ number }) => number > 1)
    .map(({ title }) => title.replace('、', '[、和及与]?'))
    .join('|'),
  'g',
);
/** Without the sentences that list sections; one name alone may head what is told. */
function withoutSections(text: string): string {
  const names = (words: string) => words.match(SECTION_NAMES)?.length ?? 0;
  if (names(text) < 2) return text;
  return text
    .split(/(?<=[。\n])/)
    .filter((sentence) => names(sentence) < 2)
    .join('');
}

/** Whether it says, anywhere, all that governments must tell besides; a prompt for it will do. */
export function coversGovernmentTopics(report: Report): boolean {
  const all = wholeProse(report);
  return GOVERNMENT_TOPICS.every(({ words }) => words.test(all));
}

/** 考核 and the like may stand in 五 or 六 as well. */
function wholeProse(report: Report): string {
  return ([1, 5, 6] as const).map((number) => proseOf(report, number)).join('\n');
}
