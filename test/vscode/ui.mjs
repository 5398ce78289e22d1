// Drives the packaged extension as a user does: installs dist/nianbao.vsix into an empty VS Code,
// opens a report, sees the squiggle and the problem, takes the quick fix, saves.
// Screenshots go to test/artifacts/; with UPDATE_SCREENSHOTS=1 that of the README is made anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/run.mjs';
import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import { ensureVSCode } from '../../scripts/vscode/install.mjs';
import { installExtension, startServer, workbenchUrl } from '../../scripts/vscode/server.mjs';
import { pasteTables } from './ui/paste.mjs';

const WRONG = '不分公开';
const RIGHT = '部分公开';
const OWN_REPORT = path.join(
  ROOT,
  'test/vscode/fixtures/青禾县石桥镇2021年政府信息公开工作年度报告.txt',
);
const README_PICTURE = path.join(ROOT, 'docs/images/quick-fix.png');
const results = { passed: 0, failed: 0 };
const artifacts = path.join(ROOT, 'test/artifacts');
fs.rmSync(artifacts, { recursive: true, force: true });
fs.mkdirSync(artifacts, { recursive: true });
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-ui-'));

let server;
let browser;
try {
  await step('安装 dist/nianbao.vsix', async () => {
    const vscode = ensureVSCode();
    const dirs = {
      extensionsDir: path.join(temporary, 'extensions'),
      userDataDir: path.join(temporary, 'user'),
    };
    installExtension(vscode, path.join(ROOT, 'dist/nianbao.vsix'), dirs);
    server = await startServer(vscode, { ...dirs, settings: { 'editor.minimap.enabled': false } });
    browser = await launchChromium();
  });
  await mendReport(reportToMend(), artifacts);
  await pasteTables({ browser, server, temporary, artifacts, step });
  if (process.env.UPDATE_SCREENSHOTS) {
    const pictures = path.join(temporary, 'readme');
    await mendReport(OWN_REPORT, pictures);
    fs.cpSync(path.join(pictures, '3-quick-fix.png'), README_PICTURE);
  }
} catch (error) {
  console.error(error);
  results.failed ||= 1; // outside of any step
} finally {
  await browser?.close();
  server?.stop();
  fs.rmSync(temporary, { recursive: true, force: true });
}
if (process.env.TEST_RESULTS) fs.writeFileSync(process.env.TEST_RESULTS, JSON.stringify(results));
process.exit(results.failed > 0 ? 1 : 0);

/** A real report where the collection lies beside the repository, else ours with the same faults. */
function reportToMend() {
  const collection = path.join(ROOT, '../shared/reports');
  const names = fs.existsSync(collection) ? fs.readdirSync(collection) : [];
  const real = names.find((name) => name.startsWith('004_') && name.endsWith('.txt'));
  const report = real ? path.join(collection, real) : OWN_REPORT;
  console.log(
    `  ${real ? 'THE REAL REPORT' : 'OUR OWN FIXTURE (no ../shared/reports)'}: ${report}`,
  );
  return report;
}

