// Labels over several lines of a page, side by side: what stands below one another is one of them.
import { splitGroupsOf } from '../form/formats.js';
import { readNumbering } from '../form/numbering.js';
import type { PlacedPiece } from './placedPieces.js';
import { isLabelSoFar, matchLabel, type Term, type TermMatch, withMark } from './vocabulary.js';

/** A label and the lines that it takes. */
export interface PageLabel {
  /** From the top down. */
  readonly pieces: readonly PlacedPiece[];
  readonly match: TermMatch | null;
  /** `row`: of the form, or of nobody. */
  readonly kind: 'row' | 'group';
  readonly first: number;
  readonly last: number;
  readonly from: number;
}

/** A label as its pieces come in. */
interface Draft {
  words: string;
  readonly pieces: PlacedPiece[];
  /** Whether its words are no label's: what stands below may be of it, or not. */
  isBroken: boolean;
  readonly first: number;
  last: number;
  from: number;
  to: number;
}

/** Fewer words may be the end of a label as well as the beginning of another. */
const FEWEST_WORDS = 4;
/** Longer words are no label. */
const LONGEST_WORDS = 140;

/** The labels of some lines, in the order in which they begin. */
export function pageLabels(lines: readonly (readonly PlacedPiece[])[]): PageLabel[] {
  const drafts: Draft[] = [];
  let open: Draft[] = [];
  for (const [at, pieces] of lines.entries())
    for (const piece of pieces) {
      const above = open.filter((one) => isAbove(one, piece, at));
      const draft = isBegun(piece) ? undefined : continued(above, piece);
      if (draft) add(draft, piece, at);
      else {
        const begun = begin(piece, at);
        drafts.push(begun);
        open = [...open.filter((one) => !above.includes(one)), begun];
      }
    }
  return labelled(drafts);
}

/** Whether a piece stands below a label. */
function isAbove({ from, to, last }: Draft, piece: PlacedPiece, at: number): boolean {
  return last < at && piece.from < to && from < piece.to;
}

/** Whether a label begins with the number of the piece. */
function isBegun({ words }: PlacedPiece): boolean {
  const marked = withMark(words);
  return readNumbering(marked, { start: 0, end: marked.length }) !== null;
}

/** Whether words are a label of the form or the beginning of one. */
function isOfLabel(words: string): boolean {
  return isLabelSoFar(words) || matchLabel(words)?.whole === true;
}

/** The label that a piece goes on with; one that is not whole is broken by what it does not go on with. */
function continued(above: readonly Draft[], { words }: PlacedPiece): Draft | undefined {
  const fitting = above.find((draft) => !draft.isBroken && isOfLabel(draft.words + words));
  if (fitting) return fitting;
  const open = above.find((draft) => draft.isBroken || !matchLabel(draft.words)?.whole);
  // below words that are no label another may begin
  if (open?.isBroken && words.length >= FEWEST_WORDS && isLabelSoFar(words)) return undefined;
  if (open) open.isBroken = true;
  return open;
}

function begin(piece: PlacedPiece, at: number): Draft {
  const { from, to } = piece;
  const words = withMark(piece.words);
  const isBroken = !isOfLabel(words);
  return { words, pieces: [piece], isBroken, first: at, last: at, from, to };
}

function add(draft: Draft, piece: PlacedPiece, at: number): void {
  if (draft.words.length <= LONGEST_WORDS) draft.words += piece.words;
  draft.pieces.push(piece);
  draft.last = at;
  draft.from = Math.min(draft.from, piece.from);
  draft.to = Math.max(draft.to, piece.to);
}

function labelled(drafts: readonly Draft[]): PageLabel[] {
  const matches = drafts.map(({ words }) => matchLabel(words));
  const rows = new Set(matches.flatMap((match) => rowsIn(match).map(({ key }) => key)));
  return drafts.map(({ pieces, first, last, from }, i) => {
    const match = matches[i] ?? null;
    // 其他处理 is a row of 2019, and the head of a group where the rows of the group are there
    const isOver = (row: Term) => isSplit(row, rows) || hasBeside(drafts, i);
    const isGroup = match !== null && rowsIn(match).every((row) => isSplitRow(row) && isOver(row));
    const terms = isGroup ? match.terms.filter((term) => term.kind !== 'row') : rowsIn(match);
    const own = match && { ...match, terms };
    return { pieces, match: own, kind: isGroup ? 'group' : 'row', first, last, from };
  });
}

function rowsIn(match: TermMatch | null): readonly Term[] {
  return match?.terms.filter(({ kind }) => kind === 'row') ?? [];
}

/** Whether a later format has a group of rows in place of a row. */
function isSplitRow({ table, key }: Term): boolean {
  return splitGroupsOf(table).some(({ row }) => row === key);
}

/** Whether the parts of a row are there. */
function isSplit({ table, key }: Term, rows: ReadonlySet<string>): boolean {
  return splitGroupsOf(table).some(
    ({ row, parts }) => row === key && parts.some((part) => rows.has(part)),
  );
}

/** Whether words stand to the right of a label, on one of its lines. */
function hasBeside(drafts: readonly Draft[], i: number): boolean {
  const { first, last, to } = drafts[i] as Draft;
  return drafts
    .slice(Math.max(0, i - MOST_BESIDE), i + MOST_BESIDE)
    .some((one) => one.from >= to && one.first <= last && one.last >= first);
}

/** So many labels before or behind it begin beside a label at most. */
const MOST_BESIDE = 12;
