// The closed vocabulary of the tables: which label a piece of text is, exactly or nearly.

import {
  FORMATS,
  isSideBySide,
  type LabelSpec,
  labelSpecs,
  type NamedLabel,
  TABLE_KEYS,
  type TableKey,
  type TableSpec,
  type TemplateId,
} from '../form/formats.js';
import { type Numbering, readNumbering } from '../form/numbering.js';
import { memoized } from '../text/cache.js';
import { foldWords } from '../text/fold.js';
import type { Span } from '../text/span.js';

/** A label of the form, in all places of the vocabulary that have the same words. */
export interface Term {
  readonly table: TableKey;
  readonly kind: NamedLabel['kind'];
  /** Row, column or group key; for a caption its words. */
  readonly key: string;
  readonly spec: LabelSpec;
  readonly templates: readonly TemplateId[];
  /** Whether the words looked up are an alias, not the form's own. */
  readonly alias: boolean;
}

/** A piece of text recognised as one label or several that share their words. */
export interface TermMatch {
  readonly terms: readonly Term[];
  readonly exact: boolean;
  /** Whether no other label of the form is as near. */
  readonly sure: boolean;
  /** Whether nothing but the label is there: no note in brackets or behind a colon. */
  readonly whole: boolean;
  readonly numbering: Numbering | null;
  /** Offset in the piece where the words begin, behind the numbering. */
  readonly wordsAt: number;
}

const vocabulary = new Map<string, Term[]>();

function learn(words: string, term: Term): void {
  const known = vocabulary.get(words);
  if (!known) {
    vocabulary.set(words, [term]);
    return;
  }
  const same = known.findIndex(
    ({ table, kind, key }) => table === term.table && kind === term.kind && key === term.key,
  );
  if (same < 0) known.push(term);
  else {
    const old = known[same] as Term;
    if (!old.templates.includes(term.templates[0] as TemplateId))
      known[same] = { ...old, templates: [...old.templates, ...term.templates] };
  }
}

function learnSpec(
  spec: LabelSpec,
  table: TableKey,
  kind: NamedLabel['kind'],
  template: TemplateId,
) {
  const term = { table, kind, key: spec.key, spec, templates: [template], alias: false };
  learn(foldWords(spec.label), term);
  if (spec.note) learn(foldWords(spec.label + spec.note), term);
  for (const alias of spec.aliases ?? []) learn(foldWords(alias), { ...term, alias: true });
}

/** Under one head with their group, the rows that stand beside others: 行政诉讼（复议后起诉）. */
function learnWithGroup(
  { key: table, groups: heads, sideBySide, blocks }: TableSpec,
  id: TemplateId,
) {
  if (!sideBySide) return;
  for (const spec of blocks.flatMap(({ rows }) => rows)) {
    const term = {
      table,
      kind: 'row',
      key: spec.key,
      spec,
      templates: [id],
      alias: false,
    } as const;
    for (const group of heads.filter(({ key }) => spec.groups?.includes(key))) {
      learn(foldWords(group.label + spec.label), term);
      learn(foldWords(`${spec.label}的${group.label}`), term);
    }
  }
}

for (const template of FORMATS)
  for (const key of TABLE_KEYS) {
    for (const { kind, spec } of labelSpecs(template.tables[key]))
      learnSpec(spec, key, kind, template.id);
    learnWithGroup(template.tables[key], template.id);
  }

const allWords = [...vocabulary.keys()];
const longest = Math.max(...allWords.map((word) => word.length));

/** Longer text is no label, note included. */
const LONGEST_PIECE = 140;

/** The label that a trimmed piece of text is, exactly: numbering, note and marks aside. */
export function matchLabel(piece: string): TermMatch | null {
  if (piece === '') return null;
  // a label with a long explanation behind it (规章：指…) is told by its beginning
  if (piece.length > LONGEST_PIECE) return matchLabel(piece.slice(0, LONGEST_PIECE));
  return matchPiece(piece);
}

const matchPiece = memoized(exactMatch);

