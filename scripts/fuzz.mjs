// `npm run fuzz -- --minutes N`: the properties of the tests, run long.
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT, run } from './run.mjs';

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
run(process.execPath, [outfile, ...process.argv.slice(2)]);
