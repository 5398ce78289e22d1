// 内容雷同: most sentences of 一 or 五 are last year's word for word, figures and years aside.

import type { Finding } from '../../findings/finding.js';
import { isStandingSentence } from '../../form/preamble.js';
import type { Report, Section } from '../../report/report.js';
import { foldWords } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import { headingOf, sectionSpec } from '../../writing/writeTable.js';
import { wholeReport } from '../examples.js';
import type { Rule, RuleContext } from '../rule.js';

/** Fewer sentences than this say nothing of a whole section. */
const FEWEST = 3;
/** Shorter sentences are set phrases. */
const SHORTEST = 10;

const REPEATED =
  '我镇坚持每月梳理一次应公开的事项。各站所把公开任务落实到具体岗位。政府信息在印发后二十个工作日内上网。';
const FIRST = '2023年，我镇依法做好政府信息公开工作。';

export const repeatedText: Rule = {
  id: 'repeated-text',
  severity: 'info',
  docs: () => ({
    title: '内容与上年报告雷同',
    english: 'Text repeated from last year’s report',
    what: '“总体情况”或“存在的主要问题及改进情况”过半的句子与上年报告一字不差（数字、年份除外；标题、编制依据和统计期限不算）。每个部分提示一次。',
    why: '年度报告要反映本年度的工作和问题。照抄上年，等于没有报告；问题年年相同，也说明没有改进。',
    how: '按本年度的实际情况重写，上年提出的改进措施写明落实得怎样。',
    invalid: [
      {
        note: '总体情况三句都与上年相同',
        text: wholeReport({ [FIRST]: `2023年公开信息60条，更新及时。${REPEATED}` }),
        previous: wholeReport(
          { [FIRST.replace('2023', '2022')]: `2022年公开信息45条，更新及时。${REPEATED}` },
          2022,
        ),
      },
    ],
    valid: [
      {
        note: '与上年不同',
        text: wholeReport({ [FIRST]: `2023年公开信息60条，更新及时。${REPEATED}` }),
        previous: wholeReport({}, 2022),
      },
      {
        note: '没有上年报告',
        text: wholeReport({ [FIRST]: `2023年公开信息60条，更新及时。${REPEATED}` }),
      },
    ],
  }),
  *check(report, context) {
    const { previous } = context;
    if (!previous) return;
    for (const number of [1, 5] as const) {
      const now = report.sections.find((section) => section.number === number);
      const then = previous.sections.find((section) => section.number === number);
      const finding = now && then && compare(report, now, previous, then, context);
      if (finding) yield finding;
    }
  },
};

function compare(
  report: Report,
  now: Section,
  previous: Report,
  then: Section,
  { previousPath }: RuleContext,
): Finding | null {
  const sentences = sentencesOf(report, now);
  if (sentences.length < FEWEST) return null;
  const old = wordsOf(previous, then);
  const same = sentences.filter(({ words }) => old.has(words));
  const length = (list: readonly RepeatedStretch[]) =>
    list.reduce((sum, { words }) => sum + words.length, 0);
  if (same.length * 2 <= sentences.length || length(same) * 2 <= length(sentences)) return null;
  return {
    span: now.heading,
    message: `“${headingOf(sectionSpec(now.number))}”${sentences.length} 句中有 ${same.length} 句与上年报告相同（数字、年份除外）。请按本年度的实际情况重写。`,
    related: [
      {
        message: `上年报告的“${headingOf(sectionSpec(now.number))}”`,
        span: then.heading,
        ...(previousPath === undefined ? {} : { path: previousPath }),
      },
    ],
  };
}

/** Last year's sentences, kept: this year's report is edited, last year's is not. */
const known = new WeakMap<Section, ReadonlySet<string>>();

function wordsOf(report: Report, section: Section): ReadonlySet<string> {
  let words = known.get(section);
  if (!words) {
    words = new Set(sentencesOf(report, section).map((told) => told.words));
    known.set(section, words);
  }
  return words;
}

interface RepeatedStretch {
  readonly words: string;
}

/** The sentences of a section without marks, figures and years; broken lines are joined. */
function sentencesOf({ text, prose }: Report, { body }: Section): RepeatedStretch[] {
  const reported: RepeatedStretch[] = [];
  let words = '';
  const close = () => {
    const plain = words.replace(/\d+(?:年度?)?/g, '');
    if (plain.length >= SHORTEST && !isStandingSentence(plain)) reported.push({ words: plain });
    words = '';
  };
  for (const { span, level } of prose) {
    if (span.start < body.start || span.end > body.end) continue;
    if (level > 0) close();
    // a heading is no sentence
    if (level > 0 && !/[。；！？]/.test(text.slice(span.start, span.end))) continue;
    for (const piece of pieces(text, span)) {
      words += foldWords(text, piece);
      if (/[。；！？]/.test(text.charAt(piece.end))) close();
    }
  }
  close();
  return reported;
}

function* pieces(text: string, { start, end }: Span): Iterable<Span> {
  let from = start;
  for (let i = start; i < end; i++)
    if (/[。；！？]/.test(text.charAt(i))) {
      yield { start: from, end: i };
      from = i + 1;
    }
  if (from < end) yield { start: from, end };
}
