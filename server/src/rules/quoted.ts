// Words that a report only cites: in quotation marks, in titles of works, and in sentences that speak of
// wording. They are others' words, or wrong on purpose: nobody changes them unasked.
import { perReport } from '../report/perReport.js';
import type { Report } from '../report/report.js';
import { matchesOf } from '../text/matches.js';
import { firstMeeting, type Span } from '../text/span.js';

const OPENING = '“‘《〈「『';
const CLOSING = '”’》〉」』';
const MARK = /["“‘《〈「『”’》〉」』]/g;
/** A sentence, with its end. */
const SENTENCE = /[^。！？]+[。！？]?/g;
/** What is said of wording, and of words as they once were. */
const OF_WORDING =
  /应[为作是](?![了民群])|[更订改]正为|[改误错]写|[写印录]成|改为|误[为作]|勘误|错别?字|笔误|用[语词字](?:错误|不当|有误|不规范)|表述(?:错误|不当|有误|不规范)|照录|原[文话稿句]|修订前|旧(?:条例|法|稿|版|称)|原《?(?:条例|规定)/;

/** Both kinds of places, in order of place. */
interface Cited {
  readonly quotations: readonly Span[];
  readonly ofWording: readonly Span[];
}

/** Whether a span touches what stands between quotation or title marks; the marks themselves do not. */
export function isQuoted(report: Report, span: Span): boolean {
  return firstMeeting(citedIn(report).quotations, span) !== undefined;
}

/** Whether a span touches a sentence that speaks of wording. */
export function isOfWording(report: Report, span: Span): boolean {
  return firstMeeting(citedIn(report).ofWording, span) !== undefined;
}

/** 5"屏: behind a figure, with nothing open, the mark is a size. */
export function isInches(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at - 1));
}

/** Read once a report: its lines may be long and its fixes many. */
const citedIn = perReport(
  ({ text, prose }): Cited => ({
    quotations: prose.flatMap(({ span }) => quotationsIn(text, span)),
    ofWording: prose.flatMap(({ span }) => ofWordingIn(text, span)),
  }),
);

/** The outermost quotations of a line; one that lacks a half reaches to the line's end or beginning. */
function quotationsIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let from = start;
  let isStraight = false;
  for (const { 0: char, index } of matchesOf(text.slice(start, end), MARK)) {
    const i = start + index;
    const straight = char === '"' && (isStraight || !isInches(text, i));
    if (straight) isStraight = !isStraight;
    if (straight ? isStraight : OPENING.includes(char)) {
      if (depth++ === 0) from = i + 1;
    } else if (straight || (CLOSING.includes(char) && !isApostrophe(text, i))) {
      if (depth <= 1) found.push({ start: from, end: i });
      // another one that closes has lost its half somewhere behind this
      if (depth <= 1) from = i + 1;
      depth = Math.max(0, depth - 1);
    }
  }
  if (depth > 0) found.push({ start: from, end });
  return found;
}

function isApostrophe(text: string, at: number): boolean {
  return text.charAt(at) === '’' && /[A-Za-z]/.test(text.charAt(at - 1));
}

function ofWordingIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (const { index, 0: sentence } of matchesOf(text.slice(start, end), SENTENCE))
    if (OF_WORDING.test(sentence))
      found.push({ start: start + index, end: start + index + sentence.length });
  return found;
}
