// Bundles client, server and command line into dist/, for Node and for the browser; they run there
// without node_modules. What only some users need (HTML, Word) is a bundle of its own. No module of ours
// does anything by being loaded, which package.json says (`sideEffects`): so a bundle takes of the service
// what it uses, and no more.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { licensesOf } from './licenses.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DIST = path.join(ROOT, 'dist');

/** The words are read as they are: inside a bundle they would take four times as long to load. */
const LEXICON = 'server/src/lexicon/data/lexicon.bin';

/** Modules that the others load on first use, as bundles beside them: on Node … */
const LAZY = [
  'server/src/node/libreOffice.ts',
  'server/src/cli/io/glob.ts',
  'server/src/cli/io/progress.ts',
];
/** … and wherever it is. */
const LAZY_ANYWHERE = [
  'server/src/convert/csv.ts',
  'server/src/convert/html.ts',
  'server/src/convert/mhtml.ts',
  'server/src/convert/docx/readDocx.ts',
  'server/src/convert/docx/write/writeDocx.ts',
  'server/src/convert/pdf/readPdf.ts',
  'server/src/writing/export/toDocx.ts',
  'server/src/writing/export/toHtml.ts',
  'server/src/writing/export/spreadsheets.ts',
];

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  outdir: 'dist',
  bundle: true,
  minify: true,
  charset: 'utf8', // half the size of \u escapes
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  write: false,
  define: { __VERSION__: JSON.stringify(manifest().version) },
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { ...common.define, 'import.meta.url': '__filename' }, // fdir makes a `require` of it
};
const browser = { ...common, platform: 'browser' };

/** The workbook is zipped without a thread. */
const SPREADSHEETS = {
  plugins: [
    {
      name: 'zip at once',
      setup({ onResolve }) {
        const stub = path.join(ROOT, 'scripts/stubs/zipAtOnce.ts');
        onResolve({ filter: /\/zipToArrayBuffer\.js$/ }, () => ({ path: stub }));
      },
    },
  ],
};

/** One bundle for Node and the browser, in a program of ours or in a thread of its own. */
const anywhere = async (file) => {
  const name = bundleOf(file);
  return {
    ...common,
    entryPoints: { [name]: file },
    platform: 'browser',
    format: 'iife',
    globalName: `nianbaoBundles.${name}`,
    // a module for Node, which finds its exports by the look of the last line
    footer: {
      js: `if(typeof module==="object")module.exports=nianbaoBundles.${name};0&&(module.exports={${await exportsOf(file)}});`,
    },
    ...(name === 'readPdf' && PDF),
    ...(name === 'spreadsheets' && SPREADSHEETS),
  };
};

/** 1.8 MB. */
const PDF = {
  loader: { '.bcmap': 'binary' },
  define: {
    ...common.define,
    'process.versions.nw': 'true', // pdf.js then looks for nothing of Node
    'import.meta.url': 'undefined',
    self: 'undefined', // in a worker it would take the port for its own
  },
};

/** The names that a module exports. */
async function exportsOf(file) {
  const plain = { ...common, entryPoints: [file], bundle: false, format: 'esm' };
  const { outputs } = (await build(plain)).metafile;
  return Object.values(outputs).flatMap((output) => output.exports);
}

/** Every bundle that we make. */
export const BUNDLES = [
  { ...node, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/lsp/node.ts' }, plugins: [lazy()] },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    plugins: [lazy()],
    // only commander's stand-alone subcommands need it, and it takes as long to load as commander
    alias: { 'node:child_process': './scripts/stubs/childProcess.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
  ...LAZY.map((file) => ({ ...node, entryPoints: { [bundleOf(file)]: file } })),
  ...(await Promise.all(LAZY_ANYWHERE.map(anywhere))),
  {
    ...browser,
    entryPoints: { 'client.browser': 'client/src/browser.ts' },
    format: 'cjs',
    external: ['vscode'],
  },
  /** The page of the form, and its style. */
  {
    ...browser,
    entryPoints: { form: 'client/webview/panel.ts', 'form.style': 'client/webview/form.css' },
    format: 'iife',
  },
  /** The page of a folder under review. */
  {
    ...browser,
    entryPoints: {
      review: 'client/webview/review/reviewPage.ts',
      'review.style': 'client/webview/review/review.css',
    },
    format: 'iife',
  },
  /** The pictures of the form, loaded when they are first looked at. */
  {
    ...browser,
    entryPoints: { charts: 'client/webview/chartsPage.ts' },
    format: 'iife',
    globalName: 'nianbaoCharts',
  },
  {
    ...browser,
    entryPoints: { 'server.browser': 'server/src/lsp/browser.ts' },
    format: 'iife',
    plugins: [fetched()],
  },
];

/** Builds all of them; a file that is the same already is left alone. */
export async function buildAll() {
  const results = await Promise.all(BUNDLES.map((options) => build(options)));
  const files = results.flatMap(({ outputFiles }) => outputFiles);
  fs.mkdirSync(DIST, { recursive: true });
  const made = new Set(files.map((file) => path.basename(file.path)));
  for (const name of fs.readdirSync(DIST))
    if (/\.(?:js|css)$/.test(name) && !made.has(name)) fs.rmSync(path.join(DIST, name));
  for (const { path: file, contents } of files) replace(file, contents);
  replace(path.join(DIST, 'lexicon.bin'), fs.readFileSync(path.join(ROOT, LEXICON)));
  const metafiles = results.map(({ metafile }) => metafile);
  replace(path.join(DIST, 'licenses.txt'), licensesOf(metafiles, ROOT));
  return metafiles;
}

/** `import('…/convert/html.js')` becomes `import('./html.js')`, a file beside the bundle. */
function lazy() {
  return {
    name: 'lazy',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, (asked) => {
        const found = lazyIn(asked, [...LAZY, ...LAZY_ANYWHERE]);
        return found && { path: `./${bundleOf(found)}.js`, external: true };
      });
    },
  };
}

/**
 * In the browser it becomes the promise of that bundle, wherever the client says that it is: to import a
 * module that exports `then` is to wait for what it gives.
 */
function fetched() {
  return {
    name: 'fetched',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, (asked) => {
        const found = lazyIn(asked, LAZY_ANYWHERE);
        return found && { path: bundleOf(found), namespace: 'fetched' };
      });
      onLoad({ filter: /./, namespace: 'fetched' }, ({ path: name }) => ({
        contents: `import { bundle } from './server/src/lsp/browserBundles.ts';
          export const then = (taken, failed) => bundle('${name}').then(taken, failed);`,
        resolveDir: ROOT,
      }));
    },
  };
}

/** The module that is imported, if it is one of these and loaded on first use. */
function lazyIn({ kind, path: target, resolveDir }, files) {
  if (kind !== 'dynamic-import') return undefined;
  const file = path.relative(ROOT, path.resolve(resolveDir, target)).replaceAll('\\', '/');
  return files.find((one) => one === file.replace(/\.js$/, '.ts'));
}

function bundleOf(file) {
  return path.basename(file, '.ts');
}

/** In one step, so that a server that starts meanwhile never reads half a file. */
function replace(file, contents) {
  if (fs.existsSync(file) && Buffer.from(contents).equals(fs.readFileSync(file))) return;
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, contents);
  fs.renameSync(temporary, file);
}

function manifest() {
  return JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll();
  for (const name of fs.readdirSync(DIST).sort())
    console.error(`dist/${name}\t${Math.ceil(fs.statSync(path.join(DIST, name)).size / 1024)} kB`);
}
