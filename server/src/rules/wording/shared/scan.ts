// One pass over a report for all rules on wording: where the characters stand that they look at.
// A rule then judges these few places, so that twelve rules cost little more than one.
import { perReport } from '../../../report/perReport.js';
import type { Report } from '../../../report/report.js';
import { isTechnical, technicalAt, technicalIn } from '../../../report/technical.js';
import { CharKinds } from '../../../text/charKinds.js';
import { isHalfWidthDigit } from '../../../text/digits.js';
import { RADICALS } from '../../../text/radicals.js';
import { isBlank } from './chars.js';

/**
 * Offsets, ascending. All but `radicals` and `invisible` are of running text only; none but those of
 * `invisible`, and of tags in `traces`, lies in what is no prose.
 */
export interface Scan {
  /** Half-width marks , ; : ? ! . ( ) " */
  readonly half: readonly number[];
  /** How many ，；：？！ there are; a document is judged by its own habit. */
  readonly fullMarks: number;
  readonly fullBrackets: number;
  readonly fullQuotes: number;
  /** The second of two clause marks side by side. */
  readonly doubled: readonly number[];
  /** Brackets and quotation marks of every kind that come in pairs, < and > too. */
  readonly paired: readonly number[];
  /** Single blanks within a line. */
  readonly blanks: readonly number[];
  /** Where a year between 1900 and 2099 begins. */
  readonly years: readonly number[];
  /** Characters that a left-over may begin with. */
  readonly traces: readonly number[];
  /** Radicals in place of ideographs, in tables too. */
  readonly radicals: readonly number[];
  /** Characters that cannot be seen or read, in tables too. */
  readonly invisible: readonly number[];
}

enum CharKind {
  None,
  Half,
  FullMark,
  Stop,
  FullBracket,
  FullQuote,
  Paired,
  Angle,
  Blank,
  One,
  Two,
  Trace,
  Radical,
  Invisible,
  HalfPaired,
}

const KINDS = new CharKinds<CharKind>([
  [',;:?!."', CharKind.Half],
  ['()', CharKind.HalfPaired],
  ['，；：？！', CharKind.FullMark],
  ['。、', CharKind.Stop],
  ['（）', CharKind.FullBracket],
  ['“”', CharKind.FullQuote],
  ['《》〈〉‘’「」『』【】［］〖〗', CharKind.Paired],
  ['<>＜＞', CharKind.Angle],
  [' \u00a0\u3000', CharKind.Blank],
  ['1', CharKind.One],
  ['2', CharKind.Two],
  ['[{&Xx×□○_＿错批', CharKind.Trace],
  ['EHP', CharKind.Trace],
  [RADICALS, CharKind.Radical],
  // 戶 and 靑 are what ⼾ and ⾭ become when a tool unfolds radicals without knowing Chinese
  ['戶靑', CharKind.Radical],
  [[0x00, 0x08], CharKind.Invisible],
  [[0x0b, 0x0c], CharKind.Invisible],
  [[0x0e, 0x1f], CharKind.Invisible],
  ['\u007f\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffc\ufffd', CharKind.Invisible],
  [[0x202a, 0x202e], CharKind.Invisible],
  [[0xe000, 0xf8ff], CharKind.Invisible],
]);

/** The scan of a report; made once. */
export const scanOf = perReport((report): Scan => scanText(report));

function scanText(report: Report): Scan {
  const { text } = report;
  const half: number[] = [];
  const doubled: number[] = [];
  const paired: number[] = [];
  const blanks: number[] = [];
  const years: number[] = [];
  const traces: number[] = [];
  const radicals: number[] = [];
  const invisible: number[] = [];
  let fullMarks = 0;
  let fullBrackets = 0;
  let fullQuotes = 0;

  const between = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const kind = KINDS.at(text, i);
      if (kind === CharKind.Radical) radicals.push(i);
      else if (kind === CharKind.Invisible && i > 0) invisible.push(i);
    }
  };
  const clause = (at: number) => {
    const kind = KINDS.at(text, at - 1);
    if (kind === CharKind.FullMark || kind === CharKind.Stop || kind === CharKind.Half)
      doubled.push(at);
  };

  let done = 0;
  for (const { span } of report.prose) {
    between(done, span.start);
    done = span.end;
    for (let i = span.start; i < span.end; i++) {
      const kind = KINDS.at(text, i);
      if (kind === CharKind.None) continue;
      switch (kind) {
        case CharKind.Half:
          half.push(i);
          if (i > span.start) clause(i);
          break;
        case CharKind.HalfPaired:
          half.push(i);
          paired.push(i);
          break;
        case CharKind.FullMark:
          fullMarks++;
          if (i > span.start) clause(i);
          break;
        case CharKind.Stop:
          if (i > span.start) clause(i);
          break;
        case CharKind.FullBracket:
          fullBrackets++;
          paired.push(i);
          break;
        case CharKind.FullQuote:
          fullQuotes++;
          paired.push(i);
          break;
        case CharKind.Paired:
          paired.push(i);
          break;
        case CharKind.Angle:
          paired.push(i);
          traces.push(i);
          break;
        case CharKind.Blank:
          // a run of blanks is layout
          if (!isBlank(text.charCodeAt(i - 1)) && !isBlank(text.charCodeAt(i + 1))) blanks.push(i);
          break;
        case CharKind.One:
        case CharKind.Two:
          if (isYear(text, i)) years.push(i);
          break;
        case CharKind.Trace:
          traces.push(i);
          break;
        case CharKind.Radical:
          radicals.push(i);
          break;
        case CharKind.Invisible:
          if (i > 0) invisible.push(i);
          break;
      }
    }
  }
  between(done, text.length);
  const hasTechnical = technicalIn(report).length > 0;
  const prose = (offsets: number[]) =>
    hasTechnical ? offsets.filter((offset) => !isTechnical(report, offset)) : offsets;
  /** What begins a tag may be a left-over itself. */
  const mayBegin = (offset: number) => {
    const technical = technicalAt(report, { start: offset, end: offset + 1 });
    return !technical || (technical.kind === 'tag' && technical.start === offset);
  };
  return {
    half: prose(half),
    fullMarks,
    fullBrackets,
    fullQuotes,
    doubled: prose(doubled),
    paired: prose(paired),
    blanks: prose(blanks),
    years: prose(years),
    traces: hasTechnical ? traces.filter(mayBegin) : traces,
    radicals: prose(radicals),
    invisible,
  };
}

/** Whether four digits that begin with 19 or 20 stand here alone. */
function isYear(text: string, at: number): boolean {
  const digit = (i: number) => isHalfWidthDigit(text.charCodeAt(i));
  const second = text.charCodeAt(at + 1);
  if (second !== (text.charCodeAt(at) === 0x32 ? 0x30 : 0x39)) return false;
  return digit(at + 2) && digit(at + 3) && !digit(at + 4) && !digit(at - 1);
}
