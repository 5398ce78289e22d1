// What the tests need from the machine, and how to get it: apt-get as root on Debian, else by hand.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

// One entry a need. `debian` are package names; `byHand` ends the sentence "To run the tests, …".
const NEEDS = [
  {
    found: () => chromePath() !== undefined,
    debian: ['chromium'],
    byHand: 'install Chromium or Google Chrome, or set CHROME_PATH to its executable',
  },
  {
    found: hasChineseFont,
    debian: ['fonts-noto-cjk', 'fontconfig'],
    byHand: 'install a Chinese font (fonts-noto-cjk)',
  },
  {
    found: () => sofficePath() !== undefined,
    debian: ['libreoffice-writer-nogui'],
    byHand: 'install LibreOffice Writer, or set NIANBAO_SOFFICE to its soffice',
  },
  {
    found: () => onPath('parallel') !== undefined,
    debian: ['parallel'],
    byHand: 'install GNU parallel',
  },
];

/** The browser that the tests drive. */
export function chromePath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  return onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/** LibreOffice, which reads old Word files and makes files for the tests. */
export function sofficePath() {
  return process.env.NIANBAO_SOFFICE ?? onPath('soffice');
}

/** The first of these programs that is on PATH. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const name of names)
    for (const folder of folders)
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (fs.existsSync(file)) return file;
      }
  return undefined;
}

/** Installs what is missing, or throws an error that names it. */
export function ensureSystem() {
  const missing = NEEDS.filter((need) => !need.found());
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  if (root && fs.existsSync('/etc/debian_version') && onPath('apt-get'))
    install(missing.flatMap((need) => need.debian));
  const left = missing.filter((need) => !need.found());
  if (left.length > 0)
    throw new Error(`To run the tests, ${left.map((need) => need.byHand).join('; ')}.`);
}

function install(packages) {
  const apt = (...args) =>
    run('apt-get', ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'], // hundreds of "Unpacking …" lines
    });
  console.log(`apt-get install ${packages.join(' ')}`);
  for (let attempt = 1; ; attempt++) {
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', ...packages);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      console.log(`${error.message}; once more in ${10 * attempt} s`);
      sleep(10_000 * attempt); // a mirror that is busy, or was being updated
    }
  }
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true; // part of the system
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return Boolean(fonts.stdout?.trim());
}

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureSystem();
