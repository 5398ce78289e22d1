// The year in the title, in 统计期限, in the text and in the plans do not fit together.

import type { Finding } from '../../findings/finding.js';
import type { Report } from '../../report/report.js';
import { bodyOf, lineIndexAt, matchesIn, preambleOf } from '../../report/runningText.js';
import type { Span } from '../../text/span.js';
import { wholeReport } from '../examples.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { scanOf } from '../wording/shared/scan.js';

const PROSE = '2023年，我镇依法做好政府信息公开工作。';
const PLAN = '下一步将增加';
const titled = (preamble: string) =>
  wholeReport({ 年度报告: `年度报告\n\n所列数据的统计期限自${preamble}止。` });

export const year: Rule = {
  id: 'year',
  severity: 'warning',
  docs: () => ({
    title: '年份前后不一致',
    english: 'Inconsistent years',
    what: '日期漏了“年”“月”“日”；标题的年份与统计期限、第一部分和第六部分的年份不同；第五部分的打算写的是已经过去的年份。',
    why: '一份年度报告只报告一个年度（1月1日至12月31日），年份不一致多是沿用去年的文稿漏改。',
    how: '核对后改成报告的年份；打算写“下一步”或下一年。快速修复不是安全修复。',
    invalid: [
      { note: '统计期限是去年', text: titled('2022年1月1日起至2022年12月31日') },
      { note: '统计期限跨年', text: titled('2023年1月1日起至2024年12月31日') },
      {
        note: '第一部分写的是去年',
        text: wholeReport({ [PROSE]: '2022年，我镇依法做好政府信息公开工作。' }),
      },
      { note: '日期漏了字', text: titled('20231月1日起至202312月31日') },
      { note: '第六部分写的是去年', text: wholeReport({ '2023年未收取': '2022年未收取' }) },
      { note: '打算写的是今年', text: wholeReport({ [PLAN]: '2023年，我镇将增加' }) },
    ],
    valid: [
      { note: '年份一致', text: titled('2023年1月1日起至2023年12月31日') },
      { note: '从某年以来', text: wholeReport({ [PROSE]: `${PROSE}2019年以来，公开信息99条。` }) },
      { note: '与去年比较', text: wholeReport({ [PROSE]: `${PROSE}比2022年增加3条。` }) },
      { note: '打算写明年', text: wholeReport({ [PLAN]: '2024年，我镇将增加' }) },
      {
        note: '对照去年的问题',
        text: wholeReport({ [PLAN]: '下一步针对2023年存在的问题，将增加' }),
      },
      { note: '第六部分没有年份', text: wholeReport({ '2023年未收取': '未收取' }) },
    ],
  }),
  *check(report) {
    yield* lostMarks(report);
    const { title } = report;
    if (!title?.year) return;
    yield* period(report, title.year);
    yield* mostNamed(report, title.year);
    yield* fees(report, title.year);
    yield* plans(report, title.year);
  },
};

const PERIOD =
  /(20\d\d)\s?年\s?1\s?月\s?1\s?日\s?起?\s?(?:至|到|—{1,2}|－|-|~|～)\s?(?:(20\d\d)\s?年)?\s?12\s?月\s?31\s?日/g;
/** What stands before the dates of 统计期限. */
const TERM = /(?:期限|统计时间|数据)[^。；\n]{0,8}$/;

function* period(report: Report, wanted: number): Iterable<Finding> {
  for (const { match, start } of matchesIn(report.text, preambleOrOverview(report), PERIOD)) {
    if (!TERM.test(report.text.slice(Math.max(0, start - 14), start))) continue;
    const wrong = [match[1], match[2]].filter((written) => written && Number(written) !== wanted);
    if (wrong.length === 0) continue;
    const edits = [...match[0].matchAll(/20\d\d/g)]
      .filter(([written]) => Number(written) !== wanted)
      .map(({ index }) => ({ span: four(start + index), newText: String(wanted) }));
    const [first] = edits;
    if (!first) continue;
    yield {
      span: first.span,
      message: `标题是 ${wanted} 年，统计期限写的是 ${wrong.join('、')} 年，应为${wanted}年1月1日至12月31日。`,
      related: report.title ? [{ message: `标题：${wanted} 年`, span: report.title.span }] : [],
      fixes: [{ title: `改为 ${wanted} 年`, safe: false, edits }],
    };
  }
}

