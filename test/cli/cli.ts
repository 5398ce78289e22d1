// Runs the built command line, and makes folders for it to run in.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { BUILD_ERROR } from '../setup.js';

export const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** The user who runs it, where the tests are root's. */
  readonly uid?: number;
}

/** Runs `nianbao …` to its end. */
export function nianbao(
  args: readonly string[],
  { cwd, input = '', env, uid }: RunOptions = {},
): Run {
  const failure = process.env[BUILD_ERROR];
  if (failure) throw new Error(failure);
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    uid,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** Runs a line of the shell in which `nianbao` is ours; for what a shell alone can do. */
export function shell(line: string, cwd: string): Run {
  const script = `CLI="${CLI}"; nianbao() { "${process.execPath}" "${CLI}" "$@"; }; ${line}`;
  return spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
}

/** Tests of what only a system like Linux or macOS has are skipped elsewhere. */
export const isUnix = process.platform !== 'win32';
/** Whether the tests may try what root may do; and what somebody else, with uid NOBODY, may not. */
export const isRoot = process.getuid?.() === 0;
export const NOBODY = 65_534;

/** A finding in JSON. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { start: Place; end: Place };
  readonly at?: object;
  readonly related: { message: string; range: { start: Place; end: Place } }[];
  readonly fixes: { title: string; safe: boolean; edits: { range: object; newText: string }[] }[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A file in JSON. */
export interface Entry {
  readonly path: string;
  readonly report: boolean;
  readonly year: number | null;
  readonly findings: Finding[];
}

/** `nianbao check --format json …`, parsed. */
export function checkJson(args: readonly string[], options?: RunOptions) {
  const run = nianbao(['check', '--format', 'json', ...args], options);
  const result = JSON.parse(run.stdout) as { files: Entry[]; summary: Record<string, number> };
  return { ...run, ...result, paths: result.files.map((file) => file.path) };
}

/** A folder with these files, gone after the tests. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-'));
  folders.push(root);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return root;
}

const folders: string[] = [];

afterAll(() => {
  for (const root of folders.splice(0)) fs.rmSync(root, { recursive: true, force: true });
});
