// The sentences of a report's running text that can hold a figure or a claim worth comparing. One
// pass over the characters finds them; only these are folded and read.

import type { ProseLine, Report } from '../report/report.js';
import { CharKinds } from '../text/charKinds.js';
import { isNumeral } from '../text/numerals.js';
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

/** What of interest stands in a sentence. */
interface Signs {
  /** Numbers that may count something. */
  figures: number;
  /** Applications, cases, rules, decisions. */
  topic: boolean;
  /** None, all: a figure in words. */
  claim: boolean;
  list: boolean;
  growth: boolean;
  /** 六个部分: the report may tell what it consists of. */
  parts: boolean;
  /** A total in 万: its parts may stand in the next sentence. */
  scaled: boolean;
}

type Sign = Exclude<keyof Signs, 'figures'>;

const NO_SIGNS: Signs = {
  figures: 0,
  topic: false,
  claim: false,
  list: false,
  growth: false,
  parts: false,
  scaled: false,
};

/** The words for them, of one character or two. */
const WORDS: Readonly<Partial<Record<Sign, string>>> = {
  topic: '讼 许 罚 章 申请 复议 结转 范性 强制 收费',
  claim: '未 无 没 零 均 都 悉 率 全部',
  list: '其中 包括 分别 主要 合计 总计 共计',
  growth: '增 降 升 减',
  parts: '部分 方面',
};

/** The words by their last character: what must stand before it (anything if `''`), and what they are a sign of. */
const BY_LAST = new Map<number, { before: string; sign: Sign }>();
for (const [sign, words] of Object.entries(WORDS) as [Sign, string][])
  for (const word of words.split(' ')) {
    const last = word.charCodeAt(word.length - 1);
    BY_LAST.set(last, { before: word.slice(0, -1) + (BY_LAST.get(last)?.before ?? ''), sign });
  }

enum SentenceChar {
  None,
  Digit,
  SentenceEnd,
  ListMark,
  Measure,
  LastOfWord,
}

const KINDS = new CharKinds<SentenceChar>([
  ['0123456789０１２３４５６７８９', SentenceChar.Digit],
  ['。！？', SentenceChar.SentenceEnd],
  ['（(：:', SentenceChar.ListMark],
  ['件条份起宗例次', SentenceChar.Measure],
  [String.fromCharCode(...BY_LAST.keys()), SentenceChar.LastOfWord],
]);

/** A bracket or a colon behind one of these may open the parts of a figure. */
const COUNTED = '件条份起宗例次项个篇期部家场类人元户处则册';
/** Digits before one of these are no figure. */
const DATES = '年月日号';

/** Takes in a line; whether its last sentence may go on in the next. */
function scanLine(text: string, { start, end }: Span, collector: Collector): boolean {
  let from = start;
  const endSentence = (at: number) => {
    collector.take({ start: from, end: at });
    collector.close();
    from = at;
  };
  for (let i = start; i < end; i++) {
    const kind = KINDS.at(text, i);
    if (kind === SentenceChar.None) continue;
    if (i - from > LONGEST) endSentence(i);
    const { signs } = collector;
    if (kind === SentenceChar.SentenceEnd) endSentence(i + 1);
    else if (kind === SentenceChar.Digit) {
      const first = i;
      while (i + 1 < end && KINDS.at(text, i + 1) === SentenceChar.Digit) i++;
      let next = i + 1;
      while (next < end && isSpace(text.charCodeAt(next))) next++;
      const behind = text.charAt(next);
      if (!DATES.includes(behind)) signs.figures++;
      const isLong = i - first > 2 || text.charAt(first - 1) === '.';
      if (isLong && (behind === '万' || behind === '亿')) signs.scaled = true;
    } else {
      let at = i - 1;
      while (at >= start && isSpace(text.charCodeAt(at))) at--;
      const before = text.charAt(at);
      if (kind === SentenceChar.Measure) {
        if (isNumeral(before)) signs.figures++;
      } else if (kind === SentenceChar.ListMark) {
        if (COUNTED.includes(before)) signs.list = true;
      } else {
        const word = BY_LAST.get(text.charCodeAt(i));
        if (word && (word.before === '' || word.before.includes(before))) signs[word.sign] = true;
      }
    }
  }
  if (from < end) collector.take({ start: from, end });
  return from < end && collector.length < LONGEST && !'：:；;'.includes(text.charAt(end - 1));
}

/** Puts the pieces of sentences together, and keeps those that are worth a look. */
class Collector {
  readonly found: Sentence[] = [];
  /** Of the sentence so far. */
  signs = { ...NO_SIGNS };
  private pieces: Span[] = [];
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

  take(piece: Span) {
    this.pieces.push(piece);
  }

  /** Of the sentence so far. */
  get length(): number {
    const [first] = this.pieces;
    return first ? (this.pieces.at(-1) as Span).end - first.start : 0;
  }

  /** Ends the sentence. */
  close() {
    const { text, pieces, signs, hint } = this;
    if (pieces.length === 0) return;
    if (this.isWorthwhile()) {
      const folded = fold(text, pieces);
      if (this.passed && folded.text.startsWith('其中')) this.push(fold(text, this.passed), null);
      this.push(folded, hint);
      this.passed = null;
      this.hint = null;
    } else {
      this.passed = signs.figures > 0 ? pieces : null;
      if (signs.topic) this.hint = topicOf(text, pieces) ?? hint;
    }
    this.afterScaled = signs.scaled;
    this.pieces = [];
    this.signs = { ...NO_SIGNS };
  }

  private push({ text, starts, offsets }: Folded, hint: SentenceTopic | null) {
    const { section, paragraph } = this;
    this.found.push({ text, starts, offsets, section, paragraph, hint });
  }

  private isWorthwhile(): boolean {
    const { section } = this;
    const { figures, topic, claim, list, growth, parts, scaled } = this.signs;
    const spoken = topic || this.hint !== null || section === 3 || section === 4;
    // before section 一 the report may tell what it consists of
    if (parts && section === 0) return true;
    if (spoken && (figures > 0 || claim || (parts && section < 2))) return true;
    if (figures > 1 && (list || this.afterScaled)) return true;
    return (figures > 2 && growth) || scaled;
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
