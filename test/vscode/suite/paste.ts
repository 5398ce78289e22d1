// Pasting the figures of a spreadsheet, as text with tabs, into the cells of a report.
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, findings, fixture, open, REPORT, swap, until } from './editor';

const ROW = '一、本年新收政府信息公开申请数量\t\t\t';

/** Puts the cursor behind a passage and pastes, until the document says so. */
async function paste(document: vscode.TextDocument, behind: string, text: string, after: string) {
  const editor = await vscode.window.showTextDocument(document);
  const offset = document.getText().indexOf(behind) + behind.length;
  const at = document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  await vscode.env.clipboard.writeText(text);
  await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
  await until(
    'the paste',
    () => document.getText(),
    (now) => now === after,
  );
}

describe('粘贴', () => {
  afterEach(closeAll);

  it('把一块数填进表格的各格', async () => {
    const text = fixture(REPORT);
    const document = await open('粘贴.nianbao', swap(text, `${ROW}4\t2`, `${ROW}0\t0`));
    await until(
      'the findings',
      () => findings(document, 'row-total'),
      (list) => list.length > 0,
    );
    await paste(document, ROW, '4\t2\n', text);
  });
});
