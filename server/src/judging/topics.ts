// What 一、总体情况 must tell by the format notice, and whether it does.
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

/** The topics that section 一 says nothing of; none where there is no such section, or nothing in it. */
export function missingTopics(report: Report): ReportTopic[] {
  const overview = proseOf(report, 1);
  if (overview === '') return [];
  const lacking: ReportTopic[] = TOPICS.filter(({ words }) => !words.test(overview));
  // 各级人民政府 must tell more
  if (isGovernment(report.organization)) {
    const all = wholeProse(report);
    for (const topic of GOVERNMENT_TOPICS) if (!topic.words.test(all)) lacking.push(topic);
  }
  return lacking;
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
