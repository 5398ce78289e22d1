// The way of an office that has Word files: opens one from the Explorer as a report, sees the squiggle, takes
// the quick fix, goes to last year's figure, which is in a Word file, too; what VS Code opens by itself
// is offered once.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { OWN_REPORT } from './mend.mjs';
import { scriptOf } from './scripts.mjs';
import { insist, squiggleUnder, until, Workbench } from './workbench.mjs';

const THIS_YEAR = '石桥镇年报（送审稿）.docx';
const TEXT = '石桥镇年报（送审稿）.txt';
const LAST_YEAR = '石桥镇2020.docx';
const WRONG = '不分公开';
const RIGHT = '部分公开';
/** The screen of an office. */
const viewport = { width: 1366, height: 768 };

/** The whole way, in a window of its own. */
export async function openWord({ step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('年报');
  const { wordBody, wordDocument } = await scriptOf('test/office/wordDocument.ts');
  const { wordFile } = await scriptOf('test/office/wordFile.ts');
  const report = fs.readFileSync(OWN_REPORT, 'utf8');
  const zeros = '\t0'.repeat(5);
  const before = report
    .replaceAll('2021', '2020')
    .replace(
      `四、结转下年度继续办理\t\t\t1${zeros}\t1`,
      `四、结转下年度继续办理\t\t\t2${zeros}\t2`,
    );
  assert.ok(before.includes(`\t2${zeros}\t2`));
  const picture = '<w:p><w:r><w:drawing><a:blip r:embed="p1"/></w:drawing></w:r></w:p>';
  const bytes = Buffer.from(wordFile({ body: wordBody(report) + picture }));
  fs.writeFileSync(path.join(workspace, THIS_YEAR), bytes);
  fs.writeFileSync(path.join(workspace, LAST_YEAR), wordDocument(before));
  const workbench = await Workbench.open({ ...parts, workspace, pictures, viewport });
  const { page } = workbench;
  const notification = (words) => page.locator('.notification-toast', { hasText: words });
  const waitForSquiggle = async () =>
    (await page.waitForFunction(squiggleUnder, WRONG)).jsonValue();

  try {
    await step('右键菜单里有“用年报打开”', async () => {
      const entry = await workbench.menuEntry(THIS_YEAR, '用年报打开');
      await workbench.picture('1-menu');
      await entry.click();
    });

    await step('问一次放在哪里', async () => {
      await workbench.question('取出的文字放在哪里');
      await page.waitForTimeout(300); // its appearance is animated
      await workbench.picture('2-where');
      await workbench.enter();
      await page.locator('.tab.active', { hasText: TEXT }).waitFor();
    });

    await step('说明认出了什么，错处有波浪线', async () => {
      await notification('石桥镇').filter({ hasText: '3 张表' }).waitFor();
      await page.waitForTimeout(500); // its appearance is animated
      await workbench.picture('3-opened');
      await page.keyboard.press('Escape');
      const line = fs
        .readFileSync(path.join(workspace, TEXT), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes(WRONG));
      await workbench.goToLine(line + 1);
      await waitForSquiggle();
      await workbench.picture('4-squiggle');
    });

    await step('Ctrl+. 改好，存在 .txt 里，Word 文件不动', async () => {
      const offered = page.locator('.action-widget .monaco-list-row.action', { hasText: RIGHT });
      const askFor = async (again) => {
        if (again) await page.keyboard.press('Escape');
        const { x, y, width, height } = await waitForSquiggle();
        await page.mouse.click(x + width / 2, y + height / 2);
        await workbench.press('Control+.');
      };
      await insist(page, askFor, () => offered.first().isVisible(), 'the menu');
      await page.waitForTimeout(300); // its appearance is animated
      await workbench.picture('5-quick-fix');
      await workbench.press('Enter');
      await page.waitForFunction(`!(${squiggleUnder})('${WRONG}')`);
      await workbench.press('Control+s');
      await workbench.saved(TEXT, (text) => text.includes(RIGHT) && !text.includes(WRONG));
      assert.ok(fs.readFileSync(path.join(workspace, THIS_YEAR)).equals(bytes));
    });

    await step('上年结转跳到上年 Word 年报的文字', async () => {
      const lines = fs.readFileSync(path.join(workspace, TEXT), 'utf8').split('\n');
      const row = lines.findIndex((text) => text.startsWith('二、上年结转'));
      await workbench.goToLine(row + 1);
      const tab = page.locator('.tab.active', { hasText: LAST_YEAR });
      const go = async () => {
        await page.keyboard.press('End');
        await page.keyboard.press('F12');
      };
      await insist(page, go, () => tab.isVisible(), 'the text of last year');
      await page.locator('.monaco-editor .view-line', { hasText: '结转下年度' }).first().waitFor();
      await workbench.picture('6-last-year');
      // it is no report to be checked
      await until(
        page,
        async () => !(await page.locator('.statusbar-item', { hasText: '勾稽' }).isVisible()),
        'no state of a report',
      );
    });

    await step('VS Code 打开的 Word 文件，提示用年报打开', async () => {
      const copy = '青禾县2019年度报告.docx';
      fs.writeFileSync(path.join(workspace, copy), bytes);
      const row = workbench.explorerRow(copy);
      await row.waitFor();
      await row.dblclick();
      await notification('像是一份年报').waitFor();
      await page.waitForTimeout(500); // its appearance is animated
      await workbench.picture('7-offer');
      await page
        .locator('.notification-toast .notification-list-item-buttons-container a', {
          hasText: '用年报打开',
        })
        .click();
      await workbench.question('取出的文字放在哪里');
      await page.keyboard.press('ArrowDown');
      await workbench.enter();
      await page.locator('.tab.active.dirty', { hasText: '青禾县2019年度报告.txt' }).waitFor();
      await page.waitForFunction(squiggleUnder, '年');
      await workbench.picture('8-unsaved');
      assert.ok(!fs.existsSync(path.join(workspace, '青禾县2019年度报告.txt')));
    });
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await page.close();
  }
}
