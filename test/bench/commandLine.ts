// The command line as a process: one file cold, and a folder of 2,000 reports.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inTurns, median, ms, row, timed } from './measure.js';
import { nthOf, reportOf } from './sample.js';

const CLI = path.resolve('dist/cli.js');
/** Another checker of Chinese text, in Rust, on all cores as well. */
const AUTOCORRECT = 'autocorrect-node@2.14.0';

/** Its program, installed for this run alone: it comes for some systems only, and nothing else needs it. */
function installed(folder: string): string {
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, AUTOCORRECT], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return path.join(folder, 'node_modules/autocorrect-node/cli.js');
}

const node =
  (...args: string[]) =>
  () =>
    timed(() => {
      spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    });

export async function commandLine(): Promise<void> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-bench-'));
  try {
    await cold(root);
    await folder(root);
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

async function cold(root: string): Promise<void> {
  const file = path.join(root, 'one.txt');
  fs.writeFileSync(file, reportOf(10_000));
  const times = await inTurns(31, {
    nothing: node('-e', '0'),
    pretty: node(CLI, 'check', file),
    json: node(CLI, 'check', '--format', 'json', file),
    version: node(CLI, '--version'),
  });
  const base = median(times.nothing);
  for (const name of ['version', 'json', 'pretty'] as const) {
    const time = median(times[name]);
    row(`CLI cold, ${name} : node -e 0`, time / base, '≤ 1.4×', `${ms(time)} : ${ms(base)}`);
  }
}

async function folder(root: string): Promise<void> {
  const many = path.join(root, 'many');
  fs.mkdirSync(many);
  let bytes = 0;
  for (let n = 0; n < 2000; n++) {
    const text = nthOf(n, 9_000);
    bytes += Buffer.byteLength(text);
    fs.writeFileSync(path.join(many, `${n}.txt`), text);
  }
  const reading = `const fs=require('fs');for(const f of fs.readdirSync(${JSON.stringify(many)}))fs.readFileSync(${JSON.stringify(many)}+'/'+f,'utf8')`;
  const autocorrect = installed(path.join(root, 'peer'));
  const times = await inTurns(3, {
    check: node(CLI, 'check', '--format', 'jsonl', many),
    read: node('-e', reading),
    autocorrect: node(autocorrect, '--lint', '--format', 'json', many),
  });
  const [a, b, c] = [median(times.check), median(times.read), median(times.autocorrect)];
  row(
    `folder of 2,000 (${(bytes / 1e6).toFixed(0)} MB) : reading it alone`,
    a / b,
    '',
    `${ms(a)} : ${ms(b)}`,
  );
  row('folder of 2,000, speed : autocorrect', c / a, '≥ 1×', `${ms(a)} : ${ms(c)}`);
}
