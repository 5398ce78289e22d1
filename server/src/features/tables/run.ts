// A command run on tables of a report: what it changes in all of them, and what is to be said of it.
import type { Report, Table } from '../../report/report.js';
import type { TextEdit } from '../../text/edit.js';
import type { TableCommand, TableCommandOptions } from './command.js';
import { keptAligned } from './keptAligned.js';

export interface CommandResult {
  /** Of the report text; none where there is nothing to do. */
  readonly edits: readonly TextEdit[];
  /** How many places the command itself changes: alignment comes on top. */
  readonly count: number;
  /** What it left as it is, and why; empty where that is nothing. */
  readonly notice: string;
}

/** `align`: tables whose bars stand under each other do so afterwards, too; not for text out of HTML. */
export function runTableCommand(
  command: TableCommand,
  report: Report,
  tables: readonly Table[],
  { align, ...options }: TableCommandOptions & { readonly align: boolean },
): CommandResult {
  const changed = tables
    .map((table) => ({ key: table.key, edits: command.edits(report, table, options) }))
    .filter(({ edits }) => edits.length > 0);
  const own = changed.flatMap(({ edits }) => edits);
  const keys = changed.map(({ key }) => key);
  return {
    edits: align && own.length > 0 ? keptAligned(report, keys, own) : own,
    count: own.length,
    notice: tables.map((table) => command.notice?.(report, table) ?? '').join(''),
  };
}
