// What has changed between two texts, as a writer would have done it: words and figures within lines and
// cells, lines taken out, lines put in.
import { diffArrays } from 'diff';
import type { TextEdit } from '../../../text/edit.js';

/** A change of a text whose lines are counted from 0. */
export type LineChange =
  /** Within a line, or within one cell of it. */
  | { readonly kind: 'words'; readonly line: number; readonly edits: readonly TextEdit[] }
  /** A line with its end. */
  | { readonly kind: 'deleted'; readonly line: number; readonly edits: readonly TextEdit[] }
  /** Lines in front of one; behind the last, if there is none of that number. */
  | {
      readonly kind: 'inserted';
      readonly line: number;
      readonly lines: readonly string[];
      readonly edits: readonly TextEdit[];
    };

/** How many lines may differ between two texts for what is new to be told from what has changed. */
const MAX_LINES = 2000;
const MAX_WORDS = 2000;
/** How many pairs of lines are compared, to see which of them are the same line. */
const MAX_PAIRS = 40_000;
/** How much two lines must have in common to be one that has changed. */
const ALIKE = 0.4;

/** The changes that make one text the other, in order. */
export function lineChanges(before: string, after: string): LineChange[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of old) {
    starts.push(at);
    at += line.length + 1;
  }
  return new LineComparison(before, old, now, starts).changes();
}

class LineComparison {
  readonly #changes: LineChange[] = [];

  constructor(
    readonly before: string,
    readonly old: readonly string[],
    readonly now: readonly string[],
    readonly starts: readonly number[],
  ) {}

  changes(): LineChange[] {
    const { old, now } = this;
    const parts = diffArrays([...old], [...now], { maxEditLength: MAX_LINES }) ?? [
      { removed: true, count: old.length },
      { added: true, count: now.length },
    ];
    let line = 0;
    let next = 0;
    for (let i = 0; i < parts.length; i++) {
      const { removed = false, added = false, count = 0 } = parts[i] ?? {};
      const more = parts[i + 1];
      if (!removed && !added) {
        line += count;
        next += count;
      } else {
        const isPair = more !== undefined && (removed ? more.added : more.removed) === true;
        if (isPair) i++;
        const gone = removed ? count : isPair ? (more.count ?? 0) : 0;
        const come = added ? count : isPair ? (more.count ?? 0) : 0;
        this.#block(line, gone, next, come);
        line += gone;
        next += come;
      }
    }
    return this.#changes;
  }

  /** Some lines in place of others: those that are alike are the same line. */
  #block(line: number, gone: number, next: number, come: number): void {
    const old = this.old.slice(line, line + gone);
    const now = this.now.slice(next, next + come);
    let i = 0;
    let k = 0;
    for (const [a, b] of [...pairsOf(old, now), [old.length, now.length] as const]) {
      const isEnd = a > i && line + a === this.old.length && line + i > 0;
      if (b > k) this.#insert(line + i, now.slice(k, b), isEnd);
      this.#delete(line + i, line + a, isEnd);
      if (a < old.length) this.#words(line + a, old[a] as string, now[b] as string);
      i = a + 1;
      k = b + 1;
    }
  }

  /** `isEnd`: behind what stands before it, because all from here on goes. */
  #insert(line: number, lines: readonly string[], isEnd: boolean): void {
    const isLast = isEnd || line >= this.old.length;
    const at = (this.starts[line] ?? this.before.length + 1) - (isLast ? 1 : 0);
    const text = lines.join('\n');
    const newText = isLast ? `\n${text}` : `${text}\n`;
    this.#changes.push({
      kind: 'inserted',
      line,
      lines,
      edits: [{ span: { start: at, end: at }, newText }],
    });
  }

  /** At the end of the text it is the end of the line before that goes. */
  #delete(from: number, until: number, isLast: boolean): void {
    for (let line = from; line < until; line++) {
      const start = this.starts[line] as number;
      const end = start + (this.old[line] as string).length;
      const span = isLast
        ? { start: start - 1, end }
        : { start, end: Math.min(end + 1, this.before.length) };
      this.#changes.push({ kind: 'deleted', line, edits: [{ span, newText: '' }] });
    }
  }

  /** Each cell by itself; a line whose cells are others in number is one change that nobody can place. */
  #words(line: number, old: string, now: string): void {
    if (old === now) return;
    const start = this.starts[line] as number;
    const cells = old.split('\t');
    const newCells = now.split('\t');
    if (cells.length !== newCells.length) {
      const edits = [{ span: { start, end: start + old.length }, newText: now }];
      this.#changes.push({ kind: 'words', line, edits });
      return;
    }
    let at = start;
    cells.forEach((cell, i) => {
      const newCell = newCells[i] as string;
      if (cell !== newCell)
        for (const edit of wordEdits(cell, newCell, at))
          this.#changes.push({ kind: 'words', line, edits: [edit] });
      at += cell.length + 1;
    });
  }
}

