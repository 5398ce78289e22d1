// What docs/ci.md, action.yml and .pre-commit-hooks.yaml tell a machine to do, done: in a repository with a
// faulty report and a right one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CORRECT, WRONG_TOTAL } from '../lsp/texts.js';
import { CLI, type Entry, folder, isUnix, nianbao } from './cli.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

/** A folder with `nianbao` in it, as it is installed. */
const bin = folder({ nianbao: `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n` });
fs.chmodSync(path.join(bin, 'nianbao'), 0o755);

/** Runs a script as CI does: it ends where a command fails. */
function script(lines: string, cwd: string, env: Record<string, string> = {}) {
  const PATH = [bin, path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lines];
  const options = { cwd, env: { ...process.env, ...env, PATH }, encoding: 'utf8' } as const;
  return spawnSync('bash', args, options);
}

/** A repository whose last commit has these files. */
function repository(...commits: Record<string, string>[]): string {
  const cwd = folder({});
  const git = 'git -c user.name=n -c user.email=n@example.invalid -c commit.gpgsign=false';
  script('git init -q .', cwd);
  for (const files of commits) {
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(cwd, name), text);
    const { status, stderr } = script(`git add -A && ${git} commit -qm 年报`, cwd);
    expect(status, stderr).toBe(0);
  }
  return cwd;
}

/** The scripts of docs/ci.md in their order. */
const [changed = '', parallel = ''] = [...read('docs/ci.md').matchAll(/```sh\n(.*?)```/gs)].map(
  ([, lines]) => lines as string,
);

describe.runIf(isUnix)('the action', () => {
  const action = parse(read('action.yml'));

  function run(cwd: string, inputs: Record<string, string> = {}) {
    let [stdout, status] = ['', 0 as number | null];
    for (const step of action.runs.steps as { run?: string; env?: Record<string, string> }[]) {
      if (step.run === undefined || status !== 0) continue;
      const filled = Object.entries(step.env ?? {}).map(([name, value]) => [
        name,
        value.replace(
          /\$\{\{ inputs\.(\w+) \}\}/,
          (_, key) => inputs[key] ?? action.inputs[key].default,
        ),
      ]);
      const env = { ...Object.fromEntries(filled), GITHUB_ACTION_PATH: ROOT };
      const done = script(step.run, cwd, env);
      stdout += done.stdout;
      status = done.status;
    }
    return { stdout, status };
  }

  it('fails on a faulty report, and says so beside the line', () => {
    const cwd = repository({ '错.txt': WRONG_TOTAL, '对.txt': CORRECT });
    const { status, stdout } = run(cwd, { sarif: 'out.sarif' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=错\.txt,line=\d+,.*title=row-total::.+$/m);
    expect(stdout).not.toContain('对.txt');
    const sarif = JSON.parse(fs.readFileSync(path.join(cwd, 'out.sarif'), 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(1);
  });

  it('is content with right ones, and looks only where it is told to', () => {
    const cwd = repository({ '错.txt': WRONG_TOTAL, '对 1.txt': CORRECT, '对2.txt': CORRECT });
    expect(run(cwd, { paths: '对 1.txt\n对2.txt\n' })).toEqual({ status: 0, stdout: '' });
    expect(run(cwd, { paths: '没有.txt' }).status).toBe(2);
  });
});

describe.runIf(isUnix)('the recipe for any CI', () => {
  it('checks the reports that have changed, and no other', () => {
    const cwd = repository({ '旧.txt': WRONG_TOTAL }, { '新.txt': CORRECT, '图.svg': '<svg/>' });
    const clean = script(changed, cwd, { BASE: 'HEAD~1' });
    expect(clean.status, clean.stderr).toBe(0);
    expect(clean.stdout).toContain('✓ 新.txt');
    fs.writeFileSync(path.join(cwd, '新.txt'), WRONG_TOTAL);
    const faulty = script(changed, cwd, { BASE: 'HEAD~1' });
    expect(faulty.status).not.toBe(0);
    expect(faulty.stdout).toContain('✗ 新.txt');
    expect(faulty.stdout).not.toContain('旧.txt');
    expect(script(changed, cwd, { BASE: 'HEAD' }).stdout).toContain('新.txt');
  });
});

describe.runIf(isUnix)('the hook before a commit', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'));

  /** As pre-commit runs it: with the names of what is staged, if they match. */
  function run(cwd: string) {
    const staged = script('git add -A && git diff --cached --name-only -z', cwd).stdout.split('\0');
    const names = staged.filter((name) => new RegExp(hook.files).test(name));
    return script(
      `${hook.entry} "$@"`.replace('"$@"', names.map((name) => `'${name}'`).join(' ')),
      cwd,
    );
  }

  it('lets right reports pass and keeps faulty ones out', () => {
    const cwd = repository({ '旧.txt': WRONG_TOTAL });
    fs.writeFileSync(path.join(cwd, '对 的.md'), CORRECT);
    fs.writeFileSync(path.join(cwd, '图.svg'), '<svg/>');
    expect(run(cwd).status).toBe(0);
    fs.writeFileSync(path.join(cwd, '错.txt'), WRONG_TOTAL);
    const { status, stdout } = run(cwd);
    expect(status).toBe(1);
    expect(stdout).toContain('✗ 错.txt');
  });

  it('is installed with all that the command line loads', () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
    const packed = JSON.parse(stdout)[0].files.map(({ path: file }: { path: string }) => file);
    const loaded = [...read('dist/cli.js').matchAll(/import\("\.\/(\w+)\.js"\)/g)].map(
      ([, name]) => name,
    );
    expect(loaded.length).toBeGreaterThan(5);
    for (const name of loaded) expect(packed).toContain(`dist/${name}.js`);
    for (const name of ['cli.js', 'entry/worker.js', 'lexicon.bin', 'licenses.txt'])
      expect(packed).toContain(`dist/${name}`);
    expect(packed).not.toContain('dist/server.js');
  });
});

const hasParallel = spawnSync('parallel', ['--version']).status === 0;

describe('GNU parallel', () => {
  it.runIf(hasParallel)('gives what one process gives, in order', () => {
    const lines = Array.from({ length: 30 }, (_, n) => {
      const text = n % 3 ? CORRECT : WRONG_TOTAL;
      return `${JSON.stringify({ path: `${n}.txt`, text })}\n`;
    }).join('');
    const cwd = folder({ '报告.jsonl': lines });
    const small = parallel.replace('20M', '60k').replace('-j 1', '-j 2'); // several batches of these few
    expect(small).not.toBe(parallel);
    const { status, stderr } = script(small, cwd, { HOME: cwd });
    const batches = Math.ceil(Buffer.byteLength(lines) / 60_000);
    expect(status, stderr).toBeGreaterThan(batches / 2);
    const answers = fs.readFileSync(path.join(cwd, '结果.jsonl'), 'utf8');
    const args = ['check', '--format', 'jsonl', '--stdin-format', 'jsonl', '-'];
    expect(answers).toBe(nianbao(args, { input: lines }).stdout);
    expect((JSON.parse(answers.split('\n')[29] as string) as Entry).path).toBe('29.txt');
  });
  it.skipIf(hasParallel)(
    'SKIPPED: GNU parallel is not there (Debian: apt-get install parallel)',
    () => {},
  );
});
