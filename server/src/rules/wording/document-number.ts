// The number of a document, 国办发〔2021〕12号, in another form than the one prescribed.

import type { Finding } from '../../findings/finding.js';
import type { ProseLine, Report } from '../../report/report.js';
import { lineAt } from '../../report/runningText.js';
import { isTechnical } from '../../report/technical.js';
import { matchesOf } from '../../text/matches.js';
import { saying } from '../examples.js';
import { MAYBE, replace } from '../fixes.js';
import type { Rule } from '../rule.js';
import { isIdeograph } from './shared/chars.js';
import { scanOf } from './shared/scan.js';

/** Six-cornered brackets and what is typed in their place. */
const OPENING = '〔[［(（【〖﹝「『{〈<';
const CLOSING = '〕]］)）】〗﹞」』}〉>';
/** The year, its bracket, and the number (2-116号 too); from the bracket or the year on. */
const NUMBER =
  /([〔[［(（【〖﹝「『{〈<]?) ?((?:19|20)\d\d)年? ?([〕\]］)）】〗﹞」』}〉>]?) ?(第?) ?(0*)([1-9]\d{0,3}(?:[-－–—]\d{1,4})?) ?(号?)/y;
/** What the code of an agency ends with where the brackets are lost: 国办函202130号. */
const CODE_END = /[政办委局厅府院国党部][\u4e00-\u9fff]{0,3}?[发函办字令规通电]$/;
/** Codes known for what they are: 国办发, 青政函, 川府发, 青委办, 国办发明电. */
const KNOWN_CODE = /(?:[政府办委党国](?:发|函|字|规)|[政府委党国]办|办发明电)$/;
/** 县政府发, 全国发: a verb or the organ itself, 发 and 办 are no part of a code there. */
const NO_CODE = /(?:政府|全国|全党|街道)[发函字办]$|[决罚案诉裁判鉴]字$/;
/** What letters and papers are numbered by; without 〔〕 nothing else is taken for a code. */
const OF_PAPERS = /[发函办字规通电文]$/;
/** Cases, contracts, notices, papers that come out by number, places: their numbers have rules of their own. */
const OTHER_KIND = /[案号告报书证标同购目刊诉判裁据单票稿版册卷区楼路街道院箱村栋幢令议]$/;
/** What is counted, or where it is: 3期, 2号楼, 5号信箱, 12号令. */
const COUNTED = /^\s?[期卷辑批次件份条页项篇季月日年楼栋幢名]/;
const PLACE = /^\s?(?:[楼院栋幢室门柜桥井窗房店铺厂库车令案]|信箱|地块|台风|公告|通告)/;
/** 印发2021…, 签发… are verbs. */
const VERB =
  /(?:印|下|制|签|转|颁|核|补|分|收|开|研|复|激|引|启|自|触|突)发$|(?:来|致|发|复|去|信)函$|[开举主承协督催交经代]办$/;

export const documentNumber: Rule = {
  id: 'document-number',
  severity: 'warning',
  docs: () => ({
    title: '发文字号写法不规范',
    english: 'Irregular document number',
    what: '年份没有用六角括号〔〕，括号丢失，加了“第”，序号前补 0，或少了“号”。',
    why: '发文字号的年份用六角括号“〔〕”括入，序号不加“第”，不编虚位（1不编为01），后面加“号”（GB/T 9704）。',
    how: '快速修复改成规范的写法，如“国办公开办函〔2021〕30号”；机关代字明确的（国办发、政办函等）属于安全修复，说“可能”的请看过再改。',
    invalid: [
      { note: '方括号', text: saying('按照国办发[2021]12号要求') },
      { note: '圆括号', text: saying('按照青政办发（2023）5号要求') },
      { note: '序号分两段', text: saying('按照青政办发【2023】2-116号要求') },
      { note: '括号丢失', text: saying('按照国办公开办函202130号要求') },
      { note: '加“第”、补 0', text: saying('按照青政发〔2023〕第008号要求') },
    ],
    valid: [
      { note: '规范的写法', text: saying('按照国办公开办函〔2021〕30号要求') },
      { note: '序号分两段，写法规范', text: saying('按照青政办发〔2023〕2-116号要求') },
      { note: '条例的令号', text: saying('《条例》（国务院令第711号）') },
      { note: '年份在普通括号里', text: saying('更新《公开标准目录》（2024版）3份') },
      { note: '案号', text: saying('行政判决书（2023）青01行初12号') },
      { note: '印发的日期', text: saying('印发2021年12月的通知') },
    ],
  }),
  *check(report) {
    let done = 0;
    for (const year of scanOf(report).years) {
      if (year < done) continue;
      const found = finding(report, year);
      if (!found) continue;
      done = found.span.end;
      yield found;
    }
    yield* lostBrackets(report);
  },
};

