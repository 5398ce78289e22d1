// The menu behind the status item: what there is to do with the report in the active editor.
import * as vscode from 'vscode';

interface MenuEntry extends vscode.QuickPickItem {
  readonly command?: string;
  /** Whether it is about the cursor, which the form has not. */
  readonly needsText?: boolean;
}

const separator = (label: string): MenuEntry => ({
  label,
  kind: vscode.QuickPickItemKind.Separator,
});

const ENTRIES: readonly MenuEntry[] = [
  separator('检查'),
  { label: '$(warning) 查看问题', command: 'workbench.actions.view.problems' },
  { label: '$(list-unordered) 列出全部问题和提示', command: 'nianbao.listFindings' },
  { label: '$(wand) 改正全部可自动改正的问题', command: 'nianbao.fixAll' },
  { label: '$(book) 查看规则说明', command: 'nianbao.openRule' },
  { label: '$(checklist) 勾稽核对', command: 'nianbao.openRelations' },
  separator('编写'),
  { label: '$(table) 预览与填表', command: 'nianbao.openForm' },
  { label: '$(graph) 图解', command: 'nianbao.openCharts' },
  { label: '$(add) 插入章节、表格、语句', command: 'nianbao.insertSnippet', needsText: true },
  { label: '$(symbol-operator) 重算总计', command: 'nianbao.recomputeTotals' },
  { label: '$(symbol-number) 空格填 0', command: 'nianbao.fillBlanks' },
  { label: '$(history) 从上年报告填入结转', command: 'nianbao.fromLastYear' },
  { label: '$(table) 补齐表格的行列和名称', command: 'nianbao.repairRows' },
  { label: '$(layout) 转换表格版式', command: 'nianbao.convertLayout' },
  {
    label: '$(list-tree) 排版（对齐表格）',
    command: 'editor.action.formatDocument',
    needsText: true,
  },
  separator('其他'),
  { label: '$(new-file) 新建年报', command: 'nianbao.newReport' },
  { label: '$(output) 用年报打开 Word、PDF 文件', command: 'nianbao.openOffice' },
  { label: '$(file) 导出 Word', command: 'nianbao.exportWord' },
  { label: '$(globe) 导出网页', command: 'nianbao.exportHtml' },
  { label: '$(comment) 在 Word 文件里批注', command: 'nianbao.annotateWord' },
  { label: '$(reply) 写回 Word 文件', command: 'nianbao.writeBack' },
  { label: '$(gear) 设置', command: 'nianbao.openSettings' },
  { label: '$(output) 显示日志', command: 'nianbao.showOutput' },
];

export async function showMenu(): Promise<void> {
  const hasText = vscode.window.activeTextEditor !== undefined;
  const entries = ENTRIES.filter(({ needsText }) => hasText || !needsText);
  const chosen = await vscode.window.showQuickPick(entries, { placeHolder: '年报' });
  // opened by a click on the status bar, it would leave the keys there
  const next = chosen?.command ?? 'workbench.action.focusActiveEditorGroup';
  await vscode.commands.executeCommand(next);
}