/** Which lines are which, in order. */
function pairsOf(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  if (old.length === now.length || old.length * now.length > MAX_PAIRS) {
    const count = Math.min(old.length, now.length);
    return Array.from({ length: count }, (_, i) => [i, i] as const);
  }
  const [olds, news] = [old.map(pairsIn), now.map(pairsIn)];
  const width = now.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const alike = new Float64Array(old.length * now.length);
  for (let i = old.length - 1; i >= 0; i--)
    for (let k = now.length - 1; k >= 0; k--) {
      const likeness = likenessOf(olds[i] as Pairs, news[k] as Pairs);
      alike[i * now.length + k] = likeness;
      const together = likeness >= ALIKE ? likeness + (best[(i + 1) * width + k + 1] as number) : 0;
      const apart = Math.max(
        best[(i + 1) * width + k] as number,
        best[i * width + k + 1] as number,
      );
      best[i * width + k] = Math.max(together, apart);
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, k = 0; i < old.length && k < now.length; ) {
    const here = best[i * width + k] as number;
    const likeness = alike[i * now.length + k] as number;
    if (likeness >= ALIKE && here === likeness + (best[(i + 1) * width + k + 1] as number))
      pairs.push([i++, k++]);
    else if (here === best[(i + 1) * width + k]) i++;
    else k++;
  }
  return pairs;
}

/** The pairs of characters of a line, and how often each is there. */
type Pairs = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

function pairsIn(line: string): Pairs {
  const counts = new Map<string, number>();
  const text = ` ${line.slice(0, 400)} `;
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: text.length - 1 };
}

function likenessOf(a: Pairs, b: Pairs): number {
  let common = 0;
  for (const [pair, count] of a.counts) common += Math.min(count, b.counts.get(pair) ?? 0);
  return (2 * common) / (a.total + b.total);
}

/** A figure, a word of letters, or one character. */
const WORDS = /\d+(?:\.\d+)?|[A-Za-z]+|[\s\S]/gu;

/** The edits of a stretch that begins at an offset; changes with but one character between are one. */
function wordEdits(old: string, now: string, offset: number): TextEdit[] {
  const [before, after] = [old.match(WORDS) ?? [], now.match(WORDS) ?? []];
  const whole = { span: { start: offset, end: offset + old.length }, newText: now };
  const parts = diffArrays(before, after, { maxEditLength: MAX_WORDS });
  if (!parts) return [whole];
  const edits: { span: { start: number; end: number }; newText: string }[] = [];
  let at = offset;
  let same = '';
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    if (!added && !removed) {
      same = text;
      at += text.length;
      continue;
    }
    const last = edits.at(-1);
    const isNear = last && last.span.end + same.length === at && Array.from(same).length < 2;
    const edit = isNear ? last : { span: { start: at, end: at }, newText: '' };
    if (isNear && last.span.end < at) last.newText += same;
    if (!isNear) edits.push(edit);
    edit.span.end = removed ? at + text.length : at;
    if (removed) at += text.length;
    else edit.newText += text;
    same = '';
  }
  return edits;
}
