// The sentences of a report's running text that can hold a figure or a claim worth comparing. One
// pass over the characters finds them; only these are folded and read.

import type { ProseLine, Report } from '../report/report.js';
import { isSpace, type Span } from '../text/span.js';
import { type Folded, fold } from './foldSentence.js';
import type { SentenceTopic } from './sentenceTopic.js';

/** A sentence without white space, with one width of marks and digits and no PDF radicals. */
export interface Sentence extends Folded {
  readonly section: ProseLine['section'];
  /** Sentences of one paragraph share a number: what they speak of carries over. */
  readonly paragraph: number;
  /** What the sentences before it speak of that were not worth reading; null if nothing. */
  readonly hint: SentenceTopic | null;
}

/** A line shorter than this that ends without a mark is a heading or a label, not a broken line. */
const SHORTEST_BROKEN = 18;
/** What goes on longer without a full stop is cut: no figure speaks of what stands so far away. */
const LONGEST = 3000;

/** Reads all sentences that need a closer look; a sentence may run over broken lines. */
export function readSentences({ text, prose }: Report): Sentence[] {
  const collector = new Collector(text);
  let joinable = false;
  let section: ProseLine['section'] = 0;
  for (const { span, level, section: own } of prose) {
    if (!joinable || level > 0 || own !== section) collector.openParagraph(own);
    // the first line of a section is its heading: no sentence goes on behind it
    const isHeading = own !== section;
    section = own;
    joinable =
      scanLine(text, span, collector) && !isHeading && span.end - span.start >= SHORTEST_BROKEN;
  }
  collector.close();
  return collector.found;
}

/** What a sentence holds, as bits. */
const TOPIC = 1;
const CLAIM = 2;
const LIST = 4;
const GROWTH = 8;
/** 六个部分: the report may tell what it consists of. */
const PARTS = 16;
/** A total in 万: its parts may stand in the next sentence. */
const SCALED = 32;

/** What a character is: nothing, a digit, a sentence's end, a bracket, a measure word; else an index into PAIRS. */
const DIGIT = 1;
const END = 2;
const BRACKET = 3;
const MEASURE = 4;
const FIRST_PAIR = 5;

/** Signs by their last character, the characters that must stand before (any if none), what they tell. */
const PAIRS: readonly (readonly [char: string, before: string, bit: number])[] = [
  ['讼许罚章', '', TOPIC],
  ['请', '申', TOPIC],
  ['议', '复', TOPIC],
  ['转', '结', TOPIC],
  ['性', '范', TOPIC],
  ['制', '强', TOPIC],
  ['费', '收', TOPIC],
  ['未无没零均都悉率', '', CLAIM],
  ['部', '全', CLAIM],
  ['中', '其', LIST],
  ['括', '包', LIST],
  ['别', '分', LIST],
  ['计', '合总共', LIST],
  ['增降升减', '', GROWTH],
  ['分', '部', PARTS],
  ['面', '方', PARTS],
];

const SIGNS = new Uint8Array(0x10000);
const sign = (chars: string, kind: number) => {
  for (const char of chars) SIGNS[char.charCodeAt(0)] = kind;
};
sign('0123456789０１２３４５６７８９', DIGIT);
sign('。！？', END);
sign('（(', BRACKET);
sign('件条份起宗例次', MEASURE);
for (const [i, [chars]] of PAIRS.entries()) sign(chars, FIRST_PAIR + i);

const NUMERALS = '一二两三四五六七八九十零⼀⼆⼗⼋';
/** A bracket behind one of these may hold the parts of a figure. */
const COUNTED = '件条份起宗例次项个篇期部家场类人元户处则册';
/** Digits before one of these are no figure. */
const DATES = '年月日号';

