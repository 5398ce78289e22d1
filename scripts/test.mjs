// `npm test`: everything, from a fresh clone on. `npm test -- lint unit` runs only these checks.
// The last line says how many tests passed and failed; the exit status tells too.
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ROOT, run, tool } from './run.mjs';
import { ensureSystem } from './system.mjs';

const RESULTS = path.join(ROOT, '.vscode-test/results');

const script = (file, ...args) => run(process.execPath, [file, ...args]);

// What a check needs first; where that fails, nothing goes on.
const PREPARATIONS = {
  dependencies: ensureDependencies,
  build: () => script('scripts/build.mjs'),
  system: ensureSystem,
  vscode: () => script('scripts/vscode/install.mjs'),
  package: () => script('scripts/package.mjs', '--no-build'),
};

// Where one fails, the others still run. A check that writes its results counts its own tests.
const CHECKS = {
  typecheck: () => {
    tool('typescript', 'tsc', ['--noEmit']);
    tool('typescript', 'tsc', ['--noEmit', '-p', 'client/webview']); // what runs in a page knows the DOM
  },
  lint: () => {
    tool('@biomejs/biome', 'biome', ['check', '.']);
    tool('knip', 'knip', []); // exports, files and dependencies that nobody uses
  },
  unit: (results) =>
    tool('vitest', 'vitest', [
      'run',
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    ]),
  stranger: (results) => {
    const folder = path.join(ROOT, '.vscode-test/no-reports');
    const env = { ...process.env, NIANBAO_SHARED: folder };
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    // what they test besides has been tested; that they load, and leave out what is not there, is asked here
    const files = readersOfRealReports();
    tool('vitest', 'vitest', ['run', '-t', 'SKIPPED', ...reporters, ...files], { env });
    for (const { name, assertionResults } of JSON.parse(fs.readFileSync(results)).testResults)
      if (!assertionResults.some(({ title }) => title.startsWith('SKIPPED')))
        throw new Error(`${path.relative(ROOT, name)} says nothing of what it skips`);
  },
  suite: (results) => testScript('test/vscode/run.mjs', results),
  ui: (results) => testScript('test/vscode/ui.mjs', results),
};

/** The tests that read the real reports beside the repository, which a stranger does not have. */
function readersOfRealReports() {
  const files = fs.readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join('test', file))
    .filter((file) =>
      /\/realReports\.js'|\.\.\/shared\b/.test(fs.readFileSync(path.join(ROOT, file), 'utf8')),
    );
}

const testScript = (file, TEST_RESULTS) =>
  run(process.execPath, [file], { env: { ...process.env, TEST_RESULTS } });

const log = [];
/** Names of tests that failed: what stands at the end of a log is read. */
const failed = [];
const total = { passed: 0, failed: 0 };

fs.rmSync(RESULTS, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });
for (const name of plan(process.argv.slice(2))) if (!step(name) && name in PREPARATIONS) break;
console.log(`\n${[...failed, ...log].join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** The steps in their order. A desktop VS Code needs no browser; the UI run is for Linux. */
function plan(chosen) {
  const unknown = chosen.filter((name) => !(name in CHECKS));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')}? There are: ${Object.keys(CHECKS).join(', ')}.`);
  const linux = process.platform === 'linux';
  const checks = Object.keys(CHECKS).filter((name) =>
    chosen.length > 0 ? chosen.includes(name) : name !== 'ui' || linux,
  );
  const browser = linux && !process.env.VSCODE_EXECUTABLE ? ['system', 'vscode'] : [];
  // the unit tests run the server in a browser too: without one those would be passed over
  const unit = linux ? ['system'] : [];
  const before = { unit, suite: browser, ui: ['system', 'vscode', 'package'] };
  const steps = checks.flatMap((name) => [...(before[name] ?? []), name]);
  return new Set(['dependencies', 'build', ...steps]);
}

/** Runs one step, and answers whether it went well. */
function step(name) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const results = path.join(RESULTS, `${name}.json`);
  let error;
  try {
    (PREPARATIONS[name] ?? CHECKS[name])(results);
  } catch (thrown) {
    error = thrown;
    console.error(error.message);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const { passed, failed } = countsIn(results);
  total.passed += passed;
  total.failed += error ? Math.max(failed, 1) : failed; // a step that breaks is a failure as well
  log.push(`${error ? '✘' : '✔'} ${name.padEnd(12)} ${seconds} s`);
  return !error;
}

/** {passed, failed} of our own scripts, or Vitest's names for them. */
function countsIn(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0 };
  const results = JSON.parse(fs.readFileSync(file, 'utf8'));
  for (const { assertionResults = [], name } of results.testResults ?? [])
    for (const { status, fullName } of assertionResults)
      if (status === 'failed') failed.push(`✘ ${path.relative(ROOT, name)}: ${fullName}`);
  return {
    passed: results.passed ?? results.numPassedTests,
    failed: results.failed ?? results.numFailedTests,
  };
}
