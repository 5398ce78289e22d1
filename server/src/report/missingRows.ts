// The official rows that a table lacks, and putting them where the form has them.
import type { TextEdit } from '../text/edit.js';
import { lineEndOf } from '../text/lines.js';
import { templateInForce } from './relations.js';
import type { Report, Row, Table } from './report.js';
import { columnsOf, printed, type RowSpec, rowsOf, type TableSpec, TEMPLATES } from './template.js';
import { writeRow } from './write.js';

/** Rows of the form that a table lacks, side by side, and the rows that stand around them. */
export interface RowRun {
  readonly rows: readonly RowSpec[];
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** The official rows that are not in a table. */
export function missingRows(report: Report, table: Table): RowRun[] {
  const spec = TEMPLATES[templateInForce(report)].tables[table.key];
  const runs: RowRun[] = [];
  let run: RowSpec[] = [];
  let before: Row | undefined;
  const close = (after: Row | undefined) => {
    if (run.length > 0) runs.push({ rows: run, before, after });
    run = [];
    before = after;
  };
  for (const row of rowsOf(spec)) {
    const found = table.rows.find(({ key }) => key === row.key);
    if (found) close(found);
    else if (!isOtherOutcome(row, table)) run.push(row);
  }
  close(undefined);
  return runs;
}

/** 其他处理 of 2019 in a table of 2021, told by outdated-template. */
function isOtherOutcome({ key }: RowSpec, { rows }: Table): boolean {
  return key.startsWith('3.6.') && rows.some((row) => row.key === '3.6');
}

/** Whole rows in the table's own layout, values left blank; null where they cannot be inserted. */
export function insertRows(
  report: Report,
  table: Table,
  { rows, before, after }: RowRun,
): TextEdit | null {
  const neighbour = before ?? after;
  // between spaces a blank cell cannot be seen
  if (table.key === 'review' || table.layout === 'space' || !neighbour) return null;
  const { lines, text } = report;
  const eol = lineEndOf(text);
  const template = templateInForce(report);
  const spec = TEMPLATES[template].tables[table.key];
  const width = labelCells(report, table, neighbour);
  const written = rows.map((row) => {
    const columns = columnsOf(template, table.key, row.key);
    const blanks = columns.map(() => '');
    return writeRow([...labels(spec, table, row, rows, width), ...blanks], table.layout, eol);
  });
  const gap = table.layout === 'lines' ? eol + eol : eol;
  if (before) {
    const last = Math.max(
      before.label.span.end,
      ...[...before.cells.values()].map((c) => c.span.end),
    );
    const { end } = lines.spanOf(lines.lineAt(last));
    const newText = written.map((row) => gap + row).join('');
    return { span: { start: end, end }, newText };
  }
  const { start } = lines.spanOf(lines.lineAt(neighbour.label.span.start));
  const newText = written.map((row) => row + gap).join('');
  return { span: { start, end: start }, newText };
}

/** How many cells stand before the first value of a row. */
function labelCells(report: Report, { layout }: Table, { label, cells }: Row): number {
  if (layout === 'lines' || layout === 'space') return 1;
  const { lines, text } = report;
  const first = [...cells.values()][0];
  if (!first) return 1;
  const line = lines.spanOf(lines.lineAt(label.span.end));
  const start = Math.max(line.start, text.lastIndexOf('\n', label.span.start) + 1);
  const head = text.slice(start, first.span.start).replace(/^\s*[|｜]/, '');
  return Math.max(1, (head.match(/[\t|｜]/g) ?? []).length);
}

/** The label cells of a row: its group head where it opens a group, then its own label. */
function labels(
  spec: TableSpec,
  table: Table,
  row: RowSpec,
  missing: readonly RowSpec[],
  width: number,
): string[] {
  const cells = Array.from({ length: width }, () => '');
  const depth = row.groups?.length ?? 0;
  const own = depth === 0 ? 0 : Math.min(depth, width - 1);
  cells[own] = printed(row);
  const group = spec.groups.find(({ key }) => key === row.groups?.at(-1));
  const opens = missing.find(({ groups }) => groups?.at(-1) === group?.key) === row;
  const named = group && table.groups.some((label) => label.official === group.label);
  if (group && opens && !named && own > 0) cells[own - 1] = printed(group);
  return cells;
}
