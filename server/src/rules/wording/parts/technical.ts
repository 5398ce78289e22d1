// Stretches of a line that are no prose: code, links, addresses, file names. Marks there are right.

import { lineAt } from '../../../report/proseLines.js';
import type { ProseLine, Report } from '../../../report/report.js';
import type { Span } from '../../../text/span.js';
import { scanOf } from './scan.js';

const TECHNICAL =
  /`[^`]*`|<!--.*?-->|\]\([^)]*\)|(?:https?|ftp):\/\/[\w\-./?%&=#:~+@!,;]+(?:(?<=\/)[\u4e00-\u9fff][\u4e00-\u9fff\w\-./?%&=#,]*)?|www\.[\w\-./?%&=#:]+|[\w.+-]+@[\w-]+\.[\w.]+|[^\s，。；：、《》“”]*\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|txt|zip|rar|jpe?g|png|html?|md)(?![a-z])/gi;

/** Says whether an offset lies in such a stretch. Lines are looked at once, when first asked. */
export function technicalIn(report: Report): (offset: number) => boolean {
  const known = new Map<ProseLine, readonly Span[]>();
  return (offset) => {
    const line = lineAt(report, offset);
    if (!line) return false;
    let spans = known.get(line);
    if (!spans) {
      spans = technicalSpans(report, line);
      known.set(line, spans);
    }
    return spans.some(({ start, end }) => offset >= start && offset < end);
  };
}

function technicalSpans(report: Report, { span }: ProseLine): readonly Span[] {
  const line = report.text.slice(span.start, span.end);
  // nothing of the kind is without one of these
  if (!/[.`@]|\]\(|<!--/.test(line) && scanOf(report).ticks.length === 0) return [];
  return Array.from(line.matchAll(TECHNICAL), ({ index, 0: { length } }) => ({
    start: span.start + index,
    end: span.start + index + length,
  }));
}
