// What an item says of applications for information: received, finished, carried over, by outcome.

import type { ColumnKey } from '../form/formats.js';
import { SELF_SIGNS } from '../form/selfWords.js';
import { endsInTurn, readInTurn } from '../text/inTurn.js';
import { matchesOf } from '../text/matches.js';
import { WordRun } from '../text/wordRun.js';
import type { FigureItem } from './figureWords.js';
import type { Act, Subject } from './statement.js';
import {
  ANYBODY,
  DIFFERENCE,
  EVERYONE,
  LAST_YEAR,
  LEADING,
  LEFT_OVER,
  ORGANIZATION,
} from './words.js';

/** The words for such applications, with all that offices hang on them. */
export const APPLICATIONS =
  '(?:(?:政府|政务)?信息公开(?:的|类)?(?:书面)?申请(?:书|表)?|依(?:法|照)?申请(?:主动)?公开(?:的)?(?:政府信息|政务信息|信息)?(?:公开)?(?:的)?(?:申请)?|(?:政府|政务)?信息依申请(?:公开)?(?:申请)?|依申请(?:信息|件|事项)|申请公开(?:政府|政务)?信息(?:的申请)?|公开(?:政府信息|政务信息|信息)的?申请|公开申请)';
/** What is counted: 申请[类案件总数]. */
const TAIL_WORDS = '的 类 件 案件 事项 信息 办件 业务 数 数量 总 总量 工作';
/** What leads to the figure. */
const FILL_WORDS = `${LEADING} 到 过 量 件数 案件 事项 信息 业务 数 累计 的`;
const TAIL = new WordRun(TAIL_WORDS);
const FILLING = new WordRun(FILL_WORDS);
const FILL = `${FILLING.pattern}$`;
/** The two run into each other. */
const TAIL_AND_FILL = new WordRun(`${TAIL_WORDS} ${FILL_WORDS}`);
const NAMED = new RegExp(APPLICATIONS, 'g');
const BY_ANYBODY = new WordRun(
  `${ANYBODY} 了 各类 各种 有效 ${EVERYONE} 申请 [向对]我[${SELF_SIGNS}] [向对]我街道`,
);
/** 通过…方式: so far apart. */
const LONGEST_WAY = 24;
const WAY = /方式|渠道|形式|途径/g;

const VERB =
  /新收到?|收到|接到|接收|接受|收悉|受理|收办|承办|办理完毕|办理完成|完成办理|办结|办理|处理|答复|回复/g;
const ACTS: Readonly<Record<string, Act>> = {
  新收: 'new',
  新收到: 'new',
  收到: 'received',
  接到: 'received',
  接收: 'received',
  接受: 'received',
  收悉: 'received',
  受理: 'received',
  办结: 'finished',
  办理完毕: 'finished',
  办理完成: 'finished',
  完成办理: 'finished',
  答复: 'answered',
  回复: 'answered',
};
const OBJECT = new RegExp(`${APPLICATIONS}|申请`, 'g');
const CASES = /(?:案件|件)?的?/y;
const COMMA = /，?/y;
const THEN = new WordRun('全年 本年度? 共 已 均 按时 依法');
const ALONE = new RegExp(
  `^(?:20\\d\\d年度?|本年度|今年|[我本全].|[我本]单位|共有?|，)*(?:政府信息公开申请|政府信息依申请公开|依申请公开政府信息|依申请公开申请|依申请公开)${TAIL_AND_FILL.pattern}$`,
);
const FILLERS = new RegExp(`^(?:了|其中)?${FILL}`);
const ADVERBS =
  /^(?:其中|[我本全].|[我本]单位|20\d\d年度?|本年度|当年|年内|年底前|共|累计|总共|已经?|均|都|依法|依规|规范|按时|按期|按规定|及时|并|予以|给予|在(?:规定|法定)?(?:的)?(?:时限|期限|时间)内|，)*$/;

/** Ways in which some of the applications came: a part of all. */
const CHANNEL =
  /网[上络站页]|平台|在线|线[上下]|信函|来[信函访]|邮[寄件箱政]|快递|EMS|当面|现场|窗口|传真|电子|微信|系统|电话|上门/;
const ALL_CHANNELS =
  /等(?:多种|各种|各类|线上线下)?(?:渠道|方式|形式|途径|平台)|各(?:种|类)渠道|多种渠道|任何/;
