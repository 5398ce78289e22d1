// “年报: 查看规则说明”: a rule's documentation, offline, rendered. Diagnostics link to it.
import * as vscode from 'vscode';
import { commandHref } from './commandHref.js';

/** The address that diagnostics carry; the server puts the rule's id in. */
export const RULE_HREF = commandHref('nianbao.openRule', '{rule}');

/** Opens the rule's page; without a rule, the user chooses one. */
export async function openRule(extension: vscode.Extension<unknown>, rule: unknown): Promise<void> {
  const rules = rulesOf(extension.packageJSON);
  const chosen = rules.find(({ label }) => label === rule) ?? (await choose(rules));
  if (!chosen) return;
  const page = vscode.Uri.joinPath(extension.extensionUri, 'docs', 'rules', `${chosen.label}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

function choose(rules: vscode.QuickPickItem[]): Thenable<vscode.QuickPickItem | undefined> {
  return vscode.window.showQuickPick(rules, {
    placeHolder: '查看哪条规则？',
    matchOnDescription: true,
  });
}

/** The manifest names every rule, as a key of the setting `nianbao.rules`. */
function rulesOf(manifest: {
  contributes: { configuration: { properties: Record<string, { properties?: object }> } };
}): vscode.QuickPickItem[] {
  const { properties = {} } = manifest.contributes.configuration.properties['nianbao.rules'] ?? {};
  return Object.entries(properties).map(([label, { description }]) => ({ label, description }));
}
