// What comes out: each format, the facts, the rules, and pipes that close early.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORRECT, README, WRONG_TOTAL } from '../lsp/texts.js';
import { CLI, checkJson, folder, nianbao } from './cli.js';

const root = folder({ 'bad.txt': WRONG_TOTAL, 'good.txt': CORRECT, 'README.md': README });
const check = (...args: string[]) => nianbao(['check', ...args], { cwd: root });
const LINE = WRONG_TOTAL.split('\n').findIndex((line) => line.includes('数量\t\t\t5\t1'));

describe('json', () => {
  const raw = JSON.parse(check('--format', 'json', '.').stdout);

  it('has its public fields, in their order', () => {
    expect(Object.keys(raw)).toEqual(['version', 'files', 'summary']);
    const [, bad] = raw.files;
    expect(Object.keys(bad)).toEqual([
      'path',
      'report',
      'year',
      'template',
      'organization',
      'relations',
      'findings',
    ]);
    expect(Object.keys(bad.findings[0])).toEqual([
      'rule',
      'severity',
      'message',
      'range',
      'at',
      'related',
      'fixes',
    ]);
    expect(raw.summary).toEqual({ files: 3, reports: 2, error: 1, warning: 0, info: 0, hint: 0 });
  });

  it('points at the cell', () => {
    const [finding] = raw.files[1].findings;
    const character = WRONG_TOTAL.split('\n')[LINE]?.indexOf('9') ?? -1;
    const range = {
      start: { line: LINE, character },
      end: { line: LINE, character: character + 1 },
    };
    expect(finding).toMatchObject({ rule: 'row-total', severity: 'error', range });
    expect(finding.at).toEqual({ table: 'requests', row: '1', column: 'total' });
    expect(finding.fixes[0]).toMatchObject({ safe: false, edits: [{ range, newText: '6' }] });
  });

  it('says so where there is no report', () => {
    expect(raw.files[0]).toEqual({
      path: 'README.md',
      report: false,
      year: null,
      template: null,
      organization: null,
      relations: { held: 0, broken: 0, unknown: 0 },
      findings: [],
    });
  });

  it('as jsonl is the same, a file a line', () => {
    const lines = check('--format', 'jsonl', '.').stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(raw.files);
  });

  it('of HTML has the places of the page', () => {
    const html = `<html>\n<p>青禾县2021年政府信息公开工作年度报告</p>\n<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>\n<tr><td>规章</td>\n<td>/</td><td>0</td><td>0</td></tr></table>`;
    const [file] = checkJson(['a.html'], { cwd: folder({ 'a.html': html }) }).files;
    const cell = file?.findings.find(({ rule }) => rule === 'cell-value');
    expect(cell?.range).toEqual({
      start: { line: 4, character: 4 },
      end: { line: 4, character: 5 },
    });
    // No fix that would tear the page: nothing with tabs or line breaks.
    for (const { fixes } of file?.findings ?? [])
      for (const { edits } of fixes)
        for (const { newText } of edits) expect(newText).not.toMatch(/[\t\n<&]/);
  });
});

