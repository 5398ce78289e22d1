// Whether an official table was understood to the last cell: only then may it be written anew in the
// words of the form. Otherwise something of it would be lost or put in the wrong place.

import {
  type CellKey,
  cellKey,
  columnsOf,
  FORMATS,
  type LabelSpec,
  labelSpecs,
  NEWEST_FIRST,
  printed,
  type RowKey,
  rowsOf,
  TABLE_KEYS,
  type TemplateId,
  tableOf,
} from '../../form/formats.js';
import { endsColumn, matchLabel, nearLabel } from '../../reading/vocabulary.js';
import type { Label, Report, Row, Table } from '../../report/report.js';
import { foldWords } from '../../text/fold.js';
import type { Span } from '../../text/span.js';

/** A table of which nothing is left over. */
export interface Recognized {
  /** The formats that have all of its rows and columns. */
  readonly templates: readonly TemplateId[];
  readonly rows: readonly RowKey[];
  /** Labels not worded as in the form. */
  readonly reworded: number;
  readonly filled: number;
  readonly blank: number;
  /** The text of a cell as it was written; `''` if blank. */
  written(cell: CellKey): string;
}

/** More than any of the tables has. */
const MOST_CELLS = 2000;

/** The table's figures; null if any of its `cells` is neither a label nor a figure in its column. */
export function recognizeTable(
  { text }: Report,
  table: Table,
  cells: readonly Span[],
): Recognized | null {
  const { rows, columns, groups, orphans, unreadable } = table;
  const labels = [...rows.map(({ label }) => label), ...columns, ...groups];
  if (unreadable || orphans.length > 0 || rows.length === 0) return null;
  if (rows.some((row) => row.misfit || row.cells.size < row.expected.length)) return null;
  if (cells.length > MOST_CELLS || !labels.every((label) => saysNoMore(text, table, label)))
    return null;
  const templates = templatesOf(table);
  if (templates.length === 0) return null;

  const figures = new Map<string, string>();
  const known = new Set<number>();
  for (const row of rows)
    for (const [column, { span }] of row.cells) {
      figures.set(cellKey({ row: row.key, column }), text.slice(span.start, span.end));
      known.add(span.start);
    }
  const isLabel = (cell: Span) => {
    const words = foldWords(text, cell);
    if (endsColumn(words, table.key)) return true; // 企业, below 商业
    return labels.some(
      ({ span: { start, end } }) =>
        (cell.start === start && cell.end === end) ||
        (start <= cell.start && cell.end <= end && foldWords(text, { start, end }).includes(words)),
    );
  };
  if (!cells.every((cell) => cell.start === cell.end || known.has(cell.start) || isLabel(cell)))
    return null;

  const blank = [...figures.values()].filter((written) => written === '').length;
  return {
    templates,
    rows: rows.map(({ key }) => key),
    reworded: labels.filter(({ match }) => match !== 'exact').length,
    filled: figures.size - blank,
    blank,
    written: (cell) => figures.get(cellKey(cell)) ?? '',
  };
}

/** The formats that have these rows, with these columns, all of them under heads. */
function templatesOf({ key, rows, columns }: Table): TemplateId[] {
  const heads = new Set(columns.map((column) => column.key));
  const fits = (id: TemplateId, { key: row, expected }: Row) => {
    const official = columnsOf(id, key, row).map((column) => column.key);
    return (
      official.length > 0 &&
      official.length === expected.length &&
      official.every((column, i) => column === expected[i] && heads.has(column))
    );
  };
  return NEWEST_FIRST.map(({ id }) => id).filter(
    (id) =>
      rows.every((row) => fits(id, row)) &&
      // table 四 is one row of figures: it has all its blocks or is another
      (!tableOf(id, key).sideBySide || rows.length === rowsOf(tableOf(id, key)).length),
  );
}

const NOTE = /[（(：:【[]/;
const vocabulary = new Set<string>();
const notes = new Set<string>();
for (const { tables } of FORMATS)
  for (const key of TABLE_KEYS) for (const { spec } of labelSpecs(tables[key])) learn(spec);

function learn({ label, note, aliases = [], ...spec }: LabelSpec): void {
  for (const words of [label, ...aliases]) {
    vocabulary.add(foldWords(words));
    vocabulary.add(foldWords(printed({ ...spec, label: words })));
  }
  if (note) notes.add(foldWords(note));
}

/** Whether a label says what the form does and no more: （单位：元） and 2019年 are not the form's. */
function saysNoMore(text: string, table: Table, { key, match, span, words, official }: Label) {
  if (match === 'implied') return false;
  if (vocabulary.has(foldWords(text, span))) return true;
  const written = text.slice(words.start, words.end);
  const at = written.search(NOTE);
  const own = foldWords(at < 0 ? written : written.slice(0, at));
  const note = at < 0 ? '' : foldWords(written.slice(at));
  if (note !== '' && !notes.has(note)) return false;
  if (vocabulary.has(own) || foldWords(official).startsWith(own)) return true;
  // a name that the form does not know may have been told by its place alone
  const known = matchLabel(written) ?? nearLabel(text, span, table.key, (term) => term.key === key);
  return match === 'near' && known?.terms.some((term) => term.key === key) === true;
}
