// The sentences of a report's running text that can hold a figure or a claim about applications,
// reconsideration or litigation; folded, so that one pattern fits every way of writing.
import { ideographOf, isRadical } from '../../text/radicals.js';
import { isSpace, type Span } from '../../text/span.js';
import type { ProseLine, Report } from '../report.js';

/** A sentence without white space, with one width of marks and digits and no PDF radicals. */
export interface Sentence {
  readonly text: string;
  /** Where each character of `text` stands in the report. */
  readonly offsets: readonly number[];
  readonly section: ProseLine['section'];
  /** Sentences of one paragraph share a number: what they speak of carries over. */
  readonly paragraph: number;
}

/** The stretch of the report that characters `from` to `to` of a sentence stand for. */
export function spanIn({ offsets }: Sentence, from: number, to: number): Span {
  return { start: offsets[from] as number, end: (offsets[to - 1] as number) + 1 };
}

/** A line shorter than this that ends without a mark is a heading or a label, not a broken line. */
const SHORTEST_BROKEN = 18;

/** Reads all sentences that need a closer look; a sentence may run over broken lines. */
export function readSentences({ text, prose }: Report): Sentence[] {
  const found: Sentence[] = [];
  let pieces: Span[] = [];
  let worthwhile = false;
  let section: ProseLine['section'] = 0;
  let paragraph = 0;
  const close = () => {
    if (worthwhile) found.push({ ...fold(text, pieces), section, paragraph });
    pieces = [];
    worthwhile = false;
  };
  let joinable = false;
  for (const line of prose) {
    if (!joinable || line.level > 0 || line.section !== section) {
      close();
      section = line.section;
      paragraph++;
    }
    const { end } = line.span;
    let from = line.span.start;
    let code = 0;
    for (let i = from; i < end; i++) {
      code = text.charCodeAt(i);
      if (isDigit(code)) {
        while (i + 1 < end && isDigit(text.charCodeAt(i + 1))) i++;
        worthwhile ||= !isDate(text.charCodeAt(i + 1));
      } else if (isTopic(code, text.charCodeAt(i - 1))) worthwhile = true;
      else if (endsSentence(code)) {
        pieces.push({ start: from, end: i + 1 });
        close();
        from = i + 1;
      }
    }
    if (from < end) pieces.push({ start: from, end });
    joinable =
      from < end &&
      code !== 0xff1a &&
      code !== 0x3a &&
      code !== 0xff1b &&
      end - line.span.start >= SHORTEST_BROKEN;
  }
  close();
  return found;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** 年 月 日 号 behind digits: no figure. */
function isDate(code: number): boolean {
  return code === 0x5e74 || code === 0x6708 || code === 0x65e5 || code === 0x53f7;
}

/** 申请, 复议, 诉讼, 结转, 规范性: without figures, claims are made of these alone. */
function isTopic(code: number, before: number): boolean {
  switch (code) {
    case 0x7533: // 申
    case 0x8bae: // 议
    case 0x8bbc: // 讼
      return true;
    case 0x8f6c: // 结转
      return before === 0x7ed3;
    case 0x6027: // 规范性
      return before === 0x8303;
    default:
      return false;
  }
}

/** 。 ！ ？ */
function endsSentence(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

const MARKS = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
  ['％', '%'],
  ['．', '.'],
  ['／', '/'],
]);

function fold(text: string, pieces: readonly Span[]) {
  const offsets: number[] = [];
  let folded = '';
  for (const { start, end } of pieces)
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (isSpace(code)) {
        // digits on both sides stay two numbers
        if (!/\d$/.test(folded) || !isDigit(text.charCodeAt(i + 1))) continue;
        folded += ' ';
      } else if (code === 0x2c && isThousands(text, i)) continue;
      else if (code >= 0x4e00) folded += foldWide(code);
      else if (isRadical(code)) folded += ideographOf(text.charAt(i));
      else folded += MARKS.get(text.charAt(i)) ?? text.charAt(i);
      offsets.push(i);
    }
  return { text: folded, offsets };
}

function foldWide(code: number): string {
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  const char = String.fromCharCode(code);
  return code >= 0xff00 ? (MARKS.get(char) ?? char) : char;
}

/** The comma of 12,345; in half-width text 24,动态 has one of another kind. */
function isThousands(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at - 1)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  );
}
