// Files as they are found on real disks: what may be written and how, what is no file at all, names
// and links of every kind, and places that take no output.
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBytes } from '../../server/src/cli/io/read.js';
import { createFile, replaceFile } from '../../server/src/cli/writeFile.js';
import { CORRECT, swap, WRONG_TOTAL } from '../lsp/texts.js';
import { encoded } from '../support/encoded.js';
import { checkJson, folder, isRoot, isUnix, NOBODY, nianbao, shell } from './cli.js';

const FAULTY = swap(CORRECT, '部分公开（区分处理', '不分公开（区分处理');
const fix = (cwd: string, ...args: string[]) => nianbao(['check', '--fix', ...args], { cwd });
const textOf = (...parts: string[]) => fs.readFileSync(path.join(...parts), 'utf8');

describe('a file in GBK', () => {
  it('keeps every byte that no fix is about', () => {
    const spaced = swap(FAULTY, '一、总体情况', '　　一、总体情况　');
    const bytes = Buffer.from(encoded(spaced, 'gb18030'));
    const at = bytes.indexOf(Buffer.from([0xa1, 0xa1]));
    bytes.set([0xa3, 0xa0], at); // another code for a wide space, which we would not write
    const cwd = folder({ 'a.txt': bytes });
    expect(fix(cwd, 'a.txt').stderr).toContain('改正 1 处');
    const wrong = bytes.indexOf(Buffer.from(encoded('不分公开', 'gb18030')));
    const wanted = Buffer.from(bytes);
    wanted.set(encoded('部分公开', 'gb18030'), wrong);
    expect(fs.readFileSync(path.join(cwd, 'a.txt')).equals(wanted)).toBe(true);
  });
});

describe.skipIf(!isUnix)('a file that is fixed', () => {
  it('stays as it is where its mode lets nobody write', () => {
    const cwd = folder({ 'a.txt': FAULTY, 'b.txt': FAULTY });
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o444);
    const { status, paths, stderr } = checkJson(['--fix', '.'], { cwd });
    expect({ status, paths }).toEqual({ status: 2, paths: ['a.txt', 'b.txt'] });
    expect(stderr).toContain('a.txt：没有改写：没有权限');
    expect(textOf(cwd, 'a.txt')).toBe(FAULTY);
    expect(textOf(cwd, 'b.txt')).toBe(CORRECT);
  });

  it('keeps its mode whatever the umask, its owner, and its links', () => {
    const cwd = folder({ 'a.txt': FAULTY });
    const file = path.join(cwd, 'a.txt');
    fs.chmodSync(file, 0o664);
    if (isRoot) fs.chownSync(file, NOBODY, NOBODY);
    fs.symlinkSync('a.txt', path.join(cwd, 'link.txt'));
    const before = fs.statSync(file);
    expect(shell('umask 077; nianbao check --fix link.txt', cwd).status).toBe(0);
    const { mode, uid, gid } = fs.statSync(file);
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
    expect(fs.readlinkSync(path.join(cwd, 'link.txt'))).toBe('a.txt');
    expect(textOf(file)).toBe(CORRECT);
    expect(fs.readdirSync(cwd)).toEqual(['a.txt', 'link.txt']);
  });

  it('stays one file where it has another name', () => {
    const cwd = folder({ 'a.txt': FAULTY });
    fs.linkSync(path.join(cwd, 'a.txt'), path.join(cwd, 'b.bak'));
    expect(fix(cwd, 'a.txt').status).toBe(0);
    expect(textOf(cwd, 'b.bak')).toBe(CORRECT);
    expect(fs.statSync(path.join(cwd, 'a.txt')).nlink).toBe(2);
  });

  it('may have a name of any length', () => {
    for (const bytes of [243, 251, 255]) {
      const name = `${'a'.repeat(bytes - 4)}.txt`;
      const cwd = folder({ [name]: FAULTY });
      expect(fix(cwd, name).status).toBe(0);
      expect(textOf(cwd, name)).toBe(CORRECT);
    }
  });

  it('is whole or as before where the disk takes no more', () => {
    const cwd = folder({ 'a.txt': FAULTY, 'b.txt': FAULTY });
    fs.linkSync(path.join(cwd, 'b.txt'), path.join(cwd, 'b.bak')); // is written in place
    const { status, stderr } = shell(`trap '' XFSZ; ulimit -f 1; nianbao check --fix .`, cwd);
    expect(status).toBe(2);
    expect(stderr).toContain('a.txt：没有改写：文件太大');
    expect(stderr).toContain('b.txt：没有改写：文件太大');
    expect(textOf(cwd, 'a.txt')).toBe(FAULTY);
    expect(textOf(cwd, 'b.txt')).toBe(FAULTY);
    expect(fs.readdirSync(cwd)).toEqual(['a.txt', 'b.bak', 'b.txt']);
  });

  it.skipIf(!isRoot)('keeps its owner and its folder where another user fixes it', () => {
    const cwd = folder({ 'open/a.txt': FAULTY, 'shut/b.txt': FAULTY, 'shut/c.txt': FAULTY });
    fs.chmodSync(cwd, 0o755);
    fs.chmodSync(path.join(cwd, 'open'), 0o777);
    for (const name of ['open/a.txt', 'shut/b.txt']) fs.chmodSync(path.join(cwd, name), 0o666);
    const { status, stderr } = nianbao(['check', '--fix', 'open', 'shut'], { cwd, uid: NOBODY });
    expect(status).toBe(2);
    expect(stderr).toContain('shut/c.txt：没有改写：没有权限');
    expect(['open/a.txt', 'shut/b.txt', 'shut/c.txt'].map((name) => textOf(cwd, name))).toEqual([
      CORRECT,
      CORRECT,
      FAULTY,
    ]);
    expect(fs.statSync(path.join(cwd, 'open/a.txt')).uid).toBe(0);
    expect(fs.readdirSync(path.join(cwd, 'open'))).toEqual(['a.txt']);
  });
});

