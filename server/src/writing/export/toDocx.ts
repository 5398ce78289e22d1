// A document as the Word file that offices deliver: page, fonts and lines by GB/T 9704—2012, tables as the
// form prints them. Written as strings: one kind of file needs no library that knows all of them, and each
// element is where ECMA-376 wants it because it stands there once.

import { type DocumentBlock, gridOf, widthOf, withoutLines } from '../document/blocks.js';
import {
  BODY_WIDTH,
  CHARACTER,
  charactersIn,
  FOOTER,
  LINE,
  MARGINS,
  PAGE,
  SIZE,
} from './docx/page.js';
import { FOOTERS, packed } from './docx/parts.js';
import { paragraph, runOf } from './docx/runs.js';
import { MOST_COLUMNS, wordTable } from './docx/wordTable.js';
import { titleBreak } from './titleBreak.js';

/** The bytes of the file: of the same document always the same. */
export function toDocx(blocks: readonly DocumentBlock[]): Uint8Array {
  const title = blocks.find(({ kind }) => kind === 'title');
  const words = title?.kind === 'title' ? title.lines.join('') : '';
  return packed(withoutLines(blocks).map(xmlOf).join('') + SECTION, words);
}

function xmlOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
      return paragraph(runOf(block.lines.join('\n')), 'Title', titleIndent(block.lines));
    case 'heading':
      return paragraph(runOf(block.text), `Heading${block.level}`);
    case 'paragraph': {
      const { text, lead = 0, isFlush } = block;
      const runs = runOf(text.slice(0, lead), 'Lead') + runOf(text.slice(lead));
      return paragraph(runs, '', isFlush ? FLUSH : '');
    }
    case 'signature':
      return signature(block.lines);
    case 'lines':
      return ''; // they are paragraphs and tables here
    case 'table':
      if (widthOf(block) <= MOST_COLUMNS) return wordTable(block);
      return gridOf(block)
        .map((row) => paragraph(runOf(row.join('\t'))))
        .join('');
  }
}

const FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';

/**
 * A title too long for one line breaks before its wording, 政府信息公开…: where what comes before is the
 * longer part, the lines are made no wider than that.
 */
function titleIndent(lines: readonly string[]): string {
  const [line = ''] = lines;
  const at = titleBreak(line);
  const width = (text: string) => charactersIn(text) * SIZE.title * 10;
  if (lines.length > 1 || at === 0 || width(line) <= BODY_WIDTH) return '';
  const before = width(line.slice(0, at));
  if (before < width(line.slice(at)) || before > BODY_WIDTH) return '';
  // fonts differ by less than a character, and the next one must not fit in
  const side = Math.floor((BODY_WIDTH - before - SIZE.title * 8) / 2);
  return side > 0
    ? `<w:ind w:left="${side}" w:right="${side}" w:firstLineChars="0" w:firstLine="0"/>`
    : '';
}

/** The date four characters from the right, who signs in the middle above it. */
function signature(lines: readonly string[]): string {
  const date = charactersIn(lines.at(-1) ?? '');
  const widths = lines.map(charactersIn);
  const right = widths.map((width) => 4 + (date - width) / 2);
  // a long name stands two characters from the right, and the date below its middle
  const shift = Math.max(0, 2 - Math.min(...right));
  return lines
    .map((line, i) => {
      const characters = Math.round(((right[i] as number) + shift) * 100);
      const before = i === 0 ? LINE : 0;
      const about = `${i + 1 < lines.length ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="0" w:line="${LINE}" w:lineRule="exact"/><w:ind w:rightChars="${characters}" w:right="${Math.round((characters * CHARACTER) / 100)}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`;
      return paragraph(runOf(line), '', about);
    })
    .join('');
}

/** The page, its margins and its footers. */
const SECTION = `<w:sectPr>${FOOTERS}<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="${MARGINS.top}" w:right="${MARGINS.right}" w:bottom="${MARGINS.bottom}" w:left="${MARGINS.left}" w:header="851" w:footer="${FOOTER}" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>`;
