// A document as plain text: a paragraph a line, a row of a table a line with tabs between its cells. It is
// the text that is read from the document as a Word file.
import { type DocumentBlock, gridOf } from '../document/blocks.js';

/** The text, without a line end after its last line. */
export function toText(blocks: readonly DocumentBlock[]): string {
  return blocks.map(textOf).join('\n');
}

function textOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
    case 'signature':
    case 'lines':
      return block.lines.join('\n');
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'table':
      return gridOf(block)
        .map((row) => row.join('\t'))
        .join('\n');
  }
}
