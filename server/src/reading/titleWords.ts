// What words say as the title of a report: the organ, the year, and how near they are to the official wording.

import { TITLE_WORDS } from '../form/formats.js';
import type { Title } from '../report/report.js';
import { toHalfWidth } from '../text/digits.js';
import { numeralValue } from '../text/numerals.js';
import { withoutRadicals } from '../text/radicals.js';
import { type Span, withoutSpaces } from '../text/span.js';
import { WordRun } from '../text/wordRun.js';
import { editDistance } from './vocabulary.js';

/** A title as far as its words tell. */
export type TitleWords = Omit<Title, 'span' | 'repeated'>;

const YEAR = /(?:(?<!\d)\d{4}(?!\d)|[二〇零○一三四五六七八九]{4})(?:年度|年|(?=度))?/u;
const STATE = '(?:[（(](?:\\d{4}年?度?|草案|送审稿|征求意见稿|公开版?)[)）])?';
const NEAR = new RegExp(
  `^(.*?)政府信息公开(?:工作)?的?(?:(?:\\d{4}年?度?)?(?:年度)?(?:工作)?报告|\\d{0,4}年报)${STATE}$`,
  'u',
);
/** 信息公开情况的报告, 政务公开工作总结; what stands between is judged by its length. */
const LOOSE = /^(.*?)(?:政府|政务)?(?:信息|政务)(?:工作)?公开(.{0,20})$/u;
const LOOSE_END = /(?:报告|年报|总结)$/u;
/** What no name and no title holds: a sentence, a label with its value, a way through a web site. */
const NO_TITLE =
  /[，。；：、？！,;:?!《》>›»＞|｜\t]|现将|根据|按照|编制|公布|印发|下载|[上下]一[篇条]/u;
const SLIPS = 2;

/** Reads a stretch of text as a title; null if it is none. */
export function titleWords(text: string, span: Span): TitleWords | null {
  const words = plainWords(text, span);
  const found = wordingOf(words);
  if (!found) return null;
  const { before, wording } = found;
  if (NO_TITLE.test(before)) return null;
  const inside = YEAR.exec(before);
  const written = inside ?? YEAR.exec(words.slice(before.length));
  const [organFrom, organTo] = organIn(before, inside);
  // 青禾县人民政府信息公开 has the two characters once for both
  const name = before.slice(organFrom, organTo).replace(/人民$/, '人民政府');
  const seams = [organFrom, organTo, before.length];
  if (inside) seams.push(inside.index, inside.index + inside[0].length);
  return {
    text: words,
    wording,
    // 【机关全称】 is still to be filled in; 年 is what the line before has left of its year
    organization: before.includes('【') || /^年度?$/.test(name) ? null : name || null,
    year: written ? yearOf(written[0].replace(/年|度/g, '')) : null,
    isCut: lineEndsIn(text, span).some((at) => !seams.includes(at)),
  };
}

/** What may stand between an organ and its year. */
const BEHIND = new WordRun('关于 的 - — _ · •');

/** Where the organ stands in what comes before the wording: before the year, else behind it. */
function organIn(before: string, year: RegExpExecArray | null): [number, number] {
  let [from, to] = [0, before.length];
  if (year && year.index > 0) to = year.index;
  else if (year) from = year[0].length;
  const head = /^(?:关于|标题|题名|名称)*/u.exec(before.slice(from, to))?.[0].length ?? 0;
  const rest = before.slice(from + head, to);
  return [from + head, from + head + BEHIND.before(rest).length];
}

function wordingOf(words: string): { before: string; wording: Title['wording'] } | null {
  const near = NEAR.exec(words);
  if (near) {
    const before = near[1] as string;
    return { before, wording: words.startsWith(TITLE_WORDS, before.length) ? 'official' : 'near' };
  }
  const slip = misspelt(words);
  if (slip) return { before: slip, wording: 'near' };
  const [, before, rest = ''] = LOOSE.exec(words) ?? [];
  if (before === undefined || !LOOSE_END.test(rest) || NO_TITLE.test(rest)) return null;
  return { before, wording: 'loose' };
}

/** What stands before the official wording where a slip of the pen is in it. */
function misspelt(words: string): string | null {
  if (!/[告报]$/u.test(words)) return null;
  let best: { before: string; distance: number } | null = null;
  for (let length = TITLE_WORDS.length - 1; length <= TITLE_WORDS.length + 1; length++) {
    const from = words.length - length;
    if (from < 0) continue;
    const distance = editDistance(words.slice(from), TITLE_WORDS);
    if (distance <= SLIPS && distance < (best?.distance ?? SLIPS + 1))
      best = { before: words.slice(0, from), distance };
  }
  return best?.before ?? null;
}

function plainWords(text: string, span: Span): string {
  const words = withoutMarks(text, span);
  // digits alone: the （ of the wording and the letters of a name stay as they are
  return withoutRadicals(words).replace(/[０-９]+/g, toHalfWidth);
}

function withoutMarks(text: string, span: Span): string {
  return withoutSpaces(text, span).replace(/[#*]/g, '');
}

/** Where lines end in the plain words of a stretch of text. */
function lineEndsIn(text: string, { start, end }: Span): number[] {
  const lines = text.slice(start, end).split(/[\r\n]+/);
  let at = 0;
  return lines.slice(0, -1).map((line) => {
    at += withoutMarks(line, { start: 0, end: line.length }).length;
    return at;
  });
}

function yearOf(written: string): number | null {
  const year = /^\d+$/.test(written) ? Number(written) : numeralValue(written);
  return year !== null && year >= 2008 && year <= 2100 ? year : null;
}
