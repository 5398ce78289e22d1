// Sentences such as reports use in sections 二 to 六: the tables in words, problems and improvements,
// the fee.
import { FEE, FEE_SINCE, noFee } from '../../form/fee.js';
import type { SectionNumber } from '../../form/formats.js';
import { IMPROVEMENT_WORDS, PROBLEM_WORDS } from '../../judging/topics.js';
import type { Report } from '../../report/report.js';
import { disclosureSentence, requestsSentence, reviewSentence, yearOf } from './sentenceFigures.js';
import { blank, type Snippet, snippet, stop } from './snippet.js';

export interface OfferedSentence {
  readonly id: string;
  readonly section: SectionNumber;
  readonly label: string;
  readonly detail: string;
  readonly keys: readonly string[];
  /** Words that tell that it is there. */
  readonly said: RegExp;
  /** Whether the report may lack it; the tables in words are for those who want them. */
  readonly isNeeded: boolean;
  /** The year from which it makes sense. */
  readonly since?: number;
  text(report: Report): Snippet;
}

const FROM_TABLE = '按表中的数写成一句话';

export const SENTENCES: readonly OfferedSentence[] = [
  {
    id: 'sentence:disclosure',
    section: 2,
    label: '规范性文件和处理决定',
    detail: FROM_TABLE,
    keys: ['规范性文件', '行政规范性文件', '制发', '本年制发', 'gfxwj', 'xzgfxwj', 'zf'],
    said: /规范性文件|行政许可/,
    isNeeded: false,
    text: disclosureSentence,
  },
  {
    id: 'sentence:requests',
    section: 3,
    label: '本年新收、上年结转、办结',
    detail: FROM_TABLE,
    keys: ['本年新收', '新收', '上年结转', '收到', 'bnxs', 'xs'],
    said: /收到|新收|受理/,
    isNeeded: false,
    text: requestsSentence,
  },
  {
    id: 'sentence:review',
    section: 4,
    label: '行政复议、行政诉讼',
    detail: FROM_TABLE,
    keys: ['行政复议', '行政诉讼', '复议', '诉讼', '未发生', 'xzfy', 'xzss', 'fy', 'ss'],
    said: /发生|复议\S{0,4}\d|诉讼\S{0,4}\d/,
    isNeeded: false,
    text: reviewSentence,
  },
  {
    id: 'sentence:problems',
    section: 5,
    label: '存在的主要问题',
    detail: '第五部分要写问题，也要写改进',
    keys: ['存在的主要问题', '主要问题', '问题', 'czdzywt', 'zywt', 'wt'],
    said: PROBLEM_WORDS,
    isNeeded: true,
    text: () =>
      snippet`存在的主要问题：一是${stop('部分栏目')}更新不够及时；二是${stop('政策文件')}的解读形式不够丰富。`,
  },
  {
    id: 'sentence:improvements',
    section: 5,
    label: '改进情况',
    detail: '第五部分要写问题，也要写改进',
    keys: ['改进情况', '改进', '措施', 'gjqk', 'gj'],
    said: IMPROVEMENT_WORDS,
    isNeeded: true,
    text: () =>
      snippet`改进情况：一是${stop('建立栏目更新提醒制度，定期检查')}；二是${stop('增加图表、问答等解读形式')}。`,
  },
  {
    id: 'sentence:noFee',
    section: 6,
    label: '未收取信息处理费',
    detail: '第六部分要写明信息处理费',
    keys: ['未收取信息处理费', '信息处理费', '处理费', 'wsqxxclf', 'xxclf', 'clf'],
    said: FEE,
    isNeeded: true,
    since: FEE_SINCE,
    text: (report) => [
      report.year === null ? '本年度未收取政府信息公开信息处理费。' : noFee(report.year),
    ],
  },
  {
    id: 'sentence:fee',
    section: 6,
    label: '收取信息处理费…件…元',
    detail: '第六部分要写明信息处理费',
    keys: ['收取信息处理费', '信息处理费', '处理费', 'sqxxclf', 'xxclf', 'clf'],
    said: FEE,
    isNeeded: false,
    since: FEE_SINCE,
    text: (report) =>
      snippet`${yearOf(report)}收取政府信息公开信息处理费${blank('件数')}件，共计${blank('金额')}元。`,
  },
  {
    id: 'sentence:nothingElse',
    section: 6,
    label: '没有其他需要报告的事项',
    detail: '第六部分常用的一句',
    keys: ['没有其他需要报告的事项', '其他需要报告的事项', '无其他', 'myqt', 'qtxybg', 'wqt'],
    said: /其他(?:需要)?报告|需要报告的其他/,
    isNeeded: false,
    text: () => ['没有其他需要报告的事项。'],
  },
];
