// `nianbao review`: a small county with known faults, in files of all kinds, and what is written of it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { type Row, sheetsIn } from '../county/workbook.js';
import { commentedWords, faultsOf } from '../office/writtenWord.js';
import { countyReport, smallCounty, UNITS, withWrongTotal } from '../support/smallCounty.js';
import { folder, isRoot, isUnix, NOBODY, nianbao } from './cli.js';

let root = '';
const inRoot = (...args: string[]) => nianbao(args, { cwd: root });
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
const bytes = (name: string) => new Uint8Array(fs.readFileSync(path.join(root, name)));
const csv = (name: string) =>
  Papa.parse<Record<string, string>>(read(name).slice(1), { header: true, skipEmptyLines: true })
    .data;

beforeAll(async () => {
  const files = Object.entries(await smallCounty());
  root = folder({
    ...Object.fromEntries(files.map(([name, content]) => [`年报/${name}`, content])),
    '单位.csv': UNITS,
  });
});

describe('a folder is reviewed', () => {
  it('into the tables and a letter for each report with findings', () => {
    const run = inRoot('review', '年报', '--out', '审核', '--units', '单位.csv');
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/坏\.docx：.*Word/);
    expect(run.stderr).toContain('2023 年度报告 5 份，未报 1 个单位，重复报送 2 份，其他年度 1 份');
    expect(fs.readdirSync(path.join(root, '审核')).sort()).toEqual(
      ['修改意见', '审核表.csv', '审核表.xlsx', '相似.csv'].sort(),
    );
  });

  it('one row a report, and what else is there', () => {
    const rows = csv('审核/审核表.csv');
    const states = rows.map((row) => [row.单位, row.年度, row.情况, row.错误]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['青禾县云水镇人民政府', '2023', '已报', '3'],
        ['青禾县云水镇人民政府', '2022', '其他年度', '0'],
        ['青禾县石桥镇人民政府', '2023', '名单外', '0'],
        ["'=HYPERLINK(1)", '', '未报', ''],
        ['', '', '读不了', ''],
        ['', '', '不是年报', ''],
      ]),
    );
    expect(rows).toHaveLength(9);
    expect(rows.find(({ 情况, 年度 }) => 情况 === '已报' && 年度 === '2023')).toMatchObject({
      上年结转: '一致',
      勾稽不一致: '3',
    });
  });

  it('in files that Excel reads, with nothing in them to be executed', () => {
    for (const name of ['审核表.csv', '相似.csv']) {
      expect(read(`审核/${name}`)).toMatch(/^\ufeff.*\r\n/);
      expect(read(`审核/${name}`)).not.toMatch(/(?:^|,)"?[=+@-]/m);
    }
  });

  it('with the places that two reports have in common, side by side', () => {
    const rows = csv('审核/相似.csv');
    expect(rows).toHaveLength(1);
    expect([rows[0]?.报告, rows[0]?.相似的报告].sort()).toEqual(
      ['青禾县柳溪镇人民政府 2023 年', '青禾县石桥镇人民政府 2023 年'].sort(),
    );
    expect(rows[0]?.原文).toContain('灌溉渠的修补账目');
    expect(rows[0]?.对方原文).toContain('灌溉渠的修补账目');
  });

  it('with letters as Word files and Markdown, and comments in a copy of what is a Word file', () => {
    const letters = fs.readdirSync(path.join(root, '审核/修改意见')).sort();
    const own = letters.filter((name) => name.startsWith('青禾县云水镇人民政府'));
    expect(own).toEqual(['-批注.docx', '.docx', '.md'].map((end) => `青禾县云水镇人民政府${end}`));
    expect(letters.filter((name) => name.includes('-批注'))).toHaveLength(1);
    const text = read('审核/修改意见/青禾县云水镇人民政府.md');
    expect(text).toContain('“一、本年新收政府信息公开申请数量”一行');
    const letter = bytes('审核/修改意见/青禾县云水镇人民政府.docx');
    expect(readDocx(letter).text).toContain('应');
    const copy = bytes('审核/修改意见/青禾县云水镇人民政府-批注.docx');
    expect(faultsOf(copy, '年报')).toEqual([]);
    expect(commentedWords(copy).length).toBeGreaterThan(0);
  });

  it('and what was written is not reviewed the next time', () => {
    fs.renameSync(path.join(root, '审核'), path.join(root, '年报/审核'));
    const { stderr } = inRoot('review', '年报', '--out', '年报/又一次', '--year', '2022');
    expect(stderr).toContain(
      '2022 年度报告 1 份，其他年度 5 份，不是年报 1 个文件，读不了 1 个文件',
    );
    fs.renameSync(path.join(root, '年报/审核'), path.join(root, '审核'));
    fs.rmSync(path.join(root, '年报/又一次'), { recursive: true });
  });
});

