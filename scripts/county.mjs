// `npm run county -- --units N`: a generated county with known faults, reviewed and added up.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { ROOT } from './run.mjs';

// beside its sources: from there they find the examples and the reports
const outfile = path.join(ROOT, 'test/county/.bundle.mjs');
await buildAll();
await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/county/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
