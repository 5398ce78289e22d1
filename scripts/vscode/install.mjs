// Installs a real VS Code into .vscode-test/, from npm alone: code-server carries VS Code's server
// and browser workbench, node-<platform>-<arch> the newer Node that they need.
// No install script runs (--ignore-scripts): those would download and compile.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnv, npm, ROOT } from '../run.mjs';

// code-server 4.139.1 = VS Code 1.139.1, on Node 24.
// 4.99.4 on Node 20.19.5 is VS Code 1.99.3, to try an older one.
const CODE_SERVER = process.env.CODE_SERVER_VERSION ?? '4.139.1';
const NODE = process.env.CODE_SERVER_NODE ?? '24.21.0';
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

// 450 MB of AI features and documentation extras that a checker of reports never meets
const UNUSED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
];

/** Installs VS Code unless it is there; answers where it is. */
export function ensureVSCode() {
  const folder = path.join(ROOT, `.vscode-test/code-server-${CODE_SERVER}-node-${NODE}`);
  if (!fs.existsSync(folder)) {
    // An installation gets its name when it is complete: a broken one is never taken for whole.
    const unfinished = `${folder}.${process.pid}`;
    try {
      install(unfinished);
      fs.renameSync(unfinished, folder);
    } finally {
      fs.rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return placesIn(folder);
}

function placesIn(folder) {
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  return {
    vscode,
    node: path.join(folder, 'node_modules', NODE_PACKAGE, 'bin/node'),
    serverMain: path.join(vscode, 'out/server-main.js'),
  };
}

function install(folder) {
  const { vscode, node } = placesIn(folder);
  const dependencies = { 'code-server': CODE_SERVER, [NODE_PACKAGE]: NODE };
  const PATH = path.dirname(node) + path.delimiter + process.env.PATH; // npm checks `engines`
  const npmInstall = (cwd) =>
    // older releases name beta versions that npm finds in conflict with one another
    npm(['install', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps'], {
      cwd,
      env: { ...cleanEnv(), PATH },
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ dependencies }));
  npmInstall(folder);
  npmInstall(vscode); // VS Code's own dependencies; its postinstall would have fetched them

  for (const unused of UNUSED)
    fs.rmSync(path.join(vscode, unused), { recursive: true, force: true });
  const ripgrep = path.join(vscode, 'node_modules/@vscode/ripgrep-universal/bin');
  for (const platform of fs.existsSync(ripgrep) ? fs.readdirSync(ripgrep) : [])
    if (platform !== `${process.platform}-${process.arch}`)
      fs.rmSync(path.join(ripgrep, platform), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureVSCode().vscode);
