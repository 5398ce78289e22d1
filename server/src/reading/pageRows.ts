// Rows of a page as a PDF shows it: the words of a label and of the heads of its groups stand side by side
// over several lines, the figures beside one of them. Figures are of the label that they stand beside.
import type { Span } from '../text/span.js';
import type { CellItem } from './cellItem.js';
import { type CellToken, isParted, splitOnSpaces } from './cells.js';
import { type PageLabel, pageLabels } from './pageLabels.js';
import {
  isFigure,
  joinedWords,
  MEASURES,
  type Measure,
  type PlacedPiece,
  piecesOf,
  withUnits,
} from './placedPieces.js';
import { FEWEST_COLUMNS } from './tableDraft.js';
import { isNumberedLabel } from './vocabulary.js';

/** What was read, by the first line of each stretch of rows; the lines that they take. */
export interface PageRows {
  readonly items: ReadonlyMap<CellToken, readonly CellItem[]>;
  readonly taken: ReadonlySet<CellToken>;
}

/** Labels go on so many lines above the first figures and below the last. */
const MOST_BEYOND = 8;
/** 三｜（三）｜1. */
const MOST_LABELS = 3;
/** A row's figures stand so many lines from its label at most, where they do not stand beside it. */
const MOST_APART = 3;

/** Finds stretches of rows whose labels are over several lines; null where there is none. */
export function pageRows(text: string, tokens: readonly CellToken[]): PageRows | null {
  const items = new Map<CellToken, readonly CellItem[]>();
  const taken = new Set<CellToken>();
  for (const block of blocksIn(text, tokens)) {
    const readings = MEASURES.map((measure) => read(text, block, measure));
    const [best] = readings.sort((a, b) => a.unclear - b.unclear);
    if (!best?.isTorn) continue;
    items.set(block[0] as CellToken, best.items);
    for (const token of block.slice(0, best.length)) taken.add(token);
  }
  return items.size > 0 ? { items, taken } : null;
}

/** Neighbouring lines of rows with columns of blanks, where not every line has figures. */
function blocksIn(text: string, tokens: readonly CellToken[]): CellToken[][] {
  const blocks: CellToken[][] = [];
  let above: CellToken[] = [];
  let block: CellToken[] = [];
  let below: CellToken[] = [];
  let hasWords = false;
  const close = () => {
    const all = [...block, ...below];
    if ((hasWords || below.length > 0) && block.some(({ span }) => isParted(text, span)))
      blocks.push(all);
    [above, block, below, hasWords] = [below, [], [], false];
  };
  let last = 0;
  for (const token of tokens) {
    const kind = kindOf(text, token);
    if (kind === 'apart' || token.line > last + 2) {
      close();
      above = [];
    }
    last = token.line;
    if (kind === 'figures') {
      if (block.length === 0) below = belongingTo(text, above);
      hasWords ||= below.length > 0;
      block.push(...below, token);
      below = [];
    } else if (kind === 'words' && block.length > 0) {
      below.push(token);
      if (below.length > MOST_BEYOND) close();
    } else if (kind === 'words') {
      above.push(token);
      if (above.length > MOST_BEYOND) above.shift();
    }
  }
  close();
  return blocks;
}

function kindOf(text: string, token: CellToken): 'figures' | 'words' | 'apart' {
  if (!token.loose) return 'apart';
  const pieces = withUnits(text, splitOnSpaces(text, token));
  let figures = 0;
  while (figures < pieces.length && isFigure(text, pieces.at(-1 - figures) as CellToken)) figures++;
  if (figures > 0) return figures >= FEWEST_COLUMNS ? 'figures' : 'apart';
  if (pieces.length <= MOST_LABELS) return 'words';
  return joinedWords(text, piecesOf(text, token)).length <= MOST_LABELS ? 'words' : 'apart';
}

/** The lines above figures from the one in which a label begins that goes on below. */
function belongingTo(text: string, above: readonly CellToken[]): CellToken[] {
  const from = above.findIndex((line) => {
    const [first] = joinedWords(text, piecesOf(text, line));
    return first && isNumberedLabel(first.words);
  });
  return from < 0 ? [] : above.slice(from);
}

/** A line: words, and the figures behind them. */
interface PlacedLine {
  readonly token: CellToken;
  readonly words: readonly PlacedPiece[];
  readonly figures: readonly PlacedPiece[];
}

function lineOf(text: string, token: CellToken, measure: Measure): PlacedLine {
  const pieces = piecesOf(text, token, measure);
  let from = pieces.length;
  while (from > 0 && isFigure(text, (pieces[from - 1] as PlacedPiece).token)) from--;
  return { token, words: joinedWords(text, pieces.slice(0, from)), figures: pieces.slice(from) };
}

