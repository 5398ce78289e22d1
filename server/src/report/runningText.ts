// Ways around the running text of a report: lines, sections, matches with their place.

import type { SectionNumber } from '../form/formats.js';
import { matchesOf } from '../text/matches.js';
import { withoutRadicals } from '../text/radicals.js';
import type { Span } from '../text/span.js';
import { perReport } from './perReport.js';
import type { ProseLine, Report } from './report.js';
import { technicalAt } from './technical.js';

/** The index of the line of running text that an offset lies in; `~i` if it lies before line i. */
export function lineIndexAt(prose: readonly ProseLine[], offset: number): number {
  let low = 0;
  let high = prose.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { span } = prose[middle] as ProseLine;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return middle;
  }
  return ~low;
}

/** The line of running text that an offset lies in. */
export function lineAt({ prose }: Report, offset: number): ProseLine | undefined {
  return prose[lineIndexAt(prose, offset)];
}

/** A match and where it stands in the whole text. */
export interface ProseMatch {
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly end: number;
}

/** Every match of a global pattern within a span. */
export function matchesIn(text: string, span: Span, pattern: RegExp): ProseMatch[] {
  return matchesOf(text.slice(span.start, span.end), pattern).map((match) => {
    const start = span.start + match.index;
    return { match, start, end: start + match[0].length };
  });
}

/** The text with ideographs in place of radicals, which are read as the characters that they look like. */
export const plainTextOf = perReport(({ text }) => withoutRadicals(text));

/** Every match of a global pattern in prose; table cells, addresses and the like are passed over. */
export function matchesInProse(report: Report, pattern: RegExp): ProseMatch[] {
  return matchesOf(plainTextOf(report), pattern).flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const isProse = lineIndexAt(report.prose, start) >= 0 && !technicalAt(report, { start, end });
    return isProse ? { match, start, end } : [];
  });
}

/** All of a section from its heading's end to the next official heading. */
export function bodyOf({ sections }: Report, number: SectionNumber): Span | null {
  return sections.find((section) => section.number === number)?.body ?? null;
}

/** The text of the lines of a section that are no table, its heading left out. */
export function proseOf(report: Report, number: SectionNumber): string {
  const body = bodyOf(report, number);
  if (!body) return '';
  return report.prose
    .filter(({ span }) => span.start >= body.start && span.end <= body.end)
    .map(({ span }) => report.text.slice(span.start, span.end))
    .join('\n');
}

/** What stands before section 一: title, legal basis, 统计期限. */
export function preambleOf({ text, sections }: Report): Span {
  return { start: 0, end: sections[0]?.heading.start ?? text.length };
}
