// `npm run package`: builds, and packs dist/nianbao.vsix. What goes in: .vscodeignore.
// With --no-build, packs what is built.
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { ROOT, run } from './run.mjs';

const LIMIT = 4; // megabytes: it is sent by mail and carried on sticks

if (!process.argv.includes('--no-build')) run(process.execPath, ['scripts/build.mjs']);

const vsix = path.join(ROOT, 'dist/nianbao.vsix');
await createVSIX({
  cwd: ROOT,
  packagePath: vsix,
  dependencies: false, // all is bundled
  rewriteRelativeLinks: false, // they are for whoever reads the README in the repository
  allowMissingRepository: true,
});
const megabytes = fs.statSync(vsix).size / 1_000_000;
console.log(`${path.relative(ROOT, vsix)}: ${megabytes.toFixed(2)} MB`);
if (megabytes > LIMIT) throw new Error(`more than ${LIMIT} MB: see the list above for what grew`);
