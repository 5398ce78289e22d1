// A figure with the words that belong to it: what stands since the figure before, and behind it.
import type { Figure } from './figure.js';
import type { Sentence } from './sentence.js';

export interface Item {
  readonly figure: Figure;
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
export function readItems({ text }: Sentence, figures: readonly Figure[]): Item[] {
  const items = figures.map((figure, i): Item => {
    const before = figures.slice(0, i).findLast(({ depth }) => depth === figure.depth);
    const open = figure.depth > 0 ? text.lastIndexOf('（', figure.start) + 1 : 0;
    const from = Math.max(before?.end ?? 0, open);
    const raw = text.slice(from, figure.start);
    const since = figure.depth > 0 ? raw : raw.replace(/（[^）]*）/g, '');
    const bracket = /（([^）]*)）$/.exec(raw)?.[1] ?? '';
    const next = figures[i + 1];
    const tail = text.slice(figure.end, Math.min(next?.start ?? text.length, figure.end + 30));
    return {
      figure,
      since,
      clause: since
        .slice(Math.max(...MARKS.map((mark) => since.lastIndexOf(mark))) + 1)
        .replace(LINK, ''),
      after: /^[^，、；：。（）]*/.exec(tail)?.[0] ?? '',
      bracket,
    };
  });
  return text.includes('分别') ? paired(items) : items;
}

const MARKS = ['，', '；', '：', '。'];
const LINK = /^[、和及与或）]+/;

const PAIRED = /^(.*?)(?:案件|申请|数量|件数)*分别(?:为|是|有|达|达到|共)?$/;
const ONLY_LINKS = /^[、，和及与]*$/;

/** 行政复议、行政诉讼分别为3件、2件: each figure gets the name that stands in its place. */
function paired(items: Item[]): Item[] {
  for (const [i, { clause }] of items.entries()) {
    const names = PAIRED.exec(clause)?.[1]?.split(/[、和及与]/) ?? [];
    let end = i + 1;
    while (end < items.length && ONLY_LINKS.test(items[end]?.since ?? '-')) end++;
    if (names.length < 2 || names.length !== end - i) continue;
    for (const [k, name] of names.entries()) {
      const item = items[i + k] as Item;
      const since = k === 0 ? item.since.slice(0, -clause.length) + name : name;
      items[i + k] = { ...item, clause: name, since };
    }
  }
  return items;
}
