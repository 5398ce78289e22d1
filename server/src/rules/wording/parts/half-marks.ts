// Which half-width marks stand where Chinese prose wants full-width ones, and which are right.
import { numberingBehindMarks } from '../../../report/numbering.js';
import { lineIndexAt } from '../../../report/proseLines.js';
import type { ProseLine, Report } from '../../../report/report.js';
import type { Span } from '../../../text/span.js';
import { isBlank, isChinese, isIdeograph, isLatin } from './chars.js';
import { scanOf } from './scan.js';

export interface HalfMark {
  /** The mark, and a blank typed behind it. */
  readonly span: Span;
  readonly newText: string;
  /** Each has a habit of its own. */
  readonly family: 'mark' | 'bracket' | 'quote';
  /** Where the other one of a pair stands. */
  readonly mate?: number;
}

export const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
};

const CLAUSE_MARKS = '，。、；：,;:';
/** What a Chinese clause may end with besides Chinese. */
const ENDS_WORD = /[\d%")]/;

/** In order of place. */
export function halfMarksOf(report: Report): HalfMark[] {
  const { half } = scanOf(report);
  const found: HalfMark[] = [];
  if (half.length === 0) return found;
  let at = 0;
  while (at < half.length) {
    const line = report.prose[lineIndexAt(report.prose, half[at] as number)] as ProseLine;
    const from = at;
    while (at < half.length && (half[at] as number) < line.span.end) at++;
    // what stands above the title is the web page's: 来源: … 发布时间: …
    if (report.title && line.span.start < report.title.span.end) continue;
    const reader = new LineReader(report.text, line, half.slice(from, at));
    for (const mark of reader.read()) if (!isOfForm(report, mark.span.start)) found.push(mark);
  }
  return found;
}

/** Whether a mark stands in a title: those have marks of their own. */
function isOfForm({ title, sections }: Report, at: number): boolean {
  const spans = [...(title?.repeated ?? []), ...sections.map(({ heading }) => heading)];
  return spans.some(({ start, end }) => start <= at && at < end);
}

class LineReader {
  private readonly start: number;
  private readonly end: number;

  constructor(
    private readonly text: string,
    { span }: ProseLine,
    private readonly offsets: readonly number[],
  ) {
    // （一） and 1. are numbering, in whatever width
    this.start = numberingBehindMarks(text, span)?.end ?? span.start;
    this.end = span.end;
  }

  *read(): Iterable<HalfMark> {
    const quotes = this.offsets.filter((offset) => this.text.charAt(offset) === '"');
    for (const offset of this.offsets) {
      if (offset < this.start) continue;
      const char = this.text.charAt(offset);
      const mark =
        char === '"'
          ? this.quote(offset, quotes)
          : char === '(' || char === ')'
            ? this.bracket(offset, char)
            : this.clause(offset, char);
      if (mark) yield mark;
    }
  }

  private clause(offset: number, char: string): HalfMark | null {
    const before = this.code(offset - 1);
    const after = this.code(offset + 1);
    if (char === '.' && !this.isStop(offset, before, after)) return null;
    if (char === ';' && /&#?\w{1,8}$/.test(this.text.slice(Math.max(0, offset - 10), offset)))
      return null;
    // two marks side by side are told as such
    if (CLAUSE_MARKS.includes(this.text.charAt(offset - 1) || ' ')) return null;
    if (CLAUSE_MARKS.includes(this.text.charAt(offset + 1) || ' ')) return null;
    // an English sentence may quote a Chinese word; 63条,其中 and 2021,其中 are Chinese
    if (!isChinese(before) && !(isChinese(after) && ENDS_WORD.test(this.text.charAt(offset - 1))))
      return null;
    return {
      span: withBlank(this.text, { start: offset, end: offset + 1 }),
      newText: FULL[char] as string,
      family: 'mark',
    };
  }

  /** A point after Chinese words, at the line's end or before more of them; 一.是 is a number. */
  private isStop(offset: number, before: number, after: number): boolean {
    const from = Math.max(this.start, offset - 4);
    if (/(?:^|[^\u4e00-\u9fff])[一二三四五六七八九十]{1,3}$/.test(this.text.slice(from, offset)))
      return false;
    if (!isIdeograph(before) && !'”）》)%'.includes(this.text.charAt(offset - 1))) return false;
    return offset + 1 >= this.end || isChinese(after) || isBlank(after) || after === 0x28;
  }

  private bracket(offset: number, char: string): HalfMark | null {
    const opens = char === '(';
    if (opens && this.text.charAt(offset - 1) === ']') return null;
    const mate = opens ? this.closing(offset) : this.opening(offset);
    const from = (opens ? offset : (mate ?? 0)) + 1;
    const to = opens ? (mate ?? 0) : offset;
    const inner = this.text.slice(from, to);
    // (1), (一), (2021), (a): enumerations and figures; one without the other is told as such
    if (mate === null || isPlain(inner)) return null;
    const newText = FULL[char] as string;
    return { span: { start: offset, end: offset + 1 }, newText, family: 'bracket', mate };
  }

  private closing(offset: number): number | null {
    const found = /[)）]/.exec(this.text.slice(offset, this.end));
    return found ? offset + found.index : null;
  }

  private opening(offset: number): number | null {
    const before = this.text.slice(this.start, offset);
    const at = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'));
    return at < 0 ? null : this.start + at;
  }

  /** Straight quotes come in pairs; an odd one out leaves all of them unclear. */
  private quote(offset: number, quotes: readonly number[]): HalfMark | null {
    if (quotes.length % 2 === 1) return null;
    const at = quotes.indexOf(offset);
    const opens = at % 2 === 0;
    const mate = quotes[opens ? at + 1 : at - 1] as number;
    const inner = this.text.slice(Math.min(offset, mate) + 1, Math.max(offset, mate));
    if (!/[\u4e00-\u9fff]/.test(inner)) return null;
    const newText = opens ? '“' : '”';
    return { span: { start: offset, end: offset + 1 }, newText, family: 'quote', mate };
  }

  private code(offset: number): number {
    return offset >= this.start && offset < this.end ? this.text.charCodeAt(offset) : 0;
  }
}

/** Marks with a single blank typed behind them; a run of blanks is layout, and before English one is right. */
export function withBlank(text: string, { start, end }: Span): Span {
  const next = text.charCodeAt(end + 1);
  const isOwn = isBlank(text.charCodeAt(end)) && !isBlank(next) && !isLatin(next);
  return { start, end: isOwn ? end + 1 : end };
}

/** Whether brackets hold no word of Chinese, or a bare numeral. */
export function isPlain(inner: string): boolean {
  return !/[\u4e00-\u9fff]/.test(inner) || /^[一二三四五六七八九十]{1,3}$/.test(inner);
}
