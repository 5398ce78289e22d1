// Stretches of a line that are no prose: code, links, addresses, file names. Marks there are right.

import { lineAt } from '../../../report/proseLines.js';
import type { ProseLine, Report } from '../../../report/report.js';
import type { Span } from '../../../text/span.js';
import { scanOf } from './scan.js';

/** Names, addresses and comments have bounds: else each place of an endless word is tried to its end. */
const TECHNICAL =
  /`[^`]*`|<!--.{0,2000}?-->|\]\([^)]{0,2000}\)|(?:https?|ftp):\/\/[\w\-./?%&=#:~+@!,;]+(?:(?<=\/)[\u4e00-\u9fff][\u4e00-\u9fff\w\-./?%&=#,]*)?|www\.[\w\-./?%&=#:]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+|[^\s，。；：、《》“”]{0,100}\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|txt|zip|rar|jpe?g|png|html?|md)(?![a-z])/gi;

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
    return isWithin(spans, offset);
  };
}

/** Whether one of the spans, in order of place, holds an offset. */
function isWithin(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && (spans[low] as Span).start <= offset;
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