const EVERYBODY = new RegExp(new WordRun(EVERYONE).word, 'g');
/** Words that narrow the applications, or that tell of something else that is done with them. */
const PART_OF =
  /涉及|涉|关于(?!政府信息公开|信息公开|依申请)|有关(?!政府信息公开|信息公开|依申请)|撤回|撤销|补正|征求|有效|重复|复杂|个人|自然人|公民|企业|法人|领域|方面|不予受理|转送|转交|移送|转办|协办|退回|咨询|指导|备案|收费|缴费|费用|处理费|延[期长]|逾期|超期|参与|审核|审查|协助|督促|抽查|检查|典型|案例|引发|引起|原告|[^法]律师|要求更正|更正|复议|诉讼|信访|投诉|举报|疑难|名义|其余|另外|还有|剩余/;
const QUALIFIED =
  /(?:当场|当面|口头|书面|电话|邮寄|网上|在线|线上|线下|提前|主动|直接|重新|补充|变更|拟|需|应|未|没有|不|待|尚未|可)$/;
const NO_AMOUNT = new RegExp(`${DIFFERENCE}|(?<!新)增|减|[^对]比(?!例)|^比|多[出于]|少于|超[出过]`);

/** Outcomes by their words at the end of an item; found by the last two characters. */
const OUTCOMES: readonly (readonly [ends: string, words: RegExp, act: Act])[] = [
  [
    '公开',
    /(?:予以|同意|全部|^)公开(?:和|及|以及|、|或|或者)(?:予以)?部分公开$/,
    { outcome: '3.1+3.2' },
  ],
  ['公开', /部分公开$/, { outcome: '3.2' }],
  ['公开', /不(?:予|予以)?公开$/, { outcome: '3.3' }],
  ['公开', /(?:(?<!主动)予以|同意|全部)公开$/, 'disclosed'],
  ['提供', /无法提供$/, { outcome: '3.4' }],
  ['处理', /不予处理$/, { outcome: '3.5' }],
  ['处理', /其[他它](?:方式|情形)?处理$/, { outcome: '3.6' }],
  ['秘密', /国家秘密$/, { outcome: '3.3.1' }],
  ['权益', /第三方(?:合法)?权益$/, { outcome: '3.3.4' }],
  ['事务', /内部事务$/, { outcome: '3.3.5' }],
  ['程性', /过程性$/, { outcome: '3.3.6' }],
  ['案卷', /行政执法案卷$/, { outcome: '3.3.7' }],
  ['查询', /行政查询$/, { outcome: '3.3.8' }],
  ['掌握', /[不未]掌握$/, { outcome: '3.4.1' }],
  ['相关', /[不未]掌握相关$/, { outcome: '3.4.1' }],
  ['政府', /[不未]掌握(?:相关)?政府$/, { outcome: '3.4.1' }],
  ['现成', /没有现成$/, { outcome: '3.4.2' }],
  ['制作', /另行制作$/, { outcome: '3.4.2' }],
  ['明确', /补正后(?:申请内容)?仍不明确$/, { outcome: '3.4.3' }],
  ['申请', /信访举报投诉(?:类)?申请$/, { outcome: '3.5.1' }],
  ['申请', /重复申请$/, { outcome: '3.5.2' }],
  ['版物', /公开出版物$/, { outcome: '3.5.3' }],
  ['申请', /大量反复申请$/, { outcome: '3.5.4' }],
];
const BY_END = new Map<string, (readonly [RegExp, Act])[]>();
for (const [ends, words, act] of OUTCOMES) {
  const same = BY_END.get(ends) ?? [];
  BY_END.set(ends, [...same, [words, act]]);
}

function outcomeNamed(words: string): Act | null {
  for (const [pattern, act] of BY_END.get(words.slice(-2)) ?? [])
    if (pattern.test(words)) return act;
  return null;
}

/** 收到重复申请: not yet an outcome. */
const RECEIVED = /收到|接到|受理|新收/;
const OUTCOME_AFTER =
  /^(?:申请)?(?:已|被|依法|作出)*(予以公开|部分公开|不予公开|无法提供|不予处理)(?:决定|答复|处理)?$/;
const COUNTED = /^(?:其中|对|有|共有|另|分别有)*$/;
const OUTCOME_WORD = /予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理/g;

