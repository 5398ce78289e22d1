// The commands on official tables, as commands of the server: one edit of the document, or a word why
// there is none.
import {
  type ApplyWorkspaceEditParams,
  ErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { TableCommand, TableCommandOptions } from '../../features/tables/command.js';
import { fixCulprit } from '../../features/tables/fixCulprit.js';
import { fromLastYear } from '../../features/tables/fromLastYear.js';
import { TABLE_COMMANDS } from '../../features/tables/index.js';
import { keptAligned } from '../../features/tables/keptAligned.js';
import { type CellKey, TABLE_KEYS, type TableKey } from '../../form/formats.js';
import type { Layout, Table } from '../../report/report.js';
import { tableAt } from '../../report/tableAt.js';
import { isPlain } from '../../text/source.js';
import type { Command, Feature, ServerContext } from '../feature.js';
import type { ReadDocument } from '../state/checkedDocuments.js';
import { offsetIn, toEdits, workspaceEdit } from '../toLsp/positions.js';

export const tableCommandFeature: Feature = {
  commands: () =>
    Object.fromEntries(
      [...TABLE_COMMANDS, fixCulprit].map((command) => [command.id, runnerOf(command)]),
    ),
};

/** Arguments: the document; which table, by key or by a position (all without); options. */
function runnerOf(command: TableCommand): Command {
  return async (context, uri, where, options) => {
    const reading = typeof uri === 'string' ? await context.documents.read(uri) : null;
    if (!reading?.report.recognized) return 0;
    const { report, source } = reading;
    const given = await optionsFor(context, reading, command, options);
    const tables = tablesAt(reading, where);
    const notices = tables.flatMap((table) => command.notice?.(report, table) ?? []);
    const changed = tables
      .map((table) => ({ key: table.key, edits: command.edits(report, table, given) }))
      .filter((table) => table.edits.length > 0);
    const edits = changed.flatMap((table) => table.edits);
    if (edits.length === 0) return tell(context, notices.join('') || command.nothing);
    const keys = changed.map(({ key }) => key);
    const changes = toEdits(source, isPlain(source) ? keptAligned(report, keys, edits) : edits);
    if (!changes) return tell(context, '网页（HTML）里的表格不能这样改，请在原来的文件里改。');
    const versioned = context.client.workspace?.workspaceEdit?.documentChanges === true;
    const params: ApplyWorkspaceEditParams = {
      label: command.title,
      edit: workspaceEdit(reading, changes, versioned),
    };
    const applied = await context.connection.workspace.applyEdit(params).then(
      (answer) => answer.applied,
      () => false, // a client that cannot be asked to
    );
    if (applied && notices.length > 0) tell(context, notices.join(''));
    return applied ? edits.length : 0;
  };
}

function tell({ connection }: ServerContext, message: string): number {
  const type = MessageType.Info;
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
  return 0;
}

/** The table named, the one at a place, or all. */
function tablesAt({ report, source }: ReadDocument, where: unknown): readonly Table[] {
  const all = Object.values(report.tables);
  if (isTableKey(where)) return all.filter(({ key }) => key === where);
  if (typeof where === 'string') throw new ResponseError(ErrorCodes.InvalidParams, '没有这个表');
  if (!isPosition(where)) return all;
  const here = tableAt(report, offsetIn(source, where));
  return here ? [here] : all;
}

async function optionsFor(
  { documents, settings }: ServerContext,
  reading: ReadDocument,
  command: TableCommand,
  options: unknown,
): Promise<TableCommandOptions> {
  const { layout, cell } = (options ?? {}) as { layout?: unknown; cell?: unknown };
  if (layout !== undefined && layout !== null && !isLayout(layout))
    throw new ResponseError(ErrorCodes.InvalidParams, '没有这种版式');
  const previous = command === fromLastYear ? await documents.previous(reading) : null;
  return {
    layout: isLayout(layout) ? layout : (await settings.of(reading.uri)).layout,
    ...(previous && { previous: previous.report }),
    ...(isCell(cell) && { cell }),
  };
}

const LAYOUTS: readonly Layout[] = ['markdown', 'tab', 'pipe', 'lines', 'space'];

function isLayout(value: unknown): value is Layout {
  return LAYOUTS.some((layout) => layout === value);
}

function isCell(value: unknown): value is CellKey {
  const { row, column } = (value ?? {}) as Partial<CellKey>;
  return typeof row === 'string' && typeof column === 'string';
}

function isTableKey(value: unknown): value is TableKey {
  return TABLE_KEYS.some((key) => key === value);
}

function isPosition(value: unknown): value is Position {
  const { line, character } = (value ?? {}) as Partial<Position>;
  return isIndex(line) && isIndex(character);
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