describe('pretty', () => {
  it('quotes the line and marks the cell', () => {
    const { stdout } = check('bad.txt', 'good.txt', 'README.md');
    const lines = stdout.split('\n');
    const quoted = lines.findIndex((line) => line.includes('本年新收政府信息公开申请数量   '));
    expect(lines[0]).toContain('✗ bad.txt  青禾县云水镇人民政府 · 2021 年 · 2021 版格式 · 勾稽');
    expect(lines[1]).toMatch(new RegExp(`^  ${LINE + 1}:\\d+  错误  .*row-total$`));
    const column = (text: string) => [...text].reduce((n, c) => n + (c > '⺀' ? 2 : 1), 0);
    const [before = ''] = lines[quoted]?.split('9') ?? [];
    expect(lines[quoted + 1]).toBe(`${' '.repeat(column(before))}^`);
    expect(lines[quoted + 2]).toMatch(/改法：\S/);
    expect(lines.filter((line) => line.startsWith('✓ good.txt'))).toHaveLength(1);
    expect(lines.at(-2)).toBe('共 3 个文件，2 份报告：错误 1 处');
  });

  it('has colours on request only', () => {
    const colour = '\x1b[';
    const withEnv = (env: Record<string, string>) =>
      nianbao(['check', 'bad.txt'], { cwd: root, env }).stdout.includes(colour);
    expect(withEnv({})).toBe(false);
    expect(withEnv({ CI: '1' })).toBe(false);
    expect(withEnv({ FORCE_COLOR: '1' })).toBe(true);
    expect(withEnv({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('does not let a file steer the terminal', () => {
    const text = swapTitle('青禾县\x1b[31m云水镇');
    const { stdout } = nianbao(['check', '-'], { input: text });
    expect(stdout).not.toContain('\x1b');
  });
});

const swapTitle = (organ: string) => WRONG_TOTAL.replace('青禾县云水镇', organ);

describe('github and sarif', () => {
  it('are what these tools read', () => {
    expect(check('--format', 'github', '.').stdout).toMatch(
      new RegExp(`^::error file=bad\\.txt,line=${LINE + 1},.*title=row-total::.*\\n$`),
    );
    const sarif = JSON.parse(check('--format', 'sarif', '.').stdout);
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'nianbao' } } }],
    });
    const ids = sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(sarif.runs[0].results).toMatchObject([{ ruleId: 'row-total', level: 'error' }]);
    expect(ids).toContain('row-total');
  });
});

describe('extract', () => {
  it('gives the facts', () => {
    const { status, stdout } = nianbao(['extract', 'good.txt'], { cwd: root });
    const facts = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(facts)).toEqual([
      'version',
      'path',
      'title',
      'organization',
      'year',
      'template',
      'sections',
      'tables',
    ]);
    expect(facts.sections.map(({ number }: { number: number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    for (const { title, line } of facts.sections)
      expect(CORRECT.split('\n')[line]).toContain(title);
    expect(facts.tables.requests['1'].total).toBe(6);
    expect(nianbao(['extract', '-'], { input: CORRECT }).stdout).toBe(
      stdout.replace('good.txt', '-'),
    );
  });

  it('of what is no report is empty', () => {
    const { status, stdout } = nianbao(['extract', 'README.md'], { cwd: root });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ year: null, sections: [], tables: {} });
  });
});

describe('rules', () => {
  const ids = nianbao(['rules'])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);

  it('are listed, and each explained as in docs/rules', () => {
    expect(ids.length).toBeGreaterThan(0);
    const page = nianbao(['rules', 'row-total']).stdout;
    const file = path.resolve(import.meta.dirname, '../../docs/rules/row-total.md');
    expect(page).toBe(fs.readFileSync(file, 'utf8'));
  });
});

describe('a pipe that closes early', () => {
  /** Status and messages of who is left by his reader at once, and what is in his folder. */
  async function left(args: readonly string[], text: string) {
    const cwd = folder(
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.txt`, text])),
    );
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, stderr, last: fs.readFileSync(path.join(cwd, '9.txt'), 'utf8') };
  }

  it('is no fault: the status is that of the reports, all of them', async () => {
    const bad = await left(['check', '--format', 'json', '.'], WRONG_TOTAL);
    expect(bad).toMatchObject({ status: 1, stderr: '' });
    expect(await left(['check', '.'], CORRECT)).toMatchObject({ status: 0, stderr: '' });
    expect(await left(['extract', '1.txt'], CORRECT)).toMatchObject({ status: 0, stderr: '' });
  });

  it('leaves nothing half fixed', async () => {
    const slips = CORRECT.replace('政府信息公开工作。', '政府信息工开工作。');
    const { last, stderr } = await left(['check', '--fix', '.'], slips);
    expect(slips).not.toBe(CORRECT);
    expect(last).toBe(CORRECT);
    expect(stderr.match(/改正 1 处/g)).toHaveLength(60);
  });

  it('does not hide what could not be read', async () => {
    expect(await left(['check', 'none.txt', '1.txt'], CORRECT)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('none.txt'),
    });
  });
});
