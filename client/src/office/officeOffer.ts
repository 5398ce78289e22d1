// A Word file or PDF that VS Code has opened, which shows nothing of it: where it may be a report, it is
// offered to be opened as one. Once for each file, and not at all where the user has said so.
import * as vscode from 'vscode';
import type { Host } from '../host.js';
import { isNamedReport, nameOf } from './officeFiles.js';
import { askOffice, uriOfTab } from './openOffice.js';

const OFFERED = 'office.offered';
const SILENT = 'office.silent';
/** Older ones may be offered again. */
const KEPT = 500;

const OPEN = '用年报打开';
const NEVER = '不再提示';

export function offerOffice(host: Host, state: vscode.Memento): vscode.Disposable {
  const consider = async (tab: vscode.Tab) => {
    const file = uriOfTab(tab);
    if (!file || !/\.(?:docx|pdf)$/i.test(file.path) || state.get(SILENT)) return;
    const offered = state.get<readonly string[]>(OFFERED, []);
    if (offered.includes(String(file)) || host.sources.isSource(file)) return;
    await state.update(OFFERED, [...offered, String(file)].slice(-KEPT));
    if (!isNamedReport(file.path) && !(await readsAsReport(host, file))) return;
    const chosen = await vscode.window.showInformationMessage(
      `${nameOf(file.path)} 像是一份年报。可以取出文字来检查，原文件不会改动。`,
      OPEN,
      NEVER,
    );
    if (chosen === OPEN) await vscode.commands.executeCommand('nianbao.openOffice', file);
    else if (chosen === NEVER) await state.update(SILENT, true);
  };
  for (const { tabs } of vscode.window.tabGroups.all)
    for (const tab of tabs) if (tab.isActive) void consider(tab);
  return vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const tab of opened) void consider(tab);
  });
}

/** Only where there is a server that runs: none is started to look at somebody's files. */
async function readsAsReport(host: Host, file: vscode.Uri): Promise<boolean> {
  if (!host.isAlive) return false;
  try {
    const answer = await askOffice(host, file);
    return 'recognized' in answer && answer.recognized;
  } catch {
    return false;
  }
}
