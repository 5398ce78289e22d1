// R15: parts that the text lists must add up to their total; shares and growth must follow from
// the figures beside them.

import type { Finding } from '../../findings/finding.js';
import { meaningOf } from '../../judging/statementCells.js';
import {
  type Growth,
  goesDown,
  isBounded,
  isRest,
  type ListedPart,
  leadingRun,
  mayOverlap,
  type PartList,
  type ReadSentence,
  readGrowth,
  readingsOf,
  readLists,
  readStatements,
  spanIn,
  type TextFigure,
} from '../../prose/index.js';
import type { Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { slipBetween } from './prose-sum.slips.js';

const prose = (text: string) =>
  `青禾县云水镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n`;

export const proseSum: Rule = {
  id: 'prose-sum',
  severity: 'warning',
  docs: () => ({
    title: '文字里的分项加不起来',
    english: 'Parts in the text not adding up',
    what: '“其中”、括号里或“合计”前所列的各项，量词与总数相同，加起来却不等于总数（没有列全的，加起来反而比总数多，或与总数只差一个写错的数字）；占比、同比增减与句中的数不符；总数或某一项多写、少写了“万”。',
    why: '分项和总数写在同一句话里，一加就知道对不对。',
    how: '核对总数和各分项。快速修复把总数（占比、增幅）改成算出来的数，也可能是某个分项写错，请先核对。',
    invalid: [
      {
        note: '20 + 51 + 9 + 7 = 87，总数写 90',
        text: prose('全年主动公开信息90条，其中机构类20条、要闻类51条、财政类9条、其他7条。'),
      },
      {
        note: '括号里加起来不对',
        text: prose('主动公开信息70条（简介6条，公文33条，要闻28条，其他2条）。'),
      },
      {
        note: '分项比总数多',
        text: prose('收到政府信息公开申请6件，其中网络申请4件、信函申请4件。'),
      },
      { note: '像是总数写颠倒了', text: prose('公开信息230条，其中要闻120条、公告83条。') },
      {
        note: '增幅不对',
        text: prose('收到政府信息公开申请120件，较上年的100件增长12%。'),
      },
    ],
    valid: [
      {
        note: '加得起来',
        text: prose('全年主动公开信息87条，其中机构类20条、要闻类51条、财政类9条、其他7条。'),
      },
      { note: '没有列全', text: prose('公开信息88条，其中公示42条、招聘信息13条。') },
      {
        note: '同一条信息可能发在几个渠道',
        text: prose('发布信息320条，其中网站280条、微信公众号120条。'),
      },
      {
        note: '量词不同，不能相加',
        text: prose('公开信息60条，其中要闻40条、公告30条、文件12件。'),
      },
      {
        note: '按两种口径各列一遍',
        text: prose(
          '收到政府信息公开申请9件，其中网络申请3件、信函申请6件，自然人申请8件、法人或其他组织申请1件。',
        ),
      },
    ],
  }),
  *check(report) {
    let before: ReadSentence | null = null;
    for (const reading of readingsOf(report)) {
      const previous: ReadSentence | null =
        before && isNext(report.text, before, reading) ? before : null;
      before = reading;
      if (reading.figures.length === 0) continue;
      // 其中 at the start: the total of the sentence before is judged with the list
      let isJudged = false;
      for (const list of readLists(reading, previous)) {
        const finding = wrongUnit(list) ?? wrongSum(report, list);
        isJudged ||= finding !== null && list.totalIn === previous;
        if (finding) yield finding;
        else yield* wrongShares(list);
      }
      if (previous && !isJudged) {
        const slip = unitBefore(previous, reading);
        if (slip) yield slip;
      }
      const growth = readGrowth(reading, report.year);
      const finding = growth && wrongGrowth(reading, growth);
      if (finding) yield finding;
    }
  },
};

/** Whether one sentence follows the other with nothing between. */
function isNext(text: string, before: ReadSentence, { offsets, paragraph }: ReadSentence): boolean {
  const { end } = spanIn(before, before.text.length - 1, before.text.length);
  return before.paragraph === paragraph && text.slice(end, offsets[0]).trim() === '';
}

/** Closed lists must add up; others must not come to more than their total. */
function wrongSum(report: Report, list: PartList): Finding | null {
  const { total, parts } = list;
  let sum = 0;
  // whatever follows once the parts add up is another list, save for 其他, which ends this one
  for (const [i, { figure }] of parts.entries()) {
    sum = round(sum + figure.value);
    if (sum === total.value && !isRest(parts[i + 1])) return null;
  }
  const run = leadingRun(list);
  const values = run.map(({ figure }) => figure.value);
  const added = round(values.reduce((a, b) => a + b, 0));
  const isMore = added > total.value && isBounded(list) && !mayOverlap(list);
  const slip = list.closed || isMore ? null : slipOfPen(list, run, added);
  if (!list.closed && !isMore && !slip) return null;
  const terms = values.length > 1 ? `（${values.join(' + ')}）` : '';
  const stated = `${plain(total.value)}${total.measure}`;
  const message =
    added > total.value && !list.closed
      ? `所列各项相加是 ${plain(added)}${total.measure}${terms}，比总数 ${stated}还多。`
      : `总数写的是 ${stated}，所列各项相加是 ${plain(added)}${total.measure}${terms}，相差 ${plain(Math.abs(round(added - total.value)))}。`;
  const span = spanIn(list.totalIn, total.start, total.end);
  // the table says so too: what is wrong is a part, and nobody knows which
  if (isInTable(report, span))
    return {
      span,
      message: `${message}总数与表格一致，请核对各分项。`,
      ...(slip && { atMost: 'info' as const }),
      related: relatedParts(list, run),
    };
  return {
    span,
    message: slip
      ? `${message}两个数很像，可能是总数${slip}，请核对；没有列全的不用改。`
      : `${message}请核对总数和各分项。`,
    ...(slip && { atMost: 'info' as const }),
    related: relatedParts(list, run),
    fixes: [replaceNumber(list.totalIn, total, added, '总数')],
  };
}

/** Whether a figure is told of a cell of the tables, and agrees with it. */
function isInTable(report: Report, { start }: Span): boolean {
  return readStatements(report).some(
    (statement) =>
      statement.figure?.start === start && meaningOf(report, statement)?.agrees === true,
  );
}

/**
 * What happened to the total of a list that need not be whole, where one slip of the pen explains it;
 * null where it is as likely that some parts are left out.
 */
function slipOfPen(list: PartList, run: readonly ListedPart[], sum: number): string | null {
  const { total } = list;
  if (!list.mayBeWhole || run.length < 2 || total.scale !== 1 || total.decimals > 0) return null;
  if (sum > total.value || !isBounded(list)) return null;
  const least = Math.min(...run.map(({ figure }) => figure.value));
  const isLeft = total.value - sum < least || goesDown(list);
  return slipBetween(String(total.value), String(sum), isLeft);
}

/** 8000万条 over parts of 3000条 and 5000条; a part of 173769万条 among parts in 条. */
function wrongUnit({ totalIn, total, partsIn, parts }: PartList): Finding | null {
  return reportUnit(
    { figure: total, sentence: totalIn },
    parts.map(({ figure }) => ({ figure, sentence: partsIn })),
  );
}

/** The same where the parts stand in the next sentence. */
function unitBefore(before: ReadSentence, reading: ReadSentence): Finding | null {
  // …52680万条，比上年增长5%。
  const total = before.figures.findLast(({ measure, depth }) => measure !== '%' && depth === 0);
  const parts = reading.figures.filter(({ depth }) => depth === 0);
  if (!total) return null;
  return reportUnit(
    { figure: total, sentence: before },
    parts.map((figure) => ({ figure, sentence: reading })),
  );
}

interface PlacedFigure {
  readonly figure: TextFigure;
  readonly sentence: PartList['totalIn'];
}

/** Longer lists have no slip that one 万 explains. */
const MOST_PARTS = 20;

/** One figure that makes total and parts agree once its 万 is taken away, or put in. */
function reportUnit(total: PlacedFigure, listed: readonly PlacedFigure[]): Finding | null {
  const parts: PlacedFigure[] = [];
  let sum = 0;
  for (const part of listed.slice(0, MOST_PARTS)) {
    if (part.figure.measure !== total.figure.measure || part.figure.approximate) return null;
    sum = round(sum + part.figure.value);
    parts.push(part);
    if (sum === total.figure.value) return null;
    if (parts.length < 2) continue;
    const slip = [total, ...parts].find((one) => {
      const other = withOtherUnit(one.figure, [total, ...parts]);
      if (other === null) return false;
      return one === total
        ? sum === other
        : round(sum - one.figure.value + other) === total.figure.value;
    });
    if (slip) return unitFinding(slip, total, parts);
  }
  return null;
}

/** What a figure comes to without its 万, or with one where others have it; null if neither is likely. */
function withOtherUnit(figure: TextFigure, all: readonly PlacedFigure[]): number | null {
  const { scale, value, decimals } = figure;
  const told = value / scale;
  if (scale !== 1) return told >= 1000 && Number.isInteger(told) ? told : null;
  // 1.2条 counts nothing; 5次 beside 7万次 may
  const isLikely = decimals > 0 || all.some((one) => one.figure.scale === 1e4);
  return isLikely && value < 1000 ? round(value * 1e4) : null;
}

function unitOf(scale: number): string {
  if (scale === 1) return '';
  return scale === 1e8 ? '亿' : '万';
}

function unitFinding(
  slip: PlacedFigure,
  total: PlacedFigure,
  parts: readonly PlacedFigure[],
): Finding {
  const { figure, sentence } = slip;
  const { scale, measure } = figure;
  const told = plain(figure.value / scale);
  const right = scale === 1 ? `${told}万` : told;
  const what = slip === total ? '总数' : '这一项';
  const others = [total, ...parts].filter((one) => one !== slip);
  return {
    span: spanIn(sentence, figure.start, figure.end),
    message: `${what}写的是 ${told}${unitOf(scale)}${measure}，写成 ${right}${measure}，总数和各分项就对上了：${scale === 1 ? '少写了“万”' : `多写了“${unitOf(scale)}”`}。`,
    related: others.map((one) => ({
      message: `${plain(one.figure.value / one.figure.scale)}${unitOf(one.figure.scale)}${measure}`,
      span: spanIn(one.sentence, one.figure.start, one.figure.end),
    })),
    fixes: [
      replace(spanIn(sentence, figure.start, figure.numberEnd), right, `把${what}改为 ${right}`),
    ],
  };
}

/** 占7.7% of a part: of the list's total, if some of the shares are. */
function* wrongShares({ total, parts, partsIn }: PartList): Iterable<Finding> {
  const shares = parts.filter(({ share }) => share !== null);
  if (total.value === 0) return;
  const of = (part: ListedPart) => (part.figure.value / total.value) * 100;
  const fits = (part: ListedPart) =>
    isNear((part.share as TextFigure).value, of(part), part.share as TextFigure);
  const wrong = shares.filter((part) => !fits(part));
  // one share alone may be of another total: only a plain contradiction counts
  const sure = shares.length > 1 ? wrong.length * 2 <= shares.length : false;
  if (!sure) return;
  for (const part of wrong) {
    const share = part.share as TextFigure;
    const right = of(part).toFixed(share.decimals);
    yield {
      span: spanIn(partsIn, share.start, share.end),
      message: `占比写的是 ${share.value}%，${part.figure.value} ÷ ${plain(total.value)} 是 ${right}%。请核对。`,
      related: [
        {
          message: `分项 ${part.figure.value}${part.figure.measure}`,
          span: spanIn(partsIn, part.figure.start, part.figure.end),
        },
      ],
      fixes: [replace(spanIn(partsIn, share.start, share.numberEnd), right, `改为 ${right}%`)],
    };
  }
}

/** Rounded or cut off at the decimals written. */
function isNear(told: number, actual: number, { decimals }: TextFigure): boolean {
  return Math.abs(told - actual) < 10 ** -decimals + 1e-9;
}

function wrongGrowth(reading: ReadSentence, { now, before, change, up }: Growth): Finding | null {
  const difference = now.value - before.value;
  const actual = change.measure === '%' ? (difference / before.value) * 100 : difference;
  if (actual > 0 === up && isNear(change.value, Math.abs(actual), change)) return null;
  if (actual === 0 && change.value === 0) return null;
  const unit = change.measure;
  const right = unit === '%' ? Math.abs(actual).toFixed(change.decimals) : String(Math.abs(actual));
  const direction = actual === 0 ? '持平' : `${actual > 0 ? '增长' : '下降'} ${right}${unit}`;
  return {
    span: spanIn(reading, change.start, change.end),
    message: `由 ${plain(before.value)}${before.measure}到 ${plain(now.value)}${now.measure}，应是${direction}，文中写${up ? '增长' : '下降'} ${change.value}${unit}。请核对。`,
    related: [now, before].map((figure) => ({
      message: `${plain(figure.value)}${figure.measure}`,
      span: spanIn(reading, figure.start, figure.end),
    })),
    fixes:
      actual > 0 === up
        ? [replace(spanIn(reading, change.start, change.numberEnd), right, `改为 ${right}${unit}`)]
        : [],
  };
}

function relatedParts({ partsIn }: PartList, run: readonly ListedPart[]) {
  return run.map(({ figure, words }) => ({
    message: `${words}${plain(figure.value)}${figure.measure}`,
    span: spanIn(partsIn, figure.start, figure.end),
  }));
}

function replaceNumber(
  sentence: PartList['totalIn'],
  figure: TextFigure,
  value: number,
  what: string,
) {
  const span: Span = spanIn(sentence, figure.start, figure.numberEnd);
  return replace(span, plain(value), `把${what}改为 ${plain(value)}`);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function plain(value: number): string {
  return String(round(value));
}
