// What an item says of table 二: rules, decisions and fees, under the table's own nouns and verbs.

import type { RowKey } from '../form/formats.js';
import { WordRun } from '../text/wordRun.js';
import type { FigureItem } from './figureWords.js';
import type { DisclosureAct, Subject } from './statement.js';
import { LEADING } from './words.js';

const END = `${new WordRun(`${LEADING} 数量 件数 总数 决定`).pattern}$`;
const OWN = '(?:本[局镇街办级]|我[局镇街办]|全新|新|各类|的|《[^《》]*》|、|等)*';
/** Behind such words a noun counts something else, or something more. */
const NOUNS: readonly { noun: string; row: RowKey; besides: RegExp }[] = [
  { noun: '(?:政府|部门)?规章', row: 'rules', besides: /规范性文件[和、]$/ },
  { noun: '(?:行政)?规范性文件', row: 'normative', besides: /(?:党内|党委|党组|规章[和、及])$/ },
];
const VERBS: readonly { verb: string; act: DisclosureAct }[] = [
  { verb: '(?:制定出台|制定印发|制定发布|制定|制发|出台|印发|新制定)', act: 'issued' },
  { verb: '(?:宣布失效和废止|废止和?宣布失效|废止|宣布失效)', act: 'repealed' },
  { verb: '(?:现行有效|继续有效)', act: 'inForce' },
];
const DECISIONS: readonly { noun: string; row: RowKey }[] = [
  { noun: '行政许可', row: 'licensing' },
  { noun: '行政处罚', row: 'penalties' },
  { noun: '行政强制(?:措施)?', row: 'coercion' },
];
const DECIDED = '(?:作出|做出|下达|实施|处理)';
/** 审查、备案、清理、解读 of documents, public lists of decisions: other things are counted. */
const OTHERWISE =
  /审[查核议]|备案|清理|解读|公开|公示|公布|发布|报送|上传|归集|评估|修[改订]|起草|征求|拟|计划|草案|牵头|代|案件|事项|目录|清单|信息|听证|复议|诉讼|撤销|变更|不予/;

interface SubjectPattern {
  readonly words: RegExp;
  /** The noun first; then `besides` must not stand before it. */
  readonly turned?: RegExp;
  readonly besides?: RegExp;
  readonly behind: RegExp | null;
  readonly verb: RegExp | null;
  readonly row: RowKey;
  readonly act: DisclosureAct;
}

const PATTERNS: readonly SubjectPattern[] = [
  ...NOUNS.flatMap(({ noun, row, besides }) =>
    VERBS.map(({ verb, act }) => ({
      words: new RegExp(`${verb}${OWN}${noun}${END}`),
      turned: new RegExp(`${noun}[共已]?${verb}件?${END}`),
      besides,
      behind: new RegExp(`^${noun}$`),
      verb: new RegExp(`${verb}(?:了|共)*$`),
      row,
      act,
    })),
  ),
  ...DECISIONS.map(({ noun, row }) => ({
    words: new RegExp(
      `(?:${DECIDED}(?:了|各类|的)*${noun}|${noun}(?:决定)?(?:共)?${DECIDED})${END}`,
    ),
    behind: new RegExp(`^${noun}(?:决定)?$`),
    verb: new RegExp(`${DECIDED}(?:了|共)*$`),
    row,
    act: 'decisions' as const,
  })),
  {
    words: new RegExp(
      `(?:(?:收取|征收|实现|完成)(?:了|各项|各类)*行政事业性收费(?:收入)?|行政事业性收费(?:收入|金额|总额|共收取|收取)*)(?:约)?${END}`,
    ),
    behind: null,
    verb: null,
    row: 'fees',
    act: 'amount',
  },
];
const NOUN = /规章|规范性文件|行政许可|行政处罚|行政强制|行政事业性收费/;
const COUNTS = /^(?:件次?|部|份|个|项|起|宗|例|次)$/;

/** Verbs that go on with the documents named before: 制发8件，废止3件. */
const GOES_ON: readonly (readonly [RegExp, DisclosureAct])[] = [
  [/^(?:新)?(?:制定|制发)(?:了|共)*$/, 'issued'],
  [/^(?:废止|宣布失效|失效)(?:了|共)*$/, 'repealed'],
  [/^现行有效(?:的|共)*$/, 'inForce'],
];

/**
 * What an item counts of table 二; null where it is something else, or in doubt. `named` is the row
 * of documents that the sentence has named before.
 */
export function disclosedIn(
  { clause, after, figure }: FigureItem,
  inParts: boolean,
  named: RowKey | null,
): Subject | null {
  if (named !== null && figure.measure === '件' && after === '')
    for (const [verb, act] of GOES_ON)
      if (verb.test(clause)) return { table: 'disclosure', row: named, act };
  if (inParts || !(NOUN.test(clause) || NOUN.test(after))) return null;
  if (OTHERWISE.test(clause) || OTHERWISE.test(after)) return null;
  for (const pattern of PATTERNS) {
    const { words, behind, verb, row, act } = pattern;
    if (act === 'amount' ? figure.measure !== '元' : !COUNTS.test(figure.measure)) continue;
    if (
      words.test(clause) ||
      isTurned(pattern, clause) ||
      (verb?.test(clause) && behind?.test(after))
    )
      return { table: 'disclosure', row, act };
  }
  return null;
}

/** 规范性文件制发3件 */
function isTurned({ turned, besides }: SubjectPattern, clause: string): boolean {
  const at = turned ? clause.search(turned) : -1;
  return at >= 0 && !besides?.test(clause.slice(0, at));
}