describe('replaceFile', () => {
  afterEach(() => void vi.restoreAllMocks());
  const bytes = (text: string) => Buffer.from(text);

  it('leaves alone what has changed since it was read', () => {
    const cwd = folder({ 'a.txt': 'new', 'b.txt': 'new' });
    fs.linkSync(path.join(cwd, 'b.txt'), path.join(cwd, 'b.bak'));
    for (const name of ['a.txt', 'b.txt']) {
      const file = path.join(cwd, name);
      expect(replaceFile(file, bytes('old'), bytes('fixed'))).toBe('读取之后被别的程序改过');
      expect(textOf(file)).toBe('new');
    }
    expect(fs.readdirSync(cwd)).toEqual(['a.txt', 'b.bak', 'b.txt']);
  });

  it('writes to a file of its own, which is on the disk before it takes the name', () => {
    const cwd = folder({ 'a.txt': 'old' });
    const steps: string[] = [];
    const names: string[] = [];
    const { openSync, fsyncSync, renameSync } = fs;
    vi.spyOn(fs, 'openSync').mockImplementation((file, flags, mode) => {
      if (flags === 'wx') {
        steps.push(`${flags} ${(mode as number).toString(8)}`);
        names.push(path.basename(String(file)));
      }
      return openSync(file, flags, mode);
    });
    vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
      steps.push('sync');
      fsyncSync(descriptor);
    });
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      steps.push('rename');
      renameSync(from, to);
    });
    expect(replaceFile(path.join(cwd, 'a.txt'), bytes('old'), bytes('new'))).toBeUndefined();
    expect(steps.slice(0, 3)).toEqual(['wx 600', 'sync', 'rename']);
    expect(replaceFile(path.join(cwd, 'a.txt'), bytes('new'), bytes('newer'))).toBeUndefined();
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^\.nianbao-[0-9a-f]{24}\.tmp$/);
    expect(textOf(cwd, 'a.txt')).toBe('newer');
  });

  it('puts back what was there where writing in place fails half-way', () => {
    if (!isUnix) return;
    const cwd = folder({ 'a.txt': 'old text' });
    const file = path.join(cwd, 'a.txt');
    fs.linkSync(file, path.join(cwd, 'b.bak'));
    const truncate = vi.spyOn(fs, 'ftruncateSync').mockImplementationOnce(() => {
      throw Object.assign(new Error(), { code: 'EIO' });
    });
    expect(replaceFile(file, bytes('old text'), bytes('new'))).toBe('磁盘出错');
    expect(truncate).toHaveBeenCalledTimes(2);
    expect(textOf(file)).toBe('old text');
  });
});

