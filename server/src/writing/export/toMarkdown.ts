// A document as Markdown.
import { type DocumentBlock, gridOf } from '../document/blocks.js';
import { writeGrid } from '../writeTable.js';
import { markdownHeading, markdownLine, markdownRow } from './markdownWords.js';

/** The text; blocks are parted by blank lines, merged cells of tables leave blank ones. */
export function toMarkdown(blocks: readonly DocumentBlock[]): string {
  const written = blocks.map(markdownOf).filter((text) => text !== '');
  return `${written.join('\n\n')}\n`;
}

function markdownOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
      // a heading of several lines is one that has a line drawn below
      return block.lines.length === 1
        ? `# ${markdownHeading(block.lines.join(''))}`
        : `${block.lines.map(markdownLine).join('\n')}\n===`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${markdownHeading(block.text)}`;
    case 'paragraph':
      return markdownLine(block.text);
    case 'signature':
      return block.lines.map(markdownLine).join('\n\n');
    case 'lines':
      return block.lines.join('\n');
    case 'table':
      return writeGrid(gridOf(block).map(markdownRow), 'markdown', '\n');
  }
}
