// What has to be written into the sections without tables: a prompt for each topic, or a sentence
// where the figures say it all.
import { FEE, FEE_SINCE, noFee } from '../../form/fee.js';
import type { SectionNumber } from '../../form/formats.js';
import { promptFor } from '../../form/prompts.js';
import {
  GOVERNMENT_TOPICS,
  IMPROVEMENT_WORDS,
  PROBLEM_WORDS,
  TOPICS,
} from '../../judging/topics.js';
import type { TableFigures } from './tableFigures.js';

/** One thing to be told. */
export interface Point {
  readonly text: string;
  /** Text that holds any of these words tells it already; null where nothing else can tell it. */
  readonly words: RegExp | null;
}

/** Points under a heading of their own, where the section has such headings. */
export interface SectionPart {
  readonly heading: string | null;
  readonly points: readonly Point[];
}

export interface ParagraphOptions {
  readonly year: number;
  readonly zeros: boolean;
  readonly government: boolean;
  readonly figures: TableFigures;
}

/** The parts of a section, in order. */
export function partsOf(section: SectionNumber, options: ParagraphOptions): readonly SectionPart[] {
  if (section === 1) return overview(options);
  if (section === 5) return PROBLEMS;
  if (section === 6) return [{ heading: null, points: others(options) }];
  return [];
}

const asked = (words: RegExp, what: string): Point => ({ words, text: promptFor(what) });
const sure = (text: string): Point => ({ words: null, text });

/** What is asked of each topic. */
const ASKED: Readonly<Record<string, string>> = {
  主动公开: '全年主动公开了哪些政府信息、各有多少，法定主动公开内容是否都已公开',
  依申请公开: '收到和办理政府信息公开申请的情况，没有的也要写明',
  政府信息管理: '政府信息的制作、审核、发布和规范性文件管理情况',
  政府信息公开平台建设: '政府网站、政务新媒体、公开专栏和查阅场所的建设情况',
  监督保障: '机构和人员、业务培训、监督检查的情况',
  工作考核: '政府信息公开工作考核的方式和结果',
  社会评议: '社会评议的方式和结果',
  责任追究: '责任追究结果情况，没有的也要写明',
};

function overview({ year, zeros, government, figures }: ParagraphOptions): SectionPart[] {
  const parts = TOPICS.map(({ name, words }): SectionPart => {
    const isKnown = zeros && name === '依申请公开';
    const points = isKnown ? applications(year, figures) : [asked(words, ASKED[name] ?? name)];
    return { heading: name, points };
  });
  if (!government) return parts;
  const points = GOVERNMENT_TOPICS.map(({ name, words }) => asked(words, ASKED[name] ?? name));
  return [...parts, { heading: '工作考核、社会评议和责任追究', points }];
}

/** What zeros say of applications and cases. */
function applications(year: number, { isOpen, carried }: TableFigures): Point[] {
  const noCases = '未发生政府信息公开行政复议、行政诉讼案件。';
  if (!isOpen) return [sure(`${year}年未收到政府信息公开申请，${noCases}`)];
  const from = carried === null ? '' : `，上年结转${carried}件`;
  return [
    sure(`${year}年没有新收政府信息公开申请${from}。${promptFor('上年结转申请的办理结果')}`),
    sure(noCases),
  ];
}

const PROBLEMS: readonly SectionPart[] = [
  {
    heading: '存在的主要问题',
    points: [asked(PROBLEM_WORDS, '本年度政府信息公开工作存在的主要问题')],
  },
  {
    heading: '改进情况',
    points: [asked(IMPROVEMENT_WORDS, '上年问题的改进情况，本年问题的改进措施')],
  },
];

function others({ year, zeros, figures }: ParagraphOptions): Point[] {
  const rest = asked(/其他|事项/, '其他需要报告的事项，没有的也要写明');
  if (year < FEE_SINCE) return [rest];
  const fee =
    zeros && !figures.isOpen
      ? sure(noFee(year))
      : asked(FEE, '收取信息处理费的件数和金额，没有收取的也要写明');
  return [fee, rest];
}
