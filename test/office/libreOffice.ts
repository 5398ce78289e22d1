// LibreOffice, for files that no test could make up: many at once, in a folder and a profile of their own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Only what hangs takes as long. */
const LIMIT = 150_000;

/** Files by name (`a.html`), converted to another ending or filter; throws if LibreOffice is not there. */
export function converted(
  files: Readonly<Record<string, string | Uint8Array>>,
  ending: string,
  options: readonly string[] = [],
): Map<string, Uint8Array> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-office-'));
  try {
    const paths = Object.entries(files).map(([name, content]) => {
      const file = path.join(folder, name);
      fs.writeFileSync(file, content);
      return file;
    });
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const { error, stderr } = spawnSync(
      process.env.NIANBAO_SOFFICE ?? 'soffice',
      [profile, '--headless', ...options, '--convert-to', ending, '--outdir', out, ...paths],
      { encoding: 'utf8', timeout: LIMIT },
    );
    if (error) throw new Error(`LibreOffice (soffice) is needed: ${error.message}`);
    return new Map(
      Object.keys(files).map((name) => {
        const file = path.join(out, `${path.parse(name).name}.${ending.split(':', 1)[0]}`);
        if (!fs.existsSync(file)) throw new Error(`LibreOffice made nothing of ${name}: ${stderr}`);
        return [name, new Uint8Array(fs.readFileSync(file))];
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
