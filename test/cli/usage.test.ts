// What the command line understands, what it says when it does not, and the exit statuses.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORRECT, FAULTY, README, WRONG_TOTAL } from '../lsp/texts.js';
import { checkJson, folder, nianbao } from './cli.js';

const root = folder({ 'good.txt': CORRECT, 'bad.txt': WRONG_TOTAL, 'README.md': README });
const run = (...args: string[]) => nianbao(args, { cwd: root });
const { version } = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
) as { version: string };

describe('help', () => {
  it.each([[], ['check'], ['extract'], ['review'], ['new'], ['rules']])(
    'is given everywhere: %s',
    (...command) => {
      const help = run(...command, '--help');
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain('用法');
      expect(help.stdout).not.toMatch(/Usage|Options|Arguments|Commands|display|choices|default/);
      expect(run(...command, '--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
    },
  );
});

describe('wrong usage', () => {
  it.each([
    ['用法', []],
    ['chek', ['chek', 'good.txt']],
    ['--fixx', ['check', '--fixx', 'good.txt']],
    ['--fix', ['check', '--fixx', 'good.txt']],
    ['xml', ['check', '--format', 'xml', 'good.txt']],
    ['2020', ['check', '--template', '2020', 'good.txt']],
    ['路径', ['check']],
    ['路径', ['extract']],
    ['参数太多', ['extract', 'good.txt', 'bad.txt']],
    ['--config', ['check', 'good.txt', '--config']],
    ['none.json', ['check', 'good.txt', '--config', 'none.json']],
    ['none', ['check', 'good.txt', '--previous', 'none']],
    ['jsonl', ['check', 'good.txt', '--stdin-format', 'jsonl']],
    ['--fix', ['check', '--fix', '-', 'good.txt']],
    ['jsonl', ['check', '--fix', '-', '--stdin-format', 'jsonl']],
    ['no-such-rule', ['rules', 'no-such-rule']],
    ['文件夹', ['extract', '.']],
  ])('is told in Chinese, with status 2: %s', (word, args) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/error|at .*\.js/);
  });
});

describe('exit status', () => {
  it('is 0 without errors, 1 with, 2 where something could not be read', () => {
    expect(run('check', 'good.txt').status).toBe(0);
    expect(run('check', 'README.md').status).toBe(0);
    expect(run('check', 'bad.txt', 'good.txt').status).toBe(1);
    expect(run('check', 'bad.txt', 'none.txt').status).toBe(2);
  });

  it('2 beats 1, and the other inputs are still checked', () => {
    const checked = checkJson(['none.txt', 'bad.txt'], { cwd: root });
    expect(checked).toMatchObject({ status: 2, paths: ['bad.txt'], stderr: /none\.txt：\S/ });
    expect(checked.summary).toMatchObject({ files: 1, reports: 1, error: 1 });
  });

  it('of the other commands', () => {
    expect(run('extract', 'bad.txt').status).toBe(0);
    expect(run('extract', 'none.txt')).toMatchObject({ status: 2, stdout: '' });
    expect(run('rules').status).toBe(0);
  });
});

describe('--template', () => {
  it('judges by the format that was named', () => {
    const template = (name: string) =>
      checkJson(['good.txt', '--template', name], { cwd: root }).files[0];
    expect(template('auto')).toMatchObject({ template: '2021', relations: { held: 42 } });
    expect(template('2019')).toMatchObject({ template: '2019' });
  });
});

describe('suppression comments', () => {
  it('count in Markdown and on standard input, not in plain text', () => {
    const text = `<!-- nianbao-disable row-total, outcome-total, balance -->\n${WRONG_TOTAL}`;
    const root = folder({ 'a.txt': text, 'b.md': text });
    expect(checkJson(['a.txt'], { cwd: root }).status).toBe(1);
    expect(checkJson(['b.md'], { cwd: root }).status).toBe(0);
    expect(checkJson(['-'], { input: text }).status).toBe(0);
  });
});

