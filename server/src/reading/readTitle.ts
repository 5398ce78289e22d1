// The report's title, and what it names: the organ and the year. Chosen by evidence among all lines that
// could be it, for a page from the web says the same words in its navigation, its metadata and its head.

import { organOf } from '../form/organs.js';
import type { Title } from '../report/report.js';
import type { Lines } from '../text/lines.js';
import { type Span, trimmed } from '../text/span.js';
import { WordRun } from '../text/wordRun.js';
import { type TitleWords, titleWords } from './titleWords.js';

/** A line that may be the title, or the last of its lines. */
interface Candidate extends TitleWords {
  readonly span: Span;
  /** How many lines of a page's frame stand before it. */
  readonly frames: number;
}

const LONGEST_TITLE = 70;
const LONGEST_PART = 40;
/** Organ, year and wording may each have a line. */
const MOST_LINES = 3;
/** Markdown's marks at the end of a heading or of words in bold. */
export const END_MARKS = new WordRun('** __ #');

/**
 * Finds the title: one line, or several where it was broken.
 * @param heading the line of the first official heading, before which it stands; null if there is none
 */
export function readTitle(
  text: string,
  lines: Lines,
  heading: number | null,
  fenced: (line: number) => boolean,
): Title | null {
  const found = [...candidatesIn(text, lines, heading ?? lines.count, fenced)];
  const sure = found.filter((one) => one.wording !== 'loose' || (heading !== null && one.year));
  const preamble = heading === null ? FAR : lines.spanOf(heading).start;
  const spans = found.map(({ span }) => span);
  const chosen = best(sure, () => evidenceIn(text, preamble, spans));
  if (!chosen) return heading === null ? null : behind(text, lines, heading, fenced);
  return titleOf(
    chosen,
    sure.filter((one) => isRepeated(one, chosen)).map(({ span }) => span),
  );
}

/** Where no heading says how far the preamble goes. */
const FAR = 4000;
const SIGNATURE = 200;

/** What an organ's name may stand in once more: the preamble but for the titles, and the signature. */
function evidenceIn(text: string, preamble: number, titles: readonly Span[]): string {
  const ends = [0, ...titles.map(({ end }) => end)];
  const between = ends.map((from, i) => text.slice(from, titles[i]?.start ?? preamble));
  return [...between, text.slice(Math.max(preamble, text.length - SIGNATURE))].join('\n');
}

function titleOf({ frames: _, ...title }: Candidate, repeated: Span[]): Title {
  return { ...title, repeated };
}

/** Where none stands before the sections, one in the official words behind their first heading. */
function behind(text: string, lines: Lines, heading: number, fenced: (line: number) => boolean) {
  for (const one of candidatesIn(text, lines, lines.count, fenced, heading + 1))
    if (one.wording === 'official' && one.organization) return titleOf(one, []);
  return null;
}

function* candidatesIn(
  text: string,
  lines: Lines,
  to: number,
  fenced: (line: number) => boolean,
  from = 0,
): Iterable<Candidate> {
  /** The lines before, nearest last, since the last one that can be no part of a title. */
  let before: Span[] = [];
  let frames = 0;
  for (let line = from; line < to; line++) {
    const span = withoutBars(text, lines.contentOf(line));
    if (span.start === span.end || fenced(line)) continue;
    if (isFrame(text, span)) {
      frames++;
      before = [];
      continue;
    }
    const found = canEndTitle(text, span) ? titleAt(text, before, span) : null;
    if (found) yield { ...found, frames };
    if (found || !isTitlePart(text, span)) before = [];
    else before = [...before, span].slice(1 - MOST_LINES);
  }
}

/** Most lines are running text: they are told apart by their length and their last character. */
function canEndTitle(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_TITLE && '告报结）)*_#'.includes(text.charAt(end - 1));
}

/** The line, or the one cell that it is. */
function withoutBars(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && '|\t '.includes(text.charAt(from))) from++;
  while (to > from && '|\t '.includes(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** 首页 > 政务公开, 标题：…, 发布机构 | …: what a web page or a system says about the report. */
const FRAME =
  /[>›»＞|｜\t：:]|^(?:当前位置|您(?:现在)?(?:所?在)?的?位置|首页|网站首页|索\s*引\s*号|(?:信息)?(?:名称|标题|题名)|Page\s+\d)/u;

function isFrame(text: string, span: Span): boolean {
  if (span.end - span.start > LONGEST_TITLE) return false;
  return FRAME.test(text.slice(span.start, span.end));
}

/** The title that ends with this line, if one does: alone, or with the lines before it. */
function titleAt(text: string, before: readonly Span[], span: Span) {
  const own = unmarked(text, span);
  let named: (TitleWords & { span: Span }) | null = null;
  for (let more = 0; more <= before.length; more++) {
    const first = more === 0 ? span : (before.at(-more) as Span);
    const whole = { start: unmarked(text, first).start, end: own.end };
    const words = titleWords(text, whole);
    if (!words) continue;
    named ??= { ...words, span: whole };
    const { organization } = words;
    // lines that name no organ may be of the page
    if (organization && (more === 0 ? !BODY.test(organization) : organOf(organization)))
      return { ...words, span: whole };
  }
  return named;
}

/** What stands behind the name of an area. */
const BODY = /^(?:人民政府|政府|办事处|管委会|管理委员会|办公室)/;

/** A line that can be the first half of a title: short, no marks. */
function isTitlePart(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_PART && !/[，。；：、,;:|\t]/.test(text.slice(start, end));
}

function unmarked(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  const head = /^(?:\\?#{1,6}\s*|\\?\*\\?\*|\\?_\\?_)+/.exec(line)?.[0].length ?? 0;
  return trimmed(text, { start: start + head, end: start + END_MARKS.before(line).length });
}

const WORTH: Readonly<Record<Title['wording'], number>> = { official: 3, near: 2, loose: 0 };

/**
 * The one with most in its favour. Of equals the first; but where the frame of a page stands between
 * them the last, which is nearest to the text.
 */
function best(candidates: readonly Candidate[], evidence: () => string): Candidate | undefined {
  const [first, ...more] = candidates;
  if (!first || more.length === 0) return first;
  const around = evidence();
  const worth = ({ wording, organization, year }: Candidate) =>
    WORTH[wording] +
    (year === null ? 0 : 1) +
    (organization === null ? 0 : 1) +
    (organization && organOf(organization) ? 2 : 0) +
    (organization && around.includes(organization) ? 1 : 0);
  return more.reduce((chosen, one) => {
    const gain = worth(one) - worth(chosen);
    return gain > 0 || (gain === 0 && one.frames > chosen.frames) ? one : chosen;
  }, first);
}

/** Whether it gives the title once more: the page around a report names it too, in the same words. */
function isRepeated(one: Candidate, title: Candidate): boolean {
  if (one === title || one.wording === 'loose' || !organOf(one.organization ?? '')) return false;
  if (one.year !== null && one.year !== title.year) return false;
  return one.frames === title.frames || one.text !== title.text;
}