/** Marks of Markdown before words: ### 三、, **总计**, > （一）, - 1. */
const MARKS = /^(?:#{1,6}[ \t]|>[ \t]?|[-*+][ \t]|\*\*|__|[ \t])+/;

function marksBefore(words: string): number {
  return MARKS.exec(words)?.[0].length ?? 0;
}

function exactMatch(piece: string): TermMatch | null {
  const marks = marksBefore(piece);
  const numbering = readNumbering(piece, { start: marks, end: piece.length });
  const wordsAt = numbering?.end ?? marks;
  const whole = foldWords(piece, { start: wordsAt, end: piece.length });
  const found = vocabulary.get(whole);
  const noted = found ?? vocabulary.get(withoutNote(piece, wordsAt));
  if (noted)
    return {
      terms: prefer(noted, numbering),
      exact: true,
      sure: true,
      whole: !!found,
      numbering,
      wordsAt,
    };
  // 三安全一稳定 and 第二十条 begin with what looks like numbering; 3 其他 does not
  const unnumbered = numbering ? vocabulary.get(foldWords(piece)) : undefined;
  const marked = numbering ? piece : withMark(piece);
  if (marked !== piece) return exactMatch(marked);
  if (!unnumbered) return null;
  return {
    terms: unnumbered,
    exact: true,
    sure: true,
    whole: true,
    numbering: null,
    wordsAt: marks,
  };
}

/** 部分公开（区分处理的…） → 部分公开; 规章：指… → 规章; 上一年项目数量2019年 → 上一年项目数量. */
function withoutNote(piece: string, from: number): string {
  const mark = piece.slice(from + 1).search(/[（(：:【[]/);
  const cut = mark < 0 ? piece.length : from + 1 + mark;
  return foldWords(piece, { start: from, end: cut }).replace(/(?:19|20)\d\d年?度?$/, '');
}

/** Among labels of the same words those with the written numbering, if any has it. */
function prefer(terms: readonly Term[], numbering: Numbering | null): readonly Term[] {
  if (!numbering || terms.length === 1) return terms;
  const numbered = terms.filter(({ spec }) => agrees(spec, numbering));
  return numbered.length > 0 ? numbered : terms;
}

/** Whether a label is printed with the same numbering. */
export function agrees(spec: LabelSpec, numbering: Numbering | null): boolean {
  if (!spec.numbering || !numbering) return false;
  const own = readNumbering(spec.numbering, { start: 0, end: spec.numbering.length });
  return own?.number === numbering.number && own.level === numbering.level;
}

/** What heads begin with: hardly any other text is tried. */
const HEAD_STARTS = new Set<string>();
for (const [word, terms] of vocabulary) if (isHeadAmong(terms)) HEAD_STARTS.add(word.charAt(0));

/** Where the heads begin that are set one behind the other without a blank: 信息内容｜本年处理决定数量. */
export const gluedHeads = memoized((piece): readonly number[] | null => {
  if (piece.length > LONGEST_PIECE) return null;
  const starts: number[] = [];
  for (let from = 0; from < piece.length; ) {
    if (!HEAD_STARTS.has(foldWords(piece.slice(from)).charAt(0))) return null;
    let end = piece.length;
    while (end > from && !isHead(piece.slice(from, end))) end--;
    if (end === from) return null;
    starts.push(from);
    from = end;
  }
  return starts.length > 1 ? starts : null;
});

function isHead(words: string): boolean {
  return isHeadAmong(vocabulary.get(foldWords(words)) ?? []);
}

function isHeadAmong(terms: readonly Term[]): boolean {
  return terms.some((term) => !term.alias && isHeadOf(term));
}

/** Heads of columns, of their groups, and rows side by side; the groups of rows are numbered. */
function isHeadOf({ table, kind, spec: { numbering } }: Term): boolean {
  if (kind === 'row') return isSideBySide(table);
  return kind === 'column' || (kind === 'group' && numbering === undefined);
}

/** Whether a label may go on after this piece: （三） → （三）不予公开, 商业 → 商业企业. */
export const beginsLabel = memoized((piece) => {
  const begin = wordsOf(piece);
  return allWords.some((word) => word.length > begin.length && word.startsWith(begin));
});

/** Whether a label may go on, with nothing but marks perhaps: 自然人 → 自然人（. */
export const isLabelSoFar = memoized((piece) => {
  const begin = wordsOf(piece);
  return begin.length < longest && allWords.some((word) => word.startsWith(begin));
});

/** The mark that a number lacks: 3 其他 → 3.其他. */
export function withMark(piece: string): string {
  return /^[\d０-９]{1,2}\s+[^\d０-９\s]/.test(piece) ? piece.replace(/\s/, '.') : piece;
}

/** Whether a label may begin with a piece that has a number. */
export function isNumberedLabel(piece: string): boolean {
  const marked = withMark(piece);
  return readNumbering(marked, { start: 0, end: marked.length }) !== null && isLabelSoFar(marked);
}

function wordsOf(piece: string): string {
  const span = { start: marksBefore(piece), end: piece.length };
  return foldWords(piece, { ...span, start: readNumbering(piece, span)?.end ?? span.start });
}

/** The one column of a table whose words begin like this: 商业 → 商业企业. */
export function columnBeginning(folded: string, table: TableKey): Term | undefined {
  if (folded.length < 2) return undefined;
  const found = allWords
    .filter((word) => word.startsWith(folded))
    .flatMap((word) => (vocabulary.get(word) ?? []).filter((t) => isColumn(t, table)));
  return found.length === 1 ? found[0] : undefined;
}

/** Whether words are the end of a column label that was split: 企业, 机构. */
export function endsColumn(folded: string, table: TableKey): boolean {
  return (
    folded.length >= 2 &&
    allWords.some(
      (word) =>
        word.endsWith(folded) && (vocabulary.get(word) ?? []).some((t) => isColumn(t, table)),
    )
  );
}

function isColumn(term: Term, table: TableKey): boolean {
  return term.table === table && term.kind === 'column' && !term.alias;
}

/**
 * The label of a table that a text is a slip or rewording of. Of several equally near the one with
 * the written numbering wins, then, without being sure, the one the caller expects next.
 */
export function nearLabel(
  text: string,
  span: Span,
  table: TableKey,
  expects: (term: Term) => boolean,
): TermMatch | null {
  if (span.end - span.start > LONGEST_PIECE) return null;
  const start = span.start + marksBefore(text.slice(span.start, span.end));
  const numbering = readNumbering(text, { ...span, start });
  const from = numbering?.end ?? start;
  let best = nearTerms[table](text.slice(from, span.end));
  if (best.length === 0) return null;
  const numbered = numbering ? best.filter(({ spec }) => agrees(spec, numbering)) : [];
  if (numbered.length > 0) best = numbered;
  const sure = new Set(best.map(({ spec }) => spec.label)).size === 1;
  const expected = best.filter(expects);
  if (best.length > 1 && expected.length > 0) best = expected;
  // a caption has nothing but its number to be told by
  if (!sure && expected.length === 0 && best.some(({ kind }) => kind === 'caption')) return null;
  return { terms: best, exact: false, sure, whole: true, numbering, wordsAt: from - span.start };
}

/** The labels of a table that a piece without numbering is nearest to; none if it is near to none. */
const nearTerms: Readonly<Record<TableKey, (piece: string) => readonly Term[]>> = {
  disclosure: memoized((piece) => nearestIn('disclosure', piece)),
  requests: memoized((piece) => nearestIn('requests', piece)),
  review: memoized((piece) => nearestIn('review', piece)),
};

function nearestIn(table: TableKey, piece: string): readonly Term[] {
  const cut = withoutNote(piece, 0);
  const whole = foldWords(piece);
  if (cut.length < 2 || cut.length > longest * 1.5) return [];
  let best: readonly Term[] = [];
  let nearest = 1;
  for (const [word, terms] of vocabulary) {
    const here = terms.filter((term) => term.table === table);
    // what stands in a caption's brackets is its number, no note
    const written = here.some(({ kind }) => kind === 'caption') ? whole : cut;
    const distance = here.length > 0 ? nearness(written, word) : Number.POSITIVE_INFINITY;
    if (distance > nearest) continue;
    best = distance < nearest ? here : [...best, ...here];
    nearest = distance;
  }
  return best;
}

/** Share of the label that is wrong, 0–1; infinite beyond what is still that label. */
function nearness(written: string, word: string): number {
  const length = Math.max(written.length, word.length);
  const difference = Math.abs(written.length - word.length);
  // a label cut short or widened keeps all the words of the shorter one, in order
  if (difference > 0 && Math.min(written.length, word.length) >= 5) {
    const [short, long] = written.length < word.length ? [written, word] : [word, written];
    if (short.length * 2 >= long.length && isSubsequence(short, long))
      return (difference / length) * 0.75;
  }
  const allowed = length <= 3 ? 1 : length <= 5 ? 1 : Math.floor(length * 0.34);
  if (difference > allowed || (length <= 2 && written !== word)) return Number.POSITIVE_INFINITY;
  const distance = editDistance(written, word);
  return distance <= allowed ? distance / length : Number.POSITIVE_INFINITY;
}

/** Whether all characters of one text stand in another, in order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
