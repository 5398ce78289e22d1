// Everything in the running text that can be held against the tables: figures and claims, with what
// has been said before them of time, organ and subject.

import type { RowKey } from '../form/formats.js';
import { perReport } from '../report/perReport.js';
import { type Claim, readClaims } from './claims.js';
import { type FigureItem, readItems } from './figureWords.js';
import { spanIn } from './foldSentence.js';
import { isOwnScope, isOwnTime, type Speaker, speakerOf } from './ownFigures.js';
import { type ReadSentence, readingsOf } from './sentences.js';
import { type SentenceTopic, topicOf } from './sentenceTopic.js';
import type { ReviewBlock, Statement, Subject } from './statement.js';
import { disclosedIn } from './subjectDisclosure.js';
import { applicationsIn, countOutcomes } from './subjectRequests.js';
import { areOtherwise, casesIn } from './subjectReview.js';
import type { TextFigure } from './textFigure.js';

/** All statements of a report, in order. Without a year nothing can be told from last year's. */
export const readStatements = perReport((report): readonly Statement[] => {
  if (report.year === null) return [];
  const speaker = speakerOf(report);
  const paragraph = new Paragraph();
  const found: Statement[] = [];
  for (const reading of readingsOf(report)) {
    paragraph.enter(reading);
    if (!NAMED.test(reading.text) && paragraph.topic === null) continue;
    const topic = paragraph.topic;
    if (reading.figures.length > 0)
      found.push(...new SentenceReader(reading, report.year, speaker, topic).statements());
    found.push(...claimsOf(reading, report.year, speaker, topic));
  }
  return found;
});

/** A sentence that names none of these speaks of what the one before did, if of anything. */
const NAMED = /申请|复议|诉讼|规章|规范性文件|行政(?:许可|处罚|强制|事业)/;

/** What a paragraph has spoken of, worked out only when a sentence needs it. */
class Paragraph {
  private number = -1;
  private text = '';
  private known: SentenceTopic | null = null;

  enter({ paragraph, section, hint, text }: ReadSentence) {
    if (paragraph !== this.number) {
      this.number = paragraph;
      this.known = section === 3 ? 'applications' : section === 4 ? 'cases' : null;
    } else this.known = topicOf(this.text, this.known);
    this.known = hint ?? this.known;
    this.text = text;
  }

  get topic(): SentenceTopic | null {
    return this.known === 'other' ? null : this.known;
  }
}

/** An item with none of these counts nothing of the tables. */
const RELEVANT =
  /申请|收|受理|办|复|公开|提供|处理|转|诉讼|起诉|维持|纠|结果|审结|制定|制发|废止|失效|现行有效|规章|规范性文件|行政|自然人|法人|商业企业|机构|公益组织|掌握|制作|现成|不明确|国家秘密|第三方|内部|过程性|案卷|出版物/;

const OVER_INFORMATION = /信息公开|依申请|被申请|被提起|引发|引起|产生|未经复议/;

/** What the words before a figure say of it. */
interface Said {
  /** Words that have been passed but not yet looked at: for time and organ … */
  readonly unplaced: string;
  /** … and for the topic. */
  readonly unread: string;
  readonly ownTime: boolean | null;
  readonly ownScope: boolean | null;
  readonly topic: SentenceTopic | null;
}

/** Goes through the figures of a sentence. */
class SentenceReader {
  private readonly outcomes: number;
  private readonly besides: boolean;
  /** Whether cases are spoken of as those over information, and not as any that an organ handles. */
  private readonly overInformation: boolean;
  private inParts = false;
  /** The blocks of table 四 that results behind them belong to. */
  private blocks: readonly ReviewBlock[] = [];
  /** 备案、应诉、审理 of cases: said once, it goes for all cases that follow. */
  private otherCases = false;
  private finished = false;
  /** The row of 规章 or 规范性文件 that was spoken of last. */
  private documents: RowKey | null = null;

  constructor(
    private readonly reading: ReadSentence,
    private readonly year: number,
    private readonly speaker: Speaker,
    /** What the sentence before it speaks of. */
    private readonly before: SentenceTopic | null,
  ) {
    const { text, section } = reading;
    this.outcomes = countOutcomes(text);
    this.besides = text.includes('主动公开') || text.includes('制作政府信息');
    this.overInformation = before !== null || section === 4 || OVER_INFORMATION.test(text);
  }

  *statements(): Iterable<Statement> {
    let said: Said = {
      unplaced: '',
      unread: '',
      ownTime: null,
      ownScope: null,
      topic: this.before,
    };
    for (const item of readItems(this.reading.text, this.reading.figures)) {
      const { since, figure } = item;
      if (since.includes('；')) this.inParts = false;
      if (since.includes('其中')) this.inParts = true;
      const unplaced = said.unplaced + since;
      const unread = said.unread + since;
      let now: Said = { ...said, unplaced, unread };
      if (isRelevant(item)) {
        now = { ...now, topic: topicOf(unread, said.topic), unread: '' };
        const subject = figure.approximate ? null : this.subjectOf(item, now.topic);
        if (subject) {
          now = this.placed(item, now);
          if (isOwn(item, now)) yield this.statementOf(item, subject);
        }
      }
      // what a bracket says of time, organ and topic ends with it
      if (figure.depth === 0) said = now;
    }
  }

