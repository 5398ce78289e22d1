// Drives the packaged extension as users do: installs dist/nianbao.vsix into an empty VS Code and goes
// the ways of ui/. `node test/vscode/ui.mjs draft` goes only those named.
// Screenshots go to test/artifacts/; with UPDATE_SCREENSHOTS=1 those of the README are made anew.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/run.mjs';
import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import { ensureVSCode } from '../../scripts/vscode/install.mjs';
import { installExtension, startServer } from '../../scripts/vscode/server.mjs';
import { draftReport, draftZeros } from './ui/draft.mjs';
import { fillForm } from './ui/form.mjs';
import { mendReport, OWN_REPORT, reportToMend } from './ui/mend.mjs';
import { openWord } from './ui/office.mjs';
import { pasteTables } from './ui/paste.mjs';
import { reviewCounty } from './ui/review.mjs';
import { typeFigures } from './ui/typing.mjs';

const IMAGES = path.join(ROOT, 'docs/images');
const artifacts = path.join(ROOT, 'test/artifacts');
const results = { passed: 0, failed: 0 };
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-ui-'));

// a font whose Chinese characters are just as wide as two others
const SETTINGS = {
  'editor.fontFamily': 'Noto Sans Mono CJK SC',
  'editor.minimap.enabled': false,
};

/** The ways that users go, in windows of their own. */
const JOURNEYS = {
  mend: (parts) => mendReport(reportToMend(), parts),
  draft: draftReport,
  zeros: draftZeros,
  paste: pasteTables,
  form: fillForm,
  office: openWord,
  review: reviewCounty,
  typing: typeFigures,
};

/** Pictures of the README: journey, screenshot, file. */
const README_PICTURES = [
  [(parts) => mendReport(OWN_REPORT, parts), '3-quick-fix', 'quick-fix'],
  [draftReport, '4-tables', 'draft'],
  [fillForm, '5-wrong', 'form'],
  [fillForm, '8-charts', 'charts'],
  [reviewCounty, '2-table', 'review'],
];

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
    server = await startServer(vscode, { ...dirs, settings: SETTINGS });
    browser = await launchChromium();
  });
  const parts = (pictures) => ({ browser, server, step, newFolder, pictures });
  for (const name of chosen()) {
    const pictures = path.join(artifacts, name);
    fs.rmSync(pictures, { recursive: true, force: true });
    await go(name, JOURNEYS[name], parts(pictures));
  }
  if (process.env.UPDATE_SCREENSHOTS)
    for (const [journey, screenshot, file] of README_PICTURES) {
      const pictures = path.join(temporary, file);
      await journey(parts(pictures));
      fs.cpSync(path.join(pictures, `${screenshot}.png`), path.join(IMAGES, `${file}.png`));
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

function chosen() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in JOURNEYS));
  if (unknown.length > 0) throw new Error(`${unknown}? There are: ${Object.keys(JOURNEYS)}.`);
  return names.length > 0 ? names : Object.keys(JOURNEYS);
}

/** Goes one way; where it fails, the others are gone all the same. */
async function go(name, journey, parts) {
  console.log(`  ── ${name}`);
  try {
    await journey(parts);
  } catch (error) {
    console.error(error);
    results.failed ||= 1;
  }
}

/** An empty folder of this name. */
function newFolder(name) {
  const folder = path.join(fs.mkdtempSync(path.join(temporary, 'w-')), name);
  fs.mkdirSync(folder);
  return folder;
}

/** Runs a part of a way, prints how it went, and counts it. */
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
