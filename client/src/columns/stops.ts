// Where the columns of a table stand, so that figures are one under another whatever the font: the white
// space before each cell is drawn wider or narrower than it is. Widths are sums of two kinds of letters,
// Chinese ones (1em) and half-width ones (1ch); so they are right without anybody measuring a font.
import type { OffsetRange } from '../../../server/src/lsp/protocol.js';
import { add, Pen, times, type Width } from './pen.js';

/** A cell that has a place among the others of its line. */
export interface PlacedCell extends OffsetRange {
  readonly place: number;
  readonly isHead?: boolean;
}

/** How a stretch of a line is to be drawn. */
export interface Drawing extends OffsetRange {
  /** The space between its letters, in CSS. */
  readonly spacing?: string;
  /** The size of its letters, in em. */
  readonly size?: number;
}

/** How a text is drawn by itself. */
export interface Look {
  readonly tabSize: number;
  /** Whether quotation marks and dashes are drawn as wide as Chinese letters. */
  readonly wide: boolean;
}

/** A cell and what is before it on its line. */
interface Slot {
  readonly cell: PlacedCell;
  readonly previous: PlacedCell | undefined;
  /** Of a first cell: the white space that its line begins with. */
  readonly indent: Stretch | undefined;
  /** What is written before, as wide as it is drawn: labels, or the cell before and what follows it. */
  readonly before: OffsetRange & { readonly width: Width };
  /** How large labels are drawn. */
  readonly size: number;
  /** What can be stretched of the white space between, and how wide the rest of it is. */
  readonly gap: Stretch & { readonly rest: number; readonly hasBar: boolean };
}

/** White space, and as how many letters it is drawn. */
interface Stretch extends OffsetRange {
  readonly letters: number;
}

/** So wide half-width letters are in most fonts that editors are set in. */
const CH = 0.56;
/** Between a cell and the next column. */
const GAP = 0.6;
const GAP_WITH_BAR = 1.1;
/** A tab at the beginning of a line. */
const INDENT = 0.9;
/** Heads are wider than all that stands under them. */
const HEAD_SIZE = 0.86;
/** Labels that are wider are drawn smaller, but not too small to be read. */
const WIDEST_LABEL = 33;
const SMALLEST = 0.75;

/** What puts the cells of a table under each other. */
export function drawingsOf(text: string, cells: readonly PlacedCell[], look: Look): Drawing[] {
  const slots = slotsOf(text, cells, look);
  const stops = stopsOf(slots, cells, text, look);
  return [
    ...cells
      .filter(({ isHead }) => isHead)
      .map(({ start, end }) => ({ start, end, size: HEAD_SIZE })),
    ...slots.flatMap(({ cell, previous, indent, before, size, gap }) => {
      const { start, end, width } = before;
      const drawn: Drawing[] = [];
      if (indent) drawn.push(spaced(indent, { em: INDENT * (indent.end - indent.start), ch: 0 }));
      if (size < 1) drawn.push({ start, end, size });
      const from = previous
        ? { em: stops.get(previous.place) ?? 0, ch: 0 }
        : { em: indent ? INDENT * (indent.end - indent.start) : 0, ch: 0 };
      const written = add(from, width);
      const to = stops.get(cell.place) ?? 0;
      drawn.push(spaced(gap, { em: to - written.em, ch: -written.ch - gap.rest }));
      return drawn;
    }),
  ].filter(({ start, end }) => end > start);
}

/** Of so many cells nearly all, where tables are padded: long labels stick out. */
const NEARLY_ALL = 0.75;

/** Whether the cells of each column end at one place as they are, in a font with letters of two widths. */
export function isPadded(text: string, cells: readonly PlacedCell[], look: Look): boolean {
  const ends = new Map<number, Map<number, number>>();
  for (const { end, place, isHead } of cells) {
    if (isHead) continue;
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    const { em, ch } = new Pen(text, lineStart, look).write(end);
    const column = 2 * em + ch;
    const ofPlace = ends.get(place) ?? new Map<number, number>();
    ofPlace.set(column, (ofPlace.get(column) ?? 0) + 1);
    ends.set(place, ofPlace);
  }
  const sum = (counts: Iterable<number>) => [...counts].reduce((a, b) => a + b, 0);
  const all = [...ends.values()].map((counts) => [...counts.values()]);
  const alike = sum(all.map((counts) => Math.max(...counts)));
  return alike > NEARLY_ALL * sum(all.flat());
}

/** White space as wide as is wanted. */
function spaced({ start, end, letters }: Stretch, { em, ch }: Width): Drawing {
  const spacing = `calc(${(em / letters).toFixed(3)}em + ${(ch / letters - 1).toFixed(3)}ch)`;
  return { start, end, spacing };
}

