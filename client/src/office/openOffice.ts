// “用年报打开”: the text of Word files, PDF and the like as a report that is checked. The file itself is
// not touched; which it was is remembered.
import * as vscode from 'vscode';
import {
  type OfficeAnswer,
  type OfficeFileParams,
  type OfficeReport,
  OPEN_OFFICE,
} from '../../../server/src/lsp/protocol.js';
import type { Host } from '../host.js';
import { isOfficeFile, nameOf, OFFICE_ENDINGS } from './officeFiles.js';
import { summaryOf, summaryOfAll } from './officeSummary.js';
import { placeFor, placeText, type TextPlace } from './placement.js';

/** Whoever waits longer is shown that something goes on. */
const PATIENCE_MS = 500;

/** Opens those that a menu or the user has chosen. */
export async function openOffice(host: Host, one: unknown, chosen: unknown): Promise<void> {
  const files = await filesIn(one, chosen);
  let place: TextPlace | undefined;
  const done: OfficeReport[] = [];
  const failed: string[] = [];
  for (const file of files) {
    const name = nameOf(file.path);
    const answer = await readOffice(host, file, name);
    if (!answer) break; // the user has had enough
    if ('error' in answer) {
      failed.push(`${name}（${answer.error}）`);
      continue;
    }
    place ??= await placeFor(file);
    const placed = place && (await placeText(file, answer.text, place));
    if (!placed) break;
    await vscode.window.showTextDocument(placed.document, { preview: false });
    if (placed.isOld) continue;
    await host.sources.remember(placed.target, file);
    done.push(answer);
  }
  say(files.length, done, failed);
}

function say(count: number, done: readonly OfficeReport[], failed: readonly string[]): void {
  const { showErrorMessage, showInformationMessage } = vscode.window;
  const [first] = done;
  if (failed.length > 0)
    void showErrorMessage(count === 1 ? `读不了 ${failed[0]}` : summaryOfAll(done.length, failed));
  else if (first && done.length === 1)
    // with a button the whole of it is shown, and stays: what was left out is to be read
    void showInformationMessage(summaryOf(first), ...(first.notes.length > 0 ? ['知道了'] : []));
  else if (first) void showInformationMessage(summaryOfAll(done.length, []));
}

/** The file behind a menu, all that are selected with it, the one in the editor, or what the user picks. */
async function filesIn(one: unknown, chosen: unknown): Promise<readonly vscode.Uri[]> {
  const uris = (Array.isArray(chosen) ? chosen : [one]).filter((uri) => uri instanceof vscode.Uri);
  const named = uris.filter(({ path }) => isOfficeFile(path));
  if (named.length > 0) return named;
  if (one instanceof vscode.Uri) return [one]; // who names it wants it
  const active = uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab);
  if (active && isOfficeFile(active.path)) return [active];
  const picked = await vscode.window.showOpenDialog({
    title: '用年报打开',
    openLabel: '打开',
    canSelectMany: true,
    filters: { 'Word、WPS、PDF、网页': [...OFFICE_ENDINGS] },
  });
  return picked ?? [];
}

/** The file that a tab shows. */
export function uriOfTab(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const { input } = tab ?? {};
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}

/** Undefined if the user does not want to wait any more. */
async function readOffice(
  host: Pick<Host, 'client'>,
  file: vscode.Uri,
  name: string,
): Promise<OfficeAnswer | undefined> {
  const cancel = new vscode.CancellationTokenSource();
  try {
    const answer = askOffice(host, file, cancel.token);
    const isLate = await Promise.race([
      answer.then(() => false),
      new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, true)),
    ]);
    if (!isLate) return await answer;
    return await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: `正在读 ${name}……`,
        cancellable: true,
      },
      (_, token) => {
        const given = new Promise<undefined>((resolve) =>
          token.onCancellationRequested(() => {
            cancel.cancel();
            resolve(undefined);
          }),
        );
        return Promise.race([answer, given]);
      },
    );
  } catch {
    return { error: '检查服务没有回应，请再试一次' };
  } finally {
    cancel.dispose();
  }
}

/** What the server reads in a file. */
export async function askOffice(
  { client }: Pick<Host, 'client'>,
  file: vscode.Uri,
  token?: vscode.CancellationToken,
): Promise<OfficeAnswer> {
  const server = await client();
  const params: OfficeFileParams = { uri: server.code2ProtocolConverter.asUri(file) };
  const answer: OfficeAnswer | null = await server.sendRequest(OPEN_OFFICE, params, token);
  return answer ?? { error: '读的时候出了错' };
}
