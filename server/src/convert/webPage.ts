// The report on a web page, without the site around it: from its title to its last paragraph. Where it
// stands is told by the official headings; what is not surely of the site is kept.
import { organOf } from '../form/organs.js';
import { headingIn, readSections } from '../reading/readSections.js';
import { readTitle } from '../reading/readTitle.js';
import { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { isBelow, isButtons, isImprint, isOnFile, isOnFileLabel } from './frameWords.js';
import type { TextPiece } from './pieces.js';
import type { PageElement } from './seen.js';

/** A line of the page's text. */
interface PageLine {
  readonly pieces: TextPiece[];
  readonly text: string;
  /** Where it begins in the HTML. */
  readonly at: number;
  /** What its first words stand in. */
  readonly element: PageElement | undefined;
  readonly isPicture: boolean;
  /** All of it is a link that leads away. */
  readonly isLink: boolean;
}

/** The text of the report, or of all of the page where there is none. */
export interface PageText {
  readonly pieces: readonly TextPiece[];
  readonly isReport: boolean;
  /** Whether there is more on the page. */
  readonly isPart: boolean;
}

/** Takes the report out of the text of a page. */
export function reportOn(pieces: readonly TextPiece[]): PageText {
  const own = pieces.find(({ element }) => element?.own)?.element?.own;
  if (own) {
    const inside = pieces.filter(({ start }) => own.start <= start && start < own.end);
    return { pieces: inside, isReport: true, isPart: inside.length < pieces.length };
  }
  const lines = linesOf(pieces);
  const found = findReport(lines.filter(({ isPicture }) => !isPicture));
  if (!found)
    return { pieces: pieces.filter((one) => !one.isPicture), isReport: false, isPart: false };
  const kept = keptOf(lines, found);
  return { pieces: piecesOf(kept), isReport: true, isPart: kept.length < lines.length };
}

function piecesOf(lines: readonly PageLine[]): TextPiece[] {
  return lines.flatMap((line) => line.pieces);
}

/** The pieces of each line, the line end with them. */
function linesOf(pieces: readonly TextPiece[]): PageLine[] {
  const lines: PageLine[] = [];
  let open: TextPiece[] = [];
  for (const piece of pieces.flatMap(atLineEnds)) {
    open.push(piece);
    if (!piece.text.endsWith('\n')) continue;
    lines.push(lineOf(open));
    open = [];
  }
  if (open.length > 0) lines.push(lineOf(open));
  return lines;
}

/** Preformatted text has several lines. */
function atLineEnds(piece: TextPiece): TextPiece[] {
  const { text, start } = piece;
  if (text.length < 2 || !text.includes('\n')) return [piece];
  const parts: TextPiece[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from) + 1 || text.length;
    parts.push({ ...piece, text: text.slice(from, end), start: start + from, end: start + end });
    from = end;
  }
  return parts;
}

function lineOf(pieces: TextPiece[]): PageLine {
  const written = pieces.filter(({ text, element }) => element && text.trim() !== '');
  const first = written[0] ?? pieces[0];
  return {
    pieces,
    text: pieces
      .map(({ text }) => text)
      .join('')
      .replace(/[\r\n]/g, ' '),
    at: first?.start ?? 0,
    element: first?.element,
    isPicture: pieces.some(({ isPicture }) => isPicture),
    isLink: written.length > 0 && written.every(isAway),
  };
}

