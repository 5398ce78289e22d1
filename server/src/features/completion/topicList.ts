// The topics of section 一 in the sentences that such reports use.
import { isGovernment } from '../../form/organs.js';
import { coversGovernmentTopics } from '../../judging/topics.js';
import type { Report } from '../../report/report.js';
import { counted, figureOf, requestsSentence } from './sentenceFigures.js';
import { blank, type Snippet, snippet, stop } from './snippet.js';

export interface TopicText {
  /** As in `TOPICS`. */
  readonly name: string;
  /** Tells it from other headings. */
  readonly heading: RegExp;
  readonly keys: readonly string[];
  sentence(report: Report): Snippet;
}

export const TOPIC_TEXTS: readonly TopicText[] = [
  {
    name: '主动公开',
    heading: /^主动公开/,
    keys: ['公开', 'zdgk'],
    sentence: (report) => {
      const issued = figureOf(report, 'disclosure', 'normative', 'issued');
      const normative =
        issued === 0
          ? '没有制发行政规范性文件'
          : snippet`制发行政规范性文件${counted(issued)}件，均及时公开`;
      return snippet`全年通过${stop('政府网站')}、${stop('公开栏')}等渠道主动公开政府信息${blank('条数')}条；${normative}。`;
    },
  },
  {
    name: '依申请公开',
    heading: /^(?:依申请|政府信息公开申请)/,
    keys: ['申请公开', '本年新收', '新收', '上年结转', 'ysqgk', 'bnxs'],
    sentence: requestsSentence,
  },
  {
    name: '政府信息管理',
    heading: /信息(?:资源)?(?:规范)?管理/,
    keys: ['信息管理', '管理', 'zfxxgl', 'xxgl'],
    sentence: (report) => {
      const inForce = figureOf(report, 'disclosure', 'normative', 'inForce');
      const normative =
        inForce === 0 ? '' : snippet`，现行有效的行政规范性文件${counted(inForce)}件全部集中公布`;
      return snippet`制发公文时同步确定公开属性，公开前逐件进行保密审查；及时清理已经公开的信息${normative}。`;
    },
  },
  {
    name: '政府信息公开平台建设',
    heading: /平台/,
    keys: ['平台建设', '公开平台建设', 'zfxxgkptjs', 'ptjs'],
    sentence: () =>
      snippet`维护好${stop('政府网站')}的政府信息公开专栏，及时更新栏目内容；在${stop('便民服务中心')}设立政府信息查阅点，方便群众查询。`,
  },
  {
    name: '监督保障',
    heading: /监督|保障/,
    keys: ['保障', 'jdbz'],
    sentence: (report) =>
      snippet`配备专职人员${blank('人数')}名，全年组织业务培训${blank('次数')}次；${isGovernment(report.organization) && !coversGovernmentTopics(report) ? evaluation() : '政府信息公开工作纳入年度考核。'}`,
  },
];

/** What governments must tell besides, in section 一 or elsewhere, one by one: as in `GOVERNMENT_TOPICS`. */
export const GOVERNMENT_TEXTS: readonly { readonly name: string; readonly sentence: Snippet }[] = [
  {
    name: '工作考核',
    sentence: snippet`政府信息公开工作纳入年度考核，考核结果为${stop('良好')}。`,
  },
  {
    name: '社会评议',
    sentence: snippet`开展社会评议${blank('次数')}次，${stop('群众总体满意')}。`,
  },
  { name: '责任追究', sentence: snippet`${stop('没有需要追究责任的情形')}。` },
];

/** The same in one sentence. */
export function evaluation(): Snippet {
  return snippet`政府信息公开工作纳入年度考核，开展社会评议${blank('次数')}次，${stop('没有需要追究责任的情形')}。`;
}
