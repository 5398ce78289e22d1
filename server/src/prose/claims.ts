// Claims that come to a figure without one: 未收到申请, 未发生行政复议, 全部办结, 均获维持.

import { SELF_SIGNS } from '../form/selfWords.js';
import { readInTurn } from '../text/inTurn.js';
import { matchesOf } from '../text/matches.js';
import { WordRun } from '../text/wordRun.js';
import { type SentenceTopic, topicOf } from './sentenceTopic.js';
import type { ReviewBlock, Subject } from './statement.js';
import { APPLICATIONS } from './subjectRequests.js';
import { ANYBODY, ORGANIZATIONS } from './words.js';

/** A claim in a sentence: where, and what it says is none. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly subject: Subject;
  /** All words before it in the sentence, since the last figure. */
  readonly from: number;
}

const NOT =
  /未(?:曾|有|再)?(?:收到|接到|接收到?|受理|产生|发生|出现)|未有|没有?(?:收到|接到|受理|产生|发生|出现)?|无(?!法|偿|效|正当|关|论|缝|需|障碍|线|纸)(?:收到|接到)?|零|(?:尚|暂|均|从)(?:未|无)(?:收到|接到|受理|发生)?|不存在/g;
const BY_ANYBODY = new WordRun(
  `${ANYBODY} 过 任何 一[件例起] 公民、? ${ORGANIZATIONS} 企业 组织 通过任何形式 通过各种(渠道|方式|形式) 向?我[${SELF_SIGNS}] 向?我街道 向本(机关|单位|部门) 向?本级 对 和 或`,
);
const OF_ANY_KIND = new WordRun(
  '案件 事项 需求 请求 诉求 信息 办件 业务 件 情况 情形 的情况 的情形 的案件 的事项',
);
/** The applications that are denied: 未收到公民的政府信息公开申请. */
const DENIED = new RegExp(`(?:申请(?:政府|政务)?信息公开|${APPLICATIONS}的?(?:申请)?)`, 'y');
const MAY_END = /^(?:[，；、。）也且并及]|以及|和(?!收费)|$)/;
const RECEIVED = new RegExp(`(?:收到)?${APPLICATIONS}`, 'g');
const THEIR_NUMBER = new WordRun('件 案件 事项 数量 总数');
const IS_ZERO = /均?为零|零受理/y;
const AT_END = /^[，；、。）]?$/;
const NONE =
  /未(?:曾|有)?(?:发生|引发|引起|产生|收到|出现|接到|被|因|有|涉及|形成|发现|存在|提起|导致)|没有?(?:发生|引发|引起|产生|收到|出现|因|被)?|无(?!法|偿|效|正当|关|论|需)|零|不存在|(?:尚|暂|均|从)(?:未|无)(?:发生|引发|收到)?/g;
/** What the cases behind it are listed with: so much of each may stand before them. */
const LISTED = [40, 12, 12, 12];
const FARTHEST = 81;
const CLAUSE = /[^，。；\d]*/y;
const NOR = /(?:，也?(?:未|没有|无)?被?(?:提起|引发)?的?(?:行政)?(?:诉讼|复议)[^，。；\d]*)?/y;
const NO_CASES_BEHIND =
  /((?:行政)?(?:复议|诉讼)[^，。；\d]{0,24}?)(?:均?为零|零(?:发生|记录|案件|起)|未发生|没有发生)/g;
/** Cases against decisions: 诉讼 alone may be any. */
const OVER_DECISIONS =
  /行政复议|行政诉讼|信息公开|依申请公开|复议(?:[、和或及与]|或者)(?:提起)?诉讼|提起诉讼/;
/** No case that was lost, new, or of one cause: says nothing of all. */
const NARROWER =
  /败诉|胜诉|纠[正错]|撤销|撤诉|违法|不利|责令|变更|逾期|超期|新增?|新发|收费|处理费|不依法|不履行|不当|失误|过错|不力|引起重大|重大|未按|不及时|不服|答复不|拒|之外|除|复杂|上诉|再审|二审|错误|被追究|后续|应诉|维持|积案|超时|未结|结转|代理人|当事人|的$/;

