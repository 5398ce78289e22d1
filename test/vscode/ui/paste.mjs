// Pasting as a user does: tables from Word and Excel through the browser's clipboard, Ctrl+V, into a
// Markdown report and into one with tabs; figures of a spreadsheet into cells that are there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../scripts/run.mjs';
import { workbenchUrl } from '../../../scripts/vscode/server.mjs';
import { goToLine, insist, PATIENCE } from './workbench.mjs';

const fixture = (name) => fs.readFileSync(path.join(ROOT, `test/paste/${name}.html`), 'utf8');

const TITLE = '青禾县教育局2023年政府信息公开工作年度报告';
const MARKDOWN = `# ${TITLE}\n\n## 三、收到和处理政府信息公开申请情况\n\n\n\n## 五、存在的主要问题及改进情况\n`;
const TABS = `${TITLE}\n二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n行政强制\t3\n三、收到和处理政府信息公开申请情况\n\n五、存在的主要问题及改进情况\n`;

/** The whole way, in a window of its own. */
export async function pasteTables({ browser, server, newFolder, pictures, step }) {
  const workspace = newFolder('粘贴');
  const markdown = path.join(workspace, '年报.md');
  const tabs = path.join(workspace, `${TITLE}.txt`);
  fs.writeFileSync(markdown, MARKDOWN);
  fs.writeFileSync(tabs, TABS);
  // high enough for table 三 with its long lines wrapped
  const context = await browser.newContext({ viewport: { width: 1440, height: 1400 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });

  try {
    await step('Word 表格贴进 Markdown 年报', async () => {
      await page.goto(workbenchUrl(server, workspace));
      await open(page, '年报.md');
      await pasteAt(page, [5, 0], { html: fixture('word'), text: '三、\t1\n' });
      await noticed(page, '已识别“三、收到和处理政府信息公开申请情况”表：25 行 175 个数');
      const widget = page.locator('.post-edit-widget');
      await widget.waitFor(); // the plain text is a click away
      await picture('word');
      const after = await saved(page, markdown, MARKDOWN);
      assert.match(after, /^# .*\n\n## 三、.*\n\n\| （本列数据.*\n\| ---/, 'one heading');
      assert.match(after, /\n\| 一、本年新收政府信息公开申请数量 +\| +\| +\| +12 \| +2 \|.*\n/);
      assert.match(after, /\| 四、结转下年度继续办理 +\|.* 1 \|\n\n## 五/);
    });

    await step('Excel 的一块数填进表格的各格', async () => {
      const before = fs.readFileSync(markdown, 'utf8');
      const lines = before.split('\n');
      const line = lines.findIndex((text) => text.includes('（一）予以公开'));
      await pasteAt(page, [line + 1, lines[line].indexOf('6')], { text: '5\t2\r\n2\t0\r\n' });
      await noticed(page, '2 行 2 列，改动 3 个数');
      const after = await saved(page, markdown, before);
      const wanted = before
        .replace(/(?<=（一）予以公开 +\| +\| +)6( \| +)1(?= \|)/, (_, gap) => `5${gap}2`)
        .replace(/(?<=不计其他情形） +\| +\| +)1(?= \| +0 \|)/, '2');
      assert.notEqual(wanted, before);
      assert.equal(after, wanted, 'nothing else has changed');
    });

    await step('Excel 表格贴进用制表符的年报，空格都在', async () => {
      await open(page, `${TITLE}.txt`);
      await pasteAt(page, [8, 0], { html: fixture('excel'), text: '三、\t1\n' });
      await noticed(page, '25 行 175 个数');
      await picture('excel');
      const after = await saved(page, tabs, TABS);
      assert.match(after, /\n\t\t\t自然人\t法人或其他组织\t{5}总计\n/);
      assert.match(after, /\n\t\t2\.其他法律行政法规禁止公开(\t0){7}\n/);
      assert.match(after, /\n四、结转下年度继续办理\t\t(\t\d){7}\n五、/);
    });

    await step('别的文字照常粘贴', async () => {
      const before = fs.readFileSync(tabs, 'utf8');
      await pasteAt(page, [1, 0], { html: '<p>前言。</p>', text: '前言。' });
      assert.equal(await saved(page, tabs, before), `前言。${before}`);
    });
  } catch (error) {
    await picture('failed');
    throw error;
  } finally {
    await context.close();
  }
}

async function open(page, name) {
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await row.waitFor();
  await row.dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  // the server has read it as a report
  await page.locator('.statusbar-item', { hasText: '勾稽' }).waitFor();
}

/** Puts forms of something on the clipboard and pastes it on a line, behind some characters. */
async function pasteAt(page, [line, characters], forms) {
  await page.evaluate(copy, forms);
  await goToLine(page, line, characters);
  await page.keyboard.press('Control+v');
}

// In the page: puts HTML and text on the clipboard.
function copy({ html, text }) {
  const item = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html) item['text/html'] = new Blob([html], { type: 'text/html' });
  return navigator.clipboard.write([new ClipboardItem(item)]);
}

async function noticed(page, words) {
  await page.locator('.statusbar-item', { hasText: words }).waitFor();
}

/** Saves, and answers what the file holds once it is no longer as before. */
async function saved(page, file, before) {
  let now;
  const isSaved = () => {
    now = fs.readFileSync(file, 'utf8');
    return now !== before && now !== '';
  };
  const save = () => page.keyboard.press('Control+s');
  await insist(page, save, isSaved, `saving ${path.basename(file)}`);
  return now;
}
