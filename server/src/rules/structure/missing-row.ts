// An official row is not in its table.
import { rowName } from '../../report/names.js';
import { templateInForce } from '../../report/relations.js';
import type { Report, Row, Table } from '../../report/report.js';
import {
  columnsOf,
  printed,
  type RowSpec,
  rowsOf,
  type TableSpec,
  TEMPLATES,
} from '../../report/template.js';
import { writeRow } from '../../report/write.js';
import { lineEndOf } from '../../text/lines.js';
import { example } from '../examples.js';
import type { Finding, Fix, Rule } from '../rule.js';

const zeros = '0 0 0 0 0 0 0';
const all = (...without: string[]) =>
  Object.fromEntries(
    rowsOf(TEMPLATES['2021'].tables.requests).flatMap(({ key }) =>
      without.includes(key) ? [] : [[key, zeros]],
    ),
  );

export const missingRow: Rule = {
  id: 'missing-row',
  severity: 'error',
  docs: () => ({
    title: '表格缺行',
    english: 'Missing table row',
    what: '规定的行不在表中。连续缺的几行合并成一条提示。',
    why: '表格由格式统一规定，一行都不能删；数为 0 的行也要保留并填 0，否则勾稽关系无法核对。',
    how: '快速修复在原位插入缺的行，数留空，请对照台账填写。',
    invalid: [
      { note: '缺“重复申请”', text: example('requests', all('3.5.2')) },
      { note: '表格在中途断掉', text: example('requests', all('3.6.2', '3.6.3', '3.7', '4')) },
    ],
    valid: [
      { note: '25 行齐全', text: example('requests', all()) },
      {
        note: '行名写错，仍是那一行（由 label 提示）',
        text: example('requests', all()).replace('重复申请', '重复审请'),
      },
      { note: '2019 年格式的 23 行', text: example('requests', all2019(), '2019') },
    ],
  }),
  *check(report) {
    for (const table of Object.values(report.tables)) {
      if (table.unreadable) continue;
      for (const run of missingRuns(report, table)) yield finding(report, table, run);
    }
  },
};

function all2019() {
  const rows = rowsOf(TEMPLATES['2019'].tables.requests);
  return Object.fromEntries(rows.map(({ key }) => [key, zeros]));
}

interface MissingRun {
  readonly rows: readonly RowSpec[];
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Rows that are missing side by side, with the rows that stand around them. */
function missingRuns(report: Report, table: Table): MissingRun[] {
  const spec = TEMPLATES[templateInForce(report)].tables[table.key];
  const runs: MissingRun[] = [];
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

function finding(report: Report, table: Table, { rows, before, after }: MissingRun): Finding {
  const [first] = rows as [RowSpec];
  const names = rows.map(({ key }) => `“${rowName(table.key, key)}”`);
  const what =
    names.length > 3 ? `${names[0]}至${names.at(-1)}共 ${names.length} 行` : names.join('、');
  const fix = insert(report, table, { rows, before, after });
  return {
    span: (before ?? after)?.label.span ?? table.groups[0]?.span ?? table.span,
    message: `${before ? '这一行后面' : '表中'}缺少${what}。规定的行不能删，没有的填 0。`,
    at: { table: table.key, row: first.key },
    fixes: fix ? [fix] : [],
  };
}

/** Whole rows in the table's own layout, values left blank. */
function insert(report: Report, table: Table, { rows, before, after }: MissingRun): Fix | null {
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
    return { title: `插入缺少的行`, safe: false, edits: [{ span: { start: end, end }, newText }] };
  }
  const { start } = lines.spanOf(lines.lineAt(neighbour.label.span.start));
  const newText = written.map((row) => row + gap).join('');
  return { title: `插入缺少的行`, safe: false, edits: [{ span: { start, end: start }, newText }] };
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
