// Inside a table: the rows that belong here and are missing, and labels that are half typed.

import { isSideBySide, type LabelSpec, named, printed } from '../../form/formats.js';
import type { Report, Table } from '../../report/report.js';
import { gapOf, lastLine, rowPlace, rowTexts } from '../../writing/insertRows.js';
import { type MissingRows, missingRows, type Neighbour } from '../../writing/missingRows.js';
import type { CompletionContext } from './context.js';
import { offered, type Piece, type PieceSource } from './piece.js';
import { BLANK, joined, withStops } from './snippet.js';

export const rows: PieceSource = {
  *at(place) {
    const { report, line } = place;
    const table = tableHere(place);
    if (!table || table.unreadable || isSideBySide(table.key)) return;
    const run = missingHere(report, table, line);
    if (!run) return;
    const cell = cellAt(place);
    if (!cell) return;
    const isTyped = cell.text !== '';
    const hasCells = !cell.isOnly || (table.layout === 'lines' && isTyped && cellsFollow(place));
    if (!hasCells) yield* wholeRows(place, table, run, cell);
    else if (isTyped) yield* labels(table, run, cell);
  },
  *all(report) {
    for (const table of Object.values(report.tables)) {
      if (table.unreadable) continue;
      for (const run of missingRows(report, table)) {
        const place = rowPlace(report, table, run);
        if (!place) continue;
        const { offset, before, after } = place;
        const texts = rowTexts(report, table, run, { fill: () => BLANK, place });
        const body = withStops(texts.map((text) => before + text + after).join(''));
        yield { ...runPiece(table, run), body, isMissing: true, offset };
      }
    }
  },
};

/** The table that the line lies in, or would go on. */
function tableHere({
  report: { tables, lines },
  line,
  table,
  isOpen,
}: CompletionContext): Table | undefined {
  if (table || !isOpen) return table;
  return Object.values(tables).find(({ span, layout }) => {
    const last = lines.lineAt(span.end);
    return last < line && line <= last + (layout === 'lines' ? 2 : 1);
  });
}

/** The missing rows whose place is this line; a label that is being typed on it is not there yet. */
function missingHere(report: Report, table: Table, line: number): MissingRows | undefined {
  const { lines } = report;
  const first = lines.lineAt(table.span.start);
  const lineOf = ({ span }: Pick<Neighbour, 'span'>) => lines.lineAt(span.start);
  return missingRows(report, table, (label) => lineOf(label) !== line).find(
    ({ before, after }) =>
      (before ? lastLine(report, before) : first) < line && (!after || line < lineOf(after)),
  );
}

/** The cell around the cursor. */
interface CellHere {
  /** What has been typed in it. */
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  /** Nothing stands on the line but this cell. */
  readonly isOnly: boolean;
  /** What stands before it on the line, indentation aside. */
  readonly lead: string;
}

const SEPARATOR = /[\t|｜]/;

function cellAt({ report: { text }, offset, span }: CompletionContext): CellHere | null {
  let start = offset;
  let end = offset;
  while (start > span.start && !SEPARATOR.test(text.charAt(start - 1))) start--;
  while (end < span.end && !SEPARATOR.test(text.charAt(end))) end++;
  while (start < offset && text.charAt(start) === ' ') start++;
  while (end > offset && text.charAt(end - 1) === ' ') end--;
  // a label is completed at its end
  if (end !== offset) return null;
  const written = text.slice(start, end);
  if (/^[\d.\s]+$/.test(written) && written !== '' && !/[.]$/.test(written)) return null;
  const others = text.slice(span.start, start) + text.slice(end, span.end);
  const isOnly = /^[\s|｜]*$/.test(others);
  const lead = text.slice(span.start, start).trimStart();
  return { text: written, span: { start, end }, isOnly, lead };
}

/** Whether the next line that is not empty is a cell without words: where each has one, of this row. */
function cellsFollow({ report: { text, lines }, line }: CompletionContext): boolean {
  for (let next = line + 1; next < lines.count; next++) {
    const { start, end } = lines.spanOf(next);
    if (start < end) return /^[\s|｜]*(?:[-+−\d０-９.,]+[\s|｜]*)?$/.test(text.slice(start, end));
  }
  return false;
}

function* wholeRows(place: CompletionContext, table: Table, run: MissingRows, cell: CellHere) {
  const { report, span } = place;
  if (!rowPlace(report, table, run)) return;
  const texts = rowTexts(report, table, run, { fill: () => BLANK }).map(withStops);
  const pieces = run.rows.map((row, i): Piece => {
    const detail = '缺少的行，数留空';
    return { ...labelPiece(table, row), kind: 'row', detail, body: texts[i] ?? [] };
  });
  if (pieces.length > 1)
    pieces.push({ ...runPiece(table, run), body: joined(texts, gapOf(report, table)) });
  for (const piece of offered({ text: cell.text, span: cell.span }, pieces))
    yield {
      ...piece,
      replace: span,
      filterText: piece.keys.map((key) => cell.lead + key).join(' '),
    };
}

function* labels(table: Table, run: MissingRows, cell: CellHere) {
  const pieces = run.rows.map((row) => labelPiece(table, row));
  yield* offered({ text: cell.text, span: cell.span }, pieces);
}

function labelPiece(table: Table, row: LabelSpec): Piece {
  const { key, label, numbering = '' } = row;
  return {
    id: `row:${table.key}:${key}`,
    kind: 'label',
    label: named(row),
    detail: '规定的行名',
    keys: [numbering + label, label],
    body: [printed(row)],
  };
}

/** All missing rows that stand side by side. */
function runPiece({ key }: Table, { rows: missing }: MissingRows): Piece {
  const [first, last] = [missing[0], missing.at(-1)] as [LabelSpec, LabelSpec];
  const names = [first, last].map(named);
  const label =
    first === last ? (names[0] as string) : `${names.join('至')}（${missing.length} 行）`;
  return {
    id: `rows:${key}:${first.key}`,
    kind: 'row',
    label,
    detail: '缺少的行，数留空',
    keys: [label, '缺少的行'],
    body: [],
  };
}