/** From 1 January to 31 December, whether all of 年, 月 and 日 are there or not. */
const LOOSE_PERIOD =
  /(20\d\d)\s?(年?)\s?(0?1)\s?(月?)\s?(0?1)\s?(日?)\s?(起?\s?(?:至|到|—{1,2}|－|-|–|~|～))\s?(?:(20\d\d)\s?(年?)\s?)?(12)\s?(月?)\s?(31)\s?(日?)/g;

/** 20231月1日至202312月31日: what a PDF or a paste lost. Dates in figures alone are another way to write. */
function* lostMarks(report: Report): Iterable<Finding> {
  for (const { match, start, end } of matchesIn(
    report.text,
    preambleOrOverview(report),
    LOOSE_PERIOD,
  )) {
    const [written, from = '', ...rest] = match;
    const [y, , m, , d, joint = '', to, y2, , m2, , d2] = rest;
    const marks = { 年: to ? [y, y2] : [y], 月: [m, m2], 日: [d, d2] };
    const lost = Object.entries(marks).flatMap(([mark, there]) =>
      there.every(Boolean) ? [] : [mark],
    );
    const isPlain = lost.length === 3 && !/[年月日]|\d\s\d/.test(written);
    if (lost.length === 0 || isPlain) continue;
    const isTerm = TERM.test(report.text.slice(Math.max(0, start - 14), start));
    // the year is put right as well: it would be told next
    const own = (told: string) => (isTerm ? (report.title?.year ?? told) : told);
    const right = `${own(from)}年1月1日${joint.trim()}${to ? `${own(to)}年` : ''}12月31日`;
    yield {
      span: { start, end },
      message: `日期漏了${lost.map((mark) => `“${mark}”`).join('')}，应为“${right}”。`,
      fixes: [replace({ start, end }, right, `改为“${right}”`)],
    };
  }
}

/** 统计期限 stands before section 一, or at its beginning. */
function preambleOrOverview(report: Report): Span {
  const { start, end } = preambleOf(report);
  return { start, end: Math.max(end, bodyOf(report, 1)?.end ?? 0) };
}

/** Section 一 speaks of another year: its paragraphs begin with it, or it is named most. */
function* mostNamed(report: Report, wanted: number): Iterable<Finding> {
  const { text } = report;
  const body = bodyOf(report, 1);
  if (!body) return;
  const counts = new Map<number, number[]>();
  for (const at of scanOf(report).years) {
    if (at < body.start || at >= body.end || !isYear(text, at)) continue;
    const named = Number(text.slice(at, at + 4));
    const known = counts.get(named);
    if (known) known.push(at);
    else counts.set(named, [at]);
  }
  const opening = [...counts.values()].flat().filter((at) => opensParagraph(report, at));
  // last year's text; an earlier year may be what led up to this one
  const wrong = opening.filter((at) => {
    const apart = Math.abs(Number(text.slice(at, at + 4)) - wanted);
    return apart === 1 || (apart > 0 && !counts.has(wanted));
  });
  for (const at of wrong) yield slip(report, at, wanted, '第一部分');
  if (wrong.length > 0 || counts.has(wanted)) return;
  // the year reported on is not named once, and another is, again and again
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  if (most && most.length > 2) yield slip(report, most[0] as number, wanted, '第一部分');
}

/** Section 六 tells the fees of another year. */
function* fees(report: Report, wanted: number): Iterable<Finding> {
  const body = bodyOf(report, 6);
  if (!body) return;
  for (const { match, start, end } of matchesIn(report.text, body, OPENING)) {
    if (Number(match[1]) !== wanted && COLLECTED.test(report.text.slice(end, end + FARTHEST)))
      yield slip(report, start + match[0].indexOf('20'), wanted, '第六部分');
  }
}

