#!/usr/bin/env node
// Stands in for the `code` executable: takes the arguments that @vscode/test-electron gives to VS
// Code, runs the suite in the extension host of a real VS Code behind a headless browser, prints
// what the host's console says, and ends with the suite's exit code.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { ROOT } from '../run.mjs';
import { launchChromium } from './chromium.mjs';
import { ensureVSCode } from './install.mjs';
import { remoteUri, startServer, workbenchUrl } from './server.mjs';

// What VS Code says of itself; VSCODE_LOG_ALL=1 shows it.
const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Updating additional builtin|Ignoring fetching additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate|Started local extension host)|spdlog\.node|native-watchdog|No extension gallery/;
const LIMIT_SECONDS = Number(process.env.VSCODE_TEST_TIMEOUT ?? 300);

const { values: options, positionals } = parseArgs({
  strict: false, // VS Code has many more options, most of them about its window
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-code-'));
let server;
let browser;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => cleanUp(130));

let exitCode = 1;
try {
  exitCode = await runSuite();
} catch (error) {
  console.error(error);
}
await cleanUp(exitCode);

async function runSuite() {
  server = await startServer(ensureVSCode(), {
    extensionsDir: path.resolve(options['extensions-dir'] ?? path.join(temporary, 'extensions')),
    userDataDir: path.resolve(options['user-data-dir'] ?? path.join(temporary, 'user')),
    tests: true,
  });
  browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });

  const { promise: result, resolve: finish } = withResolvers();
  // the workbench calls this with the suite's exit code …
  await page.exposeFunction('codeAutomationExit', finish);
  // … and this for each line that the extension host writes to its console
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...[args].flat());
    if (NOISE.test(line) && !process.env.VSCODE_LOG_ALL) return;
    (type === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
  });
  const giveUp = (reason) => keepEvidence(page, reason).then(() => finish(1));
  page.on('crash', () => giveUp('the page crashed'));
  server.child.on('exit', (code) => giveUp(`the VS Code server ended with ${code}`));
  setTimeout(() => giveUp(`no result after ${LIMIT_SECONDS} s`), LIMIT_SECONDS * 1000).unref();

  const payload = [
    ...options.extensionDevelopmentPath.map((extension) => [
      'extensionDevelopmentPath',
      remoteUri(server, extension),
    ]),
    ['extensionTestsPath', remoteUri(server, options.extensionTestsPath)],
  ];
  await page.goto(workbenchUrl(server, positionals[0], payload));
  return result;
}

/** Screenshot and server log of a run without a result, for whoever looks into it. */
async function keepEvidence(page, reason) {
  const folder = path.join(ROOT, '.vscode-test/last-failure');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(server.logFile, path.join(folder, 'server.log'));
  await page.screenshot({ path: path.join(folder, 'page.png') }).catch(() => {});
  console.error(`${reason}; see ${folder}`);
}

/** Promise.withResolvers, which Node 20 lacks. */
function withResolvers() {
  const deferred = {};
  deferred.promise = new Promise((resolve) => {
    deferred.resolve = resolve;
  });
  return deferred;
}

async function cleanUp(code) {
  server?.child.removeAllListeners('exit');
  await browser?.close();
  server?.stop();
  fs.rmSync(temporary, { recursive: true, force: true });
  process.exit(code);
}
