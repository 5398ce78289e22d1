// Wrong characters: what is one step from a known word and not explained by known words.
import {
  type Lexicon,
  type NearMiss,
  type SlipKind,
  withoutHabits,
} from '../../lexicon/lexicon.js';
import { matchLabel } from '../../reading/vocabulary.js';
import type { Report } from '../../report/report.js';
import { lineAt, lineIndexAt, plainTextOf } from '../../report/runningText.js';
import { technicalAt } from '../../report/technical.js';
import { encloses, type Span } from '../../text/span.js';
import { saying } from '../examples.js';
import { MAYBE, replace } from '../fixes.js';
import type { Rule, RuleContext } from '../rule.js';
import { misquotesIn } from './shared/misquotes.js';
import { scanOf } from './shared/scan.js';
import { wrongAddresses } from './typo.addresses.js';
import { structureSlips } from './typo.structure.js';

/** Lines closer than this are looked at in one go: blank lines part them, no table. */
const NEAR = 4;

export const typo: Rule = {
  id: 'typo',
  severity: 'warning',
  seesTechnical: true,
  docs: () => ({
    title: '错别字',
    english: 'Wrong characters',
    what: '音近、形近的错字（信息工开），漏字、多字、颠倒（重大政策的的出台），用错的词（截止2023年底），用错的“的、地、得”，写错的网址（htttp://）。',
    why: '与本类报告的用语、常用词只差一个字，而上下文里没有别的词能解释它。',
    how: '快速修复换成正确的词，有把握的属于安全修复；说“可能”的、可能是人名地名单位名的，请看过再改。确是专名的，把它加入本文件夹词库。',
    invalid: [
      { note: '音近', text: saying('我镇依法做好政府信息工开工作') },
      { note: '的、地', text: saying('我镇认真的落实了审查制度') },
      { note: '网址', text: saying('网址是htttp://www.qinghe.gov.cn') },
      { note: '多字', text: saying('我镇公布重大政策的的办理情况') },
    ],
    valid: [
      { note: '没有错字', text: saying('我镇依法做好政府信息公开工作') },
      { note: '做定语的“的”', text: saying('我镇建立了认真的审查制度') },
      { note: '网址', text: saying('网址是https://www.qinghe.gov.cn') },
      { note: '相邻的词恰好连成', text: saying('我镇村民可以申请公开政府信息') },
    ],
  }),
  *check(report, context) {
    yield* wrongAddresses(report);
    yield* structureSlips(report);
    const { lexicon } = context;
    if (!lexicon) return;
    const isReported = reportedElsewhere(report, context);
    for (const miss of missesIn(report, lexicon)) {
      const { span, written, suggestions, kind, isTerm, mayBeName } = miss;
      const [best] = suggestions;
      if (best === undefined || isReported(span)) continue;
      if (isUnit(report.text, span) || isCode(report, span)) continue;
      if (!isTerm && !miss.isSure && isCut(report, span)) continue;
      if (kind === 'drop' && isShortForm(report.text.slice(span.start, span.end), best)) continue;
      const isSure = miss.isSure && !mayBeCell(report, span, best);
      yield {
        span,
        message: `“${written}”${isSure ? '' : MAYBE}应为“${best}”（${KINDS[kind]}）。`,
        word: report.text.slice(span.start, span.end),
        ...(!isSure && { atMost: mayBeName ? ('hint' as const) : ('info' as const) }),
        fixes: suggestions.map((word, i) =>
          replace(span, word, `改为“${word}”`, isSure && i === 0),
        ),
      };
    }
  },
};

/** 348件宿城区…: what stands behind a figure is its measure word, and no part of another. */
function isUnit(text: string, { start }: Span): boolean {
  return (
    /\d/.test(text.charAt(start - 1)) &&
    '件条个项宗份人起次例部元万亿年月日名场期'.includes(text.charAt(start))
  );
}

/** What prose leaves out of the form's words: 结转下年继续办理, 属国家秘密, 需另行制作. */
function isShortForm(written: string, best: string): boolean {
  return SHORTER.some(([long, short]) => best.replace(long, short) === written);
}

const SHORTER = [
  ['年度', '年'],
  ['属于', '属'],
  ['需要', '需'],
  ['仍不', '不'],
  ['类申请', '申请'],
  ['事业性', '事业'],
  ['件数', '件'],
  ['件数', '数'],
  ['数量', '数'],
] as const;

/** 培⏎训两期: at the edge of a line that no mark ends, what belongs to a word may stand on another one. */
function isCut({ text }: Report, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  return /[\u4e00-\u9fff\d]\r?[\r\n]$/.test(before) || /[\r\n]/.test(text.charAt(end));
}

/** 青教字〔2023〕5号: the code of a document is no word. */
function isCode({ text }: Report, { end }: Span): boolean {
  return /^\s?[〔[［(（【〖﹝]\s?(?:19|20)\d\d/.test(text.slice(end, end + 8));
}

/** The sections that have tables. */
const TABLED: ReadonlySet<number> = new Set([2, 3, 4]);

/** Whether a slip may be in a cell of a table that was not read: its note, a label, or what is no sentence. */
function mayBeCell(report: Report, { start }: Span, best: string): boolean {
  const line = lineAt(report, start);
  if (!line || !TABLED.has(line.section)) return false;
  const words = report.text.slice(line.span.start, line.span.end);
  if (words.includes('勾稽关系')) return true;
  return matchLabel(best)?.exact === true || !/[，。；：,;]/.test(words.replace(NOTE, ''));
}

/** A note in brackets, closed or not: that of the table's corner has marks in it. */
const NOTE = /[（(][^）)]*[）)]?/g;

const KINDS: Readonly<Record<SlipKind, string>> = {
  sound: '音近',
  shape: '形近',
  drop: '漏字',
  double: '多字',
  swap: '颠倒',
  confusion: '易混',
};

/** Of running text; a wrong label in a table is the rule `label`'s matter. */
function missesIn(report: Report, lexicon: Lexicon): NearMiss[] {
  const { prose } = report;
  // a radical hides no slip: what it is put right to is what is judged
  const text = scanOf(report).radicals.length > 0 ? plainTextOf(report) : report.text;
  const found: NearMiss[] = [];
  for (let i = 0; i < prose.length; ) {
    const start = prose[i]?.span.start ?? 0;
    let end = prose[i]?.span.end ?? 0;
    for (i++; i < prose.length && (prose[i]?.span.start ?? 0) - end <= NEAR; i++)
      end = prose[i]?.span.end ?? end;
    for (const miss of lexicon.findNearMisses(text, { start, end })) found.push(miss);
  }
  return withoutHabits(found);
}

/** Places that another rule in force tells of, fixed phrases and section titles, and code. */
function reportedElsewhere(report: Report, context: RuleContext): (span: Span) => boolean {
  const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  return (span) => {
    if (lineIndexAt(report.prose, span.start) < 0 || technicalAt(report, span)) return true;
    if (context.isOn('section-title') && report.sections.some(({ title }) => meets(title, span)))
      return true;
    return (
      context.isOn('fixed-phrase') &&
      misquotesIn(report).some((quote) => encloses(quote.span, span))
    );
  };
}
