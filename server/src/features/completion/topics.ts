// The topics of section 一 with the sentences that such reports use.
import { type Level, printedNumber, readNumbering } from '../../report/numbering.js';
import type { ProseLine, Report } from '../../report/report.js';
import { isGovernment, missingTopics, OF_GOVERNMENTS } from '../../report/topics.js';
import { lineEndOf } from '../../text/lines.js';
import { paragraphGap } from './around.js';
import { counted, figureOf, requestsSentence } from './figures.js';
import { type Insertable, offered, type Piece, type Source } from './piece.js';
import { isFree, isHeading, type Place } from './place.js';
import { joined, type Snippet, snippet, stop } from './snippet.js';

interface TopicText {
  /** As in `TOPICS`. */
  readonly name: string;
  /** Tells it from other headings. */
  readonly heading: RegExp;
  readonly keys: readonly string[];
  sentence(report: Report): Snippet;
}

const TEXTS: readonly TopicText[] = [
  {
    name: '主动公开',
    heading: /^主动公开/,
    keys: ['公开', 'zdgk'],
    sentence: (report) =>
      snippet`全年通过${stop('政府网站')}、${stop('公开栏')}等渠道主动公开政府信息${stop('条数')}条；制发行政规范性文件${counted(figureOf(report, 'disclosure', 'normative', 'issued'))}件，均及时公开。`,
  },
  {
    name: '依申请公开',
    heading: /^(?:依申请|政府信息公开申请)/,
    keys: ['申请公开', '本年新收', '新收', '上年结转', 'ysqgk', 'bnxs'],
    sentence: requestsSentence,
  },
  {
    name: '政府信息管理',
    heading: /信息(?:资源)?(?:规范)?管理/,
    keys: ['信息管理', '管理', 'zfxxgl', 'xxgl'],
    sentence: (report) =>
      snippet`制发公文时同步确定公开属性，公开前逐件进行保密审查；及时清理已经公开的信息，现行有效的行政规范性文件${counted(figureOf(report, 'disclosure', 'normative', 'inForce'))}件全部集中公布。`,
  },
  {
    name: '政府信息公开平台建设',
    heading: /平台/,
    keys: ['平台建设', '公开平台建设', 'zfxxgkptjs', 'ptjs'],
    sentence: () =>
      snippet`维护好${stop('政府网站')}的政府信息公开专栏，及时更新栏目内容；在${stop('便民服务中心')}设立政府信息查阅点，方便群众查询。`,
  },
  {
    name: '监督保障',
    heading: /监督|保障/,
    keys: ['保障', 'jdbz'],
    sentence: (report) =>
      snippet`配备专职人员${stop('人数')}名，全年组织业务培训${stop('次数')}次；${isGovernment(report) ? evaluation() : '政府信息公开工作纳入年度考核。'}`,
  },
];

/** What governments must tell besides. */
function evaluation(): Snippet {
  return snippet`政府信息公开工作纳入年度考核，开展社会评议${stop('次数')}次，${stop('没有需要追究责任的情形')}。`;
}