const OPENING = /(?:^|[\n。；])[^\S\n]*(20\d\d)年度?/g;
const COLLECTED = /^[^。；\n\d]*收取/;
/** 2023年，我镇及下属单位没有收取 */
const FARTHEST = 20;

/** 2023年，我镇将… in a report on 2023, and 2023年工作计划. */
const SAID = /(?:^|[\n。；，：:）)、])[^\S\n]*在?(20\d\d)年度?/g;
const NEXT =
  /(?:下一步|下步|今后|下一年度?|来年|明年|新的一年)[^。；\n\d]{0,8}(20\d\d)年|(20\d\d)年度?(?=的?(?:下一步|下步)(?:工作)?(?:打算|计划|安排|措施|思路|重点|，|将))/g;
const WILL =
  /^(?:的?工作中|里|内)?[，,]?\s?(?:[我本][^，。；\n按照据]{1,6}|全[^，。；\n]{1,4})?(?:将(?!近)|计划|拟|打算|力争|争取|要(?![求闻点素件领么]))|^的?(?:政府信息公开|政务公开|公开)?工作(?:的)?(?:计划|打算|设想|展望|安排)/;
/** What is looked back on: 下一步针对2023年存在的问题. */
const BACK = /(?:针对|对照|根据|结合|总结|按照|依据|围绕)[^。；，\n]{0,4}$/;
const SEEN =
  /^度?(?:工作)?中?(?:的|所)?(?:存在|发现|暴露|查|检|考核|评估|测评|反馈|通报|年报|报告|问题|不足|短板)/;

function* plans(report: Report, wanted: number): Iterable<Finding> {
  const body = bodyOf(report, 5);
  if (!body) return;
  const { text } = report;
  const said = [...matchesIn(text, body, SAID)].filter(({ end }) =>
    WILL.test(text.slice(end, end + 16)),
  );
  const next = [...matchesIn(text, body, NEXT)].filter(
    ({ match, end }) =>
      !BACK.test(match[0].slice(0, match[0].search(/20\d\d/))) &&
      !SEEN.test(text.slice(end, end + 8)),
  );
  const reported = new Set<number>();
  for (const { match, start } of [...said, ...next]) {
    const named = Number(match[1] ?? match[2]);
    const span = four(start + match[0].indexOf(String(named)));
    if (named > wanted || reported.has(span.start)) continue;
    reported.add(span.start);
    yield {
      span,
      message: `下一步的打算写的是 ${named} 年，报告的是 ${wanted} 年度，应写“下一步”或 ${wanted + 1} 年。`,
      fixes: [replace(span, String(wanted + 1), `改为 ${wanted + 1} 年`)],
    };
  }
}

function slip({ text, title }: Report, at: number, wanted: number, where: string): Finding {
  const named = text.slice(at, at + 4);
  return {
    span: four(at),
    message: `标题是 ${wanted} 年，${where}写的是 ${named} 年，可能是沿用了往年的文稿，请核对。`,
    related: title ? [{ message: `标题：${wanted} 年`, span: title.span }] : [],
    fixes: [replace(four(at), String(wanted), `改为 ${wanted} 年`)],
  };
}

function four(start: number): Span {
  return { start, end: start + 4 };
}

/** 2022年, and no 2022年以来, 2022年12月, 2022年结转, 2022年度报告. */
function isYear(text: string, at: number): boolean {
  return /^ ?年度?(?!以来|底|末|初|之前|以前|\d|结转|度|版)/.test(text.slice(at + 4, at + 10));
}

/** A paragraph that begins with a year and a comma tells of that year. */
function opensParagraph({ text, prose }: Report, at: number): boolean {
  const line = prose[lineIndexAt(prose, at)];
  if (!line || line.span.start !== at) return false;
  return /^ ?年度?[，,]/.test(text.slice(at + 4, at + 8));
}
