// Prompts: what a new report has where something is to be written (【请写明：…】), the blanks of a sentence
// (公开政府信息【条数】条), and the mark before a paragraph kept from last year. All have to be gone before
// the report is published.
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { AREA_SIGNS } from './selfWords.js';

/** Before a paragraph of last year's; whoever has rewritten it takes the mark away. */
export const KEPT = '【上年文字，请改写】';

/** Asks for something, in the words of the form. */
export function promptFor(what: string): string {
  return `【请写明：${what}】`;
}

/** What the blanks of sentences ask for; no other words in these brackets are a blank: 【公开】 【2021】. */
const BLANKS = ['条数', '件数', '人数', '次数', '金额', '年份', '机关全称'] as const;
export type Blank = (typeof BLANKS)[number];

/** Stands in a sentence until it is filled in: 【条数】. */
export function blankFor(what: Blank): string {
  return `【${what}】`;
}

/** Whether a prompt is a blank of a sentence, and not to be answered by a whole one. */
export function isBlankOfSentence(prompt: string): boolean {
  return !prompt.includes('请');
}

/** 【请写明：…】 【请填】 【数量请填写】; 【请示】 is none. */
const REQUEST =
  /【[^【】\r\n]{0,20}请(?:写|填|改写|补写|补充|注明|说明|列明|简述|概述)[^【】\r\n]{0,200}】/;
const OF_THE_FORM = /【(?:机关名称|(?:单位|部门)(?:名称|全称))】/;
/** 收到申请【　】件, 由【XX】镇; not where the brackets are spoken of: 用【】标出. */
const EMPTY =
  /(?<=[\u4e00-\u9fff\d])(?<![用以加带将把在号])【(?:[ \u3000]{0,8}|[Xx×]{2,8})】(?![内中里外号符标括])/;
/** 【　】年, 【XX】镇, at the beginning of a line too. */
const EMPTY_BEFORE = `【(?:[ \\u3000]{0,8}|[Xx×]{2,8})】(?=[${AREA_SIGNS}年月日件条人次])`;
/** 受理【数量】件; not where a form or a page has something of this name: 填写【姓名】【数量】两栏. */
const NAMED =
  /(?<=[\u4e00-\u9fff\d])(?<!填写|填报|点击|点开|选择|输入|录入|检索|查询|标注|注明|[在按对从含以用将把和及或与])【(?:名称|姓名|数量)】(?![、和及或与]?【|[等栏项列框处页的]|字段|按钮)/;

const PROMPT = new RegExp(
  [
    REQUEST.source,
    `【(?:${BLANKS.join('|')})】`,
    OF_THE_FORM.source,
    EMPTY.source,
    EMPTY_BEFORE,
    NAMED.source,
  ].join('|'),
  'g',
);

/** Every prompt of a text, in order. */
export function promptsIn(text: string): Span[] {
  if (!text.includes('【')) return []; // as nearly all of it
  return matchesOf(text, PROMPT).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

const PROMPT_HERE = new RegExp(PROMPT.source, 'y');

/** The prompt that begins at an offset. */
export function promptAt(text: string, offset: number): Span | null {
  if (text.charAt(offset) !== '【') return null;
  PROMPT_HERE.lastIndex = offset;
  const [words] = PROMPT_HERE.exec(text) ?? [];
  return words === undefined ? null : { start: offset, end: offset + words.length };
}