const DONE = /(?:办结|办理完毕|办理完成|答复|回复)(?:完毕|完成|到位|率)?/g;
const DULY = new WordRun(
  '已 依法 依规 按时 按期 及时 如期 按规定 按要求 按程序 规范 严格 予以 给予了? 作出了? 进行了? 完成了? 得到 在(法定|规定)的?(期限|时限|时间)内 ，',
);
/** 按照…: so much may stand behind it. */
const RULE = /^[^，。；、\d]{0,12}$/;
const ALL = /(?:全部|全都|均|都|悉数)$/;
/** 全部 stands no farther from what is done. */
const FARTHEST_ALL = 80;
const RATE = /(?<!按期|按时|限期|时限|法定|及时)办结率(?:均)?(?:为|达|达到|达到了|保持)?100%/g;
const UNFINISHED =
  /结转|正在|尚在|尚未|未到期|未办结|除|其余|其他[^处]|剩余|到期|应(?:当)?答复|已办结的|上年|去年|部分|转入|转下|跨年|办理中|截至/;

const ALL_UPHELD = /(?:均|全部|都)(?:已|被|获|获得|得到|为|予以|判决|决定|裁定)*(?:结果)?维持/g;
const NOTHING_CARRIED =
  /(?:无|没有)(?:(下年度?|下一年度?)结转|结转(?:至|到|转)?(?:下年度?|下一年度?)|(上年度?|上一年度?)结转)/g;
const CARRIED_THINGS = new WordRun('申请 件 事项 案件 办理 情况 的 的?政府信息公开');
const NO_DOCUMENTS =
  /(?:未|没有)(?:新)?(?:制定|制发|出台|印发)(?:和?(?:印发|出台|发布))?(?:过|任何|新的)*(?:行政)?规范性文件的?(?:情况)?/g;

/** Of some only, or no statement at all. */
const CONDITIONAL = /其中|(?:若|如|凡|对|有|是否)$/;

/** All claims of a sentence; `topic` is what the sentence before it speaks of. */
export function readClaims(text: string, topic: SentenceTopic | null): Claim[] {
  const claims: Claim[] = [];
  const add = (match: Denied, subject: Subject) =>
    claims.push({
      start: match.index,
      end: match.index + match[0].length,
      subject,
      from: lastFigure(text, match.index),
    });
  const none = /[未无没零]|不存在/.test(text);
  const applications = text.includes('申请');
  if (none && applications) noApplications(text, add);
  if (text.includes('复议') || text.includes('诉讼')) {
    if (none) noCases(text, add);
    if (text.includes('维持')) allUpheld(text, add);
  }
  if (none && text.includes('规范性文件'))
    for (const match of claimsIn(text, NO_DOCUMENTS))
      add(match, { table: 'disclosure', row: 'normative', act: 'issued' });
  if ((topic === 'applications' || applications) && /[均都全率]|悉数/.test(text))
    allDone(text, topic, add);
  if (none && text.includes('结转')) nothingCarried(text, add);
  return claims;
}

/** What a claim is read from: a match, or the like. */
interface Denied {
  readonly index: number;
  readonly 0: string;
  readonly 1?: string | undefined;
  readonly 2?: string | undefined;
}

type Add = (match: Denied, subject: Subject) => void;

function noApplications(text: string, add: Add) {
  const zero = text.includes('零') ? claimsIn(text, RECEIVED, THEIR_NUMBER.here, IS_ZERO) : [];
  for (const match of [...applicationsDenied(text), ...zero])
    if (!CONDITIONAL.test(text.slice(0, match.index)))
      add(match, { table: 'requests', act: 'new', applicant: 'total' });
}

/** 未收到…公开申请: from the word that says none. */
function* applicationsDenied(text: string): Iterable<Denied> {
  NOT.lastIndex = 0;
  for (let none = NOT.exec(text); none; none = NOT.exec(text)) {
    const { index } = none;
    const from = index + none[0].length;
    const end = readInTurn(text, from, BY_ANYBODY.here, DENIED, OF_ANY_KIND.here);
    const isClaim = end >= 0 && MAY_END.test(text.slice(end, end + 3));
    if (isClaim) yield { index, 0: text.slice(index, end) };
    NOT.lastIndex = isClaim ? end : index + 1;
  }
}

