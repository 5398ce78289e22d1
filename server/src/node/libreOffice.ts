// Old Word files, WPS, RTF and OpenDocument → .docx, by LibreOffice where it is installed: out of sight, in a
// folder and with a profile of its own, in which nothing of a file is run and nothing that it names is fetched.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnreadableFile } from '../convert/office.js';
import { signatureOf } from '../text/signature.js';

/** Only what hangs takes as long, on a slow machine and with its first profile. */
const PATIENCE_MS = 120_000;

/** What a user ends us with. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One after the other: each would take half a gigabyte. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A Word file of what another program wrote, by the ending of its name. Throws `UnreadableFile`, or the
 * reason of `signal` where that ends it.
 */
export function toDocx(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Uint8Array> {
  const ending = path.extname(name).toLowerCase();
  const program = sofficePath();
  if (program === undefined)
    return Promise.reject(
      new UnreadableFile(
        `读 ${ending} 文件要用 LibreOffice，这台电脑上没有找到；请用 Word 或 WPS 打开，另存为 .docx`,
      ),
    );
  const made = last.then(() => converted(program, bytes, ending, signal));
  last = made.catch(() => {});
  return made;
}

async function converted(
  program: string,
  bytes: Uint8Array,
  ending: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const asked = new AbortController();
  const ask = (name: NodeJS.Signals) => asked.abort(name);
  for (const name of SIGNALS) process.on(name, ask); // not once: they come in pairs
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-'));
  try {
    // the user's file name is no argument of a command line
    const file = path.join(folder, `in${ending}`);
    fs.writeFileSync(file, bytes, { mode: 0o600 });
    const profile = path.join(folder, 'profile');
    fs.mkdirSync(path.join(profile, 'user'), { recursive: true });
    fs.writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const child = spawn(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...FILTERS.flatMap(([is, filter]) => (is === signatureOf(bytes) ? [filter] : [])),
        ...'--headless --norestore --nolockcheck --convert-to docx --outdir'.split(' '),
        folder,
        file,
      ],
      {
        stdio: 'ignore',
        env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
        detached: process.platform !== 'win32',
        windowsHide: true,
      },
    );
    await ended(child, signal ? AbortSignal.any([asked.signal, signal]) : asked.signal);
    signal?.throwIfAborted();
    return new Uint8Array(fs.readFileSync(path.join(folder, 'in.docx')));
  } catch (error) {
    if (error instanceof UnreadableFile || signal?.aborted) throw error;
    throw new UnreadableFile(
      `LibreOffice 打不开这个 ${ending} 文件，可能已损坏或加了密码；请用 Word 或 WPS 打开，另存为 .docx`,
    );
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 10 });
    for (const name of SIGNALS) process.off(name, ask);
    if (asked.signal.aborted) process.kill(process.pid, asked.signal.reason);
  }
}

/** Left to itself, LibreOffice takes what is no such file for a text of odd characters. */
const FILTERS = [
  ['ole', '--infilter=MS Word 97'],
  ['rtf', '--infilter=Rich Text Format'],
  ['zip', '--infilter=writer8'],
  [undefined, '--infilter=MS Word 2003 XML'],
] as const;

/** Waits for a program to end, which is sooner when it takes too long or somebody asks for it. */
function ended(child: ChildProcess, asked: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const stop = () => end(child);
    const timer = setTimeout(() => {
      isLate = true;
      stop();
    }, PATIENCE_MS);
    asked.addEventListener('abort', stop);
    process.once('exit', stop); // a language server that is told to
    if (asked.aborted) stop();
    const done = () => {
      clearTimeout(timer);
      asked.removeEventListener('abort', stop);
      process.off('exit', stop);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', () => {
      done();
      if (isLate)
        reject(new UnreadableFile('LibreOffice 很久没有读完这个文件，停下了；请另存为 .docx'));
      else resolve(); // what it made, or did not, tells the rest
    });
  });
}

function end(child: ChildProcess): void {
  try {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL'); // `soffice` is a script that waits for another
  } catch {
    // it has ended by itself
  }
}

/** Where LibreOffice is: where `NIANBAO_SOFFICE` says, or on PATH. */
function sofficePath(): string | undefined {
  const { NIANBAO_SOFFICE, PATH = '' } = process.env;
  if (NIANBAO_SOFFICE) return isFile(NIANBAO_SOFFICE) ? NIANBAO_SOFFICE : undefined;
  // `.com` waits for its end on Windows, `.exe` does not
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice'];
  return PATH.split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isFile);
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** No macros, no links followed, nothing fetched, no questions asked. */
const SETTINGS = settings([
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', true],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', true],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true],
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', 3],
  ['Office.Writer/Content/Update', 'Link', 0],
  ['Office.Common/Misc', 'FirstRun', false],
]);

function settings(items: readonly (readonly [string, string, boolean | number])[]): string {
  const lines = items.map(
    ([node, name, value]) =>
      `<item oor:path="/org.openoffice.${node}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${lines.join('\n')}
</oor:items>
`;
}
