// Stray blanks inside Chinese sentences and around figures: what copying from PDF and web pages leaves.
import { numberingBehindMarks } from '../../../form/numbering.js';
import { perReport } from '../../../report/perReport.js';
import type { ProseLine } from '../../../report/report.js';
import { lineIndexAt } from '../../../report/runningText.js';
import { isHalfWidthDigit } from '../../../text/digits.js';
import type { Span } from '../../../text/span.js';
import { isChinese, isIdeograph, isPlain } from './chars.js';
import { scanOf } from './scan.js';

/** Shorter lines may be spaced on purpose: 目 录, a signature, a row of names. */
const SHORTEST_SENTENCE = 20;

/** The blanks that no sentence should have, in order of place. */
export const strayBlanks = perReport((report): readonly Span[] => {
  const { text, prose } = report;
  const { blanks } = scanOf(report);
  const stray: Span[] = [];
  // a line may have thousands of blanks: it is looked through for marks once
  let last: ProseLine | null = null;
  let known = false;
  const isSentence = (line: ProseLine) => {
    if (line !== last) known = SENTENCE.test(text.slice(line.span.start, line.span.end));
    last = line;
    return known;
  };
  for (const at of blanks) {
    const line = prose[lineIndexAt(prose, at)] as ProseLine;
    if (isStray(text, line, at, isSentence)) stray.push({ start: at, end: at + 1 });
  }
  return stray;
});

function isStray(
  text: string,
  line: ProseLine,
  at: number,
  isSentence: (line: ProseLine) => boolean,
): boolean {
  const { span, level } = line;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isHalfWidthDigit(before)) return isUnit(text, at + 1) && !isReference(text, at);
  if (SET_OFF.test(text.slice(Math.max(span.start, at - 8), at))) return false;
  if (isHalfWidthDigit(after)) return isIdeograph(before) && !isSeries(text, at);
  if (!isChineseEnd(text, at - 1, -1) || !isChineseEnd(text, at + 1, 1)) return false;
  if (isSpread(text, at)) return false;
  // # （一） 主动公开: the blank is part of the numbering
  if (at < (numberingBehindMarks(text, span)?.end ?? 0)) return false;
  const words = isIdeograph(before) && isIdeograph(after);
  // 第一部分 总体情况, 附件 名单, （一） 主动公开: the blank is part of the numbering
  if (at - span.start <= 5 && (level > 0 || words)) return false;
  if (span.end - span.start < SHORTEST_SENTENCE) return false;
  if (!words) return true;
  return !isForm(text.slice(at + 1, Math.min(span.end, at + 10))) && isSentence(line);
}

/** 第六条 《…, 2月24日 《…: what is numbered or dated stands apart. */
const SET_OFF = /第[一二三四五六七八九十百零]+[条章节款项部分]+$|[\d一二三四五六七八九十]日$/;
const SENTENCE = /[，。；,;]/;
/** A blank sets off what is labelled: 联系人：张三 电话：… */
const FORM = /^[\u4e00-\u9fff]{1,6}[：:]/;
const isForm = (words: string) => FORM.test(words);

/** What a bracket holds is looked at so far. */
const LONGEST_NOTE = 100;

/** Whether a character is Chinese; a half-width bracket is where what it holds is. */
function isChineseEnd(text: string, at: number, step: 1 | -1): boolean {
  if (text.charAt(at) !== (step > 0 ? '(' : ')')) return isChinese(text.charCodeAt(at));
  const inner =
    step > 0
      ? text.slice(at + 1, at + LONGEST_NOTE).split(/[)）]/)[0]
      : text
          .slice(Math.max(0, at - LONGEST_NOTE), at)
          .split(/[(（]/)
          .at(-1);
  return !isPlain(inner ?? '');
}

/** 年, 月, 件, %… right behind a figure, or a mark. */
function isUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isIdeograph(code) || (isChinese(code) && !'“《（'.includes(text.charAt(at)));
}

/** A telephone number, a date in figures, or what a label follows: 0571-12345 邮编：… */
function isReference(text: string, at: number): boolean {
  return (
    isForm(text.slice(at + 1, at + 10)) ||
    /\d{6}$|[-—–/:]\d+$/.test(text.slice(Math.max(0, at - 8), at))
  );
}

/** 表 1 2 3: figures in a row are no sentence. */
function isSeries(text: string, at: number): boolean {
  return /^ \d+ \d/.test(text.slice(at, at + 8));
}

/** 目 录, 三、 本 年 度: single characters drawn apart. */
function isSpread(text: string, at: number): boolean {
  const blank = (offset: number) => text.charCodeAt(offset) === text.charCodeAt(at);
  return blank(at - 2) || blank(at + 2);
}
