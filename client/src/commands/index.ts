// The commands that package.json declares, and those of our quick fixes, one a file.
import * as vscode from 'vscode';
import { OPEN_RULE, SAVE } from '../../../server/src/lsp/protocol.js';
import { OPEN_NOTICE, openNotice } from './openNotice.js';
import { openRule } from './openRule.js';
import { restartServer } from './restartServer.js';
import { save } from './save.js';
import { showOutput } from './showOutput.js';

/** What the commands work on. */
export interface Host {
  readonly extension: vscode.Extension<unknown>;
  readonly output: vscode.LogOutputChannel;
  /** Ends the server, if there is one, and starts it again. */
  restart(): Promise<void>;
}

export function registerCommands(host: Host): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register(OPEN_RULE, (rule: unknown) => openRule(host.extension, rule)),
    register(OPEN_NOTICE, (notice: unknown) => openNotice(host.extension.extensionUri, notice)),
    register('nianbao.restartServer', () => restartServer(() => host.restart())),
    register(SAVE, (uri: unknown) => save(uri)),
    register('nianbao.showOutput', () => showOutput(host.output)),
  ];
}