export const topics: Source = {
  *at(place) {
    if (place.above?.number !== 1 || !isFree(place) || isHeading(place)) return;
    const { report, words, clause } = place;
    const headed = headedBy(place);
    if (headed) yield* offered(clause, [sentenceOf(report, headed)]);
    if (clause.span.start > words.span.start) return;
    const style = styleAt(report, place.span.start);
    const lead =
      /^(?:#+\s*)?(?:[（(][一二三四五六七八九十\d]*[）)]?|[\d一二三四五六七八九十]+[.．、]?)?/;
    yield* offered(
      words,
      lackingAt(place).map((topic) => headedPiece(report, topic, style)),
      lead.exec(words.text)?.[0],
    );
    yield* offered(words, extra(report));
  },
  *all(report) {
    if (!report.sections.some(({ number }) => number === 1)) return;
    const gap = paragraphGap(report);
    const lacking = lackingIn(report);
    for (const topic of TEXTS) {
      if (!lacking.includes(topic)) {
        yield { ...sentenceOf(report, topic), isMissing: false, offset: null };
        continue;
      }
      const offset = placeOf(report, topic);
      if (offset === null) continue;
      const piece = headedPiece(report, topic, styleAt(report, offset));
      yield { ...piece, body: [gap, ...piece.body], isMissing: true, offset };
    }
    const offset = endOfOverview(report);
    for (const piece of extra(report)) {
      if (offset === null) continue;
      yield { ...piece, body: [gap, ...piece.body], isMissing: true, offset } satisfies Insertable;
    }
  },
};

/** All five topics, for a section 一 with nothing in it. */
export function overview(report: Report): Snippet {
  const paragraphs = TEXTS.map(({ name, sentence }, i) => {
    return snippet`${printedNumber(2, i + 1)}${name}。${sentence(report)}`;
  });
  return joined(paragraphs, paragraphGap(report));
}

/** The missing topics, those first that follow the one above. */
function lackingAt({ report, span }: Place): TopicText[] {
  const lacking = lackingIn(report, span.start);
  const above = headingsOf(report).findLast((heading) => heading.line.span.end < span.start);
  const last = above?.topic ? TEXTS.indexOf(above.topic) : -1;
  const isNext = (topic: TopicText) => TEXTS.indexOf(topic) > last;
  return [...lacking.filter(isNext), ...lacking.filter((topic) => !isNext(topic))];
}

/** Topics that section 一 has neither words nor a heading of; the line being typed does not count. */
function lackingIn(report: Report, typed = -1): TopicText[] {
  const { lines } = report;
  const prose = report.prose.filter(
    ({ span }) => typed < 0 || lines.lineAt(span.start) !== lines.lineAt(typed),
  );
  const told = { ...report, prose };
  const isEmpty = !prose.some(({ section, span }) => section === 1 && isBody(report, span.start));
  if (isEmpty) return [...TEXTS];
  const names = missingTopics(told).map(({ name }) => name);
  return TEXTS.filter(({ name }) => names.includes(name));
}

function isBody({ sections }: Report, offset: number): boolean {
  return !sections.some(({ heading }) => heading.start <= offset && offset < heading.end);
}

function extra(report: Report): Piece[] {
  const lacking = lackingIn(report);
  const names = missingTopics(report).map(({ name }) => name);
  // 监督保障 of a government has it
  if (lacking.some(({ name }) => name === '监督保障')) return [];
  if (!OF_GOVERNMENTS.some(({ name }) => names.includes(name))) return [];
  return [
    {
      id: 'topic:evaluation',
      kind: 'sentence',
      label: '工作考核、社会评议和责任追究',
      detail: '各级人民政府要写明',
      keys: [
        '工作考核、社会评议和责任追究',
        '考核',
        '社会评议',
        '责任追究',
        'gzkh',
        'shpy',
        'zrzj',
      ],
      body: evaluation(),
    },
  ];
}

/** How the topics are headed here: mark, numbering, and whether the text begins on the next line. */
interface Style {
  readonly mark: string;
  readonly numbering: string;
  readonly isAlone: boolean;
}

interface Headed {
  readonly line: ProseLine;
  readonly mark: string;
  readonly level: Level;
  readonly number: number;
  readonly isAlone: boolean;
  readonly topic: TopicText | undefined;
}

function headingsOf(report: Report): Headed[] {
  const { text, prose } = report;
  return prose.flatMap((line): Headed[] => {
    if (line.section !== 1 || !isBody(report, line.span.start)) return [];
    const written = text.slice(line.span.start, line.span.end);
    const mark = /^(?:#+\s*)?/.exec(written)?.[0] ?? '';
    const numbering = readNumbering(written, { start: mark.length, end: written.length });
    if (!numbering || numbering.level === 1) return [];
    const words = written.slice(numbering.end, numbering.end + 20);
    return [
      {
        line,
        mark,
        level: numbering.level,
        number: numbering.number,
        isAlone: !/[。：:]./.test(written),
        topic: TEXTS.find(({ heading }) => heading.test(words)),
      },
    ];
  });
}

function styleAt(report: Report, offset: number): Style {
  const headings = headingsOf(report);
  const before = headings.filter(({ line }) => line.span.end <= offset);
  const [first] = headings;
  const level = first?.level ?? 2;
  const above = before.findLast((heading) => heading.level === level);
  if (!first) {
    // running text without headings goes on without them
    const isPlain = lackingIn(report, offset).length < TEXTS.length;
    return { mark: '', numbering: isPlain ? '' : printedNumber(2, 1), isAlone: false };
  }
  const numbering = printedNumber(level, (above?.number ?? 0) + 1);
  return { mark: first.mark, numbering, isAlone: first.isAlone };
}

function headedPiece(report: Report, topic: TopicText, style: Style): Piece {
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

/** The sentence alone, under a heading that is there. */
function sentenceOf(report: Report, { name, keys, sentence }: TopicText): Piece {
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
function headedBy({ report, span, clause, words }: Place): TopicText | undefined {
  const { prose } = report;
  const here = headingsOf(report).find(({ line }) => line.span.start === words.span.start);
  if (here && clause.span.start > words.span.start) return here.topic;
  const above = headingsOf(report).findLast(({ line }) => line.span.end <= span.start);
  const last = prose.findLast((line) => line.span.end <= span.start);
  return above && last === above.line && above.isAlone ? above.topic : undefined;
}

/** Behind the paragraphs of the topics before it. */
function placeOf(report: Report, topic: TopicText): number | null {
  const own = TEXTS.indexOf(topic);
  const next = headingsOf(report).find((heading) =>
    TEXTS.some((other, i) => i > own && other === heading.topic),
  );
  if (!next) return endOfOverview(report);
  const before = report.prose.findLast(({ span }) => span.end <= next.line.span.start);
  return before ? before.span.end : null;
}

function endOfOverview({ prose, sections }: Report): number | null {
  const last = prose.findLast(({ section }) => section === 1);
  return last?.span.end ?? sections.find(({ number }) => number === 1)?.heading.end ?? null;
}
