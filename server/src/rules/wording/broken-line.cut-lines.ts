// What tells lines that were cut: by their ends, their lengths and the edge of the page, where lines end
// that were cut at a fixed width. All lines have a say in that: one changed may show others as cut.
import { perReport } from '../../report/perReport.js';
import type { Report } from '../../report/report.js';
import { isHalfWidthDigit } from '../../text/digits.js';
import { trimmed } from '../../text/span.js';
import { isIdeograph } from './shared/chars.js';

/** Shorter lines are headings, names, dates. */
export const SHORTEST = 20;
/** A line without a full stop may still be a heading up to this length. */
export const LONGEST_HEADING = 45;
/** CutLines of a page end this close to the longest one: figures are narrow, marks are moved. */
const RAGGED = 6;
/** Fewer lines are no page. */
const FEWEST = 4;

/** How many lines there are of each length. */
type Counts = Map<number, number>;

interface CutLines {
  readonly all: Counts;
  /** Those that go on in the next line. */
  readonly open: Counts;
}

interface Edge {
  /** A line as long as this ends at it; nothing does where the text was not cut. */
  readonly from: number;
  /** How many lines end there. */
  readonly count: number;
}

interface Measured {
  readonly lines: CutLines;
  /** All lengths, the longest first. */
  readonly lengths: readonly number[];
  readonly edge: Edge;
}

const NO_EDGE: Edge = { from: Number.POSITIVE_INFINITY, count: 0 };

/** An end that a sentence cannot have: a word, a figure, a comma, an opening bracket. */
export function isOpen(last: string): boolean {
  const code = last.charCodeAt(0);
  return isIdeograph(code) || isHalfWidthDigit(code) || '，、,（(《“'.includes(last);
}

/** From which length on lines end at the edge; infinity where there is none. */
export function pageEdge(report: Report): number {
  return measured(report).edge.from;
}

/** Whether what is cut stays so when some lines have been put in the place of others, or is joined. */
export function keepsCuts(report: Report, written: string, fixed: string): boolean {
  const [before, after] = [linesOf(written), linesOf(fixed)];
  const { edge } = measured(report);
  const [gone, come] = [countsOf(before), countsOf(after)];
  const moved = edgeWithout(measured(report), gone, come);
  const [own, ownAfter] = [within(gone.open, edge), within(come.open, moved)];
  const [others, othersAfter] = [edge.count - own, moved.count - ownAfter];
  // where lines are joined, those that were cut are gone
  if (before.length !== after.length) return ownAfter <= own && othersAfter <= others;
  const isOfOneKind = before.every((words, i) => kindOf(words) === kindOf(after[i] ?? ''));
  return isOfOneKind && ownAfter === own && othersAfter === others;
}

/** What a line may be by its end and length: a heading, a sentence, a whole one. */
function kindOf(words: string): number {
  if (!isOpen(words.charAt(words.length - 1))) return 0;
  return words.length < SHORTEST ? 1 : words.length <= LONGEST_HEADING ? 2 : 3;
}

/** The edge with some lines in the place of others. */
function edgeWithout({ lines, lengths }: Measured, gone: CutLines, come: CutLines): Edge {
  const longest = Math.max(
    lengths.find((length) => numberOf(lines.all, length) > numberOf(gone.all, length)) ?? 0,
    ...come.all.keys(),
  );
  return edgeOf(
    longest,
    (length) =>
      numberOf(lines.open, length) - numberOf(gone.open, length) + numberOf(come.open, length),
  );
}

const measured = perReport(({ text, prose }): Measured => {
  const lines: CutLines = { all: new Map(), open: new Map() };
  for (const { span } of prose) count(lines, span.end - span.start, text.charAt(span.end - 1));
  const lengths = [...lines.all.keys()].sort((a, b) => b - a);
  const edge = edgeOf(lengths[0] ?? 0, (length) => numberOf(lines.open, length));
  return { lines, lengths, edge };
});

/** No line goes beyond the edge of a page, and several that go on end at it. */
function edgeOf(longest: number, open: (length: number) => number): Edge {
  const from = Math.max(SHORTEST, longest - RAGGED);
  let lines = 0;
  for (let length = from; length <= longest; length++) lines += open(length);
  return lines < FEWEST ? NO_EDGE : { from, count: lines };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map((line) => {
    const { start, end } = trimmed(line, { start: 0, end: line.length });
    return line.slice(start, end);
  });
}

function countsOf(lines: readonly string[]): CutLines {
  const counts: CutLines = { all: new Map(), open: new Map() };
  for (const words of lines) count(counts, words.length, words.charAt(words.length - 1));
  return counts;
}

/** Counts one more line, of a length and with a last character. */
function count({ all, open }: CutLines, length: number, last: string): void {
  all.set(length, numberOf(all, length) + 1);
  if (isOpen(last)) open.set(length, numberOf(open, length) + 1);
}

function numberOf(counts: Counts, length: number): number {
  return counts.get(length) ?? 0;
}

function within(counts: Counts, { from }: Edge): number {
  let lines = 0;
  for (const [length, number] of counts) if (length >= from) lines += number;
  return lines;
}