const APPLICANTS: readonly { words: RegExp; applicant: ColumnKey | 'organizations' }[] = [
  { words: /(?:^|[的为由是，])(?:自然人|公民个人)(?:提出|提交|申请|的)*$/, applicant: 'natural' },
  {
    words: new RegExp(`${ORGANIZATION}(?:提出|提交|申请|的)*$`),
    applicant: 'organizations',
  },
  { words: /商业企业(?:提出|提交|申请|的)*$/, applicant: 'business' },
  { words: /科研机构(?:提出|提交|申请|的)*$/, applicant: 'research' },
  { words: /社会公益组织(?:提出|提交|申请|的)*$/, applicant: 'charity' },
  { words: /法律服务机构(?:提出|提交|申请|的)*$/, applicant: 'legal' },
];

const CARRIED_IN = new RegExp(
  `(${LAST_YEAR}|20\\d\\d年)${LEFT_OVER}|结转(上年|上一年|20\\d\\d年)度?`,
);
const CARRIED_OUT =
  /(?:结转|转|跨)(?:到|至|入)?(?:下一?年|次年|明年|翌年|(20\d\d)年)度?(?:继续)?(?:办理|处理|答复)?/;
const CARRIED_AFTER =
  /^(?:政府信息公开)?(?:申请)?(?:件|事项)?(?:将|已|需|按规定|依法)*(?:结转|转)(?:到|至|入)?(?:下一?年|次年|明年|20\d\d年)/;
const CARRIED =
  /结转(?:上年|上一年)度?|结转|转入|转来|遗留|办理|处理|答复|20\d\d年度?|下一?年度?|次年度?/g;
const THEIR_APPLICATIONS = new RegExp(`的?(?:${APPLICATIONS}|申请)?`, 'y');
const APPLIED = /申请|结转|转/;
const MEASURES = /^(?:件次?|条次?|份|起|宗|例|项|个|次|)$/;

/** What the reader knows when it comes to an item. */
export interface Around {
  readonly year: number | null;
  /** Whether the words before speak of applications. */
  readonly topic: boolean;
  /** Whether the item stands in a list of parts (其中). */
  readonly inParts: boolean;
  /** How many different outcomes the sentence names. */
  readonly outcomes: number;
  /** Whether the sentence speaks of information disclosed on the organ's own account, too. */
  readonly besides: boolean;
}

/** What an item counts of table 三; null where it is something else, or in doubt. */
export function applicationsIn(item: FigureItem, around: Around): Subject | null {
  if (!MEASURES.test(item.figure.measure)) return null;
  const { after } = item;
  const clause = item.clause.startsWith('其中') ? item.clause.slice(2) : item.clause;
  if (!around.topic && !APPLIED.test(clause) && !APPLIED.test(after)) return null;
  if (NO_AMOUNT.test(clause) || isOfInformation(item, around)) return null;
  const act = carriedIn(item, clause, around) ?? outcomeOf(item, clause, around);
  if (act) return { table: 'requests', act, applicant: 'total' };
  if (item.figure.measure === '' && item.figure.value !== 0) return null;
  const key = FILLING.before(clause);
  const named = around.topic && APPLICANTS.find(({ words }) => words.test(key));
  if (named) return { table: 'requests', act: 'handled', applicant: named.applicant };
  const done = doneWith(item, clause, around);
  return done && { table: 'requests', act: done, applicant: 'total' };
}

/** 主动公开120条，依申请公开3条，不予公开5条: pieces of information, no applications. */
function isOfInformation({ figure, clause }: FigureItem, { besides }: Around): boolean {
  if (RECEIVED.test(clause)) return false;
  return /[条份项]/.test(figure.measure) && (besides || /公开(?:的)?(?:政府)?信息$/.test(clause));
}

/** How many outcomes are named: two of them make a list of outcomes. */
export function countOutcomes(text: string): number {
  return new Set(text.match(OUTCOME_WORD)).size;
}

function carriedIn({ after, since }: FigureItem, clause: string, around: Around): Act | null {
  if (/^(?:其中|有|另有|尚有|还有|剩余|其余)?$/.test(clause))
    return around.topic && CARRIED_AFTER.test(after) && isNextYear(after, around)
      ? 'carriedOut'
      : null;
  if (
    !/结转|转/.test(clause) ||
    !endsInTurn(clause, CARRIED, THEIR_APPLICATIONS, TAIL_AND_FILL.here)
  )
    return null;
  if (!around.topic && (clause + after).search(NAMED) < 0 && !/申请/.test(since)) return null;
  const to = CARRIED_OUT.exec(clause);
  if (to) return isNextYear(clause, around) ? 'carriedOut' : null;
  const from = CARRIED_IN.exec(clause);
  const when = from?.[1] ?? from?.[2];
  if (!when) return /结转(?:办理|的|申请)*(?:共计?|有|为)*$/.test(clause) ? 'carried' : null;
  const named = /20\d\d/.exec(when);
  if (!named) return 'carriedIn';
  if (around.year === null) return null;
  if (Number(named[0]) === around.year - 1) return 'carriedIn';
  return Number(named[0]) === around.year ? 'carriedOut' : null;
}

