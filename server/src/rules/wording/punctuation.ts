// Half-width marks in full-width prose and doubled marks. A document is judged by its own habit:
// where half-width marks are the rule, one finding says so; where they are not, each is a slip.

import type { Finding } from '../../findings/finding.js';
import type { Report } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import { wholeReport } from '../examples.js';
import { MAYBE, replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { mayMend } from '../safety.js';
import { doubledMarks } from './punctuation.doubled-marks.js';
import { type HalfMark, halfMarksOf } from './punctuation.half-marks.js';
import { scanOf } from './shared/scan.js';

/** More than this many are a habit, whatever else there is. */
const MOST_SLIPS = 8;

const PROSE = '我镇依法做好政府信息公开工作。';
const told = (words: string) => wholeReport({ [PROSE]: words });

export const punctuation: Rule = {
  id: 'punctuation',
  severity: 'info',
  docs: () => ({
    title: '标点用错',
    english: 'Wrong punctuation',
    what: '全角标点的文章里夹着半角标点（, ; : ? ! . ( ) "），或标点重复（，，、。。、，。）。',
    why: '中文用全角标点（GB/T 15834《标点符号用法》）。半角标点多是输入法没切换，或从网页复制带来的。',
    how: '快速修复换成全角标点，属于安全修复；引号、书名号里的，人名中间的点，请看过再改。全文都用半角时只提示一次，一次全部换好。数、网址、文件名、表格里的标点不动。',
    invalid: [
      { note: '半角逗号', text: told('我镇梳理公开信息,做到全面、准确，及时更新；突出重点。') },
      { note: '标点重复', text: told('我镇依法做好政府信息公开工作，，及时更新。') },
      {
        note: '全文半角，只提示一次',
        text: told('2023年,我镇(以下简称我们)公开信息5条,其中文件3条,动态2条.'),
      },
    ],
    valid: [
      { note: '全角标点', text: told('2023年，我镇公开信息5条：文件3条、动态2条（含转载）。') },
      {
        note: '数、时间、网址',
        text: told('详见 http://a.gov.cn:80/x,y ，共1,234条，12:30截止。'),
      },
      { note: '编号', text: told('(一)主动公开。\n1.公开文件。\n（1）公开动态。') },
    ],
  }),
  *check(report) {
    const { fullMarks, fullBrackets, fullQuotes } = scanOf(report);
    const { marks, others } = parted(report, halfMarksOf(report));
    const full = { mark: fullMarks, bracket: fullBrackets, quote: fullQuotes };
    const of = (family: HalfMark['family']) => marks.filter((mark) => mark.family === family);
    const isHabit = (family: HalfMark['family']) => {
      const { length } = of(family);
      return length > MOST_SLIPS || (length > 1 ? length * 3 > full[family] : full[family] === 0);
    };
    if (marks.length > 0 && isHabit('mark') && of('mark').length > 0) yield summary(report, marks);
    else
      for (const family of ['mark', 'bracket', 'quote'] as const) {
        const own = of(family);
        if (own.length === 0) continue;
        if (isHabit(family) && own.length > 2) yield summary(report, own);
        else yield* slips(report, own);
      }
    // more of them are a habit, too, which nobody wants to be told of one by one
    if (others.length <= MOST_OTHERS) yield* slips(report, others);
    yield* doubledMarks(report);
  },
};

/** Marks that are not mended with the others and still told, one by one. */
const MOST_OTHERS = 3;

/**
 * The marks that may be put right without being asked, and the others: those in quotations and titles,
 * and those that may stand for something else. These are told by themselves: what mends all of a
 * document's marks leaves them, and says the same of them before and after.
 */
function parted(report: Report, all: readonly HalfMark[]) {
  const kept = new Set<number>();
  for (const mark of all)
    if (mark.isUnclear || !mayMend(report, 'punctuation', editOf(mark))) {
      kept.add(mark.span.start);
      if (mark.mate !== undefined) kept.add(mark.mate);
    }
  const isKept = ({ span }: HalfMark) => kept.has(span.start);
  return { marks: all.filter((mark) => !isKept(mark)), others: all.filter(isKept) };
}

function summary({ text }: Report, marks: readonly HalfMark[]): Finding {
  const [first] = marks as [HalfMark];
  const kinds = [...new Set(marks.map(({ span }) => text.charAt(span.start)))].join(' ');
  const count = marks.length;
  return {
    span: first.span,
    message: `全文有 ${count} 处半角标点（${kinds}），中文应当用全角标点。`,
    fixes: [{ title: `把 ${count} 处半角标点都换成全角`, safe: true, edits: marks.map(editOf) }],
  };
}

/** One finding a mark; the two brackets of a pair are one. */
function* slips({ text }: Report, marks: readonly HalfMark[]): Iterable<Finding> {
  const done = new Set<HalfMark>();
  const byPlace = new Map(marks.map((mark) => [mark.span.start, mark]));
  for (const mark of marks) {
    if (done.has(mark)) continue;
    const mate = mark.mate === undefined ? undefined : byPlace.get(mark.mate);
    const maybe = mark.isUnclear ? MAYBE : '';
    const isSure = !mark.isUnclear;
    if (mate) done.add(mate);
    const written = text.charAt(mark.span.start);
    const right = mark.newText;
    if (!mate) {
      const title = `改为“${right}”`;
      yield {
        span: mark.span,
        message: `半角的“${written}”${maybe}应为全角的“${right}”。`,
        fixes: [replace(mark.span, right, title, isSure)],
      };
    } else {
      const both = `${right}${mate.newText}`;
      yield {
        span: mark.span,
        message: `半角的“${written}${text.charAt(mate.span.start)}”${maybe}应为全角的“${both}”。`,
        fixes: [{ title: `改为“${both}”`, safe: isSure, edits: [editOf(mark), editOf(mate)] }],
      };
    }
  }
}

function editOf({ span, newText }: HalfMark): TextEdit {
  return { span, newText };
}
