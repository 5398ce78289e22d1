// Stretches of a line that are no prose: code, links, addresses, file names. Marks there are right.

import { lineAt } from '../../../report/proseLines.js';
import type { ProseLine, Report } from '../../../report/report.js';
import { readInTurn } from '../../../text/inTurn.js';
import type { Span } from '../../../text/span.js';
import { scanOf } from './scan.js';

/** What such a stretch is known by: its beginning, the @ of an address, the ending of a file's name. */
const SIGN =
  /`|<!--|\]\(|(?:https?|ftp):\/\/|www\.|@|\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|txt|zip|rar|jpe?g|png|html?|md)(?![a-z])/gi;
/** Stretches with an end of their own. */
const CLOSING: Readonly<Record<string, string>> = { '`': '`', '<!--': '-->', '](': ')' };
const ADDRESS = /[\w\-./?%&=#:~+@!,;]+/y;
/** Chinese of an address stands behind its slash. */
const PATH = /(?:[\u4e00-\u9fff][\u4e00-\u9fff\w\-./?%&=#,]*)?/y;
const SITE = /[\w\-./?%&=#:]+/y;
const HOST = [/[\w-]+/y, /\.[\w.]+/y];
const MAILBOX = /[\w.+-]/;
const LONGEST_MAILBOX = 64;
const NOT_IN_NAME = /[\s，。；：、《》“”]/;
const LONGEST_NAME = 100;

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
  return technicalStretches(line).map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
  }));
}

/** In order of place; each sign is looked at once, and nothing behind a stretch goes back into it. */
function technicalStretches(line: string): Span[] {
  const found: Span[] = [];
  const unclosed = new Set<string>();
  let done = 0;
  const take = (start: number, end: number) => {
    if (end > done) found.push({ start, end });
    done = Math.max(done, end);
  };
  for (const { index, 0: sign } of line.matchAll(SIGN)) {
    if (index < done) continue;
    const behind = index + sign.length;
    const closing = CLOSING[sign];
    if (closing !== undefined) {
      const close = unclosed.has(closing) ? -1 : line.indexOf(closing, behind);
      if (close < 0) unclosed.add(closing);
      else take(index, close + closing.length);
    } else if (sign === '@') {
      const end = readInTurn(line, behind, ...HOST);
      const start = startOf((char) => MAILBOX.test(char), line, index, done, LONGEST_MAILBOX);
      if (end > behind && start < index) take(start, end);
    } else if (sign.endsWith('//')) {
      const end = readInTurn(line, behind, ADDRESS);
      if (end > behind) take(index, line[end - 1] === '/' ? readInTurn(line, end, PATH) : end);
    } else if (/^www\.$/i.test(sign)) {
      const end = readInTurn(line, behind, SITE);
      if (end > behind) take(index, end);
    } else {
      const isPart = (char: string) => !NOT_IN_NAME.test(char);
      take(startOf(isPart, line, index, done, LONGEST_NAME), behind);
    }
  }
  return found;
}

/** Where a name that ends at a place begins. */
function startOf(
  isPart: (char: string) => boolean,
  line: string,
  end: number,
  from: number,
  longest: number,
): number {
  let start = end;
  while (start > from && end - start < longest && isPart(line.charAt(start - 1))) start--;
  return start;
}
