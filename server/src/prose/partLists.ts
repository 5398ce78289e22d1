// Totals with their parts: 公开9条，其中公文4条、要闻5条; 9件（网上4件、当面5件）; 4件、3件，合计7件.

import { matchesOf } from '../text/matches.js';
import { type FigureItem, readItems } from './figureWords.js';
import type { Sentence } from './findSentences.js';
import type { TextFigure } from './textFigure.js';
import { DIFFERENCE, LAST_YEAR } from './words.js';

/** A total and the parts that a sentence gives of it. */
export interface PartList {
  readonly total: TextFigure;
  /** The sentence that the total stands in: the one before, where 其中 opens a sentence. */
  readonly totalIn: Sentence;
  readonly parts: readonly ListedPart[];
  readonly partsIn: Sentence;
  /** Whether all parts are named: then they must add up; else they must only not be more. */
  readonly closed: boolean;
  /** Whether nothing says that some are left out (等, 主要), or that the total is another's. */
  readonly mayBeWhole: boolean;
}

export interface ListedPart {
  readonly figure: TextFigure;
  /** Its words: 概况, 网络申请. */
  readonly words: string;
  /** 占7.7%, where it is written behind the part. */
  readonly share: TextFigure | null;
}

interface Listed extends Sentence {
  readonly figures: readonly TextFigure[];
}

const MAY_LIST = /其中|包括|包含|分别|主要|（|：|[合总共]计/;
const OVERLAPPING = /同一(?:条)?信息|不同渠道|重复(?:发布|计|统计)/;
const OPENING = /其中|包括|包含|分别[为是有]|主要(?:涉及|为|是|有)/g;
/** Brackets that tell of something else than parts. */
const ASIDE = /^(?:不含|不包括|另|同比|较|比|上年|去年|不同|同一|重复)/;
const OPEN_BRACKET = /^(?:其中|含|包括|包含|主要)/;
/** A new statement behind the list. */
const NEW_STATEMENT =
  /^(?:此外|另外|另|同时|还|并|同比|较|比|累计|截至|全年|20\d\d年)|(?:举办|召开|开展|组织|编印|印发|编发|制作|收取|回应|回复|接待|受理|收到|办理|办结|答复|处理|发布(?!的)|公开(?!的)|推送|转发|更新|引发|发生|被|征集|开设|提供)/;
const LAST = /^(?:其[他它余]|另外)/;
/** 增 alone may be of a part: 增设栏目3个. */
const COMPARED = new RegExp(`${DIFFERENCE}|(?<!新)增[加长]|^比|${LAST_YEAR}`);
const NOT_PARTS = /其中|同时|既|重复|交叉|不同渠道|占|合计|总计|共计/;

/** All lists of a sentence; `before` is the sentence before it in the same paragraph. */
export function readLists(sentence: Listed, before: Listed | null): PartList[] {
  const { text, figures } = sentence;
  // 不同渠道发布的同一信息计为1条: nothing adds up then
  if (figures.length === 0 || !MAY_LIST.test(text) || OVERLAPPING.test(text)) return [];
  const items = readItems(sentence.text, figures);
  return [
    ...bracketLists(sentence, items),
    ...(text.includes('：') ? colonLists(sentence, items) : []),
    ...openedLists(sentence, items, before),
    ...(/[合总共]计/.test(text) ? totalsBehind(sentence, items) : []),
  ];
}

/** T（A a、B b） */
function* bracketLists(sentence: Listed, items: readonly FigureItem[]): Iterable<PartList> {
  const { text } = sentence;
  for (const [i, { figure: total }] of items.entries()) {
    if (total.measure === '%' || total.approximate || text.charAt(total.end) !== '（') continue;
    const end = closing(text, total.end);
    const content = text.slice(total.end + 1, end);
    const inside: FigureItem[] = [];
    for (let j = i + 1; j < items.length; j++) {
      const item = items[j] as FigureItem;
      if (item.figure.end > end) break;
      if (item.figure.depth === total.depth + 1) inside.push(item);
    }
    const parts = partsOf(inside, total);
    if (!parts || ASIDE.test(content) || (parts.length < 2 && !OPEN_BRACKET.test(content)))
      continue;
    // without 其中 a bracket means all of them, unless most are left out
    const whole = !OPEN_BRACKET.test(content) && add(parts) * 2 > total.value;
    const mayBeWhole = !isEtc(content);
    const closed = mayBeWhole && (whole || isClosed(parts, total));
    yield { total, totalIn: sentence, parts, partsIn: sentence, closed, mayBeWhole };
  }
}

