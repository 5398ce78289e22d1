// How the language client is set up, the same on the desktop and in the browser.
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, SHOW_PLACE } from '../../server/src/lsp/protocol.js';
import { NOTICE_HREF } from './commands/openNotice.js';
import { RULE_HREF } from './commands/openRule.js';
import { withFont } from './fonts.js';
import { LANGUAGES } from './recognize.js';
import { tableCommands } from './tableCommands.js';

export function clientOptions(
  outputChannel: vscode.LogOutputChannel,
  extensionUri: vscode.Uri,
  /** Is told whatever the server is given to do. */
  onWork: (method: string) => void,
): LanguageClientOptions {
  const nameOf = (type: string | { readonly method: string }) =>
    typeof type === 'string' ? type : type.method;
  const initializationOptions: InitializationOptions = {
    ruleHref: RULE_HREF,
    noticeHref: NOTICE_HREF,
    status: true,
    fields: true,
    grids: true,
    officeText: true,
    commands: true,
    readFile: true,
    lexicon: vscode.Uri.joinPath(extensionUri, 'dist', 'lexicon.bin').toString(true),
    readerHref: `${vscode.Uri.joinPath(extensionUri, 'dist').toString(true)}/{reader}.js`,
  };
  return {
    // no scheme: reports lie in virtual workspaces and unsaved editors too; the server knows those of
    // earlier states
    documentSelector: [
      ...['nianbao', ...LANGUAGES].map((language) => ({ language })),
      { pattern: '**/.nianbao.json' }, // what is decided there holds before it is saved
    ],
    middleware: {
      ...tableCommands,
      workspace: { configuration: withFont },
      sendRequest(type, params, token, next) {
        onWork(nameOf(type));
        return next(type, params, token);
      },
      sendNotification(type, next, params) {
        onWork(nameOf(type));
        return next(type, params);
      },
    },
    markdown: { isTrusted: { enabledCommands: [SHOW_PLACE] } },
    diagnosticPullOptions: { onChange: true },
    initializationOptions,
    outputChannel,
  };
}
