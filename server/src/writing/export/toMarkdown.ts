// A document as Markdown.
import { type DocumentBlock, gridOf } from '../document/blocks.js';
import { writeGrid } from '../writeTable.js';

/** The text; blocks are parted by blank lines, merged cells of tables leave blank ones. */
export function toMarkdown(blocks: readonly DocumentBlock[]): string {
  const written = blocks.map(markdownOf).filter((text) => text !== '');
  return `${written.join('\n\n')}\n`;
}

function markdownOf(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
      // a heading of several lines is one that has a line drawn below
      return block.lines.length === 1 ? `# ${block.lines[0]}` : `${block.lines.join('\n')}\n===`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'signature':
      return block.lines.join('\n\n');
    case 'lines':
      return block.lines.join('\n');
    case 'table':
      return writeGrid(gridOf(block), 'markdown', '\n');
  }
}
