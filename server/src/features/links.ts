// What opens another page: the notices and laws that are cited, and last year's report from 上年结转.
import { carriedInRow, carriedOutName, carriedOutRow } from '../judging/overYears.js';
import { type Notice, noticesOf } from '../prose/citedDocuments.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';

export interface Link {
  readonly span: Span;
  readonly tooltip: string;
  /** A document, or a place in last year's report. */
  readonly target: { readonly notice: Notice } | { readonly lastYear: Span };
}

/** The links of a report, in order of place; `lastYear` where that report is known. */
export function linksOf(report: Report, lastYear: Report | null = null): Link[] {
  if (!report.recognized) return [];
  const links: Link[] = noticesOf(report).map(({ span, notice }) => ({
    span,
    tooltip: `查看${notice.number}的说明`,
    target: { notice },
  }));
  const carriedIn = carriedInRow(report)?.label;
  const there = lastYear && carriedOutRow(lastYear);
  if (carriedIn && there && carriedIn.match !== 'implied')
    links.push({
      span: carriedIn.words,
      tooltip: `打开上年报告的“${carriedOutName(lastYear)}”`,
      target: { lastYear: there.label.span },
    });
  return links.sort((a, b) => a.span.start - b.span.start);
}
