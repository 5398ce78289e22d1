// `.nianbao.json` as nobody should write it: it is told, and the reports are checked as without it.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { WRONG_TOTAL } from '../lsp/texts.js';
import { HARMLESS, USELESS } from '../settings.js';
import { checkJson, folder, isUnix, shell } from './cli.js';

const CONFIG = '.nianbao.json';
const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/** The one report of a folder is checked by the severities that hold without settings. */
function expectChecked(cwd: string, status: number): string {
  const checked = checkJson(['a.txt'], { cwd });
  const [file] = checked.files;
  expect(file?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['row-total', 'error'],
  ]);
  for (const name of SEVERITIES) expect(checked.summary[name]).toBeTypeOf('number');
  expect(checked.status).toBe(status);
  expect(checked.stderr.length).toBeLessThan(400);
  return checked.stderr;
}

describe('settings', () => {
  it.each(USELESS)('that are %s are told, the report is checked', (_, text, word) => {
    const stderr = expectChecked(folder({ 'a.txt': WRONG_TOTAL, [CONFIG]: text }), 2);
    expect(stderr).toContain(CONFIG);
    expect(stderr).toContain(word);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each(HARMLESS)('with %s do no harm', (_, text) => {
    expectChecked(folder({ 'a.txt': WRONG_TOTAL, [CONFIG]: text }), 1);
  });

  it.each([
    ['a link to a device', 'ln -s /dev/zero', '普通文件'],
    ['a pipe', 'mkfifo', '普通文件'],
    ['a link to a pipe', 'mkfifo p; ln -s p', '普通文件'],
    ['a folder', 'mkdir', '文件夹'],
    ['a link in circles', `ln -s ${CONFIG}`, '圈'],
    ['a link to nowhere', 'ln -s none', '没有这个文件'],
  ])('that are %s are told, the report is checked', (_, make, word) => {
    if (!isUnix) return;
    const cwd = folder({ 'a.txt': WRONG_TOTAL });
    shell(`${make} ${CONFIG}`, cwd);
    expect(fs.lstatSync(path.join(cwd, CONFIG))).toBeDefined();
    const stderr = expectChecked(cwd, 2);
    expect(stderr).toContain(CONFIG);
    expect(stderr).toContain(word);
  });
});
