// An official column is not in its table.

import type { Finding } from '../../findings/finding.js';
import { columnsOf, isSideBySide, isStacked } from '../../form/formats.js';
import { columnName, rowName } from '../../judging/names.js';
import { templateInForce } from '../../judging/relations.js';
import type { Report, Row, Table } from '../../report/report.js';
import { insertColumn, missingColumns } from '../../writing/missingColumns.js';
import { example } from '../examples.js';
import type { Rule } from '../rule.js';

const NO_TOTAL = `三、收到和处理政府信息公开申请情况

| 行名 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
| --- | --- | --- | --- | --- | --- | --- |
| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 |
`;

export const missingColumn: Rule = {
  id: 'missing-column',
  severity: 'error',
  docs: () => ({
    title: '表格缺列',
    english: 'Missing table column',
    what: '规定的列不在表中，如表三没有“总计”。',
    why: '表格由格式统一规定；缺了列，申请人类别或总计就没有了，勾稽关系也无法核对。',
    how: '快速修复在原位插入缺的列，数留空，请对照台账填写。',
    invalid: [{ note: '表三没有“总计”', text: NO_TOTAL }],
    valid: [
      { note: '七列齐全', text: example('requests', { '1': '1 0 0 0 0 0 1' }) },
      {
        note: '有一格空白，列还在',
        text: example('requests', { '1': '1 0 0 0 0 0 1', '2': '0 0 0 0 0 0 _' }),
      },
    ],
  }),
  *check(report) {
    for (const table of Object.values(report.tables)) {
      if (table.unreadable || table.rows.length === 0) continue;
      if (!isStacked(table.key) && !isSideBySide(table.key))
        yield* missingEverywhere(report, table);
      else for (const row of table.rows) yield* missingInRow(report, table, row);
    }
  },
};

/** Table 三 has the same columns in all rows. */
function* missingEverywhere(report: Report, table: Table): Iterable<Finding> {
  for (const column of missingColumns(report, table)) {
    const edits = insertColumn(report, table, column);
    yield {
      span: table.columns.at(-1)?.span ?? table.rows[0]?.label.span ?? table.span,
      message: `表三缺少“${column.label}”一列。规定的七列一列都不能少，补上后请填数。`,
      at: { table: table.key, column: column.key },
      fixes: edits ? [{ title: `插入“${column.label}”一列`, safe: false, edits }] : [],
    };
  }
}

/** The blocks of tables 二 and 四 have columns of their own; one fewer is missing. */
function* missingInRow(report: Report, table: Table, row: Row): Iterable<Finding> {
  const official = columnsOf(templateInForce(report), table.key, row.key);
  if (row.expected.length >= official.length) return;
  for (const { key } of official) {
    if (row.expected.includes(key)) continue;
    const cell = { row: row.key, column: key };
    yield {
      span: row.label.span,
      message: `“${rowName(report, table.key, row.key)}”缺少“${columnName(report, table.key, cell)}”一列。`,
      at: { table: table.key, ...cell },
    };
  }
}