it('a workbook of hundreds of units is written by what is shipped, which has no threads', async () => {
  const { toXlsx } = createRequire(import.meta.url)('../../dist/spreadsheets.js');
  const rows = Array.from({ length: 3000 }, (_, i) => ({ cells: [`青禾县第${i}号单位`] }));
  const sheet = { name: '审核表', heads: [['单位', 16]], rows };
  const { 审核表: read } = Object.fromEntries(sheetsIn(await toXlsx([sheet])));
  expect(read?.map(({ 单位 }) => 单位)).toEqual(rows.map(({ cells: [name] }) => name));
});

describe('a folder without errors', () => {
  const licensed = (organ: string, decisions: number) =>
    countyReport(organ).replace('行政许可\t0', `行政许可\t${decisions}`);
  const cwd = folder({
    'a/a.txt': licensed('青禾县教育局', 7),
    'a/b.txt': licensed('青禾县民政局', 5),
    'a/石门镇.ofd': 'OFD',
    'a/名单.xlsx': 'PK',
    'a/c.txt': countyReport('青禾县水利局').replace('行政许可\t0', '行政许可\t'),
  });

  it('has exit status 0, one with errors 1', () => {
    const { status, stderr } = nianbao(['review', 'a', '--out', 'out'], { cwd });
    expect(status).toBe(0);
    // what a folder holds besides, and is no table of the office's own
    expect(stderr).toMatch(/^a\/石门镇\.ofd：不支持/);
    expect(stderr).toContain('报告 3 份，读不了 1 个文件');
    const bad = folder({ 'a/a.txt': withWrongTotal(countyReport('青禾县教育局')) });
    expect(nianbao(['review', 'a', '--out', 'out'], { cwd: bad }).status).toBe(1);
  });

  it('has the sum of the year in its workbook: cell by cell, who gave what, what was left out', () => {
    const sheets = sheetsIn(new Uint8Array(fs.readFileSync(path.join(cwd, 'out/审核表.xlsx'))));
    const names = ['审核表', '问题', '相似', '各年', '汇总', '汇总说明', '汇总明细'];
    expect([...sheets.keys()]).toEqual(names);
    const isLicensing = ({ 项目 }: Row) => 项目 === '行政许可';
    expect(sheets.get('汇总')?.filter(isLicensing)).toMatchObject([
      { 合计: '12', 各单位: '青禾县教育局 7；青禾县民政局 5' },
    ]);
    const given = sheets.get('汇总明细')?.filter(isLicensing) ?? [];
    expect(given.map(({ 单位, 数 }) => [单位, 数])).toEqual([
      ['青禾县教育局', '7'],
      ['青禾县民政局', '5'],
    ]);
    const told = sheets.get('汇总说明')?.map(({ 说明 }) => 说明);
    expect(told?.join()).toMatch(/水利局.*没有汇总.*行政许可/);
  });
});

it('names of organs make no path, and no two letters have one name', () => {
  const text = '政府信息公开工作年度报告\n\n一、总体情况\n\n二、主动公开政府信息情况\n';
  const cwd = folder({ 'a/CON.txt': text, 'a/x/年报.txt': text, 'a/y/年报.md': text });
  nianbao(['review', 'a', '--out', 'out/深处'], { cwd });
  expect(fs.readdirSync(path.join(cwd, 'out/深处/修改意见')).sort()).toEqual(
    ['_CON.docx', '_CON.md', '年报-2.docx', '年报-2.md', '年报.docx', '年报.md'].sort(),
  );
});

describe('nothing is written', () => {
  it.each([
    ['不是空的', ['年报', '--out', '年报']],
    ['没有这个', ['没有', '--out', '新']],
    ['这是文件', ['年报', '--out', '单位.csv']],
    ['四位数字', ['年报', '--out', '新', '--year', '23']],
    ['单位名单', ['年报', '--out', '新', '--units', '没有.csv']],
    ['--out', ['年报']],
  ])('on wrong usage, which is told: %s', (word, args) => {
    const { status, stderr, stdout } = inRoot('review', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(word);
    expect(fs.existsSync(path.join(root, '新'))).toBe(false);
  });

  it.runIf(isUnix && isRoot)('where one may not write', () => {
    const cwd = folder({ 'a/a.txt': countyReport('青禾县教育局') });
    fs.chmodSync(cwd, 0o755);
    fs.mkdirSync(path.join(cwd, '锁'));
    for (const out of ['out', '锁']) {
      const run = nianbao(['review', 'a', '--out', out], { cwd, uid: NOBODY });
      // before anything is read
      expect([run.status, run.stderr]).toEqual([2, `${out}：没有权限\n`]);
    }
  });
});