/** A number whose year stands alone: in brackets of some kind, or between blanks. */
function finding(report: Report, year: number): Finding | null {
  const { text } = report;
  const line = lineAt(report, year) as ProseLine;
  let start = year;
  if (text.charAt(start - 1) === ' ') start--;
  const bracketed = OPENING.includes(text.charAt(start - 1) || ' ');
  if (bracketed) start--;
  else start = year;
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (!match || start + match[0].length > line.span.end) return null;
  const [written, open, digits, close, ordinal, zeros, number, end] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const official = open === '〔' && close === '〕';
  if (!official && end === '') return null;
  const stop = start + written.length;
  if (end === '' ? COUNTED.test(text.slice(stop)) : PLACE.test(text.slice(stop))) return null;
  const code = text.slice(Math.max(line.span.start, start - 12), start).trimEnd();
  if (!isIdeograph(code.charCodeAt(code.length - 1)) || OTHER_KIND.test(code)) return null;
  // a bracket whose other half stands elsewhere in the line is that of the words around
  if (open !== '' && close === '' && closesLater(text, open, stop, line.span.end)) return null;
  if (close !== '' && open === '' && opensBefore(text, close, start, line.span.start)) return null;
  // 2021年12号, 2021 12号: without any bracket it takes a code to tell
  if (open === '' || close === '') {
    if (!isCode(code) || (open === close && /年/.test(written))) return null;
  } else if (!official && !OF_PAPERS.test(code)) return null;
  const after = text.slice(stop, stop + 12);
  const faults = [
    ...(official ? [] : [open === '' || close === '' ? '年份的括号丢失' : '年份应用六角括号〔〕']),
    ...(/年/.test(written) ? ['括号里不写“年”'] : []),
    ...(ordinal ? ['序号前不加“第”'] : []),
    ...(zeros ? ['序号前不补0'] : []),
    ...(end || followedByNumber(after) ? [] : ['末尾少了“号”']),
  ];
  if (faults.length === 0) return null;
  const right = `〔${digits}〕${number}${end || (followedByNumber(after) ? '' : '号')}`;
  return reportNumber(line, text, { start, length: written.length, right, faults });
}

/** Whether the next bracket behind is the other half of one that opens. */
function closesLater(text: string, open: string, from: number, to: number): boolean {
  const next = BRACKET.exec(text.slice(from, Math.min(to, from + REACH)))?.[0];
  return next !== undefined && next === CLOSING.charAt(OPENING.indexOf(open));
}

/** Whether the last bracket before is the other half of one that closes. */
function opensBefore(text: string, close: string, to: number, from: number): boolean {
  const before = [...text.slice(Math.max(from, to - REACH), to)].reverse().join('');
  return BRACKET.exec(before)?.[0] === OPENING.charAt(CLOSING.indexOf(close));
}

/** How far the other half of a bracket is looked for. */
const REACH = 80;
const BRACKET = /[〔[［(（【〖﹝「『{〈<〕\]］)）】〗﹞」』}〉>]/;

/** 〔2021〕3、5号: the word stands behind the last one only. */
function followedByNumber(after: string): boolean {
  return /^\s?(?:[、，,和及至—\-～~]\s?\d+\s?)+号|^\s?号|^[\d.]/.test(after);
}

const RUN_TOGETHER = /20[0-4]\d{2,5} ?号/g;

/** 国办函202130号: year and number run together, which the scan does not see as a year. */
function* lostBrackets(report: Report): Iterable<Finding> {
  const { text } = report;
  for (const { index, 0: written } of matchesOf(text, RUN_TOGETHER)) {
    const line = lineAt(report, index);
    if (!line || isTechnical(report, index) || /\d/.test(text.charAt(index - 1))) continue;
    const number = /^(20\d\d)0*([1-9]\d{0,3}) ?号/.exec(written);
    const code = text.slice(Math.max(line.span.start, index - 12), index).trimEnd();
    if (!number || !isCode(code) || OTHER_KIND.test(code)) continue;
    if (PLACE.test(text.slice(index + written.length))) continue;
    const right = `〔${number[1]}〕${number[2]}号`;
    const faults = ['年份的括号丢失'];
    yield reportNumber(line, text, { start: index, length: written.length, right, faults });
  }
}

/** The agency's code right before, for the message: behind 按照, 的, 见 and the like. */
const CODE = /[^按照据和与由以对在的出见及\P{Script=Han}]{1,8}$/u;

function isCode(code: string): boolean {
  return CODE_END.test(code) && !VERB.test(code);
}

interface NumberPlace {
  readonly start: number;
  readonly length: number;
  readonly right: string;
  readonly faults: readonly string[];
}

function reportNumber(
  line: ProseLine,
  text: string,
  { start, length, right, faults }: NumberPlace,
): Finding {
  const span = { start, end: start + length };
  const before = text.slice(Math.max(line.span.start, start - 8), start).trimEnd();
  const whole = `${CODE.exec(before)?.[0] ?? ''}${right}`;
  const isKnown = KNOWN_CODE.test(before) && !NO_CODE.test(before) && !VERB.test(before);
  const message = `发文字号${faults.join('，')}，${isKnown ? '' : MAYBE}应为“${whole}”。`;
  const fixes = [replace(span, right, `改为“${right}”`, isKnown)];
  return { span, message, ...(!isKnown && { atMost: 'info' as const }), fixes };
}
