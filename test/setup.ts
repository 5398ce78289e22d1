// Before the tests: bundles what they drive as programs, dist/server.js and dist/cli.js.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A build that fails must not stop the tests that need none: those that do, throw this. */
export const BUILD_ERROR = 'NIANBAO_BUILD_ERROR';

export default function setup(): void {
  const script = path.resolve(import.meta.dirname, '../scripts/build.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) process.env[BUILD_ERROR] = stderr;
}
