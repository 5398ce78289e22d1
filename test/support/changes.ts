// What edits do to a text, as lines that can be read: `- ` before, `+ ` after, and where nothing goes,
// the line that the new ones come after.
import { applyEdits, type TextEdit } from '../../server/src/text/edit.js';
import { Lines } from '../../server/src/text/lines.js';
import type { Span } from '../../server/src/text/span.js';
import { shown } from './shown.js';

/** The lines that edits change, block by block. */
export function changesOf(text: string, edits: readonly TextEdit[]): string[] {
  const lines = Lines.of(text);
  return blocksOf(lines, edits).flatMap(({ first, last, inside }) => {
    const { start } = lines.spanOf(first);
    const before = text.slice(start, lines.spanOf(last).end);
    const here = inside.map(({ span, newText }) => ({ span: shifted(span, -start), newText }));
    const after = applyEdits(before, here);
    return difference(before.split(EOL), after.split(EOL), () => lineAbove(lines, first));
  });
}

const EOL = /\r\n|\n|\r/;

/** Lines side by side that edits touch. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly inside: readonly TextEdit[];
}

function blocksOf(lines: Lines, edits: readonly TextEdit[]): Block[] {
  const blocks: Block[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const first = lines.lineAt(edit.span.start);
    const last = lines.lineAt(edit.span.end);
    const block = blocks.at(-1);
    if (block && first <= block.last)
      blocks[blocks.length - 1] = {
        first: block.first,
        last: Math.max(last, block.last),
        inside: [...block.inside, edit],
      };
    else blocks.push({ first, last, inside: [edit] });
  }
  return blocks;
}

function difference(before: string[], after: string[], above: () => string): string[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail++;
  const gone = before.slice(head, before.length - tail).map((line) => lineWith('-', line));
  const come = after.slice(head, after.length - tail).map((line) => lineWith('+', line));
  const context = gone.length > 0 || come.length === 0 ? [] : [before[head - 1] || above()];
  return [...context.map((line) => lineWith(' ', line)), ...gone, ...come];
}

function lineWith(mark: string, line: string): string {
  return `${mark} ${shown(line)}`.trimEnd();
}

/** The nearest line above that is not blank. */
function lineAbove(lines: Lines, line: number): string {
  for (let above = line - 1; above >= 0; above--) {
    const { start, end } = lines.contentOf(above);
    if (end > start) return lines.text.slice(start, end);
  }
  return '';
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
