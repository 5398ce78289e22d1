// The commands that package.json declares, one a file.
import * as vscode from 'vscode';
import { openRule } from './openRule.js';
import { restartServer } from './restartServer.js';
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
    register('nianbao.openRule', (rule: unknown) => openRule(host.extension, rule)),
    register('nianbao.restartServer', () => restartServer(() => host.restart())),
    register('nianbao.showOutput', () => showOutput(host.output)),
  ];
}