/** T：A a，B b, to the end of the sentence or the next semicolon. */
function* colonLists(sentence: Listed, items: readonly FigureItem[]): Iterable<PartList> {
  const { text } = sentence;
  for (const [i, { figure: total, clause }] of items.entries()) {
    if (total.measure === '%' || total.approximate || total.depth > 0) continue;
    if (text.charAt(total.end) !== '：' || COMPARED.test(clause)) continue;
    const stop = text.indexOf('；', total.end);
    const inside = items
      .slice(i + 1)
      .filter(({ figure }) => figure.depth === 0 && (stop < 0 || figure.end <= stop));
    const content = text.slice(total.end + 1, stop < 0 ? text.length : stop);
    const parts = content.includes('其中') ? null : partsOf(cut(inside, total), total);
    if (!parts || parts.length < 2) continue;
    const mayBeWhole = !isEtc(content);
    const closed = mayBeWhole && isClosed(parts, total);
    yield { total, totalIn: sentence, parts, partsIn: sentence, closed, mayBeWhole };
  }
}

/** T，其中A a、B b; 其中 at the start of a sentence goes with the sentence before. */
function* openedLists(
  sentence: Listed,
  items: readonly FigureItem[],
  before: Listed | null,
): Iterable<PartList> {
  const { text } = sentence;
  const openings = outsideBrackets(text, matchesOf(text, OPENING));
  const [opening, ...others] = openings;
  // a list within a list: what belongs to which is a guess
  if (!opening || others.some(([words]) => words === '其中')) return;
  const at = opening.index;
  const behind = items.filter(({ figure }) => figure.start > at && figure.depth === 0);
  const ahead = items.filter(({ figure }) => figure.start < at && figure.depth === 0);
  const totalIn = at < 2 && before ? before : sentence;
  const from = at < 2 && before ? readItems(before.text, before.figures) : ahead;
  const possible = from.filter(
    ({ figure, clause }) =>
      figure.depth === 0 &&
      figure.measure !== '%' &&
      !COMPARED.test(clause) &&
      !/^(?:其中|包括|包含|含)/.test(clause),
  );
  const total = possible.at(-1)?.figure;
  if (!total || total.approximate) return;
  const separated = totalIn === sentence && text.slice(total.end, at).includes('；');
  const parts = separated ? null : partsOf(cut(behind, total), total);
  if (!parts || parts.length === 0) return;
  if (opening[0] !== '其中' && parts.length < 2) return;
  const rivals = possible.filter(
    ({ figure }) => figure !== total && figure.measure === total.measure,
  );
  const sum = add(parts);
  // 发布300条，解读20条，其中…: which of them is the total
  if (rivals.length > 0 && (totalIn !== sentence || sum <= add(rivals) + total.value)) return;
  const mayBeWhole = rivals.length === 0 && !isEtc(text.slice(at));
  const closed = mayBeWhole && isClosed(parts, total);
  yield { total, totalIn, parts, partsIn: sentence, closed, mayBeWhole };
}

/** A a件，B b件，合计N件 */
function* totalsBehind(sentence: Listed, items: readonly FigureItem[]): Iterable<PartList> {
  const outer = items.filter(({ figure }) => figure.depth === 0 && figure.measure !== '%');
  for (const [i, { figure: total, clause }] of outer.entries()) {
    if (!/^(?:合计|总计|共计)(?:为)?$/.test(clause) || total.approximate) continue;
    const ahead = outer.slice(0, i);
    if (ahead.length < 2 || sentence.text.slice(0, total.start).includes('其中')) continue;
    const parts = partsOf(ahead, total);
    if (!parts || ahead.some((item) => COMPARED.test(item.clause))) continue;
    // the sentence may have begun with something else: only what could be meant as a slip
    yield { total, totalIn: sentence, parts, partsIn: sentence, closed: true, mayBeWhole: true };
  }
}

/** Items up to the first that opens a new statement; all of the total's measure word before it. */
function cut(items: readonly FigureItem[], total: TextFigure): FigureItem[] {
  const kept: FigureItem[] = [];
  for (const item of items) {
    const { clause, figure } = item;
    const plain = clause.replace(/^其中[，：]?/, '');
    const first = kept.length === 0;
    const verb = NEW_STATEMENT.exec(plain)?.[0];
    const opened = kept[0]?.clause ?? '';
    if (!first && verb && !opened.includes(verb) && kindOf(plain) !== kindOf(opened))
      if (figure.measure !== '%') break;
    kept.push(item);
    if (
      figure.measure !== '%' &&
      figure.measure !== '' &&
      figure.measure !== total.measure &&
      verb
    ) {
      kept.pop();
      break;
    }
  }
  return kept;
}

