// On a document that is no report the extension says nothing at all.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, findings, fixture, found, open, REPORT, sleep, swap } from './editor';

describe('静默', () => {
  before(async () => {
    // the server is up and has answered, so that silence is its answer
    const report = await open('静默.nianbao', swap(fixture(REPORT), '部分公开', '不分公开'));
    await found(report, 'label');
  });
  after(closeAll);

  for (const name of ['README.md', '普通文档.md', '普通文本.txt']) {
    it(name, async () => {
      const document = await open(name);
      await sleep(1000);
      assert.deepEqual(findings(document), []);

      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        everything,
      );
      assert.equal(hints.length, 0, 'inlay hints');

      const place = document.positionAt(document.getText().indexOf('部分公开') + 1);
      const hovers = await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeHoverProvider',
        document.uri,
        place,
      );
      assert.equal(hovers.length, 0, 'hovers');
    });
  }
});
