// Heads of table 四 that lost half of their characters: 维持 between 行政复议's others. Their place among the
// heads of their line tells which they are, and what is left of the words agrees.
import { ALL_FORMATS, type ColumnSpec, CURRENT, isSideBySide } from '../form/formats.js';
import type { Label } from '../report/report.js';
import type { HeadCell, TableDraft } from './tableDraft.js';
import { isSubsequence } from './vocabulary.js';

/** So many characters may be lost; one alone is near enough to be read by itself. */
const LOST = 2;

/** The column heads, with those that are told by their place. */
export function withShortHeads(text: string, draft: TableDraft, heads: readonly Label[]): Label[] {
  const { key, shortHeads, headCells, headPieces } = draft;
  const columns = CURRENT.tables[key].blocks[0]?.columns ?? [];
  if (!isSideBySide(key) || shortHeads.length === 0) return [...heads];
  const byPlace = new Map<string, HeadCell>();
  for (const cell of headCells) byPlace.set(`${cell.line} ${cell.column}`, cell);
  const told = new Map<number, Label>();
  for (const { span, line, column } of shortHeads) {
    const words = text.slice(span.start, span.end).replace(/\s/g, '');
    const beside = (step: number) => byPlace.get(`${line} ${column + step}`)?.key;
    const spec = between(columns, beside(-1), beside(1));
    if (!spec || words.length !== spec.label.length - LOST) continue;
    if (!isSubsequence(words, spec.label) || hasOtherHalf(words, spec.label, headPieces)) continue;
    told.set(span.start, {
      key: spec.key,
      span,
      words: span,
      match: 'near',
      official: spec.label,
      templates: ALL_FORMATS,
    });
  }
  const others = heads.filter(({ span }) => !told.has(span.start));
  return [...others, ...told.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The one column between two others; the first one follows the last, in the block beside. */
function between(
  columns: readonly ColumnSpec[],
  before: string | undefined,
  after: string | undefined,
): ColumnSpec | undefined {
  const placeOf = (key: string | undefined) => columns.findIndex((column) => column.key === key);
  const next = after === undefined ? columns.length : placeOf(after);
  const last = before === undefined ? -1 : placeOf(before);
  const isFirst = next === 1 && (before === undefined || last === columns.length - 1);
  if (before === undefined && after === undefined) return undefined;
  return isFirst || next - last === 2 ? columns[next - 1] : undefined;
}

/** Whether the rest of a head stands among the heads: 结果 over 维持. */
function hasOtherHalf(words: string, label: string, pieces: ReadonlySet<string>): boolean {
  if (label.startsWith(words)) return pieces.has(label.slice(words.length));
  return label.endsWith(words) && pieces.has(label.slice(0, -words.length));
}
