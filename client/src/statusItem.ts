// The state of the report in the active editor, text or form, in the status bar; hidden on everything else.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol.js';
import { activeDocument, onActiveDocument } from './activeDocument.js';
import type { ColumnView } from './columns/columnView.js';
import { isReport } from './recognize.js';
import { describe, placeName, summarize } from './summary.js';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'nianbao.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  /** 行 · 列 of the cell under the cursor. */
  private readonly place = vscode.window.createStatusBarItem(
    'nianbao.place',
    vscode.StatusBarAlignment.Right,
    101,
  );
  private readonly states = new Map<string, StatusParams>();
  private readonly subscriptions: vscode.Disposable[];
  /** By which keys and menus are there: a report, and one whose text is in the active editor. */
  private readonly contexts = new Map<'nianbao.report' | 'nianbao.active', boolean>();

  constructor(
    client: BaseLanguageClient,
    private readonly isAlive: () => boolean,
    private readonly columns: Pick<ColumnView, 'cellIn' | 'onDidChange'>,
  ) {
    this.place.name = '年报：当前单元格';
    this.item.name = '年报';
    this.item.command = 'nianbao.showMenu';
    this.subscriptions = [
      this.item,
      this.place,
      columns.onDidChange(() => this.updatePlace()),
      client.onNotification(STATUS, (state: StatusParams) => {
        const uri = client.protocol2CodeConverter.asUri(state.uri);
        this.states.set(uri.toString(), state);
        this.update();
      }),
      client.onDidChangeState(() => {
        this.states.clear(); // they come again with the next check
        this.update();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.states.delete(uri.toString())),
      onActiveDocument(() => this.update()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // until a check has told
        if (document === activeDocument() && !this.states.has(document.uri.toString()))
          this.update();
      }),
    ];
  }

  dispose(): void {
    for (const one of this.subscriptions) one.dispose();
    this.setContext('nianbao.report', false);
    this.setContext('nianbao.active', false);
  }

  private update(): void {
    const document = activeDocument();
    const state = document && this.states.get(document.uri.toString());
    this.updatePlace();
    // keys and menus are there before the first check, which a new report has to wait for
    const isOurs = state ? state.recognized : document !== undefined && isReport(document);
    this.setContext('nianbao.report', isOurs && this.isAlive());
    // what the keys do to tables cannot be done to a page
    const isText = document === vscode.window.activeTextEditor?.document;
    const hasKeys = isText && document?.languageId !== 'html';
    this.setContext('nianbao.active', isOurs && hasKeys && this.isAlive());
    if (!state?.recognized) {
      this.item.hide();
      return;
    }
    const { icon, text } = summarize(state);
    this.item.text = `$(${icon}) ${text}`;
    this.item.tooltip = tooltip(state);
    this.item.show();
  }

  private updatePlace(): void {
    const editor = vscode.window.activeTextEditor;
    const cell = editor && this.columns.cellIn(editor);
    if (!cell) {
      this.place.hide();
      return;
    }
    this.place.text = `$(table) ${placeName(cell)}`;
    this.place.tooltip = '光标所在的行 · 列';
    this.place.show();
  }

  private setContext(name: 'nianbao.report' | 'nianbao.active', isSo: boolean): void {
    if (isSo !== this.contexts.get(name))
      void vscode.commands.executeCommand('setContext', name, isSo);
    this.contexts.set(name, isSo);
  }
}

function tooltip(state: StatusParams): vscode.MarkdownString {
  const links =
    '[查看问题](command:workbench.actions.view.problems)　[日志](command:nianbao.showOutput)';
  const markdown = new vscode.MarkdownString();
  for (const line of describe(state)) markdown.appendText(line).appendMarkdown('\n\n');
  markdown.appendMarkdown(links);
  markdown.isTrusted = {
    enabledCommands: ['workbench.actions.view.problems', 'nianbao.showOutput'],
  };
  return markdown;
}
