// What there is to know of a place of the report, as Markdown: of cells and labels of the tables, of
// figures in the text, of notices that are cited.
import { NOTICE_MEANINGS } from '../../form/noticeMeanings.js';
import { type CitedNotice, noticesOf } from '../../prose/citedDocuments.js';
import type { Report } from '../../report/report.js';
import { holds, type Span } from '../../text/span.js';
import { cellRoom } from '../../writing/cellEdit.js';
import { type PlaceInReport, placeAt, spanOf } from '../whatIsAt.js';
import { cellHover, type LinkedReport } from './cellHover.js';
import { columnHover, groupHover } from './labelHover.js';
import { mentionHover } from './mentionHover.js';

export type { LinkedReport } from './cellHover.js';

export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly text: string;
}

/** What is known of the place at an offset of the report text; null if it is nothing of ours. */
export function hoverAt(report: Report, offset: number, previous?: LinkedReport): Hover | null {
  const place = placeAt(report, offset);
  if (place) {
    const span = place.kind === 'cell' ? cellRoom(report, place.cell) : spanOf(place);
    return { span, text: textOf(report, place, previous) };
  }
  const cited = noticesOf(report).find(({ span }: CitedNotice) => holds(span, offset));
  if (!cited) return null;
  const { title, number, id } = cited.notice;
  const text = [`《${title}》（${number}）`, NOTICE_MEANINGS[id] ?? '']
    .filter(Boolean)
    .join('\n\n');
  return { span: cited.span, text };
}

function textOf(report: Report, place: PlaceInReport, previous?: LinkedReport): string {
  switch (place.kind) {
    case 'cell':
    case 'row':
      return cellHover(report, place, previous);
    case 'group':
      return groupHover(report, place.table, place.label);
    case 'column':
      return columnHover(report, place.table, place.label);
    case 'mentions':
      return mentionHover(report, place.mentions);
  }
}
