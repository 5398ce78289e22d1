// Growth told with both years' figures: 收到120件，较上年的100件增长20%.

import { type FigureItem, readItems } from './figureWords.js';
import type { Sentence } from './findSentences.js';
import type { TextFigure } from './textFigure.js';
import { LAST_YEAR } from './words.js';

/** This year's figure, last year's, and the change that a sentence gives between them. */
export interface Growth {
  readonly now: TextFigure;
  readonly before: TextFigure;
  /** In per cent, or in the figures' own measure word. */
  readonly change: TextFigure;
  readonly up: boolean;
}

const UP = /(?:增长|上升|增加|提高|提升|增幅|多)(?:了|为|达|达到|到)?$/;
const DOWN = /(?:下降|减少|降低|降幅|少)(?:了|为|达|达到)?$/;
const EARLIER = new RegExp(`${LAST_YEAR}|同期`);

/** The year behind the last comma, or right before it. */
function yearBefore(since: string): string | undefined {
  const comma = since.lastIndexOf('，');
  const before = /(20\d\d)年度?$/.exec(since.slice(0, Math.max(0, comma)));
  return (before ?? /(20\d\d)年/.exec(since.slice(comma + 1)))?.[1];
}

/** The one comparison of a sentence, if it is told in full and without doubt. */
export function readGrowth(
  sentence: Sentence & { readonly figures: readonly TextFigure[] },
  year: number | null,
): Growth | null {
  const { figures, text } = sentence;
  if (figures.length !== 3 || !/增|升|提高|减|降|[多少]/.test(text)) return null;
  const items = readItems(sentence.text, figures);
  const change = items[2] as FigureItem;
  if (figures.some(({ approximate, depth }) => approximate || depth > 0)) return null;
  const up = UP.test(change.clause);
  if (!up && !DOWN.test(change.clause)) return null;
  if (/其中|百分点|占/.test(text)) return null;
  const isBefore = ({ since, clause }: FigureItem) => {
    const named = /(20\d\d)年/.exec(clause)?.[1] ?? yearBefore(since);
    return named ? year !== null && Number(named) === year - 1 : EARLIER.test(clause);
  };
  const [one, two] = items as [FigureItem, FigureItem, FigureItem];
  if (isBefore(one) === isBefore(two)) return null;
  const [now, before] = isBefore(one) ? [two, one] : [one, two];
  if (now.figure.measure !== before.figure.measure || before.figure.value === 0) return null;
  if (change.figure.measure !== '%' && change.figure.measure !== now.figure.measure) return null;
  if (now.figure.measure === '%') return null;
  // 较上年100件…增长: only what the change itself speaks of
  if (/；/.test(text.slice(one.figure.end, change.figure.start))) return null;
  return { now: now.figure, before: before.figure, change: change.figure, up };
}
