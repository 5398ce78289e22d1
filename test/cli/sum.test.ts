// `nianbao sum`: a folder of reports added up, what is left out named, a county's own report held against it.
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../server/src/reading/parse.js';
import { documentOf } from '../../server/src/writing/document/document.js';
import { toDocx } from '../../server/src/writing/export/toDocx.js';
import { type TownFigures, townReport } from '../support/towns.js';
import { folder, nianbao } from './cli.js';

const town = (name: string, figures: TownFigures, year = 2023) =>
  townReport(`青禾县${name}`, figures, year);
const asWord = (text: string) => toDocx(documentOf(parseReport(text)));

const TOWNS = {
  '县直/教育局.docx': asWord(town('教育局', { granted: 12, fees: '0.1' })),
  '云水镇.txt': town('云水镇', { granted: 3, fees: '0.2', licensing: 40 }),
  '石桥乡.html': `<html><body>${town('石桥乡', { upheld: 2 })
    .split('\n')
    .map((line) =>
      line.includes('\t')
        ? `<table><tr>${line
            .split('\t')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr></table>`
        : `<p>${line}</p>`,
    )
    .join('')
    .replaceAll('</table><table>', '')}</body></html>`,
  '往年/云水镇.txt': town('云水镇', { granted: 100 }, 2022),
};
const COUNTY = '县政府.txt';

describe('nianbao sum', () => {
  it('adds up files of all kinds, as text that `extract` reads and as JSON that says who gave what', () => {
    const cwd = folder({ ...TOWNS, [COUNTY]: town('人民政府', { granted: 99 }) });
    const args = ['sum', '.', '--against', COUNTY];
    const { status, stdout, stderr } = nianbao(args, { cwd });
    expect(status).toBe(1); // the county's own figures differ
    expect(stdout).toMatch(/^青禾县人民政府2023年政府信息公开工作年度报告\n\n二、/);
    expect(stderr).toContain('2023 年的报告有 3 个单位');
    expect(stderr).toContain('“（一）予以公开”的“自然人”：报告是 99，汇总是 15，报告多 84');
    expect(stderr).not.toContain('没有汇总');
    const extracted = JSON.parse(nianbao(['extract', '-'], { input: stdout }).stdout);
    const { units, against, ...facts } = JSON.parse(
      nianbao([...args, '--format', 'json'], { cwd }).stdout,
    );
    expect(facts).toEqual({ ...extracted, path: '.' });
    expect(facts.tables.disclosure.fees.amount).toBe(0.3);
    expect(facts.tables.review.reconsideration.total).toBe(2);
    const given = units.map((unit: { organization: string; tables: typeof facts.tables }) => [
      unit.organization,
      unit.tables.requests['3.1'].total,
    ]);
    expect(given).toEqual([
      ['青禾县云水镇', 3],
      ['青禾县教育局', 12],
      ['青禾县石桥乡', 0],
    ]);
    expect(against.differences[0]).toEqual({
      at: { table: 'disclosure', row: 'licensing', column: 'decisions' },
      reported: 0,
      summed: 40,
    });
  });

  it('names what it leaves out, and what explains the difference', () => {
    const cwd = folder({
      '云水镇.txt': TOWNS['云水镇.txt'],
      '松坪乡.txt': town('松坪乡', { granted: 5 }).replace(/^(四、结转.*\t)0$/m, '$1'),
      '石桥乡.txt': town('石桥乡', { granted: 1 }),
      'README.md': '# 说明\n',
      [COUNTY]: town('人民政府', { granted: 1 }),
    });
    const { status, stderr, stdout } = nianbao(['sum', cwd, '--against', `${cwd}/${COUNTY}`], {});
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /青禾县松坪乡（.*松坪乡\.txt）：“三、收到和处理政府信息公开申请情况”的表没有汇总：“四、结转下年度继续办理”的“总计”没有填写\n/,
    );
    expect(stderr).toMatch(/README\.md：不是年度报告，没有汇总\n/);
    expect(stderr).toMatch(/的差数正好相符：可能漏加了青禾县云水镇（.*云水镇\.txt）\n/);
    expect(stdout).toMatch(/^\t（七）总计.*\t4$/m);
  });

  it('takes the latest year or the one asked for; what others say does not count', () => {
    const cwd = folder(TOWNS);
    const run = (...args: string[]) => nianbao(['sum', '.', ...args], { cwd });
    expect(run()).toMatchObject({ status: 0, stderr: expect.not.stringContaining('2022') });
    expect(run('--year', '2022')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^2022年.*[\s\S]*^\t（七）总计.*\t100$/m),
    });
    expect(run('--year', '2022', '--against', '云水镇.txt')).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        '--against 云水镇.txt：是 2023 年的报告，汇总的是 2022 年。请用同一年的报告，或者用 --year 2023。\n',
    });
  });

  it('sums what can be read where a file cannot', () => {
    const cwd = folder({ '云水镇.txt': TOWNS['云水镇.txt'], '坏.docx': 'x' });
    const { status, stdout, stderr } = nianbao(['sum', '.'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^坏\.docx：/);
    expect(stdout).toMatch(/^\t（七）总计.*\t3$/m);
  });

  it.each([
    ['没有这个文件', ['sum', 'none']],
    ['应当是放报告的文件夹', ['sum', '云水镇.txt']],
    ['缺少参数', ['sum']],
    ['四位数字', ['sum', '.', '--year', '23']],
    ['有的是 2023 年的', ['sum', '.', '--year', '2021']],
    ['没有找到可以汇总的报告', ['sum', '空']],
    ['没有这个文件', ['sum', '.', '--against', 'none.txt']],
    ['不是政府信息公开工作年度报告', ['sum', '.', '--against', '空/说明.md']],
    ['pdf', ['sum', '.', '--format', 'pdf']],
  ])('is told in Chinese what is wrong: %s', (word, args) => {
    const cwd = folder({ '云水镇.txt': TOWNS['云水镇.txt'], '空/说明.md': '# 说明\n' });
    const { status, stdout, stderr } = nianbao(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/error|at .*\.js/);
  });
});
