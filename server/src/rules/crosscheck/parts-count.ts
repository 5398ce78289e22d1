// R16: 由A、B、C等N个部分组成: N is the number of parts listed, and of the report's sections.

import type { Finding } from '../../findings/finding.js';
import { SECTIONS, type SectionNumber } from '../../form/formats.js';
import type { Sentence } from '../../prose/index.js';
import { readingsOf, spanIn } from '../../prose/index.js';
import { matchesOf } from '../../text/matches.js';
import { numeralValue, toNumeral } from '../../text/numerals.js';
import { WordRun } from '../../text/wordRun.js';
import { sectionSpec } from '../../writing/writeTable.js';
import { replace } from '../fixes.js';
import type { Rule } from '../rule.js';

const PARTS =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况';
const preamble = (text: string) =>
  `青禾县云水镇人民政府2023年政府信息公开工作年度报告\n\n${text}\n\n一、总体情况\n\n2023年，我镇依法公开政府信息。\n`;

export const partsCount: Rule = {
  id: 'parts-count',
  severity: 'info',
  docs: () => ({
    title: '“由……几个部分组成”数目不对',
    english: 'Wrong number of listed parts',
    what: '开头写报告由哪几个部分组成（由……组成、包括……、共……个部分：……），写明的数目与列出的部分不一致。',
    why: '格式规定六个部分，列出的部分和数目应当一致。',
    how: '补上漏列的部分，或改正数目。',
    invalid: [
      { note: '列了五个部分，写六个', text: preamble(`本报告由${PARTS}等六个部分组成。`) },
      {
        note: '先写数目，再列',
        text: preamble(
          '全文共四个部分：总体情况、主动公开政府信息情况、存在的主要问题及改进情况。',
        ),
      },
    ],
    valid: [
      {
        note: '列了六个部分，写六个',
        text: preamble(`本报告由${PARTS}、其他需要报告的事项六个部分组成。`),
      },
      {
        note: '部分名称里的顿号不算',
        text: preamble(
          `本报告由${PARTS.replace('复议和', '复议、')}以及其他需要报告的事项等6部分组成。`,
        ),
      },
    ],
  }),
  *check(report) {
    for (const reading of readingsOf(report)) {
      if (reading.section > 1) return;
      const finding = countParts(reading, report.sections.length);
      if (finding) yield finding;
    }
  },
};

const TOLD =
  /([一二三四五六七八九十]{1,2}|\d{1,2})[个大]*(?:部分|方面)(?:内容)?(?:组成|构成|内容)?/g;
const BEGINS = /由|包括|包含|分为?|从|涵盖|就/g;
const TOTAL = new WordRun('等 共计? 这');
/** What leads to a list behind the number: 共六个部分，分别是：… */
const LEADS = /^(?:内容)?[，：]?(?:即|它们|具体|主要|依次)?(?:分别)?(?:包括|包含|是|为|有)?[：，]?/;
/** The report speaks of itself. */
const ITSELF = /报告|全文|年报|本文/;
/** So long is the list. */
const SHORTEST = 12;
const LONGEST = 200;
/** With the word that opens it, and what leads to the number. */
const FARTHEST = 220;
/** A list of the report's own parts names some of these. */
const OWN: ReadonlyMap<SectionNumber, RegExp> = new Map([
  [1, /总体|概述|基本情况/],
  [2, /主动公开/],
  [3, /申请/],
  [4, /复议|诉讼/],
  [5, /问题/],
  [6, /其[他它]/],
]);
const ENDS = /(?:情况|事项|概述|问题|措施|附表|说明|打算|安排|建议|总体|概况|工作)$/;

