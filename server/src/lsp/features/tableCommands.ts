// The commands on official tables, as commands of the server: one edit of the document, or a word why
// there is none.
import {
  type ApplyWorkspaceEditParams,
  ErrorCodes,
  MessageType,
  type Position,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { type CellKey, TABLE_KEYS, type TableKey } from '../../form/formats.js';
import type { Layout, Table } from '../../report/report.js';
import { tableAt } from '../../report/tableAt.js';
import {
  ALL_TABLE_COMMANDS,
  runTableCommand,
  type TableCommand,
  type TableCommandOptions,
} from '../../service/index.js';
import { isPlain } from '../../text/source.js';
import { Refusal } from '../connection/refusal.js';
import type { Command, Feature, ServerContext } from '../feature.js';
import type { ReadDocument } from '../state/openDocuments.js';
import { offsetIn, toEdits, workspaceEdit } from '../toLsp/positions.js';

export const tableCommandFeature: Feature = {
  commands: () =>
    Object.fromEntries(ALL_TABLE_COMMANDS.map((command) => [command.id, runnerOf(command)])),
};

/** Arguments: the document; which table, by key or by a position (all without); options. */
function runnerOf(command: TableCommand): Command {
  return async (context, uri, where, options) => {
    const reading = typeof uri === 'string' ? await context.documents.read(uri) : null;
    if (!reading?.report.recognized) return 0;
    const { report, source } = reading;
    const { edits, count, notice } = runTableCommand(command, report, tablesAt(reading, where), {
      ...(await optionsFor(context, reading, command, options)),
      align: isPlain(source),
    });
    if (count === 0) return showMessage(context, notice || command.nothing);
    const changes = toEdits(source, edits);
    if (!changes)
      return showMessage(context, '网页（HTML）里的表格不能这样改，请在原来的文件里改。');
    const versioned = context.client.workspace?.workspaceEdit?.documentChanges === true;
    const params: ApplyWorkspaceEditParams = {
      label: command.title,
      edit: workspaceEdit(reading, changes, versioned),
    };
    const applied = await context.connection.workspace.applyEdit(params).then(
      (answer) => answer.applied,
      () => false, // a client that cannot be asked to
    );
    if (applied && notice !== '') showMessage(context, notice);
    return applied ? count : 0;
  };
}

function showMessage({ connection }: ServerContext, message: string): number {
  const type = MessageType.Info;
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
  return 0;
}

/** The table named, the one at a place, or all. */
function tablesAt({ report, source }: ReadDocument, where: unknown): readonly Table[] {
  const all = Object.values(report.tables);
  if (isTableKey(where)) return all.filter(({ key }) => key === where);
  if (typeof where === 'string') throw new Refusal(ErrorCodes.InvalidParams, '没有这个表');
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
    throw new Refusal(ErrorCodes.InvalidParams, '没有这种版式');
  const previous = command.takesLastYear ? await documents.previous(reading) : null;
  const own = await settings.of(reading.uri);
  return {
    layout: isLayout(layout) ? layout : own.layout,
    compact: own.compact,
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
