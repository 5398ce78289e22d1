// The server as a program: it starts over both transports, says what it can do, and ends.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import { Client, PULLS, SERVER, WAITS } from './client.js';
import { CORRECT } from './texts.js';

describe('the server', () => {
  it('says what it can do', async () => {
    const client = await Client.start();
    expect(client.initialized.capabilities).toEqual({
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: {
        identifier: 'nianbao',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.nianbao'] },
      documentSymbolProvider: { label: '年报' },
      hoverProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
      semanticTokensProvider: {
        legend: {
          tokenTypes: ['formLabel', 'figure', 'reportHeading'],
          tokenModifiers: ['total', 'group', 'column', 'wrong'],
        },
        full: true,
        range: true,
      },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: ['〔', '《', '（', '、'] },
      executeCommandProvider: { commands: expect.arrayContaining(['nianbao.openRule']) },
    });
    expect(await client.stop()).toBe(0);
  });

  it('offers no diagnostics to pull to a client that waits for them', async () => {
    const client = await Client.start({ capabilities: WAITS });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.stop();
  });

  it('works over Node IPC, as VS Code starts it', async () => {
    const server = fork(SERVER, ['--node-ipc']);
    const connection = createMessageConnection(
      new IPCMessageReader(server),
      new IPCMessageWriter(server),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: PULLS.textDocument },
    });
    const uri = 'untitled:Untitled-1';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: CORRECT },
    });
    const report = await connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    expect(report).toMatchObject({ kind: 'full', items: [] });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });
});
