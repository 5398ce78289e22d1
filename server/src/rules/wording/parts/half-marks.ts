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

const FULL: Readonly<Record<string, string>> = {
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
  /** Ways ahead in the line. */
  private readonly closing: Ahead;
  private readonly chinese: Ahead;
  /** The last opening bracket before the mark that is looked at. */
  private opening: number | null = null;
  private looked: number;

  constructor(
    private readonly text: string,
    { span }: ProseLine,
    private readonly offsets: readonly number[],
  ) {
    // （一） and 1. are numbering, in whatever width
    this.start = numberingBehindMarks(text, span)?.end ?? span.start;
    this.end = span.end;
    this.looked = this.start;
    this.closing = new Ahead(text, span.end, (code) => code === 0x29 || code === 0xff09);
    this.chinese = new Ahead(text, span.end, isCommonIdeograph);
  }

  *read(): Iterable<HalfMark> {
    const quotes = this.offsets.filter((offset) => this.text.charAt(offset) === '"');
    let quoted = 0;
    for (const offset of this.offsets) {
      const char = this.text.charAt(offset);
      const quote = char === '"' ? quoted++ : -1;
      if (offset < this.start) continue;
      const mark =
        quote >= 0
          ? this.quote(quotes, quote)
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
    return { span: this.withBlank(offset), newText: FULL[char] as string, family: 'mark' };
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
    const mate = opens ? this.closing.from(offset) : this.openingBefore(offset);
    // (1), (一), (2021), (a): enumerations and figures; one without the other is told as such
    if (mate === null || this.isPlain(Math.min(offset, mate) + 1, Math.max(offset, mate)))
      return null;
    const newText = FULL[char] as string;
    return { span: { start: offset, end: offset + 1 }, newText, family: 'bracket', mate };
  }

  /** The last opening bracket before an offset; they are asked for in order. */
  private openingBefore(offset: number): number | null {
    for (; this.looked < offset; this.looked++)
      if ('(（'.includes(this.text.charAt(this.looked))) this.opening = this.looked;
    return this.opening;
  }

  /** Without a word of Chinese, or a bare numeral. */
  private isPlain(from: number, to: number): boolean {
    const chinese = this.chinese.from(from);
    if (chinese === null || chinese >= to) return true;
    return to - from <= 3 && isPlain(this.text.slice(from, to));
  }

  /** Straight quotes come in pairs; an odd one out leaves all of them unclear. */
  private quote(quotes: readonly number[], at: number): HalfMark | null {
    if (quotes.length % 2 === 1) return null;
    const offset = quotes[at] as number;
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

  private withBlank(offset: number): Span {
    const blank = isBlank(this.code(offset + 1)) && !isLatin(this.code(offset + 2));
    return { start: offset, end: offset + (blank ? 2 : 1) };
  }
}

/** Looks for a character ahead, asked from places further and further on; each is looked at once. */
class Ahead {
  private at = -1;

  constructor(
    private readonly text: string,
    private readonly end: number,
    private readonly isWanted: (code: number) => boolean,
  ) {}

  /** The first from an offset on. */
  from(offset: number): number | null {
    if (this.at < offset) this.at = offset;
    while (this.at < this.end && !this.isWanted(this.text.charCodeAt(this.at))) this.at++;
    return this.at < this.end ? this.at : null;
  }
}

function isCommonIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether brackets hold no word of Chinese, or a bare numeral. */
export function isPlain(inner: string): boolean {
  return !/[\u4e00-\u9fff]/.test(inner) || /^[一二三四五六七八九十]{1,3}$/.test(inner);
}
