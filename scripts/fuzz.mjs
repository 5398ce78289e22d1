// `npm run fuzz -- --minutes N`: the properties of the tests, run long.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

// beside its sources: from there they find the examples and the reports
const outfile = path.join(ROOT, 'test/fuzz/.bundle.mjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['test/fuzz/main.ts'],
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