/** The whole way, in a window of its own. The report must say 不分公开 once. */
async function mendReport(report, pictures) {
  const workspace = path.join(fs.mkdtempSync(path.join(temporary, 'w-')), '年报');
  const file = path.join(workspace, path.basename(report));
  fs.cpSync(report, file);
  fs.chmodSync(file, 0o644); // the collection may be read-only
  const before = fs.readFileSync(file, 'utf8');
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  fs.mkdirSync(pictures, { recursive: true });

  try {
    await step('打开工作区，中文字体可见', async () => {
      await page.goto(workbenchUrl(server, workspace));
      await explorerRow(page, path.basename(file)).waitFor({ timeout: 60_000 });
      assert.ok(await page.evaluate(drawsDifferently, ['政', '府']), 'Chinese shows as boxes');
    });

    await step(`打开报告，${WRONG}下出现波浪线`, async () => {
      const start = performance.now();
      await explorerRow(page, path.basename(file)).dblclick();
      await page.locator('.monaco-editor .view-line').first().waitFor();
      await goToLine(page, before.split(/\r?\n/).findIndex((line) => line.includes(WRONG)) + 1);
      await waitForSquiggle(page);
      console.log(`    ${Math.round(performance.now() - start)} ms from opening to the squiggle`);
      await picture('1-squiggle');
    });

    await step('“问题”面板列出它', async () => {
      await page.keyboard.press('Control+Shift+M');
      const rows = page.locator('.markers-panel .monaco-list-row');
      await rows.first().waitFor({ timeout: 20_000 });
      await picture('2-problems');
      const filter = page.locator('.panel input[placeholder^=Filter]'); // the list may be long
      await filter.fill(RIGHT);
      const row = rows.filter({ hasText: RIGHT }).first();
      await row.waitFor();
      console.log(`    ${(await row.textContent()).replace(/\s+/g, ' ')}`);
      await filter.fill('');
    });

    await step('Ctrl+. 给出修改', async () => {
      const offered = page.locator('.action-widget .monaco-list-row.action', { hasText: RIGHT });
      // a key pressed while the workbench moves its focus is lost: ask again
      for (let attempt = 1; !(await offered.first().isVisible()); attempt++) {
        assert.ok(attempt <= 5, 'no menu');
        const { x, y, width, height } = await waitForSquiggle(page);
        await page.mouse.click(x + width / 2, y + height / 2);
        await page.keyboard.press('Control+.');
        await offered
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => page.keyboard.press('Escape'));
      }
      await page.waitForTimeout(300); // its appearance is animated
      await picture('3-quick-fix');
      await page.keyboard.press('Enter'); // the first entry has the focus
    });

    await step('文字已改，波浪线消失', async () => {
      await page.locator('.monaco-editor .view-line', { hasText: RIGHT }).waitFor();
      await page.waitForFunction(`!(${squiggleUnder})('${RIGHT}')`);
      await picture('4-fixed');
    });

    await step('保存到磁盘', async () => {
      await page.keyboard.press('Control+s');
      const after = before.replace(WRONG, RIGHT);
      for (let i = 0; i < 100 && fs.readFileSync(file, 'utf8') !== after; i++)
        await page.waitForTimeout(50);
      assert.equal(fs.readFileSync(file, 'utf8'), after, 'nothing else has changed');
    });
  } catch (error) {
    await picture('failed');
    throw error;
  } finally {
    await page.close();
  }
}

/** Runs a part of the way, prints how it went, and counts it. */
async function step(name, action) {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  try {
    await action();
    results.passed++;
    console.log(`  ✔ ${name} (${seconds()} s)`);
  } catch (error) {
    results.failed++;
    console.log(`  ✘ ${name} (${seconds()} s)`);
    throw error;
  }
}

function explorerRow(page, name) {
  return page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
}

async function goToLine(page, line) {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
}

/** Waits for a squiggle that lies under 不分公开, and answers where it is. */
async function waitForSquiggle(page) {
  const box = await page.waitForFunction(squiggleUnder, WRONG, { timeout: 30_000 });
  return box.jsonValue();
}

// In the page: the box of the squiggle on the line of this text that begins where the text does.
function squiggleUnder(text) {
  const walker = document.createTreeWalker(
    document.querySelector('.monaco-editor .view-lines') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  while (walker.nextNode()) {
    const at = walker.currentNode.textContent.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + text.length);
    const letters = range.getBoundingClientRect();
    for (const squiggle of document.querySelectorAll('.monaco-editor [class*=squiggly-]')) {
      const { x, y, width, height } = squiggle.getBoundingClientRect();
      const sameLine = y < letters.bottom && y + height > letters.top;
      if (sameLine && x < letters.right - 1 && x + width > letters.left + 1)
        return { x, y, width, height };
    }
  }
  return undefined;
}

// In the page: whether two letters look different; without a font both are the same box.
function drawsDifferently([one, other]) {
  const pixels = (letter) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context.font = '40px monospace';
    context.fillText(letter, 10, 60);
    return context.getImageData(0, 0, 80, 80).data.join();
  };
  return pixels(one) !== pixels(other);
}
