// The running text of a report by section.
import type { Span } from '../text/span.js';
import type { Report } from './report.js';
import type { SectionNumber } from './template.js';

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