describe('.nianbao.json', () => {
  const off = '{"rules":{"row-total":"off","cell-value":"error"}}';
  const rulesIn = (args: string[], cwd: string) =>
    checkJson(args, { cwd }).files.flatMap(({ findings }) =>
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
    );

  it('is found upwards from the file, the nearest one', () => {
    const root = folder({
      'a/b/c.txt': FAULTY,
      'a/d/e.txt': FAULTY,
      'a/d/.nianbao.json': '{}',
      'a/.nianbao.json': `\ufeff${off}`,
    });
    const nearest = rulesIn(['a/b'], root);
    expect(nearest).toContain('cell-value error');
    expect(nearest.join()).not.toContain('row-total');
    expect(rulesIn(['a/d'], root)).toContain('row-total error');
  });

  it('gives way to --config', () => {
    const root = folder({ 'a.txt': FAULTY, '.nianbao.json': off, 'other.json': '{"rules":{}}' });
    expect(rulesIn(['a.txt', '--config', 'other.json'], root)).toContain('row-total error');
  });

  it('hides what it ignores, from the exit status too', () => {
    const ignore = (file: string) =>
      JSON.stringify({
        ignore: [
          { rule: 'row-total', file, fingerprint: '3:requests/1/total:9' },
          { rule: 'row-total', file, fingerprint: '3:requests/1/total:8' },
        ],
      });
    const root = folder({ '镇/a.txt': WRONG_TOTAL, '.nianbao.json': ignore('镇/a.txt') });
    const { status, files, summary } = checkJson(['.'], { cwd: root });
    expect(status).toBe(0);
    expect(files[0]?.findings).toEqual([]);
    expect(summary.error).toBe(0);
    // paths start at the folder of the config, wherever the command runs, whichever config it is
    fs.writeFileSync(path.join(root, '镇/other.json'), ignore('a.txt'));
    const named = ['a.txt', '--config', 'other.json'];
    expect(checkJson(named, { cwd: path.join(root, '镇') }).status).toBe(0);
    expect(checkJson(['镇/a.txt', '--config', '镇/other.json'], { cwd: root }).status).toBe(0);
    fs.writeFileSync(path.join(root, '.nianbao.json'), ignore('b.txt'));
    expect(checkJson(['.'], { cwd: root }).status).toBe(1);
  });

  it('keeps --fix from what it ignores', () => {
    const text = CORRECT.replace('部分公开（', '不分公开（');
    const root = folder({ 'a.txt': text, '.nianbao.json': '{"rules":{"label":"off"}}' });
    nianbao(['check', '--fix', 'a.txt'], { cwd: root });
    expect(fs.readFileSync(path.join(root, 'a.txt'), 'utf8')).toBe(text);
  });

  it('gives words that are no typos', () => {
    const text = CORRECT.replace('一、总体情况', '一、总体情况\n\n本镇政府信息工开及时。');
    const root = folder({ 'a.txt': text });
    expect(rulesIn(['a.txt'], root)).toContain('typo warning');
    fs.writeFileSync(path.join(root, '.nianbao.json'), '{"words":["信息工开"]}');
    expect(rulesIn(['a.txt'], root).join()).not.toContain('typo');
  });

  it('with an unknown rule is used all the same', () => {
    const root = folder({ 'a.txt': CORRECT, '.nianbao.json': '{"rules":{"speling":"off"}}' });
    const { status, stderr } = checkJson(['a.txt'], { cwd: root });
    expect(status).toBe(0);
    expect(stderr).toContain('speling');
  });

  it.each([
    ['JSON', '{"rules":'],
    ['对象', '[]'],
    ['spacing', '{"rules":{"spacing":"loud"}}'],
    ['rules', '{"rules":[]}'],
    ['words', '{"words":"x"}'],
    ['ignore', '{"ignore":["x"]}'],
  ])('that makes no sense is named, once: %s', (word, text) => {
    const root = folder({ 'a.txt': CORRECT, 'b.txt': CORRECT, '.nianbao.json': text });
    const { status, stderr, paths } = checkJson(['.'], { cwd: root });
    expect(status).toBe(2);
    expect(stderr.match(/\.nianbao\.json/g)).toHaveLength(1);
    expect(stderr).toContain(word);
    expect(paths).toEqual(['a.txt', 'b.txt']);
    expect(nianbao(['check', '--config', '.nianbao.json', 'a.txt'], { cwd: root })).toMatchObject({
      status: 2,
      stdout: '',
    });
  });
});
