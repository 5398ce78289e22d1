// The server's commands on tables as they are run from the palette, a menu or a key: on the tables of
// the active editor. Code lenses say themselves which table they mean.
import * as vscode from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import { activeDocument } from './activeDocument.js';

const CONVERT = 'nianbao.convertLayout';

const LAYOUTS = [
  { label: 'Markdown 表格', description: '| 格 | 格 |', layout: 'markdown' },
  { label: '制表符', description: '可以直接贴进 Word、WPS、Excel', layout: 'tab' },
  { label: '竖线分隔', description: '格 | 格 |', layout: 'pipe' },
];

export const tableCommands: ExecuteCommandMiddleware = {
  async executeCommand(command, given, next) {
    const [target, where, options] = given;
    // the editor's context menu names the file by a Uri
    const uri = target instanceof vscode.Uri ? target.toString() : target;
    if (uri !== undefined && command !== CONVERT) return next(command, [uri, where, options]);
    const document = activeDocument();
    const chosen = command === CONVERT && !options ? await chooseLayout() : undefined;
    if ((uri === undefined && !document) || (command === CONVERT && !options && !chosen)) return;
    return next(command, [
      uri ?? document?.uri.toString(),
      where ?? null,
      options ?? (chosen && { layout: chosen.layout }),
    ]);
  },
};

function chooseLayout() {
  return vscode.window.showQuickPick(LAYOUTS, { placeHolder: '把表格转换成哪种版式？' });
}
