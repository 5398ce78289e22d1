// The fonts of editors: whether Chinese letters are just as wide in them as two others, and the offer to
// set one for Markdown reports. Our own language has one from the start.
import * as vscode from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';
import { isChineseMonospace } from './fontNames.js';
import { onReportSeen } from './reportSeen.js';

const OFFERED = 'nianbao.fontOffered';

/** What the server cannot know: whether padding lines up bars in Markdown. */
export const withFont: NonNullable<ConfigurationMiddleware['configuration']> = async (
  params,
  token,
  next,
) => {
  const answers = await next(params, token);
  if (!Array.isArray(answers)) return answers;
  const compact = !isChineseMonospace(markdownFonts());
  return params.items.map(({ section }, i) =>
    section === 'nianbao' ? { ...answers[i], compact } : answers[i],
  );
};

function editorSettings() {
  return vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
}

function markdownFonts(): string {
  return editorSettings().get<string>('fontFamily') ?? '';
}

/**
 * Offers a font for Markdown when the first Markdown report is seen, and never again; with it a window
 * as wide as the tables are.
 */
export function offerFont(state: vscode.Memento): vscode.Disposable {
  return onReportSeen('markdown', () => {
    if (state.get(OFFERED) || isChineseMonospace(markdownFonts())) return;
    void state.update(OFFERED, true);
    void offer();
  });
}

const SET = '设置';

async function offer(): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(
    '为 Markdown 文件设置中文等宽字体，不显示右边的缩略图？表格更整齐，看得全，长的行也不再折成两行。只问这一次，以后可以在设置里改。',
    SET,
    '不用',
  );
  if (chosen !== SET) return;
  const own = vscode.workspace.getConfiguration('editor', { languageId: 'nianbao' });
  for (const name of ['fontFamily', 'minimap.enabled'])
    await editorSettings().update(name, own.get(name), vscode.ConfigurationTarget.Global, true);
}
