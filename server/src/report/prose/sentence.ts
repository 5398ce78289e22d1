// The sentences of a report's running text that can hold a figure or a claim worth comparing. One
// pass over the characters finds them; only these are folded and read.
import { isSpace, type Span } from '../../text/span.js';
import type { ProseLine, Report } from '../report.js';
import { type Folded, fold } from './fold.js';
import type { Topic } from './topic.js';

/** A sentence without white space, with one width of marks and digits and no PDF radicals. */
export interface Sentence extends Folded {
  readonly section: ProseLine['section'];
  /** Sentences of one paragraph share a number: what they speak of carries over. */
  readonly paragraph: number;
  /** What the sentences before it speak of that were not worth reading; null if nothing. */
  readonly hint: Topic | null;
}

/** A line shorter than this that ends without a mark is a heading or a label, not a broken line. */
const SHORTEST_BROKEN = 18;

/** Reads all sentences that need a closer look; a sentence may run over broken lines. */
export function readSentences({ text, prose }: Report): Sentence[] {
  const scan = new Scan(text);
  let joinable = false;
  let section: ProseLine['section'] = 0;
  for (const { span, level, section: own } of prose) {
    if (!joinable || level > 0 || own !== section) scan.openParagraph(own);
    section = own;
    joinable = scan.line(span) && span.end - span.start >= SHORTEST_BROKEN;
  }
  scan.close();
  return scan.found;
}

/** What a character tells of its sentence; 0 nothing. */
const DIGIT = 1;
const END = 2;
/** 讼 许 罚 章: alone they name what the tables count. */
const TOPIC = 3;
/** Second characters: 申请 复议 结转 规范性 强制 收费, 其中 包括 分别 合计, 全部. */
const SECOND = 4;
/** 未 无 没 零 均 都 悉 率 */
const CLAIM = 5;
/** （ ( behind a figure: its parts may follow. */
const BRACKET = 6;
/** 件 条 份 起 宗 例 次: a figure if a numeral stands before. */
const MEASURE = 7;
/** 增 降 升 减 */
const GROWTH = 8;

const SIGNS = new Uint8Array(0x10000);
const mark = (chars: string, sign: number) => {
  for (const char of chars) SIGNS[char.charCodeAt(0)] = sign;
};
mark('0123456789０１２３４５６７８９', DIGIT);
mark('。！？', END);
mark('讼许罚章', TOPIC);
mark('请议转性制费中括别计部分面', SECOND);
mark('未无没零均都悉率', CLAIM);
mark('（(', BRACKET);
mark('增降升减', GROWTH);
mark('件条份起宗例次', MEASURE);

/** Pairs that make a sentence worth a look, by their second character. */
const TOPIC_PAIRS: Readonly<Record<string, string>> = {
  请: '申',
  议: '复',
  转: '结',
  性: '范',
  制: '强',
  费: '收',
};
const LIST_PAIRS: Readonly<Record<string, string>> = { 中: '其', 括: '包', 别: '分', 计: '合总共' };
const NUMERALS = '一二两三四五六七八九十零⼀⼆⼗⼋';
const COUNTED = '件条份起宗例次项个篇期部家场类人元户处则册';
/** 年 月 日 号 behind digits: no figure. */
const DATES = '年月日号';

class Scan {
  readonly found: Sentence[] = [];
  private pieces: Span[] = [];
  /** The sentence right before, if it had figures but was passed over. */
  private passed: Span[] | null = null;
  private section: ProseLine['section'] = 0;
  private paragraph = 0;
  private hint: Topic | null = null;
  private figures = 0;
  private topic = false;
  private claim = false;
  private list = false;
  private growth = false;
  /** 六个部分: the report may tell what it consists of. */
  private parts = false;
  private scaled = false;
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

  /** Takes in a line; whether its last sentence may go on in the next. */
  line({ start, end }: Span): boolean {
    const { text } = this;
    let from = start;
    for (let i = start; i < end; i++) {
      const sign = SIGNS[text.charCodeAt(i)] as number;
      if (sign === 0) continue;
      if (sign === DIGIT) i = this.digits(i, end);
      else if (sign === END) {
        this.pieces.push({ start: from, end: i + 1 });
        from = i + 1;
        this.close();
      } else this.note(sign, i);
    }
    if (from < end) this.pieces.push({ start: from, end });
    return from < end && !'：:；;'.includes(text.charAt(end - 1));
  }

  /** Ends the sentence, and keeps it if it is worth a look. */
  close() {
    const { pieces, figures, topic, paragraph, section, hint } = this;
    if (pieces.length === 0) return;
    if (this.isWorthwhile()) {
      const folded = fold(this.text, pieces);
      if (this.passed && folded.text.startsWith('其中'))
        this.found.push({ ...fold(this.text, this.passed), section, paragraph, hint: null });
      this.found.push({ ...folded, section, paragraph, hint });
      this.passed = null;
      this.hint = null;
    } else this.passed = figures > 0 ? pieces : null;
    if (topic) this.hint = this.topicOf(pieces) ?? this.hint;
    this.afterScaled = this.scaled;
    this.pieces = [];
    this.figures = 0;
    this.topic = this.claim = this.list = this.growth = this.parts = this.scaled = false;
  }

  private isWorthwhile(): boolean {
    const { figures, topic, claim, list, growth, parts, section } = this;
    const spoken = topic || this.hint !== null || section === 3 || section === 4;
    return (
      (spoken && (figures > 0 || claim || (parts && section < 2))) ||
      (figures > 1 && (list || this.afterScaled)) ||
      (figures > 2 && growth) ||
      this.scaled
    );
  }

  private digits(from: number, end: number): number {
    const { text } = this;
    let i = from;
    while (i + 1 < end && SIGNS[text.charCodeAt(i + 1)] === DIGIT) i++;
    let next = i + 1;
    while (next < end && isSpace(text.charCodeAt(next))) next++;
    if (!DATES.includes(text.charAt(next))) this.figures++;
    if (i - from > 2 && (text.charAt(next) === '万' || text.charAt(next) === '亿'))
      this.scaled = true;
    return i;
  }

  private note(sign: number, at: number) {
    const { text } = this;
    switch (sign) {
      case TOPIC:
        this.topic = true;
        break;
      case CLAIM:
        this.claim = true;
        break;
      case BRACKET:
        this.list ||= COUNTED.includes(text.charAt(at - 1));
        break;
      case GROWTH:
        this.growth = true;
        break;
      case MEASURE:
        if (NUMERALS.includes(text.charAt(at - 1))) this.figures++;
        break;
      case SECOND: {
        const char = text.charAt(at);
        const before = text.charAt(at - 1);
        if (char === '部') this.claim ||= before === '全';
        else if (char === '分') this.parts ||= before === '部';
        else if (char === '面') this.parts ||= before === '方';
        else if (TOPIC_PAIRS[char] === before) this.topic = true;
        else if (LIST_PAIRS[char]?.includes(before)) this.list = true;
      }
    }
  }

  /** What a sentence that was passed over speaks of last. */
  private topicOf(pieces: readonly Span[]): Topic | null {
    const words = pieces.map(({ start, end }) => this.text.slice(start, end)).join('');
    const cases = Math.max(words.lastIndexOf('复议'), words.lastIndexOf('诉讼'));
    const applications = words.lastIndexOf('申请');
    if (cases < 0 && applications < 0) return null;
    return cases > applications ? 'cases' : 'applications';
  }
}
