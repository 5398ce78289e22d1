// Bundles the client, the server and the command line into dist/ (no node_modules needed there).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  sourcemap: false,
  define: {
    __VERSION__: JSON.stringify(
      JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version,
    ),
  },
};
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };

fs.rmSync(dist, { recursive: true, force: true });
await Promise.all([
  build({
    ...node,
    entryPoints: { client: 'client/src/extension.ts' },
    outdir: 'dist',
  }),
  build({ ...node, entryPoints: { server: 'server/src/lsp/node.ts' }, outdir: 'dist' }),
  build({
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
console.error('dist/: ' + fs.readdirSync(dist).join(' '));
