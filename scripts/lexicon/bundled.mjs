// Lets the scripts use the engine's own TypeScript: bundles a file and imports the result.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../run.mjs';

/** The exports of a TypeScript file of the repository. */
export async function bundled(file) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-'));
  const outfile = path.join(folder, 'bundle.mjs');
  await build({
    entryPoints: [path.join(ROOT, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const result = await import(pathToFileURL(outfile).href);
  fs.rmSync(folder, { recursive: true });
  return result;
}
