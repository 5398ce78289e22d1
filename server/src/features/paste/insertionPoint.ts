// Where text and tables go, and what stands there already.
import type { Layout, Report } from '../../report/report.js';
import { foldWords } from '../../text/fold.js';
import { type Span, trimmed } from '../../text/span.js';

/** Where the blocks go, and the line ends that a table needs around it. */
export function fitted(
  { text, lines }: Report,
  { start, end }: Span,
  [begins, ends]: readonly [begins: boolean, ends: boolean],
  layout: Layout,
  eol: string,
) {
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  const from = lines.spanOf(first).start;
  const isBlank = (span: Span) => trimmed(text, span).end === span.start;
  const isBlankLine = (line: number) => {
    return line < 0 || line >= lines.count || isBlank(lines.spanOf(line));
  };
  const gap = layout === 'markdown' ? eol : '';
  const place = { start, end, head: '', tail: '' };
  if (!isBlank({ start: from, end: start })) place.head = begins ? eol + gap : '';
  else {
    if (begins) place.start = from; // indentation would be cells
    if (!isBlankLine(first - 1)) place.head = gap;
  }
  if (!isBlank({ start: end, end: lines.spanOf(last).end })) place.tail = ends ? eol + gap : '';
  else if (!isBlankLine(last + 1)) place.tail = gap;
  return place;
}

/** The words of the official heading that an offset stands directly below, folded; none otherwise. */
export function headingAbove({ text, lines, sections }: Report, offset: number): string | null {
  const above = sections.findLast(({ heading }) => heading.end <= offset);
  if (!above) return null;
  const { end } = lines.lineSpanAt(above.heading.start);
  return end < offset && text.slice(end, offset).trim() === ''
    ? foldWords(text, above.heading)
    : null;
}
