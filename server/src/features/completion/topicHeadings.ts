// How the topics of section 一 are headed in a report, and which of them it has.
import { type HeadingLevel, printedNumber, readNumbering } from '../../form/numbering.js';
import { missingTopics } from '../../judging/topics.js';
import type { ProseLine, Report } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { TOPIC_TEXTS, type TopicText } from './topicList.js';

/** A line that is being typed and does not count, or a place between lines. */
export interface Here {
  readonly report: Report;
  readonly span: Span;
}

/** A line of section 一 that begins with a number. */
export interface TopicHeading {
  readonly line: ProseLine;
  /** Markdown's # before it. */
  readonly mark: string;
  readonly level: HeadingLevel;
  readonly number: number;
  /** The text begins on the next line. */
  readonly isAlone: boolean;
  readonly topic: TopicText | undefined;
}

/** How another topic is to be headed. */
export interface TopicStyle {
  readonly mark: string;
  /** `''` for running text without headings. */
  readonly numbering: string;
  readonly isAlone: boolean;
}

/** A longer line is a paragraph. */
const LONGEST_HEADING = 24;

/** The numbered lines of section 一. */
export function headingsIn(report: Report, typed?: Span): TopicHeading[] {
  return overviewLines(report, typed).flatMap((line): TopicHeading[] => {
    const written = report.text.slice(line.span.start, line.span.end);
    const mark = /^(?:#+\s*)?/.exec(written)?.[0] ?? '';
    const numbering = readNumbering(written, { start: mark.length, end: written.length });
    if (!numbering || numbering.level === 1) return [];
    const { level, number, end } = numbering;
    const words = written.slice(end, end + LONGEST_HEADING);
    const isAlone = written.length <= LONGEST_HEADING && !/[。：:]/.test(written);
    const topic = TOPIC_TEXTS.find(({ heading }) => heading.test(words));
    return [{ line, mark, level, number, isAlone, topic }];
  });
}

/** The heading of one more topic; numbered for the first time only if `isNumbered`. */
export function styleAt({ report, span }: Here, isNumbered: boolean): TopicStyle {
  const headings = headingsIn(report, span);
  const [first] = headings;
  if (!first) return { mark: '', numbering: isNumbered ? printedNumber(2, 1) : '', isAlone: false };
  const { level, mark, isAlone } = first;
  const above = headings.findLast((one) => one.level === level && one.line.span.end <= span.start);
  return { mark, numbering: printedNumber(level, (above?.number ?? 0) + 1), isAlone };
}

/** Topics that section 一 says nothing of, in the form's order. */
export function lackingTopics(report: Report, typed?: Span): TopicText[] {
  if (overviewLines(report, typed).length === 0) return [...TOPIC_TEXTS];
  const names = missingTopics({ ...report, prose: without(report, typed) }).map(({ name }) => name);
  return TOPIC_TEXTS.filter(({ name }) => names.includes(name));
}

/** The running text of section 一. */
export function overviewLines(report: Report, typed?: Span): ProseLine[] {
  const heading = report.sections.find(({ number }) => number === 1)?.heading;
  return without(report, typed).filter(
    ({ section, span }) => section === 1 && heading !== undefined && span.start >= heading.end,
  );
}

function without({ prose }: Report, typed?: Span): readonly ProseLine[] {
  if (!typed || typed.start === typed.end) return prose;
  return prose.filter(({ span }) => span.end <= typed.start || span.start >= typed.end);
}
