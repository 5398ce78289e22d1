// A figure with the words that belong to it: what stands since the figure before, and behind it.
import { enclosedBy, without } from '../text/enclosed.js';
import { WordRun } from '../text/wordRun.js';
import type { TextFigure } from './textFigure.js';

export interface FigureItem {
  readonly figure: TextFigure;
  /** All words since the figure before it on the same level of brackets; brackets left out. */
  readonly since: string;
  /** The last clause of these, from the comma. */
  readonly clause: string;
  /** The words behind the measure word, to the next mark or figure. */
  readonly after: string;
  /** What a bracket right before the figure holds: 其他处理（含撤回）3件. */
  readonly bracket: string;
}

/** The figures of a sentence with their words, in order. */
export function readItems(text: string, figures: readonly TextFigure[]): FigureItem[] {
  const items: FigureItem[] = [];
  /** Where the last figure ended, by how many brackets it stands in. */
  const ends: number[] = [];
  for (const [i, figure] of figures.entries()) {
    const { start, end, depth } = figure;
    const open = depth > 0 ? text.lastIndexOf('（', start) + 1 : 0;
    const raw = text.slice(Math.max(ends[depth] ?? 0, open), start);
    ends[depth] = end;
    const bracketed = depth === 0 && raw.includes('）');
    const since = bracketed ? without(enclosedBy('（', '）', raw), raw) : raw;
    const bracket = bracketed ? bracketAtEnd(raw) : '';
    const limit = Math.min(figures[i + 1]?.start ?? text.length, end + LONGEST_AFTER);
    items.push({
      figure,
      since,
      clause: clauseOf(since),
      after: text.slice(end, endOfWords(text, end, limit)),
      bracket,
    });
  }
  return text.includes('分别') ? paired(items) : items;
}

const LONGEST_AFTER = 30;

/** What the bracket holds that words end with. */
function bracketAtEnd(words: string): string {
  if (!words.endsWith('）')) return '';
  const open = words.indexOf('（', words.lastIndexOf('）', words.length - 2) + 1);
  return open < 0 ? '' : words.slice(open + 1, -1);
}

/** The words behind the last comma, and behind the link to the figure before. */
function clauseOf(since: string): string {
  let start = since.length;
  while (start > 0 && !'，；：。'.includes(since.charAt(start - 1))) start--;
  while (start < since.length && '、和及与或）'.includes(since.charAt(start))) start++;
  return since.slice(start);
}

function endOfWords(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && !'，、；：。（）'.includes(text.charAt(end))) end++;
  return end;
}

const SEVERALLY = /分别(?:为|是|有|达|达到|共)?$/;
const COUNTED = new WordRun('案件 申请 数量 件数');
const ONLY_LINKS = /^[、，和及与]*$/;

/** 行政复议、行政诉讼分别为3件、2件: each figure gets the name that stands in its place. */
function paired(items: FigureItem[]): FigureItem[] {
  for (const [i, { clause }] of items.entries()) {
    const told = clause.search(SEVERALLY);
    const names = told < 0 ? [] : COUNTED.before(clause.slice(0, told)).split(/[、和及与]/);
    let end = i + 1;
    while (end < items.length && ONLY_LINKS.test(items[end]?.since ?? '-')) end++;
    if (names.length < 2 || names.length !== end - i) continue;
    for (const [k, name] of names.entries()) {
      const item = items[i + k] as FigureItem;
      const since = k === 0 ? item.since.slice(0, -clause.length) + name : name;
      items[i + k] = { ...item, clause: name, since };
    }
  }
  return items;
}
