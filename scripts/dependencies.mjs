// `npm ci`, but only when node_modules is missing or older than package-lock.json.
import fs from 'node:fs';
import path from 'node:path';
import { npm, ROOT } from './run.mjs';

export function ensureDependencies() {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Error(`nianbao needs Node.js 20 or later; this is ${process.version}.`);
  // no install scripts: what they would download, nothing here uses
  if (!upToDate()) npm(['ci', '--include=dev', '--ignore-scripts']);
}

/** npm notes in node_modules/.package-lock.json what it installed: the same versions are wanted. */
function upToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([place, wanted]) => {
    if (place === '') return true; // the project itself
    const found = installed[place];
    // an optional package may be for another platform
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

function packagesOf(lockFile) {
  const file = path.join(ROOT, lockFile);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : {};
}
