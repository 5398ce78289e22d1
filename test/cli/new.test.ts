// `nianbao new`: skeletons on stdout and in new files, from nothing and from last year's report.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nthReport } from '../generate/report.js';
import { README, YEAR_BEFORE } from '../lsp/texts.js';
import { encoded } from '../support/encoded.js';
import { withoutPadding } from '../support/padding.js';
import { checkJson, folder, nianbao, type RunOptions } from './cli.js';

const TOWN = '青禾县云水镇人民政府';
const create = (args: readonly string[], options?: RunOptions) =>
  nianbao(['new', '--org', TOWN, '--year', '2021', ...args], options);
const CARRIED = '| 二、上年结转政府信息公开申请数量 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';

describe('nianbao new', () => {
  it('writes a skeleton without an error to stdout, and nothing else', () => {
    const { status, stdout, stderr } = create([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^# 青禾县云水镇人民政府2021年政府信息公开工作年度报告\n\n根据/);
    expect(stdout).toMatch(/】\n$/);
    const checked = checkJson(['-'], { input: stdout });
    expect(checked.status).toBe(0);
    expect(checked.files[0]).toMatchObject({ report: true, organization: TOWN, year: 2021 });
    expect(checked.summary.error).toBe(0);
  });

  it('has tables as is wanted, else as suits the file', () => {
    const cwd = folder({});
    const tab = create(['--layout', 'tab']).stdout;
    const markdown = create(['--layout', 'markdown']).stdout;
    expect(tab).toContain('\n规章\t0\t0\t0\n');
    expect(withoutPadding(markdown)).toContain('\n| 规章 | 0 | 0 | 0 |\n');
    for (const [name, expected, ...more] of [
      ['a.md', markdown],
      ['a.MARKDOWN', markdown],
      ['a.txt', tab],
      ['a.nianbao', tab],
      ['a', tab],
      ['b.md', tab, '--layout', 'tab'],
      ['b.txt', markdown, '--layout', 'markdown'],
    ] as const) {
      const run = create([...more, '--out', name], { cwd });
      expect(run).toMatchObject({ status: 0, stdout: '', stderr: `已新建 ${name}\n` });
      expect(fs.readFileSync(path.join(cwd, name), 'utf8')).toBe(expected);
    }
  });

  it('writes to stdout where the file is -', () => {
    const cwd = folder({});
    const run = create(['--out', '-'], { cwd });
    expect(run).toMatchObject({ status: 0, stdout: create([]).stdout, stderr: '' });
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it('goes by the level that is given', () => {
    const of = (level: string) =>
      nianbao(['new', '--org', '青州市', '--year', '2022', '--level', level]).stdout;
    expect(withoutPadding(of('city'))).toContain('| 规章 |  |  |  |');
    expect(withoutPadding(of('county'))).toContain('| 规章 | 0 | 0 | 0 |');
    expect(of('county')).toContain('责任追究');
    expect(of('bureau')).not.toContain('责任追究');
  });

  it('has no file that is there already, and leaves it as it is', () => {
    const cwd = folder({ 'a.md': '别动', 'b/c.md': '' });
    for (const out of ['a.md', 'b']) {
      const { status, stdout, stderr } = create(['--out', out], { cwd });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toBe(`${out}：已经有这个文件或文件夹，不会覆盖\n`);
    }
    expect(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe('别动');
    expect(fs.readdirSync(cwd)).toEqual(['a.md', 'b']);
  });

  it.each([
    ['--org', ['new', '--year', '2021']],
    ['--org', ['new', '--year', '2021', '--org', ' ']],
    ['--org', ['new', '--year', '2021', '--org', '青禾县\n教育局']],
    ['--year', ['new', '--org', TOWN]],
    ['--year', ['new', '--org', TOWN, '--year', '二〇二一']],
    ['--year', ['new', '--org', TOWN, '--year', '2018']],
    ['--year', ['new', '--org', TOWN, '--year', '20210']],
    ['village', ['new', '--org', TOWN, '--year', '2021', '--level', 'village']],
    ['html', ['new', '--org', TOWN, '--year', '2021', '--layout', 'html']],
    ['参数太多', ['new', TOWN, '--org', TOWN, '--year', '2021']],
    ['a.docx', ['new', '--org', TOWN, '--year', '2021', '--out', 'a.docx']],
    ['没有这个', ['new', '--org', TOWN, '--year', '2021', '--out', 'none/a.md']],
  ])('is told in Chinese what is wrong: %s', (word, args) => {
    const cwd = folder({});
    const { status, stdout, stderr } = nianbao(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/error|at .*\.js/);
    expect(fs.readdirSync(cwd)).toEqual([]);
  });
});

describe('nianbao new --previous', () => {
  it.each([
    ['UTF-8', '2020.txt', YEAR_BEFORE],
    ['GB18030', '2020.txt', encoded(YEAR_BEFORE, 'gb18030')],
    ['UTF-16', '2020.md', encoded(YEAR_BEFORE, 'utf-16le')],
    ['CRLF', '2020.nianbao', YEAR_BEFORE.replaceAll('\n', '\r\n')],
  ])('carries over what is in a file in %s', (_, name, content) => {
    const cwd = folder({ [name]: content });
    const { status, stdout, stderr } = create(['--previous', name], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(withoutPadding(stdout)).toContain(CARRIED);
    expect(stdout).toContain('【上年文字，请改写】2020年');
    const checked = checkJson(['-', '--previous', name], { cwd, input: stdout });
    expect(checked.summary.error).toBe(0);
  });

  it('reads HTML, and standard input', () => {
    const { text, expected } = nthReport(1, 'html');
    const cwd = folder({ '上年.html': text });
    const org = ['new', '--org', expected.organization ?? TOWN];
    const args = [...org, '--year', String(expected.year + 1), '--previous'];
    const { status, stdout } = nianbao([...args, '上年.html'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('【上年文字，请改写】');
    expect(withoutPadding(create(['--previous', '-'], { input: YEAR_BEFORE }).stdout)).toContain(
      CARRIED,
    );
  });

  it('finds the report in a folder by organ and year', () => {
    const cwd = folder({
      '往年/石桥.txt': YEAR_BEFORE.replaceAll('云水镇', '石桥镇'),
      '往年/2019.txt': YEAR_BEFORE.replaceAll('2020', '2019'),
      '往年/下级/云水.txt': YEAR_BEFORE,
      '往年/说明.md': README,
    });
    expect(create(['--previous', '往年'], { cwd })).toMatchObject({
      status: 0,
      stdout: create(['--previous', '往年/下级/云水.txt'], { cwd }).stdout,
      stderr: '',
    });
    fs.rmSync(path.join(cwd, '往年/下级/云水.txt'));
    const { status, stdout, stderr } = create(['--previous', '往年'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `--previous 往年：没有找到${TOWN} 2020 年的报告。在别处的，请写明是哪个文件；没有上年报告的，去掉 --previous。\n`,
    );
  });

  it('takes no copy before the report, and none of two that differ', () => {
    const other = YEAR_BEFORE.replace(/1\|0\|0\|0\|0\|0\|1$/gm, '5|0|0|0|0|0|5');
    const cwd = folder({ '往年/甲 - 副本.txt': other, '往年/乙.txt': YEAR_BEFORE });
    expect(withoutPadding(create(['--previous', '往年'], { cwd }).stdout)).toContain(CARRIED);
    fs.writeFileSync(path.join(cwd, '往年/丙.txt'), other);
    const { status, stdout, stderr } = create(['--previous', '往年'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `--previous 往年：有几份${TOWN} 2020 年的报告，数字不同，请写明是哪一份（--previous 文件名）。\n`,
    );
    fs.writeFileSync(path.join(cwd, '往年/丙.txt'), YEAR_BEFORE);
    expect(withoutPadding(create(['--previous', '往年'], { cwd }).stdout)).toContain(CARRIED);
  });

  it('knows a file by its name where the title does not say', () => {
    const [title = ''] = YEAR_BEFORE.split('\n');
    const name = `往年/${title}.txt`;
    const cwd = folder({ [name]: YEAR_BEFORE.replace(`${title}\n`, '年度报告\n') });
    for (const previous of ['往年', name])
      expect(withoutPadding(create(['--previous', previous], { cwd }).stdout)).toContain(CARRIED);
  });

  it('keeps the text of another report, and says that no figures came over', () => {
    const cwd = folder({ 'a.txt': YEAR_BEFORE.replaceAll('云水镇', '石桥镇') });
    const { status, stdout, stderr } = create(['--previous', 'a.txt'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('【上年文字，请改写】');
    expect(withoutPadding(stdout)).not.toContain(CARRIED);
    expect(stderr).toBe(
      `--previous a.txt：标题和文件名看不出是${TOWN} 2020 年的报告，没有带入上年结转；请在新报告里填写“二、上年结转”\n`,
    );
  });

  it.each([
    ['none.txt', '没有这个文件'],
    ['README.md', '不是政府信息公开工作年度报告'],
    ['a.docx', 'Word'],
    ['a.xls', '不支持'],
    ['damaged.txt', '文件已损坏'],
    ['*.txt', '应当是一份报告'],
  ])('says why %s is of no use, and makes nothing', (name, reason) => {
    const cwd = folder({
      'README.md': README,
      'a.docx': 'PK',
      'a.xls': 'x',
      'damaged.txt': Buffer.concat([Buffer.from(YEAR_BEFORE), Buffer.from([0xff])]),
    });
    const { status, stdout, stderr } = create(['--previous', name, '--out', 'b.md'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(name);
    expect(stderr).toContain(reason);
    expect(fs.existsSync(path.join(cwd, 'b.md'))).toBe(false);
  });
});
