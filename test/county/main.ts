// The county at full size: `npm run county -- --units 200 [--years 3] [--faulty 100] [--seed S] [--keep FOLDER]`.
// Writes it, reviews it, adds it up, and tells each difference from what is known, the time and the memory.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch, printed, styled } from '../office/printing.js';
import { county } from './county.js';
import { KINDS, writeCounty } from './countyFiles.js';
import { FAULTS } from './faults.js';
import { reviewDifferences, type SummedCounty, sumDifferences } from './proof.js';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '200' },
    faulty: { type: 'string' },
    years: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const [units, years, seed] = [values.units, values.years, values.seed].map(Number) as [
  number,
  number,
  number,
];
const faulty = Number(values.faulty ?? Math.ceil(units / 2));
const root = values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'county-'));
const cli = path.resolve('dist/cli.js');

const made = county({ units, faulty, years, seed });
const browser = await launch();
const counts = await writeCounty(root, made, {
  kinds: KINDS,
  seed,
  print: (html, n) => printed(browser, styled(html, n), n),
});
await browser.close();
console.log(`${units} units × ${years} years in ${root}: ${JSON.stringify(counts)}`);
for (const { id } of FAULTS) {
  const count = made.filter((unit) => unit.faults.some((fault) => fault.id === id)).length;
  console.log(`${String(count).padStart(4)} × ${id}`);
}

const results = path.join(root, '审核');
const review = timed(['review', '年报', '--out', '审核', '--units', '单位.csv']);
const sum = timed(['sum', '年报', '--format', 'json']);
const differences = [
  ...reviewDifferences(made, results),
  ...sumDifferences(made, JSON.parse(sum.stdout) as SummedCounty),
];
console.log(review.stderr.trimEnd().split('\n').slice(-8).join('\n'));
for (const line of differences) console.log(`difference: ${line}`);
console.log(`${differences.length} differences`);
if (!values.keep) fs.rmSync(root, { recursive: true });
process.exitCode = differences.length > 0 ? 1 : 0;

/** Runs our command line; tells how long it took, and the most memory that it had. */
function timed(args: readonly string[]) {
  // the process itself tells what it took when it ends: megabytes, and seconds of the processor
  const told = path.join(root, '.usage');
  const preload = path.join(root, '.tell.cjs');
  fs.writeFileSync(
    preload,
    `process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      const usage = [maxRSS / 1024, (userCPUTime + systemCPUTime) / 1e6].map(Math.round);
      require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(usage));
    });`,
  );
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--require', preload, cli, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const [memory, processor] = JSON.parse(fs.readFileSync(told, 'utf8')) as [number, number];
  console.log(
    `${args[0]}: status ${run.status}, ${seconds} s (${processor} s of the processor), at most ${memory} MB`,
  );
  return run;
}
