// What stands at a place of a report: a cell, a label of a table, or a figure of the running text.
import { type Mention, mentionsAt } from '../judging/mentions.js';
import type { Cell, Label, Report, Row, Table } from '../report/report.js';
import { holds, type Span } from '../text/span.js';
import { cellRoom } from '../writing/cellEdit.js';

export type PlaceInReport =
  | { readonly kind: 'cell'; readonly table: Table; readonly row: Row; readonly cell: Cell }
  | { readonly kind: 'row'; readonly table: Table; readonly row: Row }
  /** A group head, a caption, the note in the corner. */
  | { readonly kind: 'group'; readonly table: Table; readonly label: Label }
  | { readonly kind: 'column'; readonly table: Table; readonly label: Label }
  /** Several where one claim denies two things. */
  | { readonly kind: 'mentions'; readonly mentions: readonly [Mention, ...Mention[]] };

/** What stands at an offset of the report text, ends included; null if it is none of these. */
export function placeAt(report: Report, offset: number): PlaceInReport | null {
  for (const table of Object.values(report.tables)) {
    const place = inTable(report, table, offset);
    if (place) return place;
  }
  const [first, ...more] = mentionsAt(report, offset);
  return first ? { kind: 'mentions', mentions: [first, ...more] } : null;
}

/** Cells and rows first: a head in pieces may reach around other words. The white space of a blank cell comes last. */
function inTable(report: Report, table: Table, offset: number): PlaceInReport | null {
  for (const row of table.rows) {
    if (holds(row.label.span, offset)) return { kind: 'row', table, row };
    for (const cell of row.cells.values())
      if (holds(cell.span, offset)) return { kind: 'cell', table, row, cell };
  }
  const isIn = (cell: Cell) => cell.flaw === 'blank' && holds(cellRoom(report, cell), offset);
  for (const row of table.rows)
    for (const cell of row.cells.values())
      if (isIn(cell)) return { kind: 'cell', table, row, cell };
  const isThere = ({ span }: Label) => holds(span, offset);
  const group = table.groups.find(isThere);
  if (group) return { kind: 'group', table, label: group };
  const column = table.columns.find(isThere);
  return column ? { kind: 'column', table, label: column } : null;
}

/** The span of what stands there. */
export function spanOf(place: PlaceInReport): Span {
  switch (place.kind) {
    case 'cell':
      return place.cell.span;
    case 'row':
      return place.row.label.span;
    case 'mentions':
      return place.mentions[0].statement.span;
    default:
      return place.label.span;
  }
}
