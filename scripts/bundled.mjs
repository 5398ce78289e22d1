// Programs of the tests, bundled and run: `test/fuzz/main.ts`, `test/county/main.ts`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

/** Runs `main.ts` of a folder with the arguments of this process, and ends as it does. */
export async function runBundled(folder) {
  // beside its sources: from there it finds the examples and the reports
  const outfile = path.join(ROOT, folder, '.bundle.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`${folder}/main.ts`],
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
}
