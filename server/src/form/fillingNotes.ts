// The notes that the official form and its notice print for whoever fills it in: （文字描述）,
// 该部分以表格形式报告. None belongs into a report.
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';

/** In brackets: （文字描述）, （文字描述，收取信息处理费情况在此处报告。）, （该部分以表格形式报告）. */
const BRACKETED =
  '[（(【［](?:文字(?:描述|表述|叙述)|(?:收取)?信息处理费(?:收取)?情况在此处?报告|[该本此]部分(?:内容)?[以用]?(?:表格|文字)(?:的)?形式)[^（）()【】［］\\n]{0,40}[）)】］]';
/** As a sentence of its own: 该部分以表格形式报告。表格如下： */
const SENTENCE =
  '[该本此]部分(?:内容)?[以用](?:表格|文字)(?:的)?形式(?:报告|填报|填写|描述)(?:[。，；,;：:]\\s{0,4})?(?:(?:具体)?表格?(?:格式)?如下[：:。]?)?';
/** Behind the name of a column or row: 现行有效件数（历史累计）. */
const OF_CELLS = '[（(]历史累计(?:数量?)?[）)]';

const NOTES = new RegExp(`${BRACKETED}|${SENTENCE}`, 'g');
const NOTES_OF_CELLS = new RegExp(OF_CELLS, 'g');

/** Notes among running text, in order. */
export function fillingNotesIn(text: string): Span[] {
  return spansOf(text, NOTES);
}

/** Notes that stand in tables only: in running text the same words may be meant. */
export function cellNotesIn(text: string): Span[] {
  return text.includes('历史累计') ? spansOf(text, NOTES_OF_CELLS) : [];
}

/** The text without the form's own notes: what the office has written. */
export function withoutFillingNotes(text: string): string {
  return text.replace(NOTES, '');
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return matchesOf(text, pattern).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