describe('createFile', () => {
  it('leaves nothing behind where it fails, and never touches what is there', () => {
    const cwd = folder({ 'there.md': 'mine' });
    expect(() => createFile(path.join(cwd, 'there.md'), Buffer.from('x'))).toThrow();
    expect(textOf(cwd, 'there.md')).toBe('mine');
    if (!isUnix) return;
    const args = '--org 青禾县云水镇人民政府 --year 2023 --out new.md';
    const failed = shell(`trap '' XFSZ; ulimit -f 1; nianbao new ${args}`, cwd);
    expect(failed).toMatchObject({ status: 2, stdout: '', stderr: 'new.md：文件太大\n' });
    expect(fs.readdirSync(cwd)).toEqual(['there.md']);
    expect(shell(`nianbao new ${args}`, cwd).status).toBe(0);
    expect(shell(`nianbao new ${args}`, cwd).status).toBe(2);
  });
});

describe.skipIf(!isUnix)('what is no regular file', () => {
  it('is never waited for: named it is told, in a folder it is passed over', () => {
    const cwd = folder({ 'a.txt': CORRECT });
    shell('mkfifo pipe.txt; ln -s /dev/zero zero.txt; mkdir d.txt', cwd);
    for (const name of ['pipe.txt', 'zero.txt']) {
      const { status, paths, stderr } = checkJson([name, 'a.txt'], { cwd });
      expect({ status, paths }).toEqual({ status: 2, paths: ['a.txt'] });
      expect(stderr).toBe(`${name}：不是普通文件（管道、设备等），不读取\n`);
      expect(nianbao(['extract', name], { cwd }).status).toBe(2);
      const config = nianbao(['check', '--config', name, 'a.txt'], { cwd });
      expect(config).toMatchObject({ status: 2, stdout: '' });
    }
    expect(checkJson(['.'], { cwd })).toMatchObject({ status: 0, paths: ['a.txt'], stderr: '' });
    expect(() => readBytes(path.join(cwd, 'none.txt'))).toThrow('ENOENT');
  });

  it('is told where standard input is a folder', () => {
    for (const options of ['', '--stdin-format jsonl', '--format json']) {
      const { status, stderr } = shell(`nianbao check ${options} - < /`, '/');
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^标准输入.*：这是文件夹，不是文件\n$/),
      });
    }
    expect(shell('nianbao check --fix - < /', '/')).toMatchObject({ status: 2, stdout: '' });
    expect(shell('nianbao extract - < /', '/').status).toBe(2);
    expect(shell('nianbao check - < /dev/null', '/').status).toBe(0);
  });
});

describe.skipIf(!isUnix)('a link that leads nowhere', () => {
  it('is told, and the others are checked', () => {
    const cwd = folder({ 'in/a.txt': CORRECT, 'in/z.txt': WRONG_TOTAL, 'in/b/c.txt': CORRECT });
    shell('ln -s loop.txt in/loop.txt; ln -s none.txt in/dead.txt; ln -s up in/up', cwd);
    const { status, paths, stderr } = checkJson(['in'], { cwd });
    expect(status).toBe(2);
    expect(paths).toEqual(['in/a.txt', 'in/b/c.txt', 'in/z.txt']);
    expect(stderr).toBe('in/dead.txt：没有这个文件或文件夹\nin/loop.txt：链接绕成了圈\n');
    expect(checkJson(['in/*.txt'], { cwd }).paths).toEqual(['in/a.txt', 'in/z.txt']);
  });

  it.skipIf(!isRoot)('or to where we may not look', () => {
    const cwd = folder({ 'in/a.txt': CORRECT, 'secret/s.txt': CORRECT, 'in/hidden.txt': CORRECT });
    shell('ln -s ../secret/s.txt in/s.txt; chmod 0 secret in/hidden.txt; chmod 755 .', cwd);
    const { status, paths, stderr } = checkJson(['in'], { cwd, uid: NOBODY });
    expect({ status, paths }).toEqual({ status: 2, paths: ['in/a.txt'] });
    expect(stderr).toBe('in/hidden.txt：没有权限\nin/s.txt：没有权限\n');
  });
});

