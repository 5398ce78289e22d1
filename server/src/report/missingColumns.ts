// The official columns that table 三 lacks, and putting them where the form has them.
import type { TextEdit } from '../text/edit.js';
import { trimmed } from '../text/span.js';
import type { Label, Report, Table } from './report.js';
import { type ColumnSpec, columnsOf, printed } from './template.js';

const OFFICIAL = columnsOf('2021', 'requests', '1');

/** The columns that no row of the table has; none for the other tables, whose blocks differ. */
export function missingColumns({ key, unreadable, rows }: Table): readonly ColumnSpec[] {
  if (key !== 'requests' || unreadable || rows.length === 0) return [];
  return OFFICIAL.filter(({ key }) => !rows.some(({ expected }) => expected.includes(key)));
}

/** A blank cell in every line of the table, and the head in the lowest row of heads. */
export function insertColumn(
  report: Report,
  table: Table,
  column: ColumnSpec,
): readonly TextEdit[] | null {
  if (table.layout === 'lines' || table.layout === 'space') return null;
  const there = new Set(table.rows.flatMap(({ expected }) => expected));
  const before = OFFICIAL.slice(0, OFFICIAL.indexOf(column));
  const previous = before.findLast(({ key }) => there.has(key));
  const head = table.columns.findLast(({ key }) => key === previous?.key);
  if (!head || !previous) return null;
  const cell = (content: string) => (table.layout === 'tab' ? `\t${content}` : ` | ${content}`);
  const edits: TextEdit[] = [insertAt(head.span.end, cell(printed(column)))];
  for (const { cells } of table.rows) {
    const neighbour = cells.get(previous.key);
    if (neighbour) edits.push(insertAt(neighbour.span.end, cell('')));
  }
  return table.layout === 'markdown' ? [...edits, ...widened(report, table, head)] : edits;
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
