// What a selection grows to: figure → cell → row → group → table → section → report; in the running
// text figure → clause → sentence → paragraph → section → report.
import { mentionsAt } from '../judging/mentions.js';
import type { Report } from '../report/report.js';
import { lineAt } from '../report/runningText.js';
import { encloses, holds, type Span, trimmed } from '../text/span.js';
import type { ReportSymbol } from './outline/symbol.js';
import { symbolsOf } from './outline/symbols.js';
import { placeAt } from './whatIsAt.js';

/** The stretches around an offset from the smallest to the whole text, each within the next. */
export function selectionsAt(report: Report, offset: number): Span[] {
  const { text } = report;
  const all = [
    ...figureAt(text, offset),
    ...inTable(report, offset),
    ...inProse(report, offset),
    ...branches(symbolsOf(report), offset).map((span) => wholeLines(report, span)),
    { start: 0, end: text.length },
  ];
  const chain: Span[] = [];
  for (const span of all.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = chain.at(-1) ?? { start: offset, end: offset };
    if (encloses(span, inner) && span.end - span.start > inner.end - inner.start) chain.push(span);
  }
  return chain;
}

/** The number, 1,200 and 275.304 included. */
function figureAt(text: string, offset: number): Span[] {
  const isPart = (at: number) => /[\d０-９.,]/.test(text.charAt(at));
  let start = offset;
  let end = offset;
  while (start > 0 && isPart(start - 1)) start--;
  while (end < text.length && isPart(end)) end++;
  while (start < end && /[.,]/.test(text.charAt(start))) start++;
  while (start < end && /[.,]/.test(text.charAt(end - 1))) end--;
  return [{ start, end }];
}

/** Cell or label, the values of the row, the lines of the row. */
function inTable(report: Report, offset: number): Span[] {
  const place = placeAt(report, offset);
  if (!place || place.kind === 'mentions') return [];
  if (place.kind === 'group' || place.kind === 'column') return [place.label.span];
  const { row } = place;
  const { text, lines } = report;
  const cells = [...row.cells.values()].map(({ span }) => span);
  const own = place.kind === 'cell' ? place.cell.span : row.label.span;
  const line = trimmed(text, lines.lineSpanAt(offset));
  const values = cells.length > 0 ? [hull(cells)] : [];
  return [own, ...values, hull([row.label.span, ...cells]), line];
}

/** Figure with its measure word, clause, sentence and line. */
function inProse(report: Report, offset: number): Span[] {
  const span = lineAt(report, offset)?.span ?? lineAt(report, offset - 1)?.span;
  if (!span) return [];
  const { text } = report;
  return [
    ...mentionsAt(report, offset).map(({ statement }) => statement.span),
    trimmed(text, between(text, span, offset, /[，；：。！？]/, false)),
    trimmed(text, between(text, span, offset, /[。！？；]/, true)),
    span,
  ];
}

/** From the last mark before an offset to the next one, this one included if `closed`. */
function between(text: string, line: Span, offset: number, mark: RegExp, closed: boolean): Span {
  let start = Math.max(line.start, Math.min(offset, line.end));
  let end = start;
  while (start > line.start && !mark.test(text.charAt(start - 1))) start--;
  while (end < line.end && !mark.test(text.charAt(end))) end++;
  return { start, end: closed && end < line.end ? end + 1 : end };
}

/** The branches of the outline that an offset lies in, all but the report itself. */
function branches(symbols: readonly ReportSymbol[], offset: number): Span[] {
  const here = symbols.filter(({ span }) => holds(span, offset));
  return here.flatMap(({ kind, span, children }) => [
    ...(kind === 'title' ? [] : [span]),
    ...branches(children, offset),
  ]);
}

/** With what stands before and behind on its lines: # and bars, heads that the row shares. */
function wholeLines({ text, lines }: Report, span: Span): Span {
  return trimmed(text, lines.wholeLines(trimmed(text, span)));
}

function hull(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
