// An official table as the form prints it, with the report's own words in its cells: where all cells of
// its rows are there once, in the form's order, and nothing else is.
import {
  type ColumnKey,
  type PrintedCell,
  printedTable,
  type RowKey,
  rowsOf,
  type TableSpec,
  tablesFrom,
} from '../../form/formats.js';
import { templateInForce } from '../../judging/relations.js';
import { isDelimiterRow } from '../../reading/cells.js';
import type { Label, Report, Table } from '../../report/report.js';
import { isSpace, type Span, trimmed } from '../../text/span.js';
import type { DocumentCell, DocumentRegion, DocumentTable } from './blocks.js';
import { wordsOfCell } from './plainWords.js';

/** The table in print, without the rows that it lacks; null where anything else is not as the form has it. */
export function formTable(
  report: Report,
  table: Table,
  range: DocumentRegion,
): DocumentTable | null {
  if (table.unreadable || table.orphans.length > 0) return null;
  if (table.rows.some(({ label, misfit }) => misfit || label.match === 'implied')) return null;
  for (const spec of tablesFrom(templateInForce(report), table.key)) {
    const rows = isOf(spec, table) ? fill(report, table, spec, range) : null;
    if (rows) return { kind: 'table', key: table.key, rows };
  }
  return null;
}

/** Whether its rows are rows of a format, in the form's order. */
function isOf(spec: TableSpec, { rows }: Table): boolean {
  const order = rowsOf(spec).map(({ key }) => key);
  const places = rows.map(({ key }) => order.indexOf(key));
  return places.every((place, i) => place > (i === 0 ? -1 : (places[i - 1] as number)));
}

function fill(
  report: Report,
  table: Table,
  spec: TableSpec,
  range: DocumentRegion,
): DocumentCell[][] | null {
  const parts = new Parts(table);
  const used: Span[] = [];
  const rows: DocumentCell[][] = [];
  const own = new Set(table.rows.map(({ key }) => key));
  for (const cells of printedTable(spec, ({ key }) => own.has(key))) {
    const row: DocumentCell[] = [];
    for (const printed of cells) {
      const span = parts.take(printed);
      if (!span) return null;
      used.push(span);
      const { at, colSpan, rowSpan, kind, cell } = printed;
      row.push({
        at,
        colSpan,
        rowSpan,
        kind,
        text: wordsIn(report, span),
        ...(cell && { cell }),
        span,
      });
    }
    rows.push(row);
  }
  const repeated = parts.repeated(report);
  if (!repeated || !inOrder(parts.figures)) return null;
  return isAll(report, range, [...used, ...repeated]) ? rows : null;
}

/** The labels and figures of a table, to be taken one by one. */
class Parts {
  /** Figures in the order in which they were taken. */
  readonly figures: Span[] = [];
  readonly #heads: ReadonlyMap<string, Label[]>;
  readonly #rows: ReadonlyMap<RowKey, Table['rows'][number]>;
  readonly #taken = new Map<string, Label>();

  constructor({ columns, groups, rows }: Table) {
    const heads = new Map<string, Label[]>();
    const isBeside = new Set(rows.map(({ label }) => label));
    for (const label of [...groups, ...columns, ...isBeside]) {
      const same = heads.get(label.key);
      if (same) same.push(label);
      else heads.set(label.key, [label]);
    }
    this.#heads = heads;
    this.#rows = new Map(rows.map((row) => [row.key, row]));
  }

  /** The place of the next cell of that kind. */
  take({ key, cell }: PrintedCell): Span | undefined {
    if (cell) return this.#figure(cell.row, cell.column);
    const label = this.#heads.get(key)?.shift();
    if (label) this.#taken.set(key, label);
    return label?.span;
  }

  #figure(row: RowKey, column: ColumnKey): Span | undefined {
    const span = this.#rows.get(row)?.cells.get(column)?.span;
    if (span) this.figures.push(span);
    return span;
  }

  /** The labels that were left: heads given once more in each of their rows. Null where one is no such head. */
  repeated(report: Report): readonly Span[] | null {
    const spans: Span[] = [];
    for (const [key, labels] of this.#heads)
      for (const { span } of labels) {
        const taken = this.#taken.get(key);
        const isSame = taken && wordsIn(report, taken.span) === wordsIn(report, span);
        if (!isSame) return null;
        spans.push(span);
      }
    return spans;
  }
}

/** The words of a cell, or of all cells that a label was cut into. */
function wordsIn(report: Report, { start, end }: Span): string {
  const { text, lines, markup, hasBars } = report;
  return wordsOfCell(text.slice(start, end), markup, hasBars(lines.lineAt(start)));
}

function inOrder(spans: readonly Span[]): boolean {
  return spans.every((span, i) => i === 0 || (spans[i - 1] as Span).end <= span.start);
}

/** Whether the lines of a table hold these stretches, apart, and nothing else but white space and separators. */
function isAll(report: Report, range: DocumentRegion, spans: readonly Span[]) {
  const { text, lines, markup, hasBars, isApart } = report;
  const bars = hasBars(range.first) ? '|｜' : '';
  const parts = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  if (!inOrder(parts)) return false;
  let next = 0;
  for (let line = range.first; line <= range.last; line++) {
    const { start, end } = lines.spanOf(line);
    const isMark =
      isDelimiterRow(text, trimmed(text, { start, end }), hasBars(line)) || isApart(line);
    for (let i = start; i < end; ) {
      while ((parts[next]?.end ?? i + 1) <= i) next++;
      const part = parts[next];
      if (part && part.start <= i) i = part.end;
      else if (isMark || bars.includes(text.charAt(i)) || isSpace(text.charCodeAt(i))) i++;
      else if (markup !== 'none' && text.charAt(i) === '<') {
        BREAK.lastIndex = i;
        if (!BREAK.test(text)) return false;
        i = BREAK.lastIndex;
      } else return false;
    }
  }
  return true;
}

/** A line break inside a cell, where nothing of the cell stands. */
const BREAK = /<br ?\/?>/iy;
