// Many inputs at once: what threads say is what one would have said, and one that dies loses one file.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { type ThreadLimits, Threads } from '../../server/src/cli/io/threads.js';
import { inEach } from '../../server/src/cli/threadedCheck.js';
import { CORRECT, OTHER_YEAR_BEFORE, WRONG_TOTAL } from '../lsp/texts.js';
import { CLI, checkJson, type Entry, folder, nianbao } from './cli.js';

/** Enough for threads. */
const MANY = 60;

const unit = (n: number) => `青禾县第${String.fromCharCode(0x4e00 + 30 * n)}镇`;
const of = (text: string, n: number) => text.replaceAll('青禾县云水镇', unit(n));

/** Of each unit this year's report, right or wrong, and last year's, whose figures do not suit it. */
function county(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'README.md': '# 说明\n',
    '0.txt': new Uint8Array([0, 1, 2, 0xff]),
    '.nianbao.json': '{"rules":{"no-such-rule":"off"}}',
  };
  for (let n = 1; n < MANY / 2; n++) {
    files[`${n}.txt`] = of(n % 2 ? CORRECT : WRONG_TOTAL, n);
    files[`往年/${n}.txt`] = of(OTHER_YEAR_BEFORE, n);
  }
  return files;
}

describe('a folder of many', () => {
  const files = county();
  const cwd = folder(files);
  const all = checkJson(['.'], { cwd });

  it('has the same findings as its files by the handful, in order', () => {
    const alone: Entry[] = [];
    for (let n = 1; n < MANY / 2; n += 14) {
      const some = Array.from({ length: Math.min(14, MANY / 2 - n) }, (_, i) => n + i);
      const paths = [...some.map((i) => `${i}.txt`), ...some.map((i) => `往年/${i}.txt`)];
      alone.push(...checkJson(paths, { cwd }).files);
    }
    const byPath = new Map(alone.map((file) => [file.path, file]));
    expect(all.paths).toEqual(
      Object.keys(files)
        .filter((name) => name !== '0.txt' && name !== '.nianbao.json')
        .sort((a, b) => (a < b ? -1 : 1)),
    );
    for (const file of all.files)
      if (file.path !== 'README.md') expect(file).toEqual(byPath.get(file.path));
    const found = (rule: string) =>
      all.files.filter(({ findings }) => findings.some((one) => one.rule === rule)).length;
    expect(found('carry-over')).toBe(MANY / 4);
    expect(found('row-total')).toBe(MANY / 4 - 1);
  });

  it('names what cannot be read, and says once what there is to say of the settings', () => {
    expect(all.status).toBe(2);
    expect(all.stderr.trim().split('\n')).toHaveLength(2);
    expect(all.stderr).toMatch(/^0\.txt：./m);
    expect(all.stderr).toMatch(/no-such-rule/);
  });

  it('is whole in every format, in the colours of the terminal', () => {
    const sarif = JSON.parse(nianbao(['check', '--format', 'sarif', '.'], { cwd }).stdout);
    const count = all.files.reduce((sum, { findings }) => sum + findings.length, 0);
    expect(sarif.runs[0].results).toHaveLength(count);
    const { stdout } = nianbao(['check', '.'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(stdout.split('\x1b[31m✗').length - 1).toBe(
      all.files.filter(({ findings }) => findings.length > 0).length,
    );
  });
});

describe('standard input of many lines', () => {
  const text = (n: number) => of(n % 3 ? CORRECT : WRONG_TOTAL, n);
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => JSON.stringify({ path: `${n}.txt`, text: text(n) }));
  const run = (input: string) =>
    nianbao(['check', '--format', 'jsonl', '--stdin-format', 'jsonl', '-'], { input });

  it('is answered line by line, those that are none named with their number', () => {
    const all = lines(MANY);
    const { stdout, stderr, status } = run(
      [...all.slice(0, 55), 'null', ...all.slice(55)].join('\n'),
    );
    const answers = stdout.trimEnd().split('\n');
    expect(answers.map((line) => (JSON.parse(line) as Entry).path)).toEqual(
      Array.from({ length: MANY }, (_, n) => `${n}.txt`),
    );
    expect(stderr).toMatch(/^标准输入第 56 行：/);
    expect(status).toBe(2);
    expect(answers.slice(0, 9).join('\n')).toBe(run(all.slice(0, 9).join('\n')).stdout.trimEnd());
  });
});

describe('standard input of somebody who waits for each answer', () => {
  it('is answered before the next line comes, by threads as well', async () => {
    const args = [CLI, 'check', '--format', 'jsonl', '--stdin-format', 'jsonl', '-'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const text = '# 说明';
    for (let n = 0; n < MANY; n++) {
      child.stdin.write(`${JSON.stringify({ path: `${n}.md`, text })}\n`);
      const { value } = await answers.next();
      expect((JSON.parse(value) as Entry).path).toBe(`${n}.md`);
    }
    child.stdin.end();
    expect((await answers.next()).done).toBe(true);
  });
});

describe('a thread that dies', () => {
  const program = path.join(import.meta.dirname, 'dyingThread.cjs');

  async function* each(tasks: readonly (readonly string[])[]) {
    yield* tasks;
  }

  async function worked(
    tasks: readonly (readonly string[])[],
    limits: ThreadLimits = { megabytes: 32 },
  ): Promise<string[]> {
    const threads = new Threads(program, limits);
    try {
      const run = (things: readonly string[]) =>
        threads.run<readonly string[], string[]>('work', things);
      const results: string[] = [];
      const done = inEach(threads, each(tasks), run, (thing, reason) => `${thing}：${reason}`);
      for await (const some of done) results.push(...some);
      return results;
    } finally {
      await threads.end();
    }
  }

  it('loses one thing, which is named with the reason; all others are done, in order', async () => {
    const results = await worked([['a', 'b'], ['c', 'eat', 'd'], ['e', 'throw'], ['f']]);
    expect(results).toEqual([
      ...['a!', 'b!', 'c!', expect.stringMatching(/^eat：.*内存太多.*没有检查/), 'd!'],
      ...['e!', expect.stringMatching(/^throw：程序出错，没有检查/), 'f!'],
    ]);
  });

  it('does so, too, when it comes to no end', async () => {
    const results = await worked([['hang'], ['hang', 'hang']], { patience: 200 });
    expect(results).toHaveLength(3);
    for (const words of results) expect(words).toMatch(/^hang：.*时间太长.*没有检查/);
  });

  it('takes nothing with it where nothing dies', async () => {
    const things = Array.from({ length: 40 }, (_, n) => [`${n}`, `${n}.`]);
    expect(await worked(things)).toEqual(things.flat().map((thing) => `${thing}!`));
  });
});