/** Where each column begins, in em. */
function stopsOf(
  slots: readonly Slot[],
  cells: readonly PlacedCell[],
  text: string,
  look: Look,
): ReadonlyMap<number, number> {
  const stops = new Map<number, number>();
  let least = 0;
  for (const place of [...new Set(slots.map(({ cell }) => cell.place))].sort((a, b) => a - b)) {
    const ends = slots
      .filter(({ cell, previous }) => cell.place === place && previous)
      .map((slot) => (stops.get(slot.previous?.place ?? 0) ?? 0) + leastOf(slot));
    const stop = Math.max(least, ...ends);
    stops.set(place, stop);
    // a head may end its line, and the next one stand below
    const isStep = slots.some(
      ({ cell, previous }) => cell.isHead && !previous && cell.place === place + 1,
    );
    const heads = cells
      .filter(({ isHead, place: at }) => isStep && isHead && at === place)
      .map(({ start, end }) => emOf(times(new Pen(text, start, look).write(end), HEAD_SIZE)));
    least = stop + GAP + Math.max(0, ...heads);
  }
  // a row may lack its first cells: all columns are moved, not some of them
  const first = slots
    .filter(({ previous }) => !previous)
    .map((slot) => leastOf(slot) - (stops.get(slot.cell.place) ?? 0));
  const shift = Math.max(0, ...first);
  return new Map([...stops].map(([place, stop]) => [place, stop + shift]));
}

/** What is needed at least up to a cell: where there are bars, they are not pushed into one another. */
function leastOf({ before: { width }, gap, indent }: Slot): number {
  const least = Math.max(gap.hasBar ? GAP_WITH_BAR : GAP, gap.rest * CH + 0.1);
  const start = indent ? INDENT * (indent.end - indent.start) : 0;
  return start + emOf(width) + least;
}

function emOf({ em, ch }: Width): number {
  return em + ch * CH;
}

function slotsOf(text: string, cells: readonly PlacedCell[], look: Look): Slot[] {
  const slots: Slot[] = [];
  let pen: Pen | undefined;
  let previous: PlacedCell | undefined;
  for (const cell of [...cells].sort((a, b) => a.start - b.start)) {
    const lineStart = startOfLine(text, cell.start);
    if (!pen || lineStart > pen.at) {
      pen = new Pen(text, lineStart, look);
      previous = undefined;
    }
    const slot = slotFor(text, pen, cell, previous);
    if (slot) slots.push(slot);
    previous = cell;
  }
  return slots;
}

/** None where nothing can be stretched before the cell. */
function slotFor(
  text: string,
  pen: Pen,
  cell: PlacedCell,
  previous: PlacedCell | undefined,
): Slot | undefined {
  const start = pen.at;
  let gapStart = cell.start;
  while (gapStart > Math.max(start, previous?.end ?? 0) && isGap(text, gapStart - 1)) gapStart--;
  if (gapStart === cell.start) return undefined;
  let labelStart = start;
  if (!previous) while (labelStart < gapStart && text.charCodeAt(labelStart) === TAB) labelStart++;
  const indent = { start, end: labelStart, letters: pen.write(labelStart).ch };
  const head = pen.write(Math.min(gapStart, previous?.isHead ? previous.end : start));
  const written = pen.write(gapStart);
  const size = previous ? 1 : sizeOf(written);
  const width = add(times(head, HEAD_SIZE), times(written, size));
  const gapEnd = stretchableEnd(text, gapStart, cell.start);
  const gap = { start: gapStart, end: gapEnd, letters: pen.write(gapEnd).ch };
  const rest = pen.write(cell.start).ch;
  if (gap.letters === 0) return undefined;
  return {
    cell,
    previous,
    indent: indent.letters > 0 ? indent : undefined,
    before: { start: labelStart, end: gapStart, width },
    size,
    gap: { ...gap, rest, hasBar: /[|｜]/.test(text.slice(gapStart, cell.start)) },
  };
}

function sizeOf(label: Width): number {
  return Math.min(1, Math.max(SMALLEST, WIDEST_LABEL / Math.max(1, emOf(label))));
}

const TAB = 9;

function isGap(text: string, at: number): boolean {
  return /[\t |｜\u00a0]/.test(text.charAt(at));
}

/** All of a gap; where there are bars, what is before the first of them. */
function stretchableEnd(text: string, start: number, end: number): number {
  const bar = text.slice(start, end).search(/[|｜]/);
  return bar < 0 ? end : start + Math.max(1, bar);
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  // not by lastIndexOf: a text without CR would be searched to its beginning
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}
