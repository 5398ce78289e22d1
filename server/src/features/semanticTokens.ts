// What the words and figures of the tables are, for colours: labels, totals, figures, wrong figures; and,
// where no grammar tells, what is a heading.
import { CURRENT, isCorner, isTotalRow, TOTAL as TOTAL_COLUMN, tableOf } from '../form/formats.js';
import type { Label, Report, Table } from '../report/report.js';
import type { Source } from '../text/source.js';
import type { Span } from '../text/span.js';

/** Kinds of tokens, and what may be said of them besides; the manifest gives them their colours. */
export const TOKEN_TYPES = ['formLabel', 'figure', 'reportHeading'] as const;
export const TOKEN_MODIFIERS = ['total', 'group', 'column', 'wrong'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** Part of a label, or a figure, on one line of the document. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** A token before it has its place in the document. */
interface Mark extends Pick<SemanticToken, 'type' | 'modifiers'> {
  readonly span: Span;
}

/** Tokens in order of place, none over another; figures at the spans of `wrong` are wrong. */
export function semanticTokens(
  report: Report,
  source: Source,
  wrong: readonly Span[],
  { headings = false }: { readonly headings?: boolean } = {},
): SemanticToken[] {
  const { recognized, tables } = report;
  if (!recognized) return [];
  const isWrong = new Set(wrong.map(keyOf));
  const marks = Object.values(tables).flatMap((table) => [...marksOf(table, isWrong)]);
  if (headings) marks.push(...headingsOf(report));
  // what stands in the page otherwise than in the report text has mark-up within
  const there = marks.filter(({ span }) => span.start < span.end && source.isVerbatim(span));
  const placed = there.map((mark) => ({ ...mark, span: source.toOriginal(mark.span) }));
  return apart(placed).flatMap((mark) => [...byLine(mark, source)]);
}

function* marksOf(table: Table, isWrong: ReadonlySet<string>): Iterable<Mark> {
  const { key, groups, columns, rows } = table;
  const label = ({ span }: Label, ...modifiers: TokenModifier[]): Mark => ({
    span,
    type: 'formLabel',
    modifiers,
  });
  // the note in the corner is no label
  for (const group of groups) if (!isCorner(key, group.key)) yield label(group, 'group');
  for (const column of columns) yield label(column, column.key === TOTAL_COLUMN ? TOTAL : 'column');
  // the three parts of table 四 are written over its columns
  const isOver = tableOf(CURRENT.id, key).sideBySide;
  for (const { key: row, label: head, cells } of rows) {
    const isTotal = isTotalRow(key, row);
    yield isOver ? label(head, 'group') : label(head, ...(isTotal ? [TOTAL] : []));
    for (const { span, column } of cells.values()) {
      const modifiers: TokenModifier[] = isTotal || column === TOTAL_COLUMN ? [TOTAL] : [];
      if (isWrong.has(keyOf(span))) modifiers.push('wrong');
      yield { span, type: 'figure', modifiers };
    }
  }
}

/** The title, and headings up to where their sentence begins: （一）主动公开情况。全年公开…. */
function headingsOf({ title, prose, text }: Report): Mark[] {
  const spans = prose
    .filter(({ level }) => level > 0)
    .map(({ span }) => {
      const words = text.slice(span.start, span.end);
      const [head = ''] = /^[^。；：:，\t]{0,60}(?=[。；：:，]|$)/.exec(words) ?? [];
      return { start: span.start, end: span.start + head.length };
    });
  return [...(title ? [title.span] : []), ...spans].map((span) => ({
    span,
    type: 'reportHeading',
    modifiers: [],
  }));
}

const TOTAL: TokenModifier = 'total';

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

/** In order of place; of two that overlap the shorter one stays: a label in pieces encloses others. */
function apart(marks: readonly Mark[]): Mark[] {
  const ordered = [...marks].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Mark[] = [];
  for (const mark of ordered) {
    const last = kept.at(-1);
    if (last && last.span.end > mark.span.start) {
      if (lengthOf(last) <= lengthOf(mark)) continue;
      kept.pop();
    }
    kept.push(mark);
  }
  return kept;
}

function lengthOf({ span: { start, end } }: Mark): number {
  return end - start;
}

/** A token lies on one line: not every editor can show one over several. */
function* byLine({ span, type, modifiers }: Mark, { original }: Source): Iterable<SemanticToken> {
  for (let line = original.lineAt(span.start); line <= original.lineAt(span.end); line++) {
    const whole = original.spanOf(line);
    const start = Math.max(whole.start, span.start);
    const length = Math.min(whole.end, span.end) - start;
    if (length > 0) yield { line, character: start - whole.start, length, type, modifiers };
  }
}
