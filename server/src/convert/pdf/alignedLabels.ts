// Which words beside rows of figures are the label of which row. Labels are of one line or more, and
// stand to their row all in one way: with their middle, their first or their last line.
import type { PrintedLine } from './printedLines.js';
import {
  blocksOf,
  isAt,
  isNumbered,
  leadingOf,
  type TextBlock,
  unstretched,
} from './textBlocks.js';

/** What stands before the figures of a row: its label, if it is plain, and those of groups that begin here. */
export interface RowLabels {
  readonly groups: readonly TextBlock[];
  readonly label?: TextBlock;
}

/** Points by which a label may be off its row. */
const OFF = 2;
/** How many lines begin where labels do, in tables whose words stand to the left. */
const ALIGNED = 0.85;
/** In heights of a character, where no label has two lines. */
const ONE_LINE = 1.6;

const WAYS: readonly ((label: TextBlock) => number)[] = [
  ({ first, last }) => (first + last) / 2,
  ({ first }) => first,
  ({ last }) => last,
];

/** Finds the labels of rows by their `bases`, from the top, among the words beside them, by lines. */
export function labelsOf(
  lines: readonly (readonly PrintedLine[])[],
  bases: readonly number[],
): RowLabels[] {
  const starts = lines.flat().flatMap((piece) => (isNumbered(piece) ? [piece.left] : []));
  const full = lines.filter((pieces) => pieces.length > 0);
  const fitting = full.filter(([first]) => first && isAt(first, starts));
  const isAligned = fitting.length >= ALIGNED * full.length;
  const words = isAligned ? unstretched(full, starts) : full.flat();
  const leading = leadingOf(words) ?? ONE_LINE * (words[0]?.size ?? 0);
  const isInRow = ({ base }: PrintedLine) => bases.some((one) => Math.abs(one - base) < OFF);
  // no label is that of two rows
  const mayJoin = (one: PrintedLine, other: PrintedLine) => !isInRow(one) || !isInRow(other);
  const blocks = blocksOf(words, leading, mayJoin);
  const labels = certain(
    bases.map((base) => labelAt(base, blocks)),
    bases,
  );
  const groups = labels.map((): TextBlock[] => []);
  const known = new Set(labels);
  const isWithin = (block: TextBlock) =>
    labels.some((label) => label && label.first > block.last - OFF) &&
    labels.some((label) => label && label.last < block.first + OFF);
  for (const block of blocks) {
    if (known.has(block) || !isWithin(block)) continue;
    const beside = labels.flatMap((label, i) =>
      label && label.first > block.last - OFF && label.last < block.first + OFF ? [i] : [],
    );
    const after = beside.filter((i) => (labels[i] as TextBlock).left >= block.right);
    if (after.length === beside.length && beside.length > 0)
      groups[rowOf(block, labels, bases)]?.push(block);
    // a piece of a label that does not say of which
    else for (const i of beside) labels[i] = undefined;
  }
  return labels.map((label, i) => ({
    ...(label && { label }),
    groups: label ? (groups[i] as TextBlock[]).sort((one, other) => one.left - other.left) : [],
  }));
}

/** The rightmost block that a row lies in. */
function labelAt(base: number, blocks: readonly TextBlock[]): TextBlock | undefined {
  let found: TextBlock | undefined;
  for (const block of blocks)
    if (block.first > base - OFF && block.last < base + OFF && block.right > (found?.right ?? 0))
      found = block;
  return found;
}

/** Without those that stand for two rows, or not as the others do; the page may have cut the first and the last. */
function certain(
  labels: readonly (TextBlock | undefined)[],
  bases: readonly number[],
): (TextBlock | undefined)[] {
  const counts = new Map<TextBlock | undefined, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const ways = WAYS.map((way) =>
    labels.map((label, i) => {
      if (!label || counts.get(label) !== 1) return undefined;
      return Math.abs(way(label) - (bases[i] as number)) < OFF;
    }),
  );
  const fitting = (fits: readonly (boolean | undefined)[]) => fits.filter((fit) => fit).length;
  const best = ways.reduce((one, other) => (fitting(other) > fitting(one) ? other : one));
  const isPlain = 2 * fitting(best) >= labels.length;
  return labels.map((label, i) => {
    const isAtEdge = i === 0 || i === labels.length - 1;
    return best[i] === true || (best[i] === false && isAtEdge && isPlain) ? label : undefined;
  });
}

/** The first row of a group: the last one above its middle that begins to count, or goes on from the page before. */
function rowOf(
  group: TextBlock,
  labels: readonly (TextBlock | undefined)[],
  bases: readonly number[],
): number {
  // where labels stand beside the first line, so do groups
  const isAtTop =
    labels.some((label, i) => label && label.last < (bases[i] as number) - OFF) &&
    labels.every((label, i) => !label || Math.abs(label.first - (bases[i] as number)) < OFF);
  const beside = bases.findIndex((base) => Math.abs(base - group.first) < OFF);
  if (isAtTop && beside >= 0) return beside;
  const middle = (group.first + group.last) / 2;
  const above = bases.findLastIndex((base, i) => (labels[i]?.first ?? base) > middle - OFF);
  const begins = labels.findLastIndex(
    (label, i) => label && i <= Math.max(0, above) && label.left >= group.right && isFirst(label),
  );
  return Math.max(0, begins);
}

function isFirst({ pieces }: TextBlock): boolean {
  const [first] = pieces as [PrintedLine];
  return isNumbered(first) && /^[（(]?[1一①]/.test(first.chunks[0]?.text ?? '');
}
