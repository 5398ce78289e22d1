// Running text → what it says of the tables. Pure; one pass finds the sentences worth a look, the
// rest is done around their figures only.

import { readClaims } from './prose/claims.js';
import { isOwnScope, isOwnTime, type Organ, organOf } from './prose/context.js';
import { disclosedIn } from './prose/disclosure.js';
import { type Figure, readFigures } from './prose/figure.js';
import { type Item, readItems } from './prose/item.js';
import { applicationsIn, countOutcomes } from './prose/requests.js';
import { areOtherwise, casesIn } from './prose/review.js';
import { spanIn } from './prose/fold.js';
import { readSentences, type Sentence } from './prose/sentence.js';
import type { ReviewBlock, Statement, Subject } from './prose/statement.js';
import { type Topic, topicOf } from './prose/topic.js';
import type { Report } from './report.js';

export type { Figure } from './prose/figure.js';
export { spanIn } from './prose/fold.js';
export type { Sentence } from './prose/sentence.js';
export type { Act, ReviewBlock, Statement, Subject } from './prose/statement.js';

/** A sentence with its figures. */
export interface Reading extends Sentence {
  readonly figures: readonly Figure[];
}

const readings = new WeakMap<Report, readonly Reading[]>();

/** The sentences that hold figures or may claim something, read once for each report. */
export function readingsOf(report: Report): readonly Reading[] {
  let found = readings.get(report);
  if (!found) {
    found = readSentences(report).map((sentence) => ({
      ...sentence,
      figures: readFigures(sentence.text),
    }));
    readings.set(report, found);
  }
  return found;
}

/** What is known as the sentences of a paragraph, and the items of a sentence, are gone through. */
interface State {
  /** What was spoken of last. */
  topic: Topic | null;
  ownTime: boolean | null;
  ownScope: boolean | null;
  inParts: boolean;
  /** The blocks of table 四 that results behind them belong to. */
  blocks: readonly ReviewBlock[];
  /** 备案、应诉、审理 of cases: said once, it goes for all cases that follow. */
  otherCases: boolean;
  finished: boolean;
}

/** Everything in the running text that can be held against the tables, in order. */
export function readStatements(report: Report): Statement[] {
  const organ = organOf(report);
  const statements: Statement[] = [];
  let paragraph = -1;
  let topic: Topic | null = null;
  for (const reading of readingsOf(report)) {
    if (reading.paragraph !== paragraph) {
      paragraph = reading.paragraph;
      topic = reading.section === 3 ? 'applications' : reading.section === 4 ? 'cases' : null;
    }
    const state: State = {
      topic,
      ownTime: null,
      ownScope: null,
      inParts: false,
      blocks: [],
      otherCases: false,
      finished: false,
    };
    readFiguresOf(report, organ, reading, state, statements);
    readClaimsOf(report, organ, reading, topic, statements);
    topic = topicOf(reading.text, state.topic);
  }
  return statements;
}

function readFiguresOf(
  report: Report,
  organ: Organ,
  reading: Reading,
  state: State,
  statements: Statement[],
) {
  const { figures, text } = reading;
  if (figures.length === 0) return;
  const outcomes = countOutcomes(text);
  for (const item of readItems(reading, figures)) {
    const { figure, since, clause } = item;
    if (figure.measure === '%') continue;
    const inner = figure.depth > 0 ? { ...state } : state;
    enter(inner, item, organ, report.year);
    if (figure.approximate || !(inner.ownTime ?? true) || !(inner.ownScope ?? true)) continue;
    if (isPlanned(since) || SLOGAN.test(clause) || report.year === null) continue;
    const subject = subjectOf(item, inner, report.year, outcomes);
    if (!subject) continue;
    if (subject.table === 'review' && subject.columns[0] === 'total') inner.blocks = subject.blocks;
    if (subject.table === 'requests' && subject.act === 'finished') state.finished = true;
    statements.push({
      subject,
      value: figure.value,
      decimals: figure.decimals,
      scale: figure.scale,
      measure: figure.measure,
      part:
        subject.table === 'requests' &&
        subject.act === 'carriedIn' &&
        (state.finished || figure.depth > 0),
      span: spanIn(reading, figure.start, figure.end),
      figure: spanIn(reading, figure.start, figure.numberEnd),
      words: quote(text, figure, clause),
    });
  }
}

/** Takes in the words since the last figure: time, subject, topic, list of parts. */
function enter(state: State, { since, clause }: Item, organ: Organ, year: number | null) {
  state.ownTime = isOwnTime(since, year, state.ownTime) ?? state.ownTime;
  state.ownScope = isOwnScope(since, clause, organ) ?? state.ownScope;
  state.topic = topicOf(since, state.topic);
  if (since.includes('；')) state.inParts = false;
  if (since.includes('其中')) state.inParts = true;
}

const PLANNED =
  /(?:计划|预计|力争|争取|确保|目标|拟|下一步|今后|明年|下一年(?!度?(?:继续)?办理)|下步|打算)/;

/** 办结一件申请、解决一个问题 */
const SLOGAN = /做到|努力|坚持/;

function isPlanned(since: string): boolean {
  return PLANNED.test(since.replace(/拟公[开布]|目标(?:任务|考核|管理|责任)/g, ''));
}

function subjectOf(item: Item, state: State, year: number, outcomes: number): Subject | null {
  const { clause, after } = item;
  if (/复议|诉讼|起诉/.test(clause) || /^[^申]{0,12}(?:复议|诉讼)/.test(after)) {
    state.otherCases ||= areOtherwise(item);
    return state.otherCases ? null : casesIn(item, []);
  }
  state.otherCases = false;
  if (state.blocks.length > 0) {
    const result = casesIn(item, state.blocks);
    if (result) return result;
  }
  return (
    disclosedIn(item, state.inParts) ??
    applicationsIn(item, {
      year,
      topic: state.topic === 'applications',
      inParts: state.inParts,
      outcomes,
    })
  );
}

function readClaimsOf(
  report: Report,
  organ: Organ,
  reading: Reading,
  topic: Topic | null,
  statements: Statement[],
) {
  const { text } = reading;
  if (!/申请|复议|诉讼|办结|答复|结转|规范性文件/.test(text) || report.year === null) return;
  for (const { start, end, subject, value, from } of readClaims(text, topic)) {
    const before = text.slice(from, start);
    const clause = before.slice(before.lastIndexOf('，') + 1);
    if (isOwnTime(text.slice(0, start), report.year, null) === false) continue;
    const claimed = clause + text.slice(start, end);
    if (isOwnScope(text.slice(0, end), claimed, organ) === false) continue;
    if (isPlanned(before)) continue;
    const span = spanIn(reading, start, end);
    const words = text.slice(start, end);
    statements.push({
      subject,
      value,
      decimals: 0,
      scale: 1,
      measure: '',
      part: false,
      span,
      figure: null,
      words,
    });
  }
}

/** 受理政府信息公开申请6件: the clause with its figure, not too long. */
function quote(text: string, { start, end }: Figure, clause: string): string {
  const behind = /^[^，、；：。（）\d]{0,14}/.exec(text.slice(end))?.[0] ?? '';
  return clause.slice(-18) + text.slice(start, end) + behind;
}
