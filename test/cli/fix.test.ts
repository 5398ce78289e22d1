// `--fix`: what it fixes, what it must leave alone, and how it writes.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode, type Encoding } from '../../server/src/text/encoding.js';
import { CORRECT, swap } from '../lsp/texts.js';
import { encoded } from '../support/encoded.js';
import { checkJson, folder, nianbao } from './cli.js';

const LABEL = '部分公开（区分处理';
/** One fault that is safe to fix, one that is not. */
const TWO = swap(
  swap(CORRECT, LABEL, '不分公开（区分处理'),
  '本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t0\t6',
  '本年新收政府信息公开申请数量\t\t\t5\t1\t0\t0\t0\t0\t9',
);
const FIXED = swap(TWO, '不分公开（区分处理', LABEL);
const read = (root: string, name: string) => fs.readFileSync(path.join(root, name));

describe('--fix', () => {
  it('fixes what needs no judgement, and reports the rest', () => {
    const cwd = folder({ 'a.txt': TWO, 'b.txt': CORRECT });
    const before = fs.statSync(path.join(cwd, 'b.txt'));
    const { status, files, stderr } = checkJson(['--fix', '.'], { cwd });
    expect(status).toBe(1);
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(['row-total']);
    expect(read(cwd, 'a.txt').toString()).toBe(FIXED);
    expect(stderr).toContain('a.txt：改正 1 处');
    expect(fs.readdirSync(cwd)).toEqual(['a.txt', 'b.txt']);
    expect(fs.statSync(path.join(cwd, 'b.txt')).ino).toBe(before.ino); // not written at all
    const again = checkJson(['--fix', '.'], { cwd });
    expect(again.files).toEqual(files);
    expect(again.stderr).toBe('');
  });

  it.each<[Encoding, string]>([
    ['utf-8', '\r\n'],
    ['utf-8-bom', '\n'],
    ['utf-16le', '\r\n'],
    ['utf-16be', '\r'],
    ['gb18030', '\r\n'],
  ])('keeps encoding and line ends: %s', (encoding, lineEnd) => {
    const cwd = folder({ 'a.txt': encoded(TWO.replaceAll('\n', lineEnd), encoding) });
    checkJson(['--fix', 'a.txt'], { cwd });
    expect(decode(read(cwd, 'a.txt'))).toEqual({
      text: FIXED.replaceAll('\n', lineEnd),
      encoding,
    });
  });

  it('leaves rules alone that are off', () => {
    const cwd = folder({ 'a.txt': TWO, '.nianbao.json': '{"rules":{"label":"off"}}' });
    checkJson(['--fix', 'a.txt'], { cwd });
    expect(read(cwd, 'a.txt').toString()).toBe(TWO);
  });

  it('with - writes the fixed text to stdout, and the rest is told on stderr', () => {
    const { status, stdout, stderr } = nianbao(['check', '--fix', '-'], { input: TWO });
    expect({ status, stdout }).toEqual({ status: 1, stdout: FIXED });
    expect(stderr).toContain('row-total');
    expect(stderr).not.toContain('不分公开');
    expect(nianbao(['check', '--fix', '-'], { input: 'x\r\ny' }).stdout).toBe('x\r\ny');
  });

  it('never writes HTML', () => {
    const html = `<pre>${TWO}</pre>`;
    const cwd = folder({ 'a.html': html });
    const { stderr, files } = checkJson(['--fix', 'a.html'], { cwd });
    expect(stderr).toContain('a.html');
    expect(files[0]?.findings.map(({ rule }) => rule)).toContain('label');
    expect(read(cwd, 'a.html').toString()).toBe(html);
  });

  it('keeps the mode of a file and writes through links', () => {
    if (process.platform === 'win32') return;
    const cwd = folder({ 'a.txt': TWO });
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o640);
    fs.symlinkSync('a.txt', path.join(cwd, 'link.txt'));
    checkJson(['--fix', 'link.txt'], { cwd });
    expect(fs.lstatSync(path.join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(fs.statSync(path.join(cwd, 'a.txt')).mode & 0o777).toBe(0o640);
    expect(read(cwd, 'a.txt').toString()).toBe(FIXED);
  });
});
