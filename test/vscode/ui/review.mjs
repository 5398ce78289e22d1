// The way of a reviewer at a county: checks a folder of files of all kinds, sorts and filters the table, goes to
// a place in a Word file, finds the same in the Problems panel, and closes the table.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isAccessible, pageFrame } from './pages.mjs';
import { scriptOf } from './scripts.mjs';
import { focusEditor, until, Workbench } from './workbench.mjs';

/** The screen of an office. */
const viewport = { width: 1366, height: 768 };
const FOLDER = '2023年报';

/** Towns whose figures have gone up and down. */
const TOWNS = {
  松坪乡: { 2021: [31, 12], 2022: [40, 15], 2023: [44, 9] },
  石门镇: { 2022: [18, 3], 2023: [22, 61] },
  青山街道: { 2021: [9, 4], 2022: [11, 6], 2023: [10, 7] },
};

async function otherTowns() {
  const { townReport } = await scriptOf('test/support/towns.ts');
  const files = {};
  for (const [town, years] of Object.entries(TOWNS))
    for (const [year, [licensing, granted]] of Object.entries(years)) {
      const organ = `青禾县${town}${town.endsWith('街道') ? '办事处' : '人民政府'}`;
      files[`${town}${year}.txt`] = townReport(organ, { licensing, granted }, Number(year));
    }
  return files;
}

export async function reviewCounty({ step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('青禾县');
  const { smallCounty, UNITS } = await scriptOf('test/support/smallCounty.ts');
  const files = { ...(await smallCounty()), ...(await otherTowns()), 'units.csv': UNITS };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(workspace, FOLDER, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  const workbench = await Workbench.open({ ...parts, workspace, pictures, viewport });
  const { page } = workbench;
  const review = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const panel = review.locator('[role=tabpanel]:visible');
  const rows = panel.locator('tbody tr');
  const summary = review.locator('header .summary');

  try {
    await step('在文件夹上右键：检查文件夹中的全部年报', async () => {
      const entry = await workbench.menuEntry(FOLDER, '检查文件夹中的全部年报');
      await workbench.picture('1-menu');
      await entry.click();
      await summary.filter({ hasText: '2023 年度报告 8 份，未报 1 个单位' }).waitFor();
      await workbench.picture('2-table');
      assert.equal(await rows.count(), 17);
    });

    await step('按错误排序，按情况筛选，用方向键走', async () => {
      await review.getByRole('button', { name: '错误', exact: true }).click();
      const first = rows.first().locator('th');
      assert.equal(await first.textContent(), '青禾县云水镇人民政府');
      await review.getByLabel('按情况筛选').selectOption('重复报送');
      await until(page, async () => (await rows.count()) === 2, 'two rows');
      await workbench.picture('3-filtered');
      await rows.first().locator('.go').first().focus();
      await page.keyboard.press('ArrowDown');
      assert.equal(
        await review.locator(':focus').evaluate((one) => one.closest('tr').rowIndex),
        await rows.last().evaluate((one) => one.rowIndex),
      );
    });

    await step('窗口重新打开，审核表还在', async () => {
      // a page that is simply loaded again has not kept what is open
      const opened = page.waitForEvent('load');
      await workbench.command('Developer: Reload Window').catch(() => {}); // the page goes from under it
      await opened;
      await summary.filter({ hasText: '2023 年度报告 8 份，未报 1 个单位' }).waitFor();
      assert.equal(await rows.count(), 17);
      await workbench.picture('3-reopened');
    });

    await step('人人都能读（axe）', async () => {
      await isAccessible(pageFrame(page));
    });

    await step('各年：数、图、跳到那一格；汇总：各单位报了多少', async () => {
      await review.getByRole('tab', { name: '各年' }).click();
      await review.locator('.pictures svg').first().waitFor();
      await workbench.picture('4-years');
      await review.getByRole('tab', { name: '汇总', exact: true }).click();
      await panel.getByLabel('按合计筛选').fill('1');
      await workbench.picture('5-sum');
      await review.getByRole('button', { name: '汇总成一份报告' }).click();
      await page
        .locator('.monaco-editor .view-line', { hasText: '2023年政府信息公开' })
        .first()
        .waitFor();
      await page.locator('.tab', { hasText: `审核 ${FOLDER}` }).click();
    });

    await step('点一处问题，到 Word 文件的文字里', async () => {
      await review.getByRole('tab', { name: '问题' }).click();
      await workbench.picture('6-findings');
      await panel.getByLabel('按单位筛选').fill('云水镇');
      await rows.first().locator('td .go').first().click();
      await page.locator('.tab.active', { hasText: '云水镇.docx.txt' }).waitFor();
      await page.locator('.monaco-editor .view-line', { hasText: '本年新收' }).first().waitFor();
      await workbench.picture('7-place');
    });

    await step('开着没保存的，按改过的查，说明是哪一份', async () => {
      const table = page.locator('.tab', { hasText: `审核 ${FOLDER}` });
      const notice = review.locator('header .notice');
      await table.click();
      await review.getByRole('tab', { name: '审核表', exact: true }).click();
      await rows.filter({ hasText: '通知.txt' }).locator('th .go').click();
      await page.locator('.tab.active', { hasText: '通知.txt' }).waitFor();
      await focusEditor(page);
      await page.keyboard.insertText('改');
      await table.click();
      await review.getByRole('button', { name: '重新检查' }).click();
      await notice.filter({ hasText: '通知.txt 有没保存的修改' }).waitFor();
      await page.locator('.tab', { hasText: '通知.txt' }).click();
      await workbench.press('Control+z');
    });

    await step('“问题”面板里有没打开的文件的问题；关掉审核表就没有了', async () => {
      const close = async (name) => {
        const tab = page.locator('.tab', { hasText: name });
        await tab.hover();
        await tab.locator('.tab-actions .action-label').click();
        await tab.waitFor({ state: 'detached' });
      };
      const counted = page.locator('[id="status.problems"] a');
      const all = await counted.getAttribute('aria-label');
      // a text that is opened and closed again has its findings as before
      await page.locator('.tab', { hasText: `审核 ${FOLDER}` }).click();
      await review.getByRole('tab', { name: '审核表', exact: true }).click();
      await review.getByLabel('按情况筛选').selectOption('');
      await rows.filter({ hasText: '教育局.txt' }).first().locator('th .go').click();
      await page.locator('.tab.active', { hasText: '教育局.txt' }).waitFor();
      await close('教育局.txt');
      await until(page, async () => (await counted.getAttribute('aria-label')) === all, all);
      await workbench.press('Control+Shift+M');
      const problems = page.locator('.markers-panel .monaco-list-row');
      await problems.filter({ hasText: '云水镇.docx.txt' }).first().waitFor();
      await workbench.picture('8-problems');
      await close(`审核 ${FOLDER}`);
      await until(
        page,
        async () => (await problems.filter({ hasText: '云水镇.docx.txt' }).count()) === 0,
        'none',
      );
    });
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await page.close();
  }
}
