// The notices and laws that a report cites, each with the place of its number or title.
import {
  CITED_DOCUMENTS,
  type CitedDocument,
  numberOf,
  REGULATION,
  REGULATION_NUMBER,
} from '../form/documents.js';
import type { Report } from '../report/report.js';
import { matchesInProse } from '../report/runningText.js';
import { foldWords } from '../text/fold.js';
import type { Span } from '../text/span.js';
import { type Citation, citationsOf } from './citations.js';

/** A document by its number and title, as issued. */
export interface Notice {
  /** Its anchor on the page docs/notices.md. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** A document cited: the span is its number, or its title without the outer marks. */
export interface CitedNotice {
  readonly span: Span;
  readonly notice: Notice;
}

/** Every document that is known, the law first. */
export const NOTICES: readonly Notice[] = [
  { id: 'regulation', number: REGULATION_NUMBER, title: REGULATION.title },
  ...CITED_DOCUMENTS.map((document) => ({
    id: document.id,
    number: numberOf(document),
    title: document.title,
  })),
];

const LAW = new RegExp(
  `《((?:中华人民共和国)?政府信息公开条例)》|(国务院令?第?${REGULATION.order}号令?)`,
  'g',
);

/** The documents that a report cites beyond doubt, in order of place. */
export function noticesOf(report: Report): CitedNotice[] {
  const found: CitedNotice[] = [];
  for (const { match, start } of matchesInProse(report, LAW)) {
    const words = match[1] ?? match[0];
    const from = start + match[0].indexOf(words);
    found.push({ span: { start: from, end: from + words.length }, notice: NOTICES[0] as Notice });
  }
  for (const citation of citationsOf(report)) {
    const { title, number, byNumber } = citation;
    const byTitle = title && titled(report, title, citation);
    if (title && byTitle) found.push({ span: title, notice: noticeOf(byTitle) });
    if (number && byNumber) found.push({ span: number.span, notice: noticeOf(byNumber) });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The document of a title; a local paper may carry some of the same words. */
function titled(
  { text }: Report,
  { start, end }: Span,
  { number, byTitle, byNumber }: Citation,
): CitedDocument | null {
  if (!byTitle || byTitle === byNumber) return byTitle;
  if (number && !number.code.includes('国办')) return null;
  const words = foldWords(text.slice(start, end));
  const { title, inner = title } = byTitle;
  return foldWords(title).endsWith(words) || foldWords(inner) === words ? byTitle : null;
}

function noticeOf(document: CitedDocument): Notice {
  return NOTICES[CITED_DOCUMENTS.indexOf(document) + 1] as Notice;
}
