// An official row is not in its table.

import type { Finding } from '../../findings/finding.js';
import { type RowSpec, tableOfSection } from '../../form/formats.js';
import { rowName } from '../../judging/names.js';
import { hasFormLabels } from '../../report/formLabels.js';
import type { Report, Table } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { insertRows } from '../../writing/insertRows.js';
import { type MissingRows, missingRows } from '../../writing/missingRows.js';
import { example, zeros } from '../examples.js';
import type { Rule } from '../rule.js';

/** Table 三 without some of its rows. */
const all = (...without: string[]) => {
  const rows = Object.entries(zeros('requests')).filter(([key]) => !without.includes(key));
  return example('requests', Object.fromEntries(rows));
};

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
      { note: '缺“重复申请”', text: all('3.5.2') },
      { note: '表格在中途断掉', text: all('3.6.2', '3.6.3', '3.7', '4') },
    ],
    valid: [
      { note: '25 行齐全', text: all() },
      {
        note: '行名写错，仍是那一行（由 label 提示）',
        text: all().replace('重复申请', '重复审请'),
      },
      { note: '2019 年格式的 23 行', text: example('requests', zeros('requests', '2019'), '2019') },
    ],
  }),
  *check(report) {
    for (const table of Object.values(report.tables)) {
      if (table.unreadable || isScrap(table)) continue;
      const runs = missingRows(report, table);
      const nameless = table.orphans.filter(
        (span) => isRowOfFigures(report.text, span) && !isShared(table, span),
      );
      if (nameless.length > 0 && runs.length > 0)
        yield amongNameless(report, table, runs, nameless);
      else for (const run of runs) yield finding(report, table, run);
    }
  },
};

/** Whether a row that no label could be found for has figures alone. */
function isRowOfFigures(text: string, { start, end }: Span): boolean {
  const cells = text.slice(start, end).split(/[\s|｜]+/);
  return cells.length >= FEWEST_FIGURES && cells.every((cell) => /^\d*$/.test(cell));
}

const FEWEST_FIGURES = 3;

/** Whether they may be those of labelled rows, which cell-value tells. */
function isShared({ rows }: Table, { start }: Span): boolean {
  return rows.some(({ shared }) => shared && shared.start <= start && start < shared.end);
}

/** Rows that are missing may be among those of which only the figures are there: told once. */
function amongNameless(
  report: Report,
  table: Table,
  runs: readonly MissingRows[],
  [first]: readonly Span[],
): Finding {
  const rows = runs.flatMap((run) => run.rows);
  const names = rows.map(({ key }) => `“${rowName(report, table.key, key)}”`);
  const what = names.length > 3 ? `${names[0]}等 ${names.length} 行` : names.join('、');
  return {
    span: first ?? table.span,
    message: `这里起有几行数没有行名，分不清是哪一行的；没有找到行名的有${what}。请补上行名。`,
    at: { table: table.key, row: (rows[0] as RowSpec).key },
  };
}

/** One page of a report may hold no more of a table than its last row. */
function isScrap(table: Table): boolean {
  return !hasFormLabels(table) && tableOfSection(table.section) !== table.key;
}

function finding(report: Report, table: Table, run: MissingRows): Finding {
  const { rows, before, after } = run;
  const [first] = rows as [RowSpec];
  const names = rows.map(({ key }) => `“${rowName(report, table.key, key)}”`);
  const what =
    names.length > 3 ? `${names[0]}至${names.at(-1)}共 ${names.length} 行` : names.join('、');
  const edit = insertRows(report, table, run);
  return {
    span: (before ?? after)?.label.span ?? table.groups[0]?.span ?? table.span,
    message: `${before ? '这一行后面' : '表中'}缺少${what}。规定的行不能删，没有的填 0。`,
    at: { table: table.key, row: first.key },
    fixes: edit ? [{ title: '插入缺少的行', safe: false, edits: [edit] }] : [],
  };
}