function countParts(sentence: Sentence, sections: number): Finding | null {
  const { text } = sentence;
  if (!text.includes('部分') && !text.includes('方面')) return null;
  const told = listIn(text);
  if (!told) return null;
  // 四个部分 of which three are listed
  const fewest = ITSELF.test(text.slice(0, told.start)) ? 2 : 3;
  const lacking = [...OWN].filter(([, words]) => !words.test(told.list)).map(([number]) => number);
  if (OWN.size - lacking.length < fewest) return null;
  const { list, numeral, start, end } = told;
  const count = /\d/.test(numeral) ? Number(numeral) : numeralValue(numeral);
  if (count === null) return null;
  const { least, most } = partsIn(list);
  const listed = count < least ? least : count > most ? most : count;
  // a report with all six sections that says five, or seven
  const right = listed === count && sections === SECTIONS.length ? sections : listed;
  if (right === count) return null;
  const written = /\d/.test(numeral) ? String(right) : toNumeral(right);
  const fact = listed === count ? '正文有' : '列出的是';
  const place = spanIn(sentence, start, start + numeral.length);
  const span = spanIn(sentence, start, end);
  // the number is that of the report's own sections: what is wrong is the list
  if (count === sections && listed < count) {
    const names = lacking.map((number) => `“${sectionSpec(number).title}”`).join('、');
    const missing = names === '' ? '请核对列出的部分' : `漏列了${names}，请补上`;
    return { span, message: `写的是${numeral}个部分，列出的是${written}个：${missing}。` };
  }
  return {
    span,
    message: `写的是${numeral}个部分，${fact}${written}个部分。请补上漏列的部分，或改正数目。`,
    fixes: [replace(place, written, `改为“${written}”`)],
  };
}

/** The first list that a number of parts stands behind, or else before. */
function listIn(text: string) {
  for (const { index: start, 0: told, 1: numeral = '' } of matchesOf(text, TOLD)) {
    const before = TOTAL.before(text.slice(Math.max(0, start - FARTHEST), start));
    const clause = before.split(/[。：；]/).at(-1) ?? '';
    for (const { index, 0: begins } of matchesOf(clause, BEGINS)) {
      const list = clause.slice(index + begins.length).replace(/^以下/, '');
      if (list.length < SHORTEST) break;
      if (list.length <= LONGEST) return { list, numeral, start, end: start + told.length };
    }
  }
  for (const { index: start, 0: told, 1: numeral = '' } of matchesOf(text, TOLD)) {
    const end = start + told.length;
    const behind = text.slice(end, end + FARTHEST);
    const lead = LEADS.exec(behind)?.[0] ?? '';
    const list = behind.slice(lead.length).split('。')[0] ?? '';
    if (lead !== '' && list.length >= SHORTEST && list.length <= LONGEST)
      return { list: list.replace(ORDINALS, '、'), numeral, start, end };
  }
  return null;
}

/** 一是…；二是…, （一）…（二）… */
const ORDINALS =
  /[、，；]?(?:[一二三四五六七八]是|（[一二三四五六七八]）|第[一二三四五六七八]部分[是为：]?)/g;
/** “总体情况”“主动公开政府信息情况”: the marks set them apart, with or without 、 between. */
const QUOTED = /["”』」](?:[、，；和及与]|以及)?["“『「]/g;

/** How many parts a list names, counted as few and as many as it can be read. */
function partsIn(list: string): { least: number; most: number } {
  // 行政复议、行政诉讼情况 and 问题及改进情况 are one part each, however they are joined
  const plain = list
    .replace(QUOTED, '、')
    .replace(/["“”『』「」]/g, '')
    .replace(/复议(?:、|和|及|与|以及)(?=[^、，]{0,8}诉讼)/g, '复议')
    .replace(/问题(?:、|和|及|与|以及)(?=[^、，]{0,8}(?:改进|措施|打算|建议|整改))/g, '问题');
  const pieces = plain.split(/[、，；]|(?<=情况|事项|概述|措施|问题|说明)(?:以及|和|及|与)/);
  const named = pieces.filter((piece) => piece !== '');
  const ended = named.filter((piece, i) => ENDS.test(piece) || i === named.length - 1);
  return { least: ended.length, most: named.length };
}
