// A table in the outline: its rows, with their figures, under the group heads of the form.

import { printed, rowsOf, type TableSpec, tableOf } from '../../form/formats.js';
import { templateInForce } from '../../judging/relations.js';
import type { Report, Row, Table } from '../../report/report.js';
import type { ReportSymbol } from './symbol.js';

export function tableSymbol(report: Report, table: Table): ReportSymbol {
  const spec = tableOf(templateInForce(report), table.key);
  const groupsOf = new Map(rowsOf(spec).map(({ key, groups = [] }) => [key, groups]));
  const children = grouped(
    report,
    table,
    spec,
    0,
    table.rows,
    (row) => groupsOf.get(row.key) ?? [],
  );
  const start = Math.min(table.span.start, ...children.map(({ span }) => span.start));
  const end = Math.max(table.span.end, ...children.map(({ span }) => span.end));
  const selection = { start, end: start };
  return { kind: 'table', name: spec.name, detail: '', selection, span: { start, end }, children };
}

/** Rows under the group heads that the form puts them under. */
function grouped(
  report: Report,
  table: Table,
  spec: TableSpec,
  depth: number,
  rows: readonly Row[],
  groupsOf: (row: Row) => readonly string[],
): ReportSymbol[] {
  const symbols: ReportSymbol[] = [];
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as Row;
    const group = groupsOf(row)[depth];
    let next = i + 1;
    if (group === undefined) symbols.push(rowSymbol(report, row));
    else {
      while (next < rows.length && groupsOf(rows[next] as Row)[depth] === group) next++;
      const inner = rows.slice(i, next);
      const children = grouped(report, table, spec, depth + 1, inner, groupsOf);
      symbols.push(groupSymbol(table, spec, group, children));
    }
    i = next;
  }
  return symbols;
}

function groupSymbol(
  table: Table,
  spec: TableSpec,
  key: string,
  children: readonly ReportSymbol[],
): ReportSymbol {
  const first = children[0] as ReportSymbol;
  const last = children.at(-1) as ReportSymbol;
  const official = spec.groups.find((group) => group.key === key);
  const written = table.groups.find((group) => group.key === key)?.span;
  // a head repeated further down, or read elsewhere, does not enclose these rows
  const selection = written && written.end <= first.span.start ? written : first.selection;
  return {
    kind: 'group',
    name: official ? printed(official) : key,
    detail: '',
    selection,
    span: { start: selection.start, end: Math.max(selection.end, last.span.end) },
    children,
  };
}

function rowSymbol({ text }: Report, { label, cells }: Row): ReportSymbol {
  const all = [...cells.values()];
  const figures = all.map(({ value, span }) =>
    value === null ? text.slice(span.start, span.end).trim() || '空' : String(value),
  );
  return {
    kind: 'row',
    name: text.slice(label.span.start, label.span.end).replace(/\s+/gu, ' ') || label.official,
    detail: figures.join('　'),
    selection: label.span,
    span: {
      start: Math.min(label.span.start, ...all.map(({ span }) => span.start)),
      end: Math.max(label.span.end, ...all.map(({ span }) => span.end)),
    },
    children: [],
  };
}