/** What a pattern finds, and others in turn behind it, before a mark or at the end. */
function* claimsIn(text: string, pattern: RegExp, ...pieces: readonly RegExp[]): Iterable<Denied> {
  for (const match of matchesOf(text, pattern)) {
    const { index } = match;
    const end = readInTurn(text, index + match[0].length, ...pieces);
    if (end < 0 || !AT_END.test(text.charAt(end))) continue;
    yield { index, 0: text.slice(index, end), 1: match[1], 2: match[2] };
  }
}

function noCases(text: string, add: Add) {
  for (const match of [...casesDenied(text), ...claimsIn(text, NO_CASES_BEHIND)])
    if (!NARROWER.test(match[0]) && !CONDITIONAL.test(text.slice(0, match.index)))
      for (const block of OVER_DECISIONS.test(match[0]) ? blocksOf(match[1] as string) : [])
        add(match, { table: 'review', blocks: [block], columns: ['total'] });
}

/** 未发生…复议、诉讼: from the word that says none to the end of the clause. */
function* casesDenied(text: string): Iterable<Denied> {
  let done = 0;
  for (const { index, 0: none } of matchesOf(text, NONE)) {
    if (index < done) continue;
    const from = index + none.length;
    const cases = text.slice(from, from + FARTHEST).search(/复议|诉讼/);
    const before = text.slice(from, from + cases);
    if (cases < 0 || /[，。；\d]/.test(before)) continue;
    if (!before.split('、').every((words, i) => words.length <= (LISTED[i] ?? -1))) continue;
    done = readInTurn(text, from, CLAUSE, NOR);
    yield { index, 0: text.slice(index, done), 1: text.slice(from, done) };
  }
}

function allUpheld(text: string, add: Add) {
  for (const match of matchesOf(text, ALL_UPHELD)) {
    const before = text.slice(0, match.index);
    if (/其中|一审|二审|审结|办结|再审/.test(before.slice(-40))) continue;
    for (const block of blocksOf(before))
      add(match, {
        table: 'review',
        blocks: [block],
        columns: ['corrected', 'otherResult', 'pending'],
      });
  }
}

function allDone(text: string, topic: SentenceTopic | null, add: Add) {
  if (UNFINISHED.test(text)) return;
  for (const match of [...doneAll(text), ...matchesOf(text, RATE)])
    if (topicOf(text.slice(0, match.index), topic) === 'applications')
      add(match, { table: 'requests', act: 'carriedOut', applicant: 'total' });
}

/** 全部按时办结: read back from what is done. */
function* doneAll(text: string): Iterable<Denied> {
  for (const { index, 0: done } of matchesOf(text, DONE)) {
    const start = startOfAll(text.slice(Math.max(0, index - FARTHEST_ALL), index), index);
    if (start >= 0) yield { index: start, 0: text.slice(start, index + done.length) };
  }
}

/** Where 全部 stands that such words end with, but for 按时, 依法 and the like; -1 if it does not. */
function startOfAll(words: string, end: number): number {
  const before = DULY.before(words);
  const all = ALL.exec(before);
  if (all) return end - words.length + all.index;
  const rule = before.lastIndexOf('按照');
  if (rule < 0 || !RULE.test(before.slice(rule + 2))) return -1;
  return startOfAll(before.slice(0, rule), end - words.length + rule);
}

function nothingCarried(text: string, add: Add) {
  for (const match of claimsIn(text, NOTHING_CARRIED, CARRIED_THINGS.here))
    add(match, {
      table: 'requests',
      act: match[2] ? 'carriedIn' : 'carriedOut',
      applicant: 'total',
    });
}

function blocksOf(words: string): ReviewBlock[] {
  return [
    ...(words.includes('复议') ? (['reconsideration'] as const) : []),
    ...(words.includes('诉讼') ? (['litigation'] as const) : []),
  ];
}

function lastFigure(text: string, index: number): number {
  const digits = /\d[^\d]*$/.exec(text.slice(0, index));
  return digits ? digits.index + 1 : 0;
}
