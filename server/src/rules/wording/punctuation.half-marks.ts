// Which half-width marks stand where Chinese prose wants full-width ones, and which are right.
import { numberingBehindMarks } from '../../form/numbering.js';
import type { ProseLine, Report } from '../../report/report.js';
import { lineIndexAt } from '../../report/runningText.js';
import type { Span } from '../../text/span.js';
import { isInches } from '../quoted.js';
import { isBlank, isChinese, isIdeograph, isLatin, isPlain } from './shared/chars.js';
import { scanOf } from './shared/scan.js';

export interface HalfMark {
  /** The mark, and the blanks typed behind it. */
  readonly span: Span;
  readonly newText: string;
  /** Each has a habit of its own. */
  readonly family: 'mark' | 'bracket' | 'quote';
  /** Where the other one of a pair stands. */
  readonly mate?: number;
  /** It may stand for something else: the point in a name, a bracket whose mate nobody can tell. */
  readonly isUnclear?: boolean;
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

/** 青禾县.政务 is an address. */
const DOMAIN = /^\.(?:政务|公益|网络|网址|中国|公司|在线|中文网|集团)(?![\u4e00-\u9fff])/;

const CLAUSE_MARKS = '，。、；：,;:';
/** What a Chinese clause may end with besides Chinese. */
const ENDS_WORD = /[\d%")]/;

/** Not -, which may be a dash, nor /, which parts words. */
const OPERATORS = '=*+×÷^';

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
    const reader = new HalfMarkReader(report.text, line, half.slice(from, at));
    for (const mark of reader.read()) if (!isOfForm(report, mark.span.start)) found.push(mark);
  }
  return found;
}

/** Whether a mark stands in a title: those have marks of their own. */
function isOfForm({ title, sections }: Report, at: number): boolean {
  const spans = [...(title?.repeated ?? []), ...sections.map(({ heading }) => heading)];
  return spans.some(({ start, end }) => start <= at && at < end);
}

class HalfMarkReader {
  private readonly start: number;
  private readonly end: number;
  private readonly brackets: Brackets;
  /** A way ahead in the line. */
  private readonly chinese: Ahead;

  constructor(
    private readonly text: string,
    { span }: ProseLine,
    private readonly offsets: readonly number[],
  ) {
    // （一） and 1. are numbering, in whatever width
    this.start = numberingBehindMarks(text, span)?.end ?? span.start;
    this.end = span.end;
    this.brackets = bracketsIn(text, this.start, span.end);
    this.chinese = new Ahead(text, span.end, isCommonIdeograph);
  }

  *read(): Iterable<HalfMark> {
    const quotes: number[] = [];
    for (const offset of this.offsets) {
      const isSize = quotes.length % 2 === 0 && isInches(this.text, offset);
      if (this.text.charAt(offset) === '"' && !isSize) quotes.push(offset);
    }
    let quoted = 0;
    for (const offset of this.offsets) {
      const char = this.text.charAt(offset);
      const quote = quotes[quoted] === offset ? quoted++ : -1;
      if (offset < this.start || (char === '"' && quote < 0)) continue;
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
    return {
      span: withBlank(this.text, { start: offset, end: offset + 1 }),
      newText: FULL[char] as string,
      family: 'mark',
      // 艾山.吐尔逊 is a name
      ...(char === '.' && isIdeograph(before) && isIdeograph(after) && { isUnclear: true }),
    };
  }

  /** A point after Chinese words, at the line's end or before more of them; 一.是 is a number. */
  private isStop(offset: number, before: number, after: number): boolean {
    const from = Math.max(this.start, offset - 4);
    if (/(?:^|[^\u4e00-\u9fff])[一二三四五六七八九十]{1,3}$/.test(this.text.slice(from, offset)))
      return false;
    if (DOMAIN.test(this.text.slice(offset, offset + 6))) return false;
    if (!isIdeograph(before) && !'”）》)%'.includes(this.text.charAt(offset - 1))) return false;
    return offset + 1 >= this.end || isChinese(after) || isBlank(after) || after === 0x28;
  }

  private bracket(offset: number, char: string): HalfMark | null {
    const opens = char === '(';
    if (opens && this.text.charAt(offset - 1) === ']') return null;
    const mate = this.brackets.mates.get(offset) ?? null;
    // (1), (一), (2021), (a): enumerations and figures; one without the other is told as such
    if (mate === null) return null;
    const [from, to] = [Math.min(offset, mate), Math.max(offset, mate)];
    if (this.isPlain(from + 1, to) || this.isTerm(from, to)) return null;
    const newText = FULL[char] as string;
    const { isUnclear } = this.brackets;
    const span = { start: offset, end: offset + 1 };
    return { span, newText, family: 'bracket', mate, ...(isUnclear && { isUnclear }) };
  }

  /** =(办结数/受理数)*100%: a term of a formula. */
  private isTerm(from: number, to: number): boolean {
    return (
      OPERATORS.includes(this.text.charAt(from - 1) || ' ') ||
      OPERATORS.includes(this.text.charAt(to + 1) || ' ')
    );
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
}

/** Marks with a single blank typed behind them; a run of blanks is layout, and before English one is right. */
export function withBlank(text: string, { start, end }: Span): Span {
  const next = text.charCodeAt(end + 1);
  const isOwn = isBlank(text.charCodeAt(end)) && !isBlank(next) && !isLatin(next);
  return { start, end: isOwn ? end + 1 : end };
}

/** The brackets of a line, of either width. */
interface Brackets {
  /** The other half of each. */
  readonly mates: ReadonlyMap<number, number>;
  /** They do not come out even: any of them may belong to another one. */
  readonly isUnclear: boolean;
}

function bracketsIn(text: string, from: number, to: number): Brackets {
  const mates = new Map<number, number>();
  const open: number[] = [];
  let lost = 0;
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if ('(（'.includes(char)) open.push(i);
    else if (')）'.includes(char)) {
      const mate = open.pop();
      if (mate !== undefined) mates.set(i, mate).set(mate, i);
      // 1) and a) number things
      else if (!/[0-9A-Za-z一二三四五六七八九十]/.test(text.charAt(i - 1))) lost++;
    }
  }
  return { mates, isUnclear: lost + open.length > 0 };
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
