// `npm run docs`: writes docs/rules/, a page a rule, from what the rules say of themselves, and their
// names into package.json.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { writeManifest } from './manifest.mjs';
import { ROOT } from './run.mjs';

const FOLDER = path.join(ROOT, 'docs/rules');

const { outputFiles } = await build({
  stdin: {
    contents: `export { pages } from './server/src/cli/rulePage.ts';
export { RULES } from './server/src/rules/index.ts';
export { SEVERITY_WORDS } from './server/src/findings/severity.ts';`,
    resolveDir: ROOT,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { pages, RULES, SEVERITY_WORDS } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

fs.rmSync(FOLDER, { recursive: true, force: true });
fs.mkdirSync(FOLDER, { recursive: true });
for (const [name, page] of Object.entries(pages(RULES)))
  fs.writeFileSync(path.join(FOLDER, name), page);
writeManifest(RULES, SEVERITY_WORDS);
