// What a command on an official table is: one file beside this one, one line of the list in index.ts.

import type { CellKey } from '../../form/formats.js';
import type { Layout, Report, Table } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';

export interface TableCommandOptions {
  /** Last year's report of the same organ, where it is known. */
  readonly previous?: Report;
  /** Whether tables of bars are written without padding. */
  readonly compact?: boolean;
  /** The layout to convert to. */
  readonly layout?: Layout;
  /** The one cell that is meant. */
  readonly cell?: CellKey;
}

export interface TableCommand {
  /** The command's name in editors: `nianbao.recomputeTotals`. */
  readonly id: string;
  /** What it does, as a user reads it on a button: 重算总计. */
  readonly title: string;
  /** What to tell where there is nothing to do. */
  readonly nothing: string;
  /** Whether it is to be given last year's report. */
  readonly takesLastYear?: true;
  /** The changes that it makes to one table; none where there is nothing to do. */
  edits(report: Report, table: Table, options: TableCommandOptions): readonly TextEdit[];
  /** What it leaves as it is, and why, where that is to be told. */
  notice?(report: Report, table: Table): string | null;
}
