// The official columns that table 三 lacks, and putting them where the form has them.

import {
  type ColumnKey,
  type ColumnSpec,
  isSideBySide,
  isStacked,
  printed,
  type TableKey,
  tableOf,
} from '../form/formats.js';
import { templateInForce } from '../judging/relations.js';
import type { Label, Layout, Report, Row, Table } from '../report/report.js';
import type { TextEdit } from '../text/edit.js';
import { trimmed } from '../text/span.js';
import { keepsFigures, standsAlone } from './keptFigures.js';

/** The columns that no row of the table has; none for the other tables, whose blocks differ. */
export function missingColumns(report: Report, table: Table): readonly ColumnSpec[] {
  const { key, unreadable, rows } = table;
  if (isStacked(key) || isSideBySide(key) || unreadable || rows.length === 0) return [];
  return columnsIn(report, key).filter(
    (column) => !rows.some(({ expected }) => expected.includes(column.key)),
  );
}

/**
 * A blank cell in every line of the table, and the head in the lowest row of heads; null where there
 * is no place for them, or a figure would be read in another column afterwards.
 */
export function insertColumn(
  report: Report,
  table: Table,
  column: ColumnSpec,
): readonly TextEdit[] | null {
  const { layout } = table;
  if (layout === 'lines' || layout === 'space' || !standsAlone(report, table)) return null;
  const there = new Set(table.rows.flatMap(({ expected }) => expected));
  const official = columnsIn(report, table.key);
  const before = official.slice(0, official.indexOf(column));
  const previous = before.findLast(({ key }) => there.has(key));
  const head = table.columns.findLast(({ key }) => key === previous?.key);
  if (!head || !previous) return null;
  const edits = [
    insertAt(head.span.end, cellBehind(layout, printed(column))),
    ...table.rows.flatMap((row) => blankCell(report, layout, row, previous.key) ?? []),
    ...(layout === 'markdown' ? widened(report, table, head) : []),
  ];
  return keepsFigures(report, table, edits) ? edits : null;
}

/** The columns that all rows of a table have. */
function columnsIn(report: Report, key: TableKey): readonly ColumnSpec[] {
  return tableOf(templateInForce(report), key).blocks[0]?.columns ?? [];
}

function cellBehind(layout: Layout, content: string): string {
  return layout === 'tab' ? `\t${content}` : ` | ${content}`;
}

/** Behind the cell of the column before; at the end of a row of which nobody knows where that is. */
function blankCell(report: Report, layout: Layout, row: Row, previous: ColumnKey): TextEdit | null {
  const neighbour = row.cells.get(previous);
  if (neighbour && !row.misfit) return insertAt(neighbour.span.end, cellBehind(layout, ''));
  if (!row.misfit) return null;
  const { text, lines } = report;
  const line = lines.lineSpanAt(row.misfit.span.end);
  if (layout === 'tab') return insertAt(line.end, '\t');
  const { end } = trimmed(text, line);
  return insertAt(end, /[|｜]/.test(text.charAt(end - 1)) ? '  |' : ' | ');
}

/** Markdown shows no table whose rows of heads are not all as wide as the line of dashes. */
function widened({ text, lines }: Report, { span, rows }: Table, head: Label): TextEdit[] {
  const edits: TextEdit[] = [];
  const first = Math.min(...rows.map(({ label }) => lines.lineAt(label.span.start)));
  for (let line = lines.lineAt(span.start); line < first; line++) {
    const { start, end } = trimmed(text, lines.spanOf(line));
    const written = text.slice(start, end);
    if (line === lines.lineAt(head.span.end) || !/[|｜]$/.test(written)) continue;
    edits.push(insertAt(end, /^[\s|｜:]*-[\s|｜:-]*$/.test(written) ? ' --- |' : '  |'));
  }
  return edits;
}

function insertAt(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
