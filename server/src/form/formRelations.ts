// What must agree (docs/domain.md), spelled out over the cells of a format: R1–R4 within its tables,
// R5–R7 from last year's report to this year's.
import { OUTCOME, ROW } from './keys.js';
import { rowsOf } from './specs.js';
import type {
  CellKey,
  Relation,
  RelationRule,
  RowKey,
  TableKey,
  TableSpec,
  YearRelation,
} from './types.js';

type Tables = Readonly<Record<TableKey, TableSpec>>;

/** R1–R4. */
export function relationsOf({ requests, review }: Tables): Relation[] {
  return [
    ...withTotals(requests, 'row-total'),
    ...columnRelations(requests),
    ...withTotals(review, 'review-total'),
  ];
}

/** Each row's total is the sum of its other figures. */
function withTotals(table: TableSpec, rule: RelationRule): Relation[] {
  return table.blocks.flatMap(({ columns, rows }) => {
    const total = columns.find((column) => column.total);
    if (!total) return [];
    return rows.map(({ key: row }): Relation => {
      const anchor = { row, column: total.key };
      const terms = columns.filter((column) => column !== total);
      const right = terms.map(({ key: column }) => ({ row, column }));
      return { rule, table: table.key, left: [anchor], right, anchor };
    });
  });
}

/** Each column of table 三: its total is the sum of the outcomes, and what came in went out. */
function columnRelations(table: TableSpec): Relation[] {
  const rows = rowsOf(table).filter(({ groups }) => groups?.includes(OUTCOME));
  const total = rows.find((row) => row.total)?.key ?? ROW.finished;
  const outcomes = rows.filter((row) => !row.total);
  return table.blocks.flatMap(({ columns }) =>
    columns.flatMap(({ key: column }): Relation[] => {
      const at = (row: RowKey): CellKey => ({ row, column });
      return [
        {
          rule: 'outcome-total',
          table: table.key,
          left: [at(total)],
          right: outcomes.map(({ key }) => at(key)),
          anchor: at(total),
        },
        {
          rule: 'balance',
          table: table.key,
          left: [at(ROW.received), at(ROW.carriedIn)],
          right: [at(total), at(ROW.carriedOut)],
          anchor: at(ROW.carriedOut),
        },
      ];
    }),
  );
}

/** R5–R7; a table without the columns that they are about has none. */
export function overYears({ requests, disclosure }: Tables): YearRelation[] {
  const carried = requests.blocks.flatMap(({ columns }) =>
    columns.map(
      ({ key: column }): YearRelation => ({
        rule: 'carry-over',
        table: requests.key,
        cell: { row: ROW.carriedIn, column },
        plus: [{ row: ROW.carriedOut, column, lastYear: true }],
        minus: [],
      }),
    ),
  );
  const inForce = disclosure.blocks
    .filter(({ columns }) => columns.some(({ key }) => key === 'inForce'))
    .flatMap(({ rows }) => rows)
    .flatMap(({ key: row }): YearRelation[] => {
      const cell = { row, column: 'inForce' };
      const issued = { row, column: 'issued' };
      const minus = [{ row, column: 'repealed' }];
      const { key: table } = disclosure;
      return [
        { rule: 'in-force', table, cell, plus: [issued], minus, atLeast: true },
        { rule: 'in-force', table, cell, plus: [{ ...cell, lastYear: true }, issued], minus },
      ];
    });
  return [...carried, ...inForce];
}
