// A reviewer's way: opens a report, sees the squiggle and the problem, takes the quick fix, saves.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../scripts/run.mjs';
import { drawsDifferently, insist, squiggleUnder, Workbench } from './workbench.mjs';

const WRONG = '不分公开';
const RIGHT = '部分公开';
/** Ours, with the faults of a real one. */
export const OWN_REPORT = path.join(
  ROOT,
  'test/vscode/fixtures/青禾县石桥镇2021年政府信息公开工作年度报告.txt',
);

/** A real report where the collection lies beside the repository, else ours with the same faults. */
export function reportToMend() {
  const shared = process.env.NIANBAO_SHARED ?? path.join(ROOT, '../shared');
  const collection = path.join(shared, 'reports');
  const names = fs.existsSync(collection) ? fs.readdirSync(collection) : [];
  const real = names.find((name) => name.startsWith('004_') && name.endsWith('.txt'));
  const report = real ? path.join(collection, real) : OWN_REPORT;
  console.log(
    `  ${real ? 'THE REAL REPORT' : 'OUR OWN FIXTURE (no ../shared/reports)'}: ${report}`,
  );
  return report;
}

/** The whole way, in a window of its own. The report must say 不分公开 once. */
export async function mendReport(report, { step, newFolder, pictures, ...parts }) {
  const workspace = newFolder('年报');
  const file = path.join(workspace, path.basename(report));
  fs.cpSync(report, file);
  fs.chmodSync(file, 0o644); // the collection may be read-only
  const before = fs.readFileSync(file, 'utf8');
  const workbench = await Workbench.open({ ...parts, workspace, pictures });
  const { page } = workbench;
  const waitForSquiggle = async () => {
    const box = await page.waitForFunction(squiggleUnder, WRONG);
    return box.jsonValue();
  };

  try {
    await step('打开工作区，中文字体可见', async () => {
      await workbench.explorerRow(path.basename(file)).waitFor();
      assert.ok(await page.evaluate(drawsDifferently, ['政', '府']), 'Chinese shows as boxes');
    });

    await step(`打开报告，${WRONG}下出现波浪线`, async () => {
      const start = performance.now();
      await workbench.explorerRow(path.basename(file)).dblclick();
      await page.locator('.monaco-editor .view-line').first().waitFor();
      await workbench.goToLine(before.split(/\r?\n/).findIndex((line) => line.includes(WRONG)) + 1);
      await waitForSquiggle();
      console.log(`    ${Math.round(performance.now() - start)} ms from opening to the squiggle`);
      await workbench.picture('1-squiggle');
    });

    await step('“问题”面板列出它', async () => {
      await workbench.press('Control+Shift+M');
      const rows = page.locator('.markers-panel .monaco-list-row');
      await rows.first().waitFor();
      await workbench.picture('2-problems');
      const filter = page.locator('.panel input[placeholder^=Filter]'); // the list may be long
      await filter.fill(RIGHT);
      const row = rows.filter({ hasText: RIGHT }).first();
      await row.waitFor();
      console.log(`    ${(await row.textContent()).replace(/\s+/g, ' ')}`);
      await filter.fill('');
    });

    await step('Ctrl+. 给出修改', async () => {
      const offered = page.locator('.action-widget .monaco-list-row.action', { hasText: RIGHT });
      const askFor = async (again) => {
        if (again) await page.keyboard.press('Escape');
        const { x, y, width, height } = await waitForSquiggle();
        await page.mouse.click(x + width / 2, y + height / 2);
        await workbench.press('Control+.');
      };
      await insist(page, askFor, () => offered.first().isVisible(), 'the menu');
      await page.waitForTimeout(300); // its appearance is animated
      await workbench.picture('3-quick-fix');
      await workbench.press('Enter'); // the first entry has the focus
    });

    await step('文字已改，波浪线消失', async () => {
      await page.locator('.monaco-editor .view-line', { hasText: RIGHT }).first().waitFor();
      await page.waitForFunction(`!(${squiggleUnder})('${RIGHT}')`);
      await workbench.picture('4-fixed');
    });

    await step('保存到磁盘', async () => {
      await workbench.press('Control+s');
      const after = before.replace(WRONG, RIGHT);
      const saved = await workbench.saved(path.basename(file), (text) => text === after);
      assert.equal(saved, after, 'nothing else has changed');
    });
  } catch (error) {
    await workbench.picture('failed');
    throw error;
  } finally {
    await page.close();
  }
}
