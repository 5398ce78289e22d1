// Lines that were cut in the middle of a sentence, and where they are to be joined.
import { SELF_SIGNS } from '../../../form/selfWords.js';
import { isPageNumber } from '../../../reading/cells.js';
import { perReport } from '../../../report/perReport.js';
import type { ProseLine, Report } from '../../../report/report.js';
import { isHalfWidthDigit } from '../../../text/digits.js';
import { type Span, trimmed } from '../../../text/span.js';
import { isOpen, LONGEST_HEADING, pageEdge, SHORTEST } from '../broken-line.cut-lines.js';
import { isBlank, isIdeograph } from './chars.js';

/** A sentence over several lines: the first of them, and what lies between one and the next. */
export interface BrokenSentence {
  readonly line: ProseLine;
  readonly breaks: readonly Span[];
}

/** All of a report, in order of place. */
export const brokenSentences = perReport((report): readonly BrokenSentence[] => {
  const found: BrokenSentence[] = [];
  const edge = pageEdge(report);
  const { text, prose } = report;
  const headings = new Set(report.sections.map(({ heading }) => heading.start));
  const isHeading = ({ span }: ProseLine) =>
    headings.has(span.start) || (report.title !== null && span.start <= report.title.span.end);
  for (let i = 0; i + 1 < prose.length; i++) {
    const breaks: Span[] = [];
    const line = prose[i] as ProseLine;
    const sentence: OpenSentence = {
      line,
      indent: indentOf(text, line.span.start),
      length: 0,
      hasEnd: false,
    };
    take(text, sentence, line);
    let joint = brokenAt(report, i, { sentence, edge }, isHeading);
    while (joint) {
      breaks.push(joint);
      i++;
      take(text, sentence, prose[i] as ProseLine);
      joint = i + 1 < prose.length ? brokenAt(report, i, { sentence, edge }, isHeading) : null;
    }
    if (breaks.length > 0) found.push({ line, breaks });
  }
  return found;
});

/** A line with those that it is joined to: what is left of a sentence is judged as the whole is then. */
interface OpenSentence {
  readonly line: ProseLine;
  readonly indent: number;
  length: number;
  /** Whether a full stop stands in it. */
  hasEnd: boolean;
}

function take(text: string, sentence: OpenSentence, { span: { start, end } }: ProseLine): void {
  sentence.length += end - start;
  sentence.hasEnd ||= SENTENCE_END.test(text.slice(start, end));
}

/** The break between a line, the last of a sentence so far, and the next if it cuts the sentence. */
function brokenAt(
  report: Report,
  index: number,
  { sentence, edge }: { readonly sentence: OpenSentence; readonly edge: number },
  isHeading: (line: ProseLine) => boolean,
): Span | null {
  const { text, prose } = report;
  const line = prose[index] as ProseLine;
  const next = prose[index + 1] as ProseLine;
  const last = text.charAt(line.span.end - 1);
  if (!isOpen(last)) return null;
  if (sentence.length < SHORTEST || next.level > 0 || line.section !== next.section) return null;
  const gap = { start: line.span.end, end: next.span.start };
  if (gap.end - gap.start > 40 || isHeading(line) || isHeading(next)) return null;
  const begin = text.charCodeAt(next.span.start);
  const goesOn = isIdeograph(begin) || '“《（(〔'.includes(text.charAt(next.span.start));
  const pending = '，、,（(《“'.includes(last);
  if (!goesOn && !(pending && isHalfWidthDigit(begin))) return null;
  if (!isOnlyBreak(text, gap) || isMarkup(text, line.span) || isMarkup(text, next.span))
    return null;
  if (pending) return gap;
  return cutsWord(report, { sentence, line, next, gap, edge }) ? gap : null;
}

interface LineCut {
  readonly sentence: OpenSentence;
  readonly line: ProseLine;
  readonly next: ProseLine;
  readonly gap: Span;
  readonly edge: number;
}

/** Whether a line that ends with a word can only be one that was cut. */
function cutsWord({ text }: Report, { sentence, line, next, gap, edge }: LineCut): boolean {
  const { indent } = sentence;
  const rest = text.slice(next.span.start, Math.min(next.span.end, next.span.start + 14));
  // a paragraph begins with an indent, what is left of a broken one does not
  const nextIndent = indentOf(text, next.span.start);
  if (nextIndent > indentOf(text, line.span.start)) return false;
  if (indent > 0 && nextIndent === indent && !Number.isFinite(edge)) return false;
  const atEdge = line.span.end - line.span.start >= edge;
  if (atEdge && !/\n\s*\n/.test(text.slice(gap.start, gap.end))) return true;
  if (FRESH.test(rest)) return false;
  if (indent > nextIndent) return true;
  // a heading has no full stop in it, and a sentence follows that stands for itself
  if (!sentence.hasEnd) return sentence.line.level === 0 && sentence.length > LONGEST_HEADING;
  return /[。，；、”,;]/.test(text.slice(next.span.start, next.span.end));
}

/** A full stop or semicolon, in either width; 3.5 has none. */
const SENTENCE_END = /[。；;]|[\u4e00-\u9fff]\./;

/** How a sentence or paragraph of its own begins; and labels: 联系电话：… */
const FRESH = new RegExp(
  `^(?:[一二三四五六七八九十]是|第[一二三四五六]|首先|其次|再次|最后|同时|此外|另外|下一步|下步|今后|目前|截至|截止|全年|20\\d\\d年|本年|今年|去年|近年|我[${SELF_SIGNS}]|本[机单部局镇乡街]|存在|主要|针对|为此|对此|附件|附：|注|备注|[^，。；]{1,8}[：:])`,
);

/** Blank lines and page numbers, nothing else. */
function isOnlyBreak(text: string, { start, end }: Span): boolean {
  return text
    .slice(start, end)
    .split(/\r\n|\n|\r/)
    .every(
      (line) =>
        line.trim() === '' || isPageNumber(line, trimmed(line, { start: 0, end: line.length })),
    );
}

/** Lists, quotations, headings and other Markdown; lines that are bold from end to end. */
function isMarkup(text: string, { start, end }: Span): boolean {
  return /^(?:[-*+>#]|\d+[.)]\s|\*\*|<)/.test(text.slice(start, Math.min(end, start + 4)));
}

function indentOf(text: string, start: number): number {
  let width = 0;
  for (let i = start - 1; i >= 0 && isBlank(text.charCodeAt(i)); i--)
    width += text.charCodeAt(i) === 0x3000 ? 2 : 1;
  return width;
}