/** 结转2024年办理 goes out of 2023 only. */
function isNextYear(words: string, { year }: Around): boolean {
  const named = /转(?:到|至|入)?(20\d\d)年/.exec(words)?.[1];
  return named === undefined || (year !== null && Number(named) === year + 1);
}

function outcomeOf({ after, bracket }: FigureItem, clause: string, around: Around): Act | null {
  if (!around.topic) return null;
  // 予以公开（含部分公开）: whoever counts otherwise than the form cannot be compared
  if (bracket !== '' && countOutcomes(bracket) > 0) return null;
  const key = FILLING.before(clause);
  const named = RECEIVED.test(clause) ? null : outcomeNamed(key);
  if (named) return countOutcomes(key) > 1 && !isBoth(named) ? null : named;
  if (/(?:^|[的为])公开$/.test(key) && around.outcomes > 0) return 'disclosed';
  const behind = COUNTED.test(clause) ? OUTCOME_AFTER.exec(after)?.[1] : undefined;
  return behind ? outcomeNamed(behind) : null;
}

function isBoth(act: Act): boolean {
  return typeof act === 'object' && act.outcome === '3.1+3.2';
}

function doneWith(item: FigureItem, clause: string, around: Around): Act | null {
  const { after, since } = item;
  const verb = matchesOf(clause, VERB).at(-1);
  if (!verb && (around.inParts || after !== '' || !ALONE.test(clause))) return null;
  const plain = clause.replace(EVERYBODY, '');
  if (isPartOf(plain, since) || isPartOf(after.replace(EVERYBODY, ''), '')) return null;
  if (!verb) return /公开申请/.test(clause) ? 'handled' : 'mentioned';
  const act = ACTS[verb[0]] ?? 'handled';
  const before = clause.slice(0, verb.index);
  const object = behindWays(clause.slice(verb.index + verb[0].length));
  if (QUALIFIED.test(before)) return null;
  // 其中受理18件: a part
  if (around.inParts && act !== 'finished' && act !== 'answered' && act !== 'new') return null;
  if (isObject(object, TAIL_AND_FILL.here, TAIL_AND_FILL.here)) return act;
  if (!FILLERS.test(object)) return null;
  if (isObject(behindWays(after), TAIL.here, CASES)) return act;
  if (endsInTurn(before, NAMED, TAIL.here, COMMA, THEN.here)) return act;
  return around.topic && ADVERBS.test(before) && after.length <= 6 ? act : null;
}

/** Whether words are the applications, whoever made them; what may follow 申请 alone is another matter. */
function isObject(words: string, afterNamed: RegExp, afterAlone: RegExp): boolean {
  const last = matchesOf(words, OBJECT).at(-1);
  if (!last || BY_ANYBODY.before(words.slice(0, last.index)) !== '') return false;
  const after = last[0] === '申请' ? afterAlone : afterNamed;
  return readInTurn(words, last.index + last[0].length, after) === words.length;
}

/** The words behind 通过…方式, and behind whomever is named before it. */
function behindWays(words: string): string {
  const from = words.indexOf('通过');
  if (from < 0 || BY_ANYBODY.before(words.slice(0, from)) !== '') return words;
  const near = words.slice(from + 3, from + 2 + LONGEST_WAY + 2);
  const way = matchesOf(near, WAY).at(-1);
  return way ? behindWays(words.slice(from + 3 + way.index + 2)) : words;
}

function isPartOf(words: string, since: string): boolean {
  if (PART_OF.test(words)) return true;
  const channel = CHANNEL.test(words) ? words : throughIn(since);
  return CHANNEL.test(channel) && !ALL_CHANNELS.test(channel);
}

/** 通过… in the last clause but one, and what follows. */
function throughIn(since: string): string {
  const [last = '', clause = ''] = since.split('；').at(-1)?.split('，').reverse() ?? [];
  const at = clause.indexOf('通过');
  return at < 0 ? '' : `${clause.slice(at)}，${last}`;
}
