// The text of a report as it reads once stray blanks and breaks inside sentences are gone: they hide no slip,
// and no word is one because of them.
import { perReport } from '../../../report/perReport.js';
import { plainTextOf } from '../../../report/runningText.js';
import { without } from '../../../text/enclosed.js';
import type { Span } from '../../../text/span.js';
import { brokenSentences } from './brokenLines.js';
import { scanOf } from './scan.js';
import { strayBlanks } from './strayBlanks.js';

export interface JoinedText {
  readonly text: string;
  /** Where a span of the report stands in it. */
  toJoined(span: Span): Span;
  /** Where a span of it stands in the report, with what is left out inside. */
  toReport(span: Span): Span;
}

/** The joined text of a report, with ideographs in place of radicals. */
export const joinedText = perReport((report): JoinedText => {
  const breaks = brokenSentences(report).flatMap((one) => one.breaks);
  const gone = [...strayBlanks(report), ...breaks].sort((a, b) => a.start - b.start);
  const right = scanOf(report).radicals.length > 0 ? plainTextOf(report) : report.text;
  if (gone.length === 0) return { text: right, toJoined: same, toReport: same };
  // how much is gone before each of them
  const before: number[] = [];
  let length = 0;
  for (const { start, end } of gone) {
    before.push(length);
    length += end - start;
  }
  before.push(length);
  /** How many of them begin before a place, which `placeOf` tells of each. */
  const count = (offset: number, placeOf: (index: number) => number) => {
    let low = 0;
    let high = gone.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const startOf = (index: number) => (gone[index] as Span).start;
  const joined = (offset: number) => offset - (before[count(offset, startOf)] as number);
  const joinedStart = (index: number) => startOf(index) - (before[index] as number);
  /** Of the character that stands at an offset. */
  const inReport = (offset: number) => offset + (before[count(offset + 1, joinedStart)] as number);
  return {
    text: without(gone, right),
    toJoined: ({ start, end }) => ({ start: joined(start), end: joined(end) }),
    toReport: ({ start, end }) => ({ start: inReport(start), end: inReport(end - 1) + 1 }),
  };
});

const same = (span: Span) => span;
