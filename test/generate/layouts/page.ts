// A page as a PDF shows it: columns set apart by blanks, the words of each cell over as many lines as its
// width asks for, side by side. What a row, a cell and a merged cell is can be seen by place alone.
import { columns as widthOf } from '../../../server/src/text/width.js';
import type { Grid, GridRow, Slot } from '../grid.js';
import type { Random } from '../random.js';
import type { Layout } from './layout.js';

export const page: Layout = {
  id: 'page',
  about: 'cells over several lines, set apart by blanks',
  kind: 'text',
  blanks: false,
  rowPerLine: false,
  linesInCells: true,
  columns: false,
  loose: false,
  write: (grid, random) => writePage(grid, styleOf(random)),
};

/** How a page is set. Widths count characters. */
interface Style {
  /** Of 三、…, （三）…, 1.…. */
  readonly labels: readonly [number, number, number];
  /** Of a column of figures. */
  readonly figures: number;
  readonly gap: number;
  readonly indent: number;
  /** Whether a Chinese character takes the place of two others, or of one as some tools count. */
  readonly isWide: boolean;
  /** Where in its cell a text stands. */
  readonly labelsAt: Placing;
  readonly figuresAt: Placing;
  readonly isCentred: boolean;
  readonly blankLines: number;
}

type Placing = 'top' | 'middle' | 'bottom';

function styleOf(random: Random): Style {
  return {
    labels: [random.int(2, 5), random.int(3, 7), random.int(6, 16)],
    figures: random.int(2, 5),
    gap: random.int(2, 5),
    indent: random.pick([0, 0, 4, 9]),
    isWide: random.chance(0.6),
    labelsAt: random.pick(['middle', 'middle', 'top']),
    figuresAt: random.pick(['middle', 'middle', 'middle', 'top', 'bottom']),
    isCentred: random.chance(0.5),
    blankLines: random.pick([0, 0, 0, 1]),
  };
}

/** A cell on the page: its lines, and where they stand. */
interface Placed {
  readonly lines: readonly string[];
  readonly at: Placing;
  readonly from: number;
  readonly width: number;
  readonly row: number;
  readonly rows: number;
}

function writePage({ rows, width }: Grid, style: Style): string[] {
  const pages: GridRow[][] = [[]];
  const lines: string[] = [];
  for (const row of rows) {
    if (row.kind === 'break') pages.push([row]);
    else pages.at(-1)?.push(row);
  }
  for (const one of pages) {
    const [first, ...rest] = one;
    if (first?.kind === 'break') lines.push(first.line ?? '', ...setRows(rest, width, style));
    else lines.push(...setRows(one, width, style));
  }
  return lines;
}

function setRows(rows: readonly GridRow[], width: number, style: Style): string[] {
  const cells = place(rows, width, style);
  const heights = rows.map((_, row) =>
    Math.max(1, ...cells.filter((c) => c.row === row && c.rows === 1).map((c) => c.lines.length)),
  );
  for (const { row, rows: span, lines } of cells.filter((c) => c.rows > 1)) {
    const last = Math.min(heights.length, row + span) - 1;
    const room = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
    heights[last] = (heights[last] as number) + Math.max(0, lines.length - room);
  }
  const starts = heights.map((_, row) => heights.slice(0, row).reduce((sum, one) => sum + one, 0));
  const height = heights.reduce((sum, one) => sum + one, 0);
  const written: { from: number; text: string }[][] = Array.from({ length: height }, () => []);
  for (const { lines, at, from, width: room, row, rows: span } of cells) {
    const tall = heights.slice(row, row + span).reduce((sum, one) => sum + one, 0);
    const spare = tall - lines.length;
    const skip = at === 'top' ? 0 : at === 'middle' ? Math.floor(spare / 2) : spare;
    lines.forEach((text, i) => {
      const inset = style.isCentred ? Math.floor((room - measure(text, style)) / 2) : 0;
      written[(starts[row] as number) + skip + i]?.push({ from: from + Math.max(0, inset), text });
    });
  }
  return written.flatMap((pieces) => [
    setLine(pieces, style),
    ...Array.from({ length: style.blankLines }, () => ''),
  ]);
}

function setLine(pieces: readonly { from: number; text: string }[], style: Style): string {
  let line = '';
  for (const { from, text } of pieces.toSorted((a, b) => a.from - b.from))
    if (text !== '') line += ' '.repeat(Math.max(line ? 2 : 0, from - measure(line, style))) + text;
  return line;
}

function measure(text: string, { isWide }: Style): number {
  return isWide ? widthOf(text, { ambiguousAsWide: true }) : text.length;
}

/** The cells with their columns and their words cut into lines. */
function place(rows: readonly GridRow[], width: number, style: Style): Placed[] {
  const unit = style.isWide ? 2 : 1;
  const labels = labelColumns(width, style);
  // a row too long has a figure more
  const most = width + 1;
  const widths = Array.from({ length: most }, (_, i) => (labels[i] ?? style.figures) * unit);
  const lefts = widths.map(
    (_, i) => style.indent + widths.slice(0, i).reduce((sum, one) => sum + one + style.gap, 0),
  );
  const taken = rows.map(() => new Set<number>());
  return rows.flatMap(({ slots }, row) => {
    let column = 0;
    return slots.map((slot): Placed => {
      while (taken[row]?.has(column)) column++;
      const end =
        Math.min(most, column + Math.max(slot.kind === 'value' ? 1 : 0, slot.columns)) - 1;
      for (let r = row; r < row + slot.rows; r++)
        for (let c = column; c <= end; c++) taken[r]?.add(c);
      const from = lefts[column] as number;
      const room = (lefts[end] as number) + (widths[end] as number) - from;
      column = end + 1;
      const at = slot.kind === 'value' ? style.figuresAt : style.labelsAt;
      return { lines: wrapped(slot, room, style), at, from, width: room, row, rows: slot.rows };
    });
  });
}

function labelColumns(width: number, { labels, figures }: Style): readonly number[] {
  if (width === 4) return [labels[2], figures + 4, figures + 4, figures + 4];
  return width < 15 ? labels : [];
}

function wrapped({ text, kind }: Slot, room: number, style: Style): string[] {
  if (kind === 'value') return [text];
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    for (const char of line) {
      const last = lines.at(-1) as string;
      if (last !== '' && measure(last + char, style) > room) lines.push(char);
      else lines[lines.length - 1] = last + char;
    }
    return lines;
  });
}
