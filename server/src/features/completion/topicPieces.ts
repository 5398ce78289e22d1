// The topics that section 一 lacks, headed as the others are; the sentence alone under a heading that is
// there.
import { printedNumber } from '../../form/numbering.js';
import { GOVERNMENT_TOPICS, missingTopics } from '../../judging/topics.js';
import type { Report } from '../../report/report.js';
import { lineEndOf } from '../../text/lines.js';
import { paragraphGap } from './around.js';
import { type CompletionContext, isFree, isHeading } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';
import { joined, type Snippet, snippet } from './snippet.js';
import {
  headingsIn,
  lackingTopics,
  overviewLines,
  styleAt,
  type TopicStyle,
} from './topicHeadings.js';
import { evaluation, TOPIC_TEXTS, type TopicText } from './topicList.js';

/** A mark, and numbering as far as it has been typed. */
const LEAD =
  /^(?:#+\s*)?(?:[（(][一二三四五六七八九十\d]*[）)]?|[\d一二三四五六七八九十]+[.．、]?)?/;

const SHORTEST_BEGINNING = 3;

export const topics: PieceSource = {
  *at(place) {
    const { report, above, words, clause, span } = place;
    if (above?.number !== 1 || !isFree(place, clause) || isHeading(place)) return;
    const headed = headedBy(place);
    if (headed) yield* offered(clause, [sentenceOf(report, headed)]);
    if (clause.span.start > words.span.start) {
      // in the middle of a paragraph only what has clearly been begun
      if (!headed && clause.text.length >= SHORTEST_BEGINNING)
        yield* offered(
          clause,
          TOPIC_TEXTS.map((topic) => sentenceOf(report, topic)),
        );
      return;
    }
    const lead = LEAD.exec(words.text)?.[0] ?? '';
    const lacking = lackingTopics(report, span);
    const isPlain = lead === '' && lacking.length < TOPIC_TEXTS.length;
    const style = styleAt(place, !isPlain);
    const pieces = nextFirst(place, lacking).map((topic) => headedPiece(report, topic, style));
    yield* offered(words, pieces, lead);
    yield* offered(words, besides(report));
  },
  *all(report) {
    if (!report.sections.some(({ number }) => number === 1)) return;
    const gap = paragraphGap(report);
    const lacking = lackingTopics(report);
    for (const topic of TOPIC_TEXTS) {
      const isMissing = lacking.includes(topic);
      if (!isMissing) {
        yield { ...sentenceOf(report, topic), isMissing, offset: null };
        continue;
      }
      const offset = placeOf(report, topic);
      const style = styleAt(
        { report, span: { start: offset, end: offset } },
        lacking.length === TOPIC_TEXTS.length,
      );
      const piece = headedPiece(report, topic, style);
      yield { ...piece, body: [gap, ...piece.body], isMissing, offset };
    }
    for (const piece of besides(report))
      yield { ...piece, body: [gap, ...piece.body], isMissing: true, offset: endOf(report) };
  },
};

/** All five topics, for a section 一 that is only now written. */
export function overview(report: Report, gap: string): Snippet {
  const paragraphs = TOPIC_TEXTS.map(
    ({ name, sentence }, i) => snippet`${printedNumber(2, i + 1)}${name}。${sentence(report)}`,
  );
  return joined(paragraphs, gap);
}

/** Those first that follow the topic above. */
function nextFirst(
  { report, span }: CompletionContext,
  lacking: readonly TopicText[],
): TopicText[] {
  const above = headingsIn(report).findLast(({ line }) => line.span.end < span.start)?.topic;
  const last = above ? TOPIC_TEXTS.indexOf(above) : -1;
  const isNext = (topic: TopicText) => TOPIC_TEXTS.indexOf(topic) > last;
  return [...lacking.filter(isNext), ...lacking.filter((topic) => !isNext(topic))];
}

/** What governments must tell besides, where 监督保障 is there and does not have it. */
function besides(report: Report): Piece[] {
  const lacking = missingTopics(report);
  if (lacking.some(({ name }) => name === '监督保障')) return [];
  if (!GOVERNMENT_TOPICS.some((topic) => lacking.includes(topic))) return [];
  const label = '工作考核、社会评议和责任追究';
  return [
    {
      id: 'topic:evaluation',
      kind: 'sentence',
      label,
      detail: '各级人民政府要写明',
      keys: [label, '考核', '社会评议', '责任追究', 'gzkh', 'shpy', 'zrzj'],
      body: evaluation(),
    },
  ];
}

function headedPiece(report: Report, topic: TopicText, style: TopicStyle): Piece {
  const eol = lineEndOf(report.text);
  const { mark, numbering, isAlone } = style;
  const heading = numbering === '' ? '' : `${mark}${numbering}${topic.name}`;
  const between = heading === '' ? '' : isAlone ? eol + (mark ? eol : '') : '。';
  const label = `${numbering}${topic.name}`;
  return {
    ...sentenceOf(report, topic),
    label,
    detail: '总体情况要写明的一个方面',
    keys: [label, topic.name, ...topic.keys],
    body: snippet`${heading}${between}${topic.sentence(report)}`,
  };
}

/** The sentence of a topic, without a heading. */
export function sentenceOf(report: Report, { name, keys, sentence }: TopicText): Piece {
  return {
    id: `topic:${name}`,
    kind: 'sentence',
    label: name,
    detail: '总体情况的一段',
    keys: [name, ...keys],
    body: sentence(report),
  };
}

/** The topic under whose heading, with nothing yet behind it, the cursor stands. */
export function headedBy({
  report,
  span,
  clause,
  words,
}: CompletionContext): TopicText | undefined {
  const headings = headingsIn(report);
  if (clause.span.start > words.span.start)
    return headings.find(({ line }) => line.span.start === words.span.start && isHeaded(line))
      ?.topic;
  const last = overviewLines(report).findLast((line) => line.span.end <= span.start);
  return headings.find(({ line, isAlone }) => isAlone && line === last)?.topic;

  /** （二）依申请公开。 and nothing else before what is being typed. */
  function isHeaded(line: { readonly span: { readonly start: number } }): boolean {
    const before = report.text.slice(line.span.start, clause.span.start).trimEnd();
    return before.search(/[。；！？]/) === before.length - 1;
  }
}

/** Behind the paragraphs of the topics before it. */
function placeOf(report: Report, topic: TopicText): number {
  const own = TOPIC_TEXTS.indexOf(topic);
  const next = headingsIn(report).find(
    (heading) => heading.topic && TOPIC_TEXTS.indexOf(heading.topic) > own,
  );
  if (!next) return endOf(report);
  const before = report.prose.findLast(({ span }) => span.end <= next.line.span.start);
  return before?.span.end ?? endOf(report);
}

/** The end of section 一's running text. */
function endOf(report: Report): number {
  const heading = report.sections.find(({ number }) => number === 1)?.heading.end ?? 0;
  return overviewLines(report).at(-1)?.span.end ?? heading;
}
