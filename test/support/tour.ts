// For tests of moving about: a report with a sentence in section 一, and the words at places of it.

import type { Report } from '../../server/src/report/report.js';
import type { Span } from '../../server/src/text/span.js';
import { FACTS, reportWith } from './facts.js';

export const SENTENCE =
  '2023年，我镇共收到政府信息公开申请14件，上年结转2件；办结12件，其中予以公开8件、不予公开2件。';

/** Tables are sound; of the sentence 办结12件 is wrong. */
export const REPORT = reportWith(SENTENCE, FACTS);

/** Right behind the first character of words that must be there. */
export function at(words: string, { text }: Report = REPORT): number {
  const found = text.indexOf(words);
  if (found < 0) throw new Error(`not in the text: ${words}`);
  return found + 1;
}

/** The end of a cell of table 三. */
export function cell(row: string, column: string, report: Report = REPORT): number {
  const found = report.tables.requests?.rows.find(({ key }) => key === row)?.cells.get(column);
  if (!found) throw new Error(`no cell ${row}/${column}`);
  return found.span.end;
}

export const words =
  ({ text }: Report = REPORT) =>
  ({ start, end }: Span): string =>
    text.slice(start, end);

/** What the cells at these spans are: 3.7/total, review reconsideration/upheld … */
export function cellNames(spans: readonly Span[], { tables }: Report = REPORT): string[] {
  const cells = Object.values(tables).flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.cells.values()]),
  );
  return spans.map((span) => {
    const found = cells.find((one) => one.span.start === span.start && one.span.end === span.end);
    return found ? `${found.row}/${found.column}` : 'no cell';
  });
}
