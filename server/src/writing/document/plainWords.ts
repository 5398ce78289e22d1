// Text as it stands on paper: without Markdown's marks, which say how it looks, and without what no
// paper shows. Pictures stay, for nobody can tell what is in them.
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
/** A line that is drawn, and bars that part nothing. */
const RULE = /^(?:-{3,}|={3,}|\*{3,}|[|｜\s]+)$/;
/** Control characters, and halves of a character. */
const UNSEEN = /(?!\t)[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** \\| is a character of its cell. */
const SEPARATORS = /[\t\r\n｜]|(?<!\\)\|/;
const BREAK = /<br ?\/?>/i;

/** The words of a line; none where it is all marks. */
export function wordsOfLine(line: string): string {
  const seen = withoutUnseen(line).trim();
  if (RULE.test(seen)) return '';
  const tight = seen.replace(AHEAD, '').replace(TIGHT, '');
  const isHeading = tight !== seen && seen.startsWith('#');
  return withoutEmphasis(isHeading ? BEHIND.before(tight).trimEnd() : tight).trim();
}

/** How many of Markdown's # stand before a line. */
export function hashesOf(line: string): number {
  return /^\s*(#{1,6})/.exec(line)?.[1]?.length ?? 0;
}

/** The words of a cell, on one line. Between figures of two lines a blank stands, between 汉字 nothing. */
export function wordsOfCell(cell: string): string {
  const pieces = withoutUnseen(cell)
    .split(BREAK)
    .flatMap((piece) => piece.split(SEPARATORS))
    .map((piece) => piece.trim());
  const joined = pieces.reduce((words, piece) =>
    /[!-~]$/.test(words) && /^[!-~]/.test(piece) ? `${words} ${piece}` : words + piece,
  );
  return withoutEmphasis(joined);
}

/** A line at its breaks. */
export function linesIn(line: string): string[] {
  return line.split(BREAK);
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