/** Takes in a line; whether its last sentence may go on in the next. */
function scanLine(text: string, { start, end }: Span, collector: Collector): boolean {
  let from = start;
  let figures = 0;
  let bits = 0;
  for (let i = start; i < end; i++) {
    const kind = SIGNS[text.charCodeAt(i)] as number;
    if (kind === 0) continue;
    if (i - from > LONGEST) {
      collector.take({ start: from, end: i }, figures, bits);
      collector.close();
      from = i;
      figures = bits = 0;
    }
    if (kind === DIGIT) {
      const first = i;
      while (i + 1 < end && SIGNS[text.charCodeAt(i + 1)] === DIGIT) i++;
      let next = i + 1;
      while (next < end && isSpace(text.charCodeAt(next))) next++;
      const behind = text.charAt(next);
      if (!DATES.includes(behind)) figures++;
      if (i - first > 2 && (behind === '万' || behind === '亿')) bits |= SCALED;
    } else if (kind === END) {
      collector.take({ start: from, end: i + 1 }, figures, bits);
      collector.close();
      from = i + 1;
      figures = bits = 0;
    } else {
      let at = i - 1;
      while (at >= start && isSpace(text.charCodeAt(at))) at--;
      const before = text.charAt(at);
      if (kind === MEASURE) {
        if (NUMERALS.includes(before)) figures++;
      } else if (kind === BRACKET) {
        if (COUNTED.includes(before)) bits |= LIST;
      } else {
        const [, needed, bit] = PAIRS[kind - FIRST_PAIR] as (typeof PAIRS)[number];
        if (needed === '' || needed.includes(before)) bits |= bit;
      }
    }
  }
  if (from < end) collector.take({ start: from, end }, figures, bits);
  return from < end && collector.length < LONGEST && !'：:；;'.includes(text.charAt(end - 1));
}

/** Puts the pieces of sentences together, and keeps those that are worth a look. */
class Collector {
  readonly found: Sentence[] = [];
  private pieces: Span[] = [];
  private figures = 0;
  private bits = 0;
  /** The sentence right before, if it had figures but was passed over. */
  private passed: Span[] | null = null;
  private section: ProseLine['section'] = 0;
  private paragraph = 0;
  private hint: SentenceTopic | null = null;
  private afterScaled = false;

  constructor(private readonly text: string) {}

  openParagraph(section: ProseLine['section']) {
    this.close();
    this.section = section;
    this.paragraph++;
    this.hint = null;
    this.passed = null;
    this.afterScaled = false;
  }

  take(piece: Span, figures: number, bits: number) {
    this.pieces.push(piece);
    this.figures += figures;
    this.bits |= bits;
  }

  /** Of the sentence so far. */
  get length(): number {
    const [first] = this.pieces;
    return first ? (this.pieces.at(-1) as Span).end - first.start : 0;
  }

  /** Ends the sentence. */
  close() {
    const { text, pieces, figures, bits, hint } = this;
    if (pieces.length === 0) return;
    if (this.isWorthwhile()) {
      const folded = fold(text, pieces);
      if (this.passed && folded.text.startsWith('其中')) this.push(fold(text, this.passed), null);
      this.push(folded, hint);
      this.passed = null;
      this.hint = null;
    } else {
      this.passed = figures > 0 ? pieces : null;
      if (bits & TOPIC) this.hint = topicOf(text, pieces) ?? hint;
    }
    this.afterScaled = (bits & SCALED) !== 0;
    this.pieces = [];
    this.figures = this.bits = 0;
  }

  private push({ text, starts, offsets }: Folded, hint: SentenceTopic | null) {
    const { section, paragraph } = this;
    this.found.push({ text, starts, offsets, section, paragraph, hint });
  }

  private isWorthwhile(): boolean {
    const { figures, bits, section } = this;
    const spoken = bits & TOPIC || this.hint !== null || section === 3 || section === 4;
    if (spoken && (figures > 0 || bits & CLAIM || (bits & PARTS && section < 2))) return true;
    if (figures > 1 && (bits & LIST || this.afterScaled)) return true;
    return (figures > 2 && (bits & GROWTH) !== 0) || (bits & SCALED) !== 0;
  }
}

/** What a sentence that was passed over speaks of last. */
function topicOf(text: string, pieces: readonly Span[]): SentenceTopic | null {
  const words = pieces.map(({ start, end }) => text.slice(start, end)).join('');
  const cases = Math.max(words.lastIndexOf('复议'), words.lastIndexOf('诉讼'));
  const applications = words.lastIndexOf('申请');
  if (cases < 0 && applications < 0) return null;
  return cases > applications ? 'cases' : 'applications';
}