/** A stretch as it is read where text is measured in one way. */
interface Reading {
  readonly items: readonly CellItem[];
  /** How many words are no label, and figures without one. */
  readonly unclear: number;
  /** Whether a label of the form is over several lines. */
  readonly isTorn: boolean;
  /** How many of the lines belong to it. */
  readonly length: number;
}

function read(text: string, block: readonly CellToken[], measure: Measure): Reading {
  const all = block.map((token) => lineOf(text, token, measure));
  let length = all.findLastIndex(({ figures }) => figures.length > 0) + 1;
  const found = pageLabels(all.map(({ words }) => words));
  for (const { match, last } of found) if (match) length = Math.max(length, last + 1);
  const lines = all.slice(0, length);
  const labels = found.filter(({ first }) => first < length);
  const owners = ownersOf(lines, labels);
  const alone = lines.filter(({ figures }, at) => figures.length > 0 && !owners.has(at)).length;
  const unclear = labels.filter(({ match }) => !match).length + alone;
  const isTorn = labels.some(({ match, first, last }) => match && first < last);
  return { items: itemsOf(lines, labels, owners), unclear, isTorn, length };
}

/** By the line of figures, the label that they are of; null where that has others, too. */
type Owners = ReadonlyMap<number, PageLabel | null>;

/**
 * Figures are of the label that they stand beside, of several the one furthest to the right. Between two rows
 * that have theirs, as many lines of figures as there are labels are those of the labels.
 */
function ownersOf(lines: readonly PlacedLine[], labels: readonly PageLabel[]): Owners {
  const rows = labels.filter(({ kind }) => kind === 'row');
  const beside = new Map<number, PageLabel>();
  for (const label of rows)
    for (let at = label.first; at <= label.last; at++) {
      const other = beside.get(at);
      if (lines[at]?.figures.length && (!other || other.from < label.from)) beside.set(at, label);
    }
  const places = new Map<PageLabel, number | null>();
  for (const [at, label] of beside) places.set(label, places.has(label) ? null : at);
  const owners = new Map<number, PageLabel | null>();
  for (const [at, label] of beside) owners.set(at, places.get(label) === at ? label : null);
  let open: PageLabel[] = [];
  let from = 0;
  const settle = (to: number) => {
    const free: number[] = [];
    for (let at = from; at < to; at++)
      if (lines[at]?.figures.length && !beside.has(at)) free.push(at);
    if (free.length === open.length && open.every((label, i) => isNear(label, free[i] as number)))
      for (const [i, label] of open.entries()) owners.set(free[i] as number, label);
    open = [];
    from = to + 1;
  };
  for (const label of rows) {
    const at = places.get(label);
    if (typeof at === 'number') settle(at);
    else if (at === undefined) open.push(label);
  }
  settle(lines.length);
  return owners;
}

function isNear({ first, last }: PageLabel, at: number): boolean {
  return first - at <= MOST_APART && at - last <= MOST_APART;
}

/** Each label before its figures; one without any where it begins. */
function itemsOf(
  lines: readonly PlacedLine[],
  labels: readonly PageLabel[],
  owners: Owners,
): CellItem[] {
  const owning = new Set(owners.values());
  const bare = new Map<number, PageLabel[]>();
  for (const label of labels)
    if (!owning.has(label)) bare.set(label.first, [...(bare.get(label.first) ?? []), label]);
  return lines.flatMap(({ token: { line }, figures }, at) => {
    const own = owners.get(at);
    return [
      ...(bare.get(at) ?? []).flatMap((label) => labelItem(label, line, true)),
      ...(own ? labelItem(own, line, false) : []),
      ...(own === null ? [] : figures).map(({ token }, i) => ({
        kind: 'value' as const,
        token: { ...token, column: i + 1 },
      })),
    ];
  });
}

function labelItem({ pieces, match }: PageLabel, line: number, isShut: boolean): CellItem[] {
  const [head, ...more] = pieces;
  if (!head) return [];
  const { span } = head.token;
  const token: CellToken = { span, line, column: 0, loose: false };
  // words on one line may be a label misspelled
  if (!match) return more.length === 0 && !isShut ? [{ kind: 'text', token }] : [];
  const at = match.wordsAt < span.end - span.start ? match.wordsAt : 0;
  const words: Span = { start: span.start + at, end: span.end };
  const rest = more.map((piece) => piece.token);
  const firstLine = Math.min(line, head.token.line);
  return [{ kind: 'label', token, firstLine, words, match, rest, isShut }];
}
