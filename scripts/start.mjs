// `npm start`: builds the extension and opens VS Code with it on the faulty reports of examples/:
// desktop VS Code where `code` is on PATH, else, on Linux, VS Code in the browser.
// `npm start -- --browser` takes the browser in any case.
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ROOT, run } from './run.mjs';
import { onPath } from './system.mjs';
import { ensureVSCode } from './vscode/install.mjs';
import { installExtension, startServer, workbenchUrl } from './vscode/server.mjs';

const EXAMPLES = path.join(ROOT, 'examples');
const PORTS = '7310-7399'; // the first free one: a stable address keeps the window's layout

ensureDependencies();
const code = onPath('code');
if (code && !process.argv.includes('--browser')) openDesktop();
else if (process.platform === 'linux') await openInBrowser();
else {
  console.log(`
没有找到 VS Code。请从 https://code.visualstudio.com 安装，然后在命令面板中执行
“Shell 命令：在 PATH 中安装 code 命令”（macOS；Windows 安装时勾选“添加到 PATH”），再运行 npm start。

VS Code was not found. Install it from https://code.visualstudio.com, run “Shell Command: Install
'code' command in PATH” (macOS; on Windows tick “Add to PATH”), then npm start again.
`);
  process.exitCode = 1;
}

function openDesktop() {
  run(process.execPath, ['scripts/build.mjs']);
  const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, EXAMPLES];
  if (process.getuid?.() === 0)
    args.push('--no-sandbox', `--user-data-dir=${path.join(ROOT, '.vscode-test/desktop')}`);
  // on Windows `code` is a .cmd: only a shell can start it, and a shell splits at spaces
  const shell = process.platform === 'win32';
  const quoted = (text) => (shell ? `"${text}"` : text);
  run(quoted(code), args.map(quoted), { shell });
  console.log(
    '已在 VS Code 中打开 examples/。(Opened in VS Code; with --browser: in the browser.)',
  );
}

async function openInBrowser() {
  run(process.execPath, ['scripts/package.mjs']);
  console.log('准备浏览器版 VS Code …… (getting VS Code for the browser)');
  const vscode = ensureVSCode();
  const dirs = {
    extensionsDir: path.join(ROOT, '.vscode-test/start/extensions'),
    userDataDir: path.join(ROOT, '.vscode-test/start/user'),
  };
  installExtension(vscode, path.join(ROOT, 'dist/nianbao.vsix'), dirs);
  const server = await startServer(vscode, { ...dirs, port: PORTS });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  server.child.on('exit', () => {
    console.error(`VS Code 已退出 (VS Code ended): ${server.logFile}`);
    process.exitCode = 1;
  });
  console.log(`
请在浏览器中打开 (open in a browser):

  ${workbenchUrl(server, EXAMPLES)}

按 Ctrl+C 结束 (Ctrl+C ends it)。`);
}