/** A link whose end tag is lost would go on to the end of the page. */
const LONGEST_LINK = 2000;
const FILE = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|rar|zip|txt|jpe?g|png|gif|bmp)(?:$|[?#])/i;
const ADDRESS = /^\s*(?:https?:|www\.)|@/i;

/** Whether text is a link to elsewhere: to no place on the page, no attached file, and no address in itself. */
function isAway({ text, element }: TextPiece): boolean {
  const link = element?.link;
  if (!link || link.end - link.start > LONGEST_LINK) return false;
  return !link.href.startsWith('#') && !FILE.test(link.href) && !ADDRESS.test(text);
}

/** What of a report is sure. */
interface FoundReport {
  /** First and last line of the title; null where none stands above the sections. */
  readonly title: readonly [PageLine, PageLine] | null;
  /** The lines of the sections' headings that were chosen. */
  readonly headings: readonly PageLine[];
  /** The last of all headings. */
  readonly last: PageLine;
  /** What holds all of them; undefined if that is the whole page. */
  readonly container: PageElement | undefined;
}

/** Finds the report among the lines of a page by two of its headings, or by one and its title. */
function findReport(lines: readonly PageLine[]): FoundReport | null {
  const text = lines.map((line) => line.text).join('\n');
  const index = Lines.of(text);
  const at = (offset: number) => lines[index.lineAt(offset)] as PageLine;
  const isLink = (line: number) => lines[line]?.isLink === true;
  const sections = readSections(text, index, isLink);
  const start = sections[0]?.heading.start;
  if (start === undefined || !sections.some(({ official }) => official)) return null;
  const isValue = (line: number) => isOnFileLabel(lines[line - 1]?.text ?? '');
  const apart = (line: number) => isLink(line) || isValue(line);
  const read = readTitle(text, index, index.lineAt(start), apart);
  const above = read && read.span.start < start ? read : null;
  if (sections.length < 2 && above?.wording !== 'official') return null;

  const headings = sections.map(({ heading }) => at(heading.start));
  // what is outside of them all may be of another report: it is no frame either
  const all = lines.filter(
    (line) => headings.includes(line) || (!line.isLink && headingIn(line.text)?.official),
  );
  const last = all.at(-1) as PageLine;
  // one heading alone is held by what is around it
  const first = all.length > 1 ? all[0]?.element : last.element?.parent;
  const container = common(first, last.element);
  const isInside = (span: Span) => isIn(container, at(span.start));
  const again = above?.repeated.find(isInside);
  const chosen = above && again && !isInside(above.span) ? again : above?.span;
  const title = chosen ? ([at(chosen.start), at(chosen.end)] as const) : null;
  return { title, headings, last, container };
}

/** The smallest element that two stand in, if it is not all of the page. */
function common(a: PageElement | undefined, b: PageElement | undefined): PageElement | undefined {
  let one = b;
  while (one && a && !(one.start <= a.start && a.end <= one.end)) one = one.parent;
  return !a || one?.name === 'body' || one?.name === 'html' ? undefined : one;
}

function isIn(element: PageElement | undefined, { at }: PageLine): boolean {
  return !element || (element.start <= at && at < element.end);
}

/** The lines that are of the report, or may be. */
function keptOf(lines: readonly PageLine[], found: FoundReport): PageLine[] {
  const heading = lines.indexOf(found.headings[0] as PageLine);
  const from = found.title ? lines.indexOf(found.title[0]) : heading;
  const preamble = found.title ? lines.indexOf(found.title[1]) + 1 : from;
  const tail = lines.indexOf(found.last) + 1;
  return [
    ...aboveTitle(lines.slice(0, from), found),
    ...lines.slice(from, preamble),
    ...inPreamble(lines.slice(preamble, heading), found),
    ...lines.slice(heading, tail).filter((line) => isOfSections(line, found)),
    ...inTail(lines.slice(tail), found),
  ];
}

/** 附件1, 青政发〔2024〕3号: what may stand above a title that is of the report. */
const ABOVE_TITLE = /^\s*(?:附件\s?\d{0,2}[：:]?|\S{2,12}〔20\d\d〕\d{1,4}号)\s*$/;

/** Above the title, or above the sections of a report that has none: from the frame on. */
function aboveTitle(lines: readonly PageLine[], { title, container }: FoundReport): PageLine[] {
  const isKept = (line: PageLine) => {
    if (!title) return !isOfFrame(line) && (isIn(container, line) || isProse(line));
    return isIn(container, line) && ABOVE_TITLE.test(line.text);
  };
  let from = lines.length;
  while (from > 0 && isKept(lines[from - 1] as PageLine)) from--;
  return lines.slice(from);
}

/** Between title and sections stands what the site has to say of the report, too. */
function inPreamble(lines: readonly PageLine[], { container }: FoundReport): PageLine[] {
  const kept = withoutFiles(lines).filter((line, i, all) => !isOfFrame(line, all[i - 1]));
  if (kept.length === lines.length) return kept;
  return kept.filter((line) => isIn(container, line) || isProse(line));
}

/** Lines but for the tables that have a row of what is on file about the page. */
function withoutFiles(lines: readonly PageLine[]): PageLine[] {
  const isRow = (line: PageLine | undefined) => line?.text.includes('\t') ?? false;
  const kept: PageLine[] = [];
  for (let from = 0; from < lines.length; ) {
    let end = from + 1;
    if (isRow(lines[from])) while (isRow(lines[end])) end++;
    const group = lines.slice(from, end);
    if (!isRow(group[0]) || !group.some(({ text }) => isOnFile(text)))
      for (const line of group) kept.push(line);
    from = end;
  }
  return kept;
}

/**
 * Among the sections only buttons, banners and links that are called a part of the site are none of the
 * report. What reads like a button and is written as the paragraphs of the report are is one of them.
 */
function isOfSections(line: PageLine, found: FoundReport): boolean {
  if (isButtons(line.text)) return isPlainParagraph(line, found);
  return !(line.isLink && (line.isPicture || isFramed(line, found)));
}

/** A paragraph beside a heading, in which nothing can be clicked. */
function isPlainParagraph({ element, pieces }: PageLine, { headings }: FoundReport): boolean {
  const block = blockOf(element);
  if (block?.name !== 'p' || pieces.some((piece) => piece.element?.link)) return false;
  return headings.some((heading) => blockOf(heading.element)?.parent === block.parent);
}

const PARAGRAPHS = /^(?:p|h[1-6]|div|section|article|li|td|th|pre|body)$/;

/** The paragraph, or what else makes a line, that an element stands in. */
function blockOf(element: PageElement | undefined): PageElement | undefined {
  let block = element;
  while (block && !PARAGRAPHS.test(block.name)) block = block.parent;
  return block;
}

function isFramed({ element }: PageLine, { container, headings }: FoundReport): boolean {
  const frame = element?.frame;
  if (!frame || (container && frame.start <= container.start)) return false;
  return !headings.some((heading) => isIn(frame, heading));
}

/** Below the last heading: to the end of what holds the sections, or to what surely is of the site. */
function inTail(lines: readonly PageLine[], { container }: FoundReport): PageLine[] {
  const kept: PageLine[] = [];
  let isOver = false;
  for (const line of lines) {
    if (line.isPicture && (isOver || line.isLink)) continue;
    isOver ||= isBelow(line.text);
    if (isBelow(line.text) || isOfImprint(line)) {
      // where nothing holds the report, buttons are what ends it
      isOver ||= !container;
      continue;
    }
    const isInside = isIn(container, line);
    const isKept = isInside
      ? !isOver || isParagraph(line)
      : !isOver && (isProse(line) || isSignature(line.text) || line.text.includes('\t'));
    if (isKept) kept.push(line);
  }
  // a code to scan, an emblem
  while (kept.at(-1)?.isPicture) kept.pop();
  return kept;
}

function isOfFrame({ text, isLink, isPicture }: PageLine, before?: PageLine): boolean {
  if (isLink || isPicture || isButtons(text) || isOnFile(text) || isOnFileLabel(text)) return true;
  return before !== undefined && isOnFileLabel(before.text) && text.length < LONGEST_VALUE;
}

function isOfImprint({ text, isLink }: PageLine): boolean {
  return isLink || isButtons(text) || isImprint(text);
}

/** What is on file about a page is no longer than this. */
const LONGEST_VALUE = 80;
const SHORTEST_SENTENCE = 12;
const NUMBERED = /^\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/;

/** Running text: a sentence, or a numbered heading. */
function isProse({ text, isLink }: PageLine): boolean {
  if (isLink) return false;
  const words = text.trim();
  return NUMBERED.test(words) || (words.length >= SHORTEST_SENTENCE && /[。；：]/.test(words));
}

/** Neither the address of an organ nor what a neighbour is about is so long. */
const SHORTEST_PARAGRAPH = 60;

function isParagraph(line: PageLine): boolean {
  return isProse(line) && line.text.length >= SHORTEST_PARAGRAPH;
}

const LONGEST_SIGNATURE = 30;
const DATE = /^(?:20\d\d|二[〇零○]..)年\S{1,3}月\S{1,3}日$/u;

/** 青禾县民政局, 2024年1月20日. */
function isSignature(text: string): boolean {
  const words = text.replace(/\s/g, '');
  if (words.length > LONGEST_SIGNATURE) return false;
  return DATE.test(words) || organOf(words)?.area != null;
}
