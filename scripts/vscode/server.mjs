// Starts the VS Code of install.mjs on 127.0.0.1 and, for tests, a browser to look at it.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Nothing that calls home, nothing that covers the editor.
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.fetchOnlinePackageInfo': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

// Without a gallery, VS Code asks none for updates.
const ENV = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

const folders = ({ extensionsDir, userDataDir }) => [
  ...['--extensions-dir', extensionsDir],
  ...['--user-data-dir', userDataDir],
  ...['--server-data-dir', userDataDir],
  '--accept-server-license-terms',
];

/** What `code --install-extension` does. */
export function installExtension(vscode, vsix, dirs) {
  const args = [vscode.serverMain, '--install-extension', vsix, '--force', ...folders(dirs)];
  const result = spawnSync(vscode.node, args, { env: ENV, encoding: 'utf8' });
  if (result.status !== 0)
    throw new Error(`${vsix} was not installed:\n${result.stderr.slice(-1000)}`);
}

/**
 * Starts the server and waits until it listens. `port` may be a range ('7300-7399'); '0' is any.
 * `tests` lets a page load an extension under development and run its suite.
 */
export async function startServer(vscode, { port = '0', settings = {}, tests = false, ...dirs }) {
  const machine = path.join(dirs.userDataDir, 'Machine'); // leaves the user's settings alone
  for (const folder of [dirs.extensionsDir, machine]) fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    path.join(machine, 'settings.json'),
    JSON.stringify({ ...SETTINGS, ...settings }, null, 2),
  );

  // Who may talk to this server may run programs as us: other users of the machine may not.
  const token = randomBytes(16).toString('hex');
  const logFile = path.join(dirs.userDataDir, 'server.log');
  const log = fs.openSync(logFile, 'w');
  const args = [
    ...['--host', '127.0.0.1', '--port', port, '--connection-token', token],
    ...['--telemetry-level', 'off', '--disable-workspace-trust'],
    // without this, a built VS Code ignores extensionDevelopmentPath and extensionTestsPath in a URL
    ...(tests ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(vscode.node, [vscode.serverMain, ...args, ...folders(dirs)], {
    env: ENV,
    stdio: ['ignore', log, log],
    detached: true, // a process group of its own, so that stop() takes the extension host along
  });
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {} // gone already
  };
  process.on('exit', stop);

  for (const start = Date.now(); ; await sleep(50)) {
    const text = fs.readFileSync(logFile, 'utf8');
    const listening = /Extension host agent listening on (\d+)/.exec(text);
    if (listening) return { child, logFile, stop, token, address: `127.0.0.1:${listening[1]}` };
    if (child.exitCode !== null || Date.now() - start > 60_000) {
      stop();
      throw new Error(`VS Code's server did not start:\n${text.slice(-4000)}`);
    }
  }
}

/** The address of the workbench, opened on a folder; `payload` are VS Code's start options. */
export function workbenchUrl(server, folder, payload = []) {
  const query = new URLSearchParams({ tkn: server.token });
  if (folder) query.set('folder', path.resolve(folder));
  else query.set('ew', 'true'); // an empty window
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${server.address}/?${query}`;
}

/** A path of this machine, as the workbench in the browser names it. */
export function remoteUri(server, file) {
  return `vscode-remote://${server.address}${encodeURI(path.resolve(file))}`;
}
