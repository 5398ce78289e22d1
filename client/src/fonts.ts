// The fonts of editors: whether Chinese letters are just as wide in them as two others, and the offer to
// set one for Markdown reports. Our own language has one from the start.
import * as vscode from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';
import { isChineseMonospace } from './fontNames.js';
import { isReport } from './recognize.js';

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

/** Offers a font for Markdown when the first Markdown report is seen, and never again. */
export function offerFont(state: vscode.Memento): vscode.Disposable {
  const consider = (editor: vscode.TextEditor | undefined) => {
    const document = editor?.document;
    if (document?.languageId !== 'markdown' || !isReport(document)) return;
    if (state.get(OFFERED) || isChineseMonospace(markdownFonts())) return;
    void state.update(OFFERED, true);
    void offer();
  };
  consider(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(consider);
}

const SET = '设置字体';

async function offer(): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(
    '为 Markdown 文件设置中文等宽字体？表格更整齐，长的行也不再折成两行。只问这一次，以后可以在设置里改。',
    SET,
    '不用',
  );
  if (chosen !== SET) return;
  const fonts = vscode.workspace
    .getConfiguration('editor', { languageId: 'nianbao' })
    .get<string>('fontFamily');
  await editorSettings().update('fontFamily', fonts, vscode.ConfigurationTarget.Global, true);
}
