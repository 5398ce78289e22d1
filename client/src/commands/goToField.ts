// Tab and Shift+Tab in a report: to the next cell, or the next 【请写明……】, with what stands there
// selected; a total left blank whose terms are all there is filled in on the way. Where there is
// nothing to go to, the keys do what they always do.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIELD, type Field, type FieldParams } from '../../../server/src/lsp/protocol.js';
import type { Host } from '../host.js';

/** A document that never stands still, or takes no edit, is not asked for ever. */
const TRIES = 10;

/** Keys pressed faster than they are answered are answered in turn. */
let queue: Promise<void> = Promise.resolve();

/** Tab. */
export function nextField({ client }: Host): Promise<void> {
  return inTurn(async () => go(await client(), true));
}

/** Shift+Tab. */
export function previousField({ client }: Host): Promise<void> {
  return inTurn(async () => go(await client(), false));
}

function inTurn(action: () => Promise<void>): Promise<void> {
  const turn = queue.then(action);
  queue = turn.catch(() => {});
  return turn;
}

async function go(server: BaseLanguageClient, forward: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  // several cursors, or a selection over lines, are for indenting
  const isOne = editor.selections.length === 1 && editor.selection.isSingleLine;
  const from = editor.selection.active;
  if (isOne && (await goToField(server, editor, { from, forward }))) return;
  await vscode.commands.executeCommand(forward ? 'tab' : 'outdent');
}

/** Whether there is a field to go to, and it has been gone to. */
export async function goToField(
  server: BaseLanguageClient,
  editor: vscode.TextEditor,
  { from, forward }: { from: vscode.Position; forward: boolean },
  tries = TRIES,
): Promise<boolean> {
  if (tries === 0) return true;
  const again = () =>
    goToField(server, editor, { from: editor.selection.active, forward }, tries - 1);
  const { document } = editor;
  const { version } = document;
  const params: FieldParams = {
    textDocument: { uri: document.uri.toString() },
    position: from,
    forward,
  };
  const field = await server.sendRequest<Field | null>(FIELD, params).catch(() => null);
  if (!field) return false;
  // typed on meanwhile: a tab would do harm there, and the answer is for what was
  if (document.version !== version) return again();
  const edits = await server.protocol2CodeConverter.asTextEdits([...field.edits]);
  if (edits.length > 0) {
    const made = await editor.edit((edit) => {
      for (const { range, newText } of edits) edit.replace(range, newText);
    });
    if (!made) return again();
  }
  const range = server.protocol2CodeConverter.asRange(field.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
