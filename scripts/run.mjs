// How our scripts start other programs: from the repository root, without a standard input.
// Node built-ins only: npm start and npm test begin here, before anything is installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The environment without what `npm run` says of this project: it would mislead a nested npm. */
export function cleanEnv() {
  const leak =
    /^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix|global_prefix|ignore_scripts|omit)$|^INIT_CWD$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !leak.test(name)));
}

/** Runs a program to its end; throws when it fails. Its output goes where ours goes. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    const how = result.signal ? `was ended by ${result.signal}` : `ended with ${result.status}`;
    throw new Error(`${path.basename(command)} ${args.join(' ')} ${how}`);
  }
}

/** Runs npm (on Windows it is a .cmd, which only a shell can start). */
export function npm(args, options = {}) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const shell = process.platform === 'win32';
  run('npm', [...args, ...quiet], { env: cleanEnv(), shell, ...options });
}

/** Runs the command of an installed package: `tool('typescript', 'tsc', ['--noEmit'])`. */
export function tool(name, command, args, options) {
  const folder = path.join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  run(process.execPath, [path.join(folder, bin[command]), ...args], options);
}