describe.skipIf(!isUnix)('a name', () => {
  const names = ['a\\b.txt', 'c\\\\d.txt', '[1]{2}*.txt', 'q\'"u.txt', ' .txt', '-x.txt'];

  it.each(names)('is taken as it is: %s', (name) => {
    const cwd = folder({ [name]: FAULTY, [`下级\\x/${name}`]: FAULTY });
    expect(checkJson(['.'], { cwd }).paths.sort()).toEqual([name, `下级\\x/${name}`].sort());
    expect(checkJson(['--', name], { cwd }).paths).toEqual([name]);
    expect(checkJson(['下级\\x/*.txt'], { cwd }).paths).toEqual([`下级\\x/${name}`]);
    const { stdout } = nianbao(['check', '--format', 'sarif', '.'], { cwd });
    const [first] = JSON.parse(stdout).runs[0].results;
    const { uri } = first.locations[0].physicalLocation.artifactLocation;
    expect([name, `下级\\x/${name}`]).toContain(decodeURIComponent(uri));
    expect(fix(cwd, '.').status).toBe(0);
    expect(textOf(cwd, `下级\\x/${name}`)).toBe(CORRECT);
  });

  it('never steers the terminal', () => {
    const evil = 'x\u001b]0;t\u0007\u009b31m\n::error::y\u202ez';
    const cwd = folder({ [`${evil}.txt`]: WRONG_TOTAL, [`${evil}.html`]: `<pre>${FAULTY}</pre>` });
    shell("ln -s none $'dead\\e[2J\\n.txt'", cwd);
    const raw = /[^\P{Cc}\n\t]|[\u202a-\u202e]/u;
    for (const format of ['pretty', 'json', 'jsonl', 'sarif', 'github']) {
      const { stdout, stderr } = nianbao(['check', '--fix', '--format', format, '.'], { cwd });
      expect(stdout + stderr).not.toMatch(raw);
      expect(stderr).toMatch(/^dead\\x1b\[2J\\n\.txt：没有这个文件或文件夹$/m);
      expect(stdout).not.toMatch(/^::error::/m);
    }
    for (const args of [['check', `${evil}.csv`], ['extract', evil], ['rules', evil], [evil]]) {
      const { stderr } = nianbao(args, { cwd });
      expect(stderr).not.toMatch(raw);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(nianbao(['extract', `${evil}.txt`], { cwd }).stdout).not.toMatch(raw);
    const entry = checkJson([`${evil}.txt`], { cwd });
    expect(entry.paths).toEqual([`${evil}.txt`]);
  });

  it('of a report on standard input may be anything', () => {
    const cwd = folder({});
    const paths = ['\0', '\ud800.txt', 'a/'.repeat(20_000), '', '../../../..', '__proto__'];
    const input = paths.map((path) => JSON.stringify({ path, text: WRONG_TOTAL })).join('\n');
    for (const format of ['json', 'pretty', 'sarif', 'github']) {
      const args = ['check', '--stdin-format', 'jsonl', '--format', format, '-'];
      expect(nianbao(args, { cwd, input })).toMatchObject({ status: 1, stderr: '' });
    }
  });
});

describe.skipIf(process.platform !== 'linux')('stdout that takes nothing', () => {
  it.each([
    'check a.txt',
    'check --format json a.txt b.txt',
    'check --fix - < a.txt',
    'extract a.txt',
    'new --org 青禾县云水镇人民政府 --year 2023',
    'rules',
    'rules typo',
    '--help',
    'check --help',
    '--version',
  ])('ends it with 2 and one line: %s', (line) => {
    const cwd = folder({ 'a.txt': WRONG_TOTAL, 'b.txt': WRONG_TOTAL });
    expect(shell(`nianbao ${line} > /dev/full`, cwd)).toEqual(
      expect.objectContaining({ status: 2, stderr: '结果没有写完：磁盘已满\n' }),
    );
  });

  it('is no matter where the messages are lost', () => {
    const cwd = folder({ 'a.txt': WRONG_TOTAL });
    expect(shell('nianbao check a.txt none.txt 2> /dev/full', cwd)).toMatchObject({ status: 2 });
    expect(shell('nianbao check a.txt 2> /dev/full', cwd)).toMatchObject({ status: 1 });
  });
});