  /** With whose figure it is and of which time, as far as the words passed say so. */
  private placed({ clause }: FigureItem, said: Said): Said {
    const { unplaced, ownTime, ownScope } = said;
    return {
      ...said,
      unplaced: '',
      ownTime: isOwnTime(unplaced, this.year, ownTime) ?? ownTime,
      ownScope: isOwnScope(unplaced, clause, this.speaker) ?? ownScope,
    };
  }

  private subjectOf(item: FigureItem, spokenOf: SentenceTopic | null): Subject | null {
    const { clause, after } = item;
    if (/复议|诉讼|起诉/.test(clause) || /^[^申]{0,12}(?:复议|诉讼)/.test(after)) {
      this.otherCases ||= areOtherwise(item);
      if (this.otherCases || (item.figure.value > 0 && !this.overInformation)) return null;
      return casesIn(item, []);
    }
    this.otherCases = false;
    const result = this.blocks.length > 0 ? casesIn(item, this.blocks) : null;
    if (result) return result;
    const { year, inParts, outcomes, besides } = this;
    const topic = spokenOf === 'applications';
    return (
      disclosedIn(item, inParts, this.documents) ??
      applicationsIn(item, { year, topic, inParts, outcomes, besides })
    );
  }

  private statementOf({ figure, clause }: FigureItem, subject: Subject): Statement {
    if (subject.table === 'review' && subject.columns[0] === 'total') this.blocks = subject.blocks;
    const act = subject.table === 'requests' ? subject.act : null;
    if (act === 'finished') this.finished = true;
    this.documents =
      subject.table === 'disclosure' && subject.act !== 'decisions' ? subject.row : null;
    const { reading } = this;
    return {
      subject,
      value: figure.value,
      decimals: figure.decimals,
      scale: figure.scale,
      measure: figure.measure,
      part: act === 'carriedIn' && (this.finished || figure.depth > 0),
      span: spanIn(reading, figure.start, figure.end),
      figure: spanIn(reading, figure.start, figure.numberEnd),
      words: quote(reading.text, figure, clause),
    };
  }
}

function isRelevant({ figure, clause, after }: FigureItem): boolean {
  return figure.measure !== '%' && (RELEVANT.test(clause) || RELEVANT.test(after));
}

/** Whether all that has been said leaves it the organ's own figure of the year. */
function isOwn({ since, clause }: FigureItem, { ownTime, ownScope }: Said): boolean {
  const own = (ownTime ?? true) && (ownScope ?? true);
  return own && !isPlanned(since) && !SLOGAN.test(clause);
}

function* claimsOf(
  reading: ReadSentence,
  year: number,
  speaker: Speaker,
  topic: SentenceTopic | null,
): Iterable<Statement> {
  const { text } = reading;
  for (const claim of readClaims(text, topic)) {
    if (!isOwnClaim(text, claim, year, speaker)) continue;
    const { start, end, subject } = claim;
    yield {
      subject,
      value: 0,
      decimals: 0,
      scale: 1,
      measure: '',
      part: false,
      span: spanIn(reading, start, end),
      figure: null,
      words: text.slice(start, end),
    };
  }
}

function isOwnClaim(text: string, { start, end, from }: Claim, year: number, speaker: Speaker) {
  const before = text.slice(from, start);
  if (isOwnTime(text.slice(0, start), year, null) === false || isPlanned(before)) return false;
  const clause = before.slice(before.lastIndexOf('，') + 1);
  return isOwnScope(text.slice(0, end), clause + text.slice(start, end), speaker) !== false;
}

const PLANNED =
  /计划|预计|力争|争取|确保|目标(?!任务|考核|管理|责任)|拟(?!公[开布])|下一步|今后|明年|下一年(?!度?(?:继续)?办理)|下步|打算/;
/** 力求受理一件申请、化解一处疙瘩 */
const SLOGAN = /做到|努力|坚持|力求/;

function isPlanned(since: string): boolean {
  return PLANNED.test(since);
}

const LONGEST_QUOTE = 24;

/** 受理政府信息公开申请6件: the clause with its figure, not too long. */
function quote(text: string, { start, end }: TextFigure, clause: string): string {
  const behind = /^[^，、；：。（）\d]{0,14}/.exec(text.slice(end))?.[0] ?? '';
  const before = clause.length > LONGEST_QUOTE ? `……${clause.slice(-LONGEST_QUOTE)}` : clause;
  return before + text.slice(start, end) + behind;
}
