// An official row is not in its table.

import type { Finding } from '../../findings/finding.js';
import type { RowSpec } from '../../form/formats.js';
import { rowName } from '../../judging/names.js';
import type { Report, Table } from '../../report/report.js';
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
      if (table.unreadable) continue;
      for (const run of missingRows(report, table)) yield finding(report, table, run);
    }
  },
};

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
