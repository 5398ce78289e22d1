// The figures of a report that are followed over the years: what came in and what became of it, what was
// reviewed, what was disclosed; totals, in the words of the form.
import {
  type CellKey,
  columnsOf,
  membersOf,
  named,
  OUTCOME,
  partsOf,
  ROW,
  rowsOf,
  TABLE_KEYS,
  type TableKey,
  TOTAL,
  tableOf,
} from '../form/formats.js';
import { rowNameInGroup } from '../judging/names.js';
import { cellAt, templateInForce } from '../judging/relations.js';
import { sumOf } from '../judging/sums.js';
import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';

export interface FollowedFigure {
  /** The same for the same figure of another year. */
  readonly key: string;
  /** （一）予以公开. */
  readonly name: string;
  /** Null where it is unknown, or the table is not there. */
  readonly value: number | null;
  /** Where it stands, or the first of those that make it. */
  readonly span: Span | null;
}

/** What a figure is made of. */
interface Followed {
  readonly table: TableKey;
  readonly name: string;
  readonly cells: readonly CellKey[];
}

/** In the order of the form. */
export function followedFigures(report: Report): FollowedFigure[] {
  return TABLE_KEYS.flatMap((table) => followedIn(report, table)).map(({ table, name, cells }) => {
    const found = cells.map((key) => cellAt(report, table, key));
    return {
      key: `${table} ${cells[0]?.row}`,
      name,
      value: sumOf(found.map((cell) => cell?.value)),
      span: found[0]?.span ?? null,
    };
  });
}

function followedIn(report: Report, table: TableKey): Followed[] {
  const spec = tableOf(templateInForce(report), table);
  if (table !== 'requests')
    return rowsOf(spec).flatMap(({ key }) => {
      const column = totalOf(report, table, key);
      const name = rowNameInGroup(report, table, key);
      return column === undefined ? [] : [{ table, name, cells: [{ row: key, column }] }];
    });
  const total = (row: string): CellKey => ({ row, column: TOTAL });
  const one = (row: string): Followed => {
    const [own] = membersOf(spec, row);
    return { table, name: own ? named(own) : row, cells: [total(row)] };
  };
  const outcomes = partsOf(spec, OUTCOME).map(({ label, rows }): Followed => {
    return { table, name: label, cells: rows.map(({ key }) => total(key)) };
  });
  return [
    one(ROW.received),
    one(ROW.carriedIn),
    ...outcomes,
    one(ROW.finished),
    one(ROW.carriedOut),
  ];
}

/** The column 总计 of a row, or its only one; undefined where it has several that nothing adds up. */
function totalOf(report: Report, table: TableKey, row: string): string | undefined {
  const columns = columnsOf(templateInForce(report), table, row);
  const total = columns.find((column) => column.total);
  return (total ?? (columns.length === 1 ? columns[0] : undefined))?.key;
}
