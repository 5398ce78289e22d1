// Runs suite/ in the extension host of a real VS Code: the one of scripts/vscode/ (no desktop
// needed), or VSCODE_EXECUTABLE=/path/to/code, or VSCODE_EXECUTABLE=download for Microsoft's build.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/run.mjs';

const standIn = path.join(ROOT, 'scripts/vscode/code.mjs');
const executable =
  process.env.VSCODE_EXECUTABLE || (process.platform === 'linux' ? standIn : 'download');
const bundle = path.join(ROOT, '.vscode-test/suite/index.js'); // finds mocha in our node_modules
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-suite-'));
const workspace = path.join(temporary, '年报 工作区'); // paths that need encoding, as users have them

try {
  await build({
    entryPoints: [path.join(ROOT, 'test/vscode/suite/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
  fs.cpSync(path.join(ROOT, 'test/vscode/fixtures'), workspace, { recursive: true });
  await runTests({
    vscodeExecutablePath: executable === 'download' ? undefined : executable,
    extensionDevelopmentPath: process.env.NIANBAO_EXTENSION ?? ROOT,
    extensionTestsPath: bundle,
    launchArgs: [
      workspace,
      `--user-data-dir=${path.join(temporary, 'user')}`,
      `--extensions-dir=${path.join(temporary, 'extensions')}`,
      '--disable-extensions',
    ],
    extensionTestsEnv: {
      TEST_RESULTS: process.env.TEST_RESULTS ?? path.join(temporary, 'results.json'),
    },
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