/** The parts, if every one has the total's measure word and is told exactly. */
function partsOf(items: readonly FigureItem[], total: TextFigure): ListedPart[] | null {
  const parts: { figure: TextFigure; words: string; share: TextFigure | null }[] = [];
  for (const { figure, clause } of items) {
    const last = parts.at(-1);
    if (figure.measure === '%') {
      if (last && !last.share && /^占/.test(clause)) last.share = figure;
      continue;
    }
    const words = clause.replace(/^其中[，：]?/, '');
    if (figure.approximate) return null;
    // 要闻5条、公告3、公文2: the measure word was left out
    const isShort = figure.measure === '' && parts.length > 0 && figure.decimals === 0;
    if (figure.measure !== total.measure && !isShort) return null;
    if (NOT_PARTS.test(words) || COMPARED.test(words)) return null;
    parts.push({ figure, words, share: null });
  }
  return parts;
}

type PartKind = 'channel' | 'applicant' | 'outcome' | 'state' | 'plain';

/** Ways of sorting the same things: a list in two ways adds up twice. */
function kindOf(words: string): PartKind {
  if (
    /网[上络站]|信函|来信|邮[寄件]|当面|现场|窗口|传真|线[上下]|平台|电子|微信|微博|公众号/.test(
      words,
    )
  )
    return 'channel';
  if (/自然人|公民|个人|法人|企业|科研机构|公益组织|法律服务/.test(words)) return 'applicant';
  if (/予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|不掌握/.test(words)) return 'outcome';
  if (/办结|答复|结转|受理|收到|新收|办理|转下|正在/.test(words)) return 'state';
  return 'plain';
}

/** The parts that a list sorts in one way: what follows sorted otherwise is another list. */
export function leadingRun({ parts }: PartList): readonly ListedPart[] {
  const kind = kindOf(parts[0]?.words ?? '');
  const end = parts.findIndex(({ words }) => kindOf(words) !== kind && !LAST.test(words));
  return end < 0 ? parts : parts.slice(0, end);
}

/** 其他: what no other part holds. */
export function isRest(part: ListedPart | undefined): boolean {
  return part !== undefined && LAST.test(part.words);
}

/** Outcomes and states may go back to last year's applications: they need not keep to the total. */
export function isBounded({ parts }: PartList): boolean {
  const kind = kindOf(parts[0]?.words ?? '');
  return kind !== 'outcome' && kind !== 'state';
}

/** Published on several channels, one piece counts in each: the sum may be larger, but no part is. */
export function mayOverlap({ parts, total }: PartList): boolean {
  return parts.every(
    ({ words, figure }) =>
      kindOf(words) === 'channel' && !/申请/.test(words) && figure.value <= total.value,
  );
}

/** A list that goes down to the smallest parts, with more left than any of these. */
export function goesDown({ parts, total }: PartList): boolean {
  const least = Math.min(...parts.map(({ figure }) => figure.value));
  return parts.length > 3 && least <= total.value / 20;
}

function isClosed(parts: readonly ListedPart[], total: TextFigure): boolean {
  const words = parts.map((part) => part.words);
  if (parts.length < 2) return false;
  if (LAST.test(words.at(-1) ?? '')) return true;
  const kinds = new Set(words.map(kindOf));
  if (kinds.size === 1 && kinds.has('channel'))
    return words.every((word) => /申请|网上|网络|信函|当面/.test(word));
  const [one = '', two = '', more] = words;
  if (
    more === undefined &&
    ((/自然人/.test(one) && /法人/.test(two)) ||
      (/市(?:本)?级/.test(one) && /[县区](?:区)?级/.test(two)) ||
      (/县(?:本)?级/.test(one) && /[镇乡]级|乡镇/.test(two)))
  )
    return true;
  return isNearlyAll(parts, total);
}

/** A list that goes down to the smallest parts, or leaves next to nothing, was meant to be whole. */
function isNearlyAll(parts: readonly ListedPart[], { value }: TextFigure): boolean {
  const values = parts.map(({ figure }) => figure.value);
  const least = Math.min(...values);
  const rest = value - values.reduce((sum, part) => sum + part, 0);
  if (rest <= 0 || rest >= least) return false;
  if (parts.length > 3 && least <= value / 20) return true;
  return rest <= value / (parts.length > 3 ? 50 : parts.length > 2 ? 100 : 200);
}

function isEtc(words: string): boolean {
  return /等(?:[，。；、）]|$)|主要|部分为/.test(words);
}

function add(list: readonly { figure: TextFigure }[]): number {
  return list.reduce((sum, { figure }) => sum + figure.value, 0);
}

/** The matches, which are in order, that stand in no bracket. */
function outsideBrackets(text: string, matches: readonly RegExpExecArray[]): RegExpExecArray[] {
  let depth = 0;
  let at = 0;
  return matches.filter(({ index }) => {
    for (; at < index; at++)
      if (text.charAt(at) === '（') depth++;
      else if (text.charAt(at) === '）') depth = Math.max(0, depth - 1);
    return depth === 0;
  });
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text.charAt(i) === '（') depth++;
    else if (text.charAt(i) === '）' && --depth === 0) return i;
  }
  return text.length;
}
