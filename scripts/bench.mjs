// `npm run bench`: how fast it is, as ratios to something measured in the same minute.
// `npm run bench -- check growth cli lsp` runs only these.
import path from 'node:path';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { ROOT, run } from './run.mjs';

const outdir = path.join(ROOT, '.vscode-test/bench');
const nothing = path.join(outdir, 'nothingServer.cjs');

await buildAll();
const common = { absWorkingDir: ROOT, bundle: true, platform: 'node', target: 'es2023' };
await Promise.all([
  build({
    ...common,
    entryPoints: ['test/bench/main.ts'],
    outfile: path.join(outdir, 'main.mjs'),
    format: 'esm',
    packages: 'external',
  }),
  build({
    ...common,
    entryPoints: ['test/bench/nothingServer.ts'],
    outfile: nothing,
    minify: true,
  }),
]);
run(process.execPath, [path.join(outdir, 'main.mjs'), ...process.argv.slice(2)], {
  env: { ...process.env, NOTHING_SERVER: nothing },
});
