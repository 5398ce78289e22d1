// The commands that package.json declares, and those of our quick fixes, one a file.
import * as vscode from 'vscode';
import { OPEN_RULE, SAVE, SHOW_PLACE, WRITE_HERE } from '../../../server/src/lsp/protocol.js';
import { NEXT_FIELD, NOTHING, PREVIOUS_FIELD } from '../fields/travel.js';
import type { Host } from '../host.js';
import { annotateWord, exportReport, writeBack } from '../office/madeFiles.js';
import { showPlace } from '../office/officeText.js';
import { openOffice } from '../office/openOffice.js';
import { complete } from './complete.js';
import { fixAll } from './fixAll.js';
import { insertSnippet } from './insertSnippet.js';
import { listFindings } from './listFindings.js';
import { newReport } from './newReport.js';
import { OPEN_NOTICE, openNotice } from './openNotice.js';
import { openRule } from './openRule.js';
import { openSettings } from './openSettings.js';
import { restartServer } from './restartServer.js';
import { folderToReview } from './reviewFolder.js';
import { save } from './save.js';
import { showMenu } from './showMenu.js';
import { showOutput } from './showOutput.js';
import { writeHere } from './writeHere.js';

export function registerCommands(host: Host): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register('nianbao.newReport', (draft: unknown) => newReport(host, draft)),
    register('nianbao.insertSnippet', (id: unknown) => insertSnippet(host, id)),
    register('nianbao.complete', () => complete(host)),
    register('nianbao.openOffice', (one: unknown, chosen: unknown) =>
      openOffice(host, one, chosen),
    ),
    register('nianbao.openForm', () => host.forms.show('form')),
    register('nianbao.openRelations', () => host.forms.show('relations')),
    register('nianbao.openCharts', () => host.forms.show('charts')),
    register('nianbao.reviewFolder', async (one: unknown) => {
      const folder = await folderToReview(one);
      if (folder) await host.reviews.open(folder);
    }),
    register('nianbao.exportWord', () => exportReport(host, 'docx')),
    register('nianbao.exportHtml', () => exportReport(host, 'html')),
    register('nianbao.annotateWord', (one: unknown) => annotateWord(host, one)),
    register('nianbao.writeBack', () => writeBack(host)),
    register(SHOW_PLACE, (address: unknown) => showPlace(address)),
    register(NEXT_FIELD, (what: unknown) => (what === NOTHING ? undefined : host.travel.go(true))),
    register(PREVIOUS_FIELD, (what: unknown) =>
      what === NOTHING ? undefined : host.travel.go(false),
    ),
    register('nianbao.fixAll', () => fixAll()),
    register('nianbao.listFindings', () => listFindings()),
    register('nianbao.showMenu', () => showMenu()),
    register('nianbao.openSettings', () => openSettings(host.extension)),
    register(OPEN_RULE, (rule: unknown) => openRule(host.extension, rule)),
    register(OPEN_NOTICE, (notice: unknown) => openNotice(host.extension.extensionUri, notice)),
    register('nianbao.restartServer', () => restartServer(() => host.restart())),
    register(WRITE_HERE, (uri: unknown, range: unknown) => writeHere(uri, range)),
    register(SAVE, (uri: unknown) => save(uri)),
    register('nianbao.showOutput', () => showOutput(host.output)),
  ];
}
