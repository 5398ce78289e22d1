// Text as it stands on paper: without what no paper shows, and of Markdown without its marks, which say how
// it looks. Pictures stay, for nobody can tell what is in them.
import { hideEscapes, showEscapes } from '../../text/markdownEscapes.js';
import type { Markup } from '../../text/markup.js';
import { WordRun } from '../../text/wordRun.js';

/** What stands before the words of a line: # > - and their like, each with a blank behind it. */
const AHEAD = /^(?:(?:#{1,6}|>|[-*+])[ \t\u3000]+)+/;
/** #标题 and **标题**, as offices write it. */
const TIGHT = /^#{1,6}(?=[^#\s])/;
/** At the end of a heading: ## */
const BEHIND = new WordRun('#');
const BOLD = /\*\*([^\s*][^*]*)\*\*/g;
const UNDERLINED = /(^|[^_\p{L}\p{N}])__([^\s_][^_]*)__($|[^_\p{L}\p{N}])/gu;
/** [words](address): the address of a page, a file or a place, so that 〔2021〕 in wrong brackets is none. */
const LINK = /(!?)\[([^[\]]+)\]\([^()\s/.#]*[/.#][^()\s]*\)/g;
/** Tags of HTML that say how words look, as Markdown may have them. */
const LOOKS =
  /<\/?(?:b|big|center|div|em|font|i|mark|p|small|span|strong|sub|sup|u)(?: [^<>]*)?>/gi;
/** Bars that part nothing. */
const BARS = /^[|｜\s]+$/;
/** A line that is drawn, and such bars. */
const RULE = /^(?:-{3,}|={3,}|\*{3,}|[|｜\s]+)$/;
/** Control characters, and halves of a character. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const SEPARATORS = /[\t\r\n]/;
const SEPARATORS_AND_BARS = /[\t\r\n|｜]/;
const BREAK = /<br ?\/?>/i;

/** The words of a line; none where it is all marks. */
export function wordsOfLine(line: string, markup: Markup): string {
  const words = withoutUnseen(line).trim();
  if (markup === 'none') return words;
  if (markup === 'text') return BARS.test(words) ? '' : words;
  const seen = hideEscapes(words).trim();
  if (RULE.test(seen)) return '';
  const tight = seen.replace(AHEAD, '').replace(TIGHT, '');
  const isHeading = tight !== seen && seen.startsWith('#');
  return showEscapes(withoutEmphasis(isHeading ? BEHIND.before(tight).trimEnd() : tight).trim());
}

/** How many of Markdown's # stand before a line. */
export function hashesOf(line: string, markup: Markup): number {
  if (markup !== 'markdown') return 0;
  return /^\s*(#{1,6})/.exec(line)?.[1]?.length ?? 0;
}

/**
 * The words of a cell, on one line. Between figures of two lines a blank stands, between 汉字 nothing. `hasBars`:
 * whether bars in it part cells.
 */
export function wordsOfCell(cell: string, markup: Markup, hasBars: boolean): string {
  const isMarkdown = markup === 'markdown';
  const seen = withoutUnseen(cell);
  const lines = markup === 'none' ? [seen] : (isMarkdown ? hideEscapes(seen) : seen).split(BREAK);
  const pieces = lines
    .flatMap((line) => line.split(hasBars ? SEPARATORS_AND_BARS : SEPARATORS))
    .map((piece) => piece.trim());
  const joined = pieces.reduce((words, piece) =>
    /[!-~]$/.test(words) && /^[!-~]/.test(piece) ? `${words} ${piece}` : words + piece,
  );
  return isMarkdown ? showEscapes(withoutEmphasis(joined)) : joined;
}

/** A line at its breaks. */
export function linesIn(line: string, markup: Markup): string[] {
  return markup === 'markdown' ? line.split(BREAK) : [line];
}

function withoutEmphasis(text: string): string {
  return text
    .replace(LOOKS, '')
    .replace(BOLD, '$1')
    .replace(UNDERLINED, '$1$2$3')
    .replace(LINK, (link, mark, words) => (mark === '!' ? link : words));
}

/** A text without characters that nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}
