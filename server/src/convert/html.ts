// HTML → report text with the way back: blocks become lines, tables grids of tabs. Any text is
// taken, in time linear in its length; nothing here needs a browser or Node.
import { type QuoteType, Tokenizer } from 'htmlparser2';
import type { Markup } from '../text/markup.js';
import type { Source } from '../text/source.js';
import type { Span } from '../text/span.js';
import { type Attributes, Converter, isKnownAttribute } from './elements.js';
import { tablesIn } from './findTables.js';
import { sourceOfPieces, type TextPiece } from './pieces.js';
import { StyleSheet } from './styleSheet.js';
import { type PageText, reportOn } from './webPage.js';

/** Stands in the head of a page that nianbao has written: all of it is the report, with nothing around it. */
const OWN_PAGE = '<meta name="generator" content="nianbao">';
/** So far it is looked for. */
const HEAD = 500;

/** More characters than this within a report are hidden until a script shows them. */
const MOST_HIDDEN = 200;

/** The source for a whole HTML page: the report on it, if there is one. */
export function htmlSource(html: string): Source {
  return sourceOfPieces(html, pageText(html).pieces, 'none');
}

/** The source for a part of a page that somebody has chosen: all of it, but for pictures. */
export function fragmentSource(html: string): Source {
  const pieces = convertPage(html, new StyleSheet(false));
  return sourceOfPieces(
    html,
    pieces.filter(({ isPicture }) => !isPicture),
    'none',
  );
}

/**
 * The text of an HTML page: the report on it, if there is one.
 * @param css style sheets that the page names
 */
export function pageText(html: string, css: readonly string[] = []): PageText {
  if (html.slice(0, HEAD).includes(OWN_PAGE))
    return { pieces: convertPage(html, new StyleSheet(false)), isReport: true, isPart: false };
  const sheet = new StyleSheet(true);
  for (const one of css) sheet.add(one);
  const page = reportOn(convertPage(html, sheet));
  if (!sheet.hasHidden) return page;
  // what a style sheet hides a script may show: no part of a report is taken for hidden
  const whole = reportOn(convertPage(html, new StyleSheet(false)));
  const isLess = whole.isReport && (!page.isReport || hidesMuch(page.pieces, whole.pieces));
  return isLess ? whole : page;
}

function convertPage(html: string, sheet: StyleSheet): readonly TextPiece[] {
  return convert(html, { start: 0, end: html.length }, sheet);
}

/** Whether a row of a table is hidden, or more than a few words. */
function hidesMuch(page: readonly TextPiece[], whole: readonly TextPiece[]): boolean {
  const count = (pieces: readonly TextPiece[], what: RegExp) =>
    pieces.reduce((sum, { text }) => sum + (text.match(what)?.length ?? 0), 0);
  const [words, tabs] = [/\S/g, /\t/g].map((what) => count(whole, what) - count(page, what));
  return (words as number) > MOST_HIDDEN || (tabs as number) > 0;
}

/** The source for plain text or Markdown: its `<table>` blocks converted, all else as it is. */
export function embeddedHtmlSource(text: string, markup: Markup = 'markdown'): Source {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const table of tablesIn(text)) {
    pieces.push(piece(text, done, table.start));
    if (!isLineStart(text, table.start))
      pieces.push({ text: '\n', start: table.start, end: table.start });
    const lines = convert(text, table).filter(({ isPicture }) => !isPicture);
    const last = lines.at(-1)?.text === '\n' && isLineEnd(text, table.end) ? -1 : undefined;
    for (const line of lines.slice(0, last)) pieces.push(line);
    done = table.end;
  }
  pieces.push(piece(text, done, text.length));
  return sourceOfPieces(text, pieces, markup);
}

/** Elements of other languages that a page may end in their own tags. */
const FOREIGN = /^(?:svg|math|annotation(?:-xml)?)$/;

/** Reads a stretch of HTML. */
function convert(
  html: string,
  { start: offset, end }: Span,
  sheet?: StyleSheet,
): readonly TextPiece[] {
  const converter = new Converter(html, sheet);
  let name = '';
  let attribute = '';
  let value = '';
  let attributes: Attributes = {};
  let tagStart = 0;
  const slice = (from: number, to: number) => html.slice(offset + from, offset + to);
  const opened = (last: number) =>
    converter.open(name, attributes, offset + tagStart, offset + last + 1);
  const selfClosed = (last: number) => {
    opened(last);
    // Foreign elements may end in their own tag; to HTML's the slash means nothing.
    if (FOREIGN.test(name)) converter.close(name, offset + last + 1);
  };
  const tokenizer = new Tokenizer(
    {},
    {
      ontext(from, to) {
        if (from < 0) return; // htmlparser2 12.0 on a tag that the text ends in: `<a/`
        converter.text(offset + from, offset + to);
      },
      ontextentity(code, to) {
        const from = html.lastIndexOf('&', offset + to - 1);
        converter.entity(String.fromCodePoint(code), from, offset + to);
      },
      onopentagname(from, to) {
        name = slice(from, to).toLowerCase();
        tagStart = from - 1;
        attributes = {};
      },
      onattribname(from, to) {
        attribute = slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata(from, to) {
        value += slice(from, to);
      },
      onattribentity() {},
      onattribend(_quote: QuoteType) {
        if (isKnownAttribute(attribute)) attributes = { ...attributes, [attribute]: value };
      },
      onopentagend: opened,
      onselfclosingtag: selfClosed,
      onclosetag(from, to) {
        converter.close(slice(from, to).toLowerCase(), offset + from - 2);
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html.slice(offset, end));
  tokenizer.end();
  return converter.end(end);
}

function piece(text: string, start: number, end: number): TextPiece {
  return { text: text.slice(start, end), start, end };
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || isBreak(text[offset - 1]);
}

function isLineEnd(text: string, offset: number): boolean {
  return offset === text.length || isBreak(text[offset]);
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
