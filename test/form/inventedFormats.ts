// Formats that are none, as data alone: what they need besides must not be needed.
import { FORMAT_2021 } from '../../server/src/form/format2021.js';
import { overYears, relationsOf } from '../../server/src/form/formRelations.js';
import { OUTCOME } from '../../server/src/form/keys.js';
import { caption } from '../../server/src/form/sharedRows.js';
import type {
  BlockSpec,
  ColumnSpec,
  RowSpec,
  TableSpec,
  Template,
} from '../../server/src/form/types.js';

const { disclosure, requests } = FORMAT_2021.tables;

/** The format of 2021 with a fourth row under 无法提供. */
export const WITH_ROW = changed(FORMAT_2021, {
  requests: withRows(requests, (row) =>
    row.key === '3.4.3'
      ? [
          row,
          {
            key: '3.4.4',
            label: '信息已依法销毁',
            numbering: '4.',
            groups: [OUTCOME, '3.4'],
            basis: '《条例》第三十六条（四）',
          },
        ]
      : [row],
  ),
});

const NEW_BLOCK: BlockSpec = {
  caption: caption('十'),
  columns: [{ key: 'accounts', label: '年末账号数量', unit: 'count' }],
  rows: [{ key: 'media', label: '政务新媒体' }],
};

/** A format with one block more in table 二, one column renamed and one row less in table 三. */
export const FORMAT_2027: Template = {
  ...changed(FORMAT_2021, {
    disclosure: {
      ...disclosure,
      blocks: [
        ...disclosure.blocks.map((block) => ({ ...block, columns: block.columns.map(renamed) })),
        NEW_BLOCK,
      ],
    },
    requests: withRows(requests, (row) => (row.key === '3.5.3' ? [] : [row])),
  }),
  id: '2027',
  since: 2027,
  notice: {
    id: 'format-2027',
    code: '国办公开办函',
    year: 2027,
    number: 3,
    title: '国务院办公厅关于修订政府信息公开工作年度报告样式的通知',
    words: /年度报告样式的通知/,
  },
};

function renamed(column: ColumnSpec): ColumnSpec {
  return column.key === 'inForce' ? { ...column, label: '年末有效件数' } : column;
}

function changed(format: Template, other: Partial<Template['tables']>): Template {
  const tables = { ...format.tables, ...other };
  return { ...format, tables, relations: relationsOf(tables), overYears: overYears(tables) };
}

function withRows(table: TableSpec, rowsFor: (row: RowSpec) => readonly RowSpec[]): TableSpec {
  const blocks = table.blocks.map((block) => ({ ...block, rows: block.rows.flatMap(rowsFor) }));
  return { ...table, blocks };
}
