// HTML → report text with the way back: blocks become lines, tables grids of tabs. Any text is
// taken, in time linear in its length; nothing here needs a browser or Node.
import { type QuoteType, Tokenizer } from 'htmlparser2';
import type { Source } from '../text/source.js';
import type { Span } from '../text/span.js';
import { type Attributes, Converter, isKnownAttribute } from './elements.js';
import { tablesIn } from './findTables.js';
import { sourceOfPieces, type TextPiece } from './pieces.js';

/** The source for a whole HTML page or a part of one. */
export function htmlSource(html: string): Source {
  return sourceOfPieces(html, convert(html, { start: 0, end: html.length }));
}

/** The source for plain text or Markdown: its `<table>` blocks converted, all else as it is. */
export function embeddedHtmlSource(text: string): Source {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const table of tablesIn(text)) {
    pieces.push(piece(text, done, table.start));
    if (!isLineStart(text, table.start))
      pieces.push({ text: '\n', start: table.start, end: table.start });
    const lines = convert(text, table);
    const last = lines.at(-1)?.text === '\n' && isLineEnd(text, table.end) ? -1 : undefined;
    for (const line of lines.slice(0, last)) pieces.push(line);
    done = table.end;
  }
  pieces.push(piece(text, done, text.length));
  return sourceOfPieces(text, pieces);
}

/** Reads a stretch of HTML. */
function convert(html: string, { start: offset, end }: Span): readonly TextPiece[] {
  const converter = new Converter(html);
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
    if (name === 'svg' || name === 'math') converter.close(name, offset + last + 1);
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
