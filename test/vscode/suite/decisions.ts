// What the user decides about findings: quick fixes that write it down, here in .nianbao.json.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, found, gone, open, quickFixes, REPORT, swap, until } from './editor';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
const config = path.join(folder.fsPath, '.nianbao.json');

describe('忽略', () => {
  afterEach(async () => {
    await closeAll();
    fs.rmSync(config, { force: true });
  });

  it('忽略这一处：写入 .nianbao.json 并保存，马上起作用', async () => {
    const document = await open('忽略.nianbao', swap(fixture(REPORT), '部分公开', '不分公开'));
    const [finding] = (await found(document, 'label')) as [vscode.Diagnostic];
    const actions = await quickFixes(document, finding);
    const ignore = actions.find(({ title }) => title === '忽略这一处');
    assert.ok(ignore?.edit && ignore.command, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(ignore.edit);
    await gone(document, 'label');
    const { command, arguments: args = [] } = ignore.command;
    await vscode.commands.executeCommand(command, ...args);
    const entries = () => JSON.parse(fs.readFileSync(config, 'utf8')).ignore;
    const [entry] = await until('the config on disk', entries, (list) => list.length === 1);
    assert.equal(entry.rule, 'label');
    assert.equal(entry.file, '忽略.nianbao');

    // the file on disk is followed as well
    fs.writeFileSync(config, '{}');
    await found(document, 'label');
  });

  it('.nianbao.json 有自己的语言和模式', async () => {
    fs.writeFileSync(config, '{ "rules": { "spacing": "loud" } } // 注');
    const document = await vscode.workspace.openTextDocument(config);
    assert.equal(document.languageId, 'jsonc');
  });
});
