// What an item says of reconsideration and litigation over information requests (table 四).

import type { ColumnKey } from '../form/formats.js';
import { WordRun } from '../text/wordRun.js';
import type { FigureItem } from './figureWords.js';
import type { ReviewBlock, Subject } from './statement.js';
import { DIFFERENCE, LEADING } from './words.js';

const FILL = new WordRun(`${LEADING} 均 各 数 数量 总数 总量 案 件 申请 事项 情况 的`);
const END = `${FILL.pattern}$`;
const KINDS: readonly { words: RegExp; block: ReviewBlock }[] = [
  { words: /未经复议(?:程序)?(?:而)?直接(?:提起)?(?:的)?(?:行政)?(?:起诉|诉讼)/, block: 'direct' },
  { words: /经?复议(?:之)?后(?:再)?(?:提起)?(?:的)?(?:行政)?(?:起诉|诉讼)/, block: 'afterReview' },
  { words: /诉讼/, block: 'litigation' },
  { words: /复议/, block: 'reconsideration' },
];
const LAST = new RegExp(`(?:复议|诉讼|起诉)${END}`);
const BOTH = /复议(?:案件)?[、和及与或](?:提起|引发)?(?:行政)?诉讼/;
const AFTER =
  /^(?:涉及|因|的)?(?:政府信息公开|信息公开|依申请公开)?(?:的|类|相关)*(行政复议|行政诉讼)(?:案件?|申请)?$/;
const OTHERWISE =
  /备案|应诉|审理|审查|代理|出庭|参加|参与|旁听|开庭|答辩|败诉|胜诉|办理|办结|审结|受理|化解|调解|评查|案例|研讨|培训|指导|撤诉|申诉|上诉|再审|执行|收到(?!的?(?:因|被))|新增|新收|纠错|协助|配合|通报|二审|一审/;
const RESULTS: readonly { words: RegExp; column: ColumnKey }[] = [
  { words: new RegExp(`(?:结果|予以|被|复议)?维持(?:原.{1,8})?${END}`), column: 'upheld' },
  { words: new RegExp(`(?:结果|予以|被)?(?:纠正|纠错)${END}`), column: 'corrected' },
  { words: new RegExp(`其[他它]结果${END}`), column: 'otherResult' },
  { words: new RegExp(`(?:尚未|未)审结${END}`), column: 'pending' },
];
const NO_AMOUNT = new RegExp(`${DIFFERENCE}|(?<!新)增|比(?!例)|其中`);
const MEASURES = /^(?:件次?|起|宗|例|次|个|)$/;

/** What an item counts of table 四; null where it is something else, or in doubt. */
export function casesIn(item: FigureItem, blocks: readonly ReviewBlock[]): Subject | null {
  const { clause, after, figure } = item;
  if (!MEASURES.test(figure.measure) || areOtherwise(item)) return null;
  if (!clause.startsWith('其中') && NO_AMOUNT.test(clause)) return null;
  const total =
    blocksIn(clause) ??
    (clause === '' || /^(?:引发|发生|涉及|有|共有?)$/.test(clause) ? blocksBehind(after) : null);
  if (total) return { table: 'review', blocks: total, columns: ['total'] };
  const result = RESULTS.find(({ words }) => words.test(clause));
  if (!result || blocks.length !== 1) return null;
  return { table: 'review', blocks, columns: [result.column] };
}

/** Whether the cases are counted for another reason than having been brought against the organ. */
export function areOtherwise({ since, after }: FigureItem): boolean {
  return OTHERWISE.test(since) || OTHERWISE.test(after);
}

/** The blocks of table 四 that words end with; null if they end with something else. */
function blocksIn(clause: string): ReviewBlock[] | null {
  if (!LAST.test(clause)) return null;
  if (BOTH.test(clause)) return /各$/.test(clause) ? null : ['reconsideration', 'litigation'];
  return kindOf(clause);
}

function blocksBehind(after: string): ReviewBlock[] | null {
  const named = AFTER.exec(after)?.[1];
  return named ? kindOf(named) : null;
}

function kindOf(words: string): ReviewBlock[] {
  return [(KINDS.find((kind) => kind.words.test(words)) as (typeof KINDS)[number]).block];
}
