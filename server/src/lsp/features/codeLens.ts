// The lines over the tables, and the command behind “n 处不一致”.
import { type CodeLens, CodeLensRefreshRequest, type Command } from 'vscode-languageserver';
import { originalEdits } from '../../convert/edits.js';
import { TABLE_KEYS } from '../../form/formats.js';
import { problemIn, promptLenses, type TableLens, tableLenses } from '../../service/index.js';
import { rangeIn } from '../../text/source.js';
import type { Feature, Command as ServerCommand } from '../feature.js';
import { WRITE_HERE } from '../protocol.js';
import type { ReadDocument } from '../state/openDocuments.js';

const SHOW_PROBLEM = 'nianbao.showProblem';

export const codeLensFeature: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  commands: () => ({ [SHOW_PROBLEM]: showProblem }),
  serve({ connection, client, documents, settings, options: { commands }, onRefresh }) {
    connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
      const reading = await documents.read(uri, token);
      if (!reading?.report.recognized) return null;
      const previous = await documents.previous(reading);
      const { compact } = await settings.of(uri);
      const options = { compact, ...(previous && { previous: previous.report }) };
      const tables = tableLenses(reading.report, options).flatMap((lens) => toLens(reading, lens));
      return commands ? [...tables, ...writeLenses(reading)] : tables;
    });
    if (client.workspace?.codeLens?.refreshSupport)
      onRefresh(() => void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {}));
  },
};

/** None for a command whose changes cannot be made in this document. */
function toLens(
  { uri, source }: ReadDocument,
  { table, span, title, action }: TableLens,
): CodeLens[] {
  if (action && 'edits' in action && !originalEdits(source, action.edits)) return [];
  const command = !action ? '' : action.kind === 'problem' ? SHOW_PROBLEM : action.id;
  const which = action?.kind === 'fix' ? [{ cell: action.cell }] : [];
  const click: Command = {
    title,
    command,
    ...(action && { arguments: [uri, table.key, ...which] }),
  };
  return [{ range: rangeIn(source, span), command: click }];
}

/** Above what is to be written, for a client that has the command. */
function writeLenses({ uri, source, report }: ReadDocument): CodeLens[] {
  return promptLenses(report).map(({ span, title }) => {
    const range = rangeIn(source, span);
    return { range, command: { title, command: WRITE_HERE, arguments: [uri, range] } };
  });
}

/** Arguments: the document, the table. Selects the first cell of it that breaks a relation. */
const showProblem: ServerCommand = async ({ connection, client, documents }, uri, key) => {
  const table = TABLE_KEYS.find((one) => one === key);
  if (typeof uri !== 'string' || !table || !client.window?.showDocument?.support) return false;
  const checked = await documents.check(uri);
  const span = checked && problemIn(checked.report, checked.diagnostics, table);
  if (!span) return false;
  const selection = rangeIn(checked.source, span);
  const { success } = await connection.window.showDocument({ uri, selection, takeFocus: true });
  return success;
};
