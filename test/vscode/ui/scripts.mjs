// What the journeys take of the tests.
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../../scripts/run.mjs';

/** A module of the tests, as it is. */
export async function scriptOf(file) {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, file)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}
