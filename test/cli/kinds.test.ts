// Every kind of file that an office has: read, checked at the same cells, never written, and named with
// the reason where it cannot be read.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { converted } from '../office/libreOffice.js';
import { fontNamed, handMade, inHex } from '../office/printing.js';
import { webArchive } from '../office/webArchive.js';
import { paragraph, wordFile } from '../office/wordFile.js';
import { checkJson, type Finding, folder, nianbao, shell } from './cli.js';

const HEADS = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计'.split(' ');
const ROW = '一、本年新收政府信息公开申请数量';
const TITLE = '青禾县云水镇2021年政府信息公开工作年度报告';
const SECTION = '三、收到和处理政府信息公开申请情况';
const cells = (list: readonly string[]) => list.map((cell) => `<td>${cell}</td>`).join('');
const HTML = `<html><head><meta charset="utf-8"></head><body><h1>${TITLE}</h1><h2>${SECTION}</h2>
<table border="1"><tr>${cells(['', ...HEADS])}</tr><tr>${cells([ROW, '5', '1', '0', '0', '0', '0', '9'])}</tr></table>
</body></html>`;

const WRITTEN = ['docx', 'doc', 'rtf', 'odt', 'pdf'] as const;
const root = folder({ 'a.html': HTML });
const file = (name: string) => path.join(root, name);
const findings = (name: string, ...args: string[]) =>
  checkJson([...args, name], { cwd: root }).files[0]?.findings ?? [];
const wrong = (list: readonly Finding[]) => list.find(({ rule }) => rule === 'row-total');

beforeAll(() => {
  for (const ending of WRITTEN) {
    const bytes = converted({ 'a.html': HTML }, ending, ['--infilter=HTML (StarWriter)']);
    fs.writeFileSync(file(`a.${ending}`), bytes.get('a.html') as Uint8Array);
  }
  // WPS writes both: what Word once wrote, and what it writes now
  fs.copyFileSync(file('a.doc'), file('old.wps'));
  fs.copyFileSync(file('a.docx'), file('new.wps'));
}, 120_000);

describe('a report as', () => {
  it.each([...WRITTEN.map((ending) => `a.${ending}`), 'old.wps', 'new.wps'])(
    '%s has its findings at the same cells as the page',
    (name) => {
      const [page, own] = [findings('a.html'), findings(name)];
      const places = (list: readonly Finding[]) =>
        list.map(({ rule, at, message }) => ({ rule, at, message }));
      expect(places(own)).toEqual(places(page));
      expect(wrong(own)?.at).toEqual({ table: 'requests', row: '1', column: 'total' });
    },
  );

  it.each(['a.docx', 'a.pdf', 'a.odt'])(
    '%s has its findings where `convert` prints them',
    (name) => {
      const { stdout, status } = nianbao(['convert', name, '-'], { cwd: root });
      expect(status).toBe(0);
      const range = wrong(findings(name))?.range;
      const line = stdout.split('\n')[range?.start.line ?? 0] ?? '';
      expect(line.slice(range?.start.character, range?.end.character)).toBe('9');
      expect(line.startsWith(ROW)).toBe(true);
    },
  );

  it('PDF has pages', () => {
    expect(wrong(findings('a.pdf'))).toMatchObject({ page: 1 });
    expect(wrong(findings('a.docx'))).not.toHaveProperty('page');
    expect(nianbao(['check', 'a.pdf'], { cwd: root }).stdout).toMatch(/第 1 页 \d+:\d+ {2}错误/);
  });

  it('Word file is extracted, from standard input too', () => {
    const facts = JSON.parse(nianbao(['extract', 'a.docx'], { cwd: root }).stdout);
    expect(facts).toMatchObject({ organization: '青禾县云水镇', year: 2021 });
    expect(facts.tables.requests['1']).toMatchObject({ natural: 5, total: 9 });
    const input = fs.readFileSync(file('a.docx'));
    const piped = JSON.parse(nianbao(['extract', '-'], { input }).stdout);
    expect(piped).toEqual({ ...facts, path: '-' });
  });

  it('Word file is last year’s', () => {
    const tableRow = (list: readonly string[]) =>
      `<w:tr>${list.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const year = (year: number, first: number, last: number) => {
      const rows = [
        ['', ...HEADS],
        [ROW, ...Array(7).fill('0')],
        ['二、上年结转政府信息公开申请数量', String(first), ...Array(5).fill('0'), String(first)],
        ['四、结转下年度继续办理', String(last), ...Array(5).fill('0'), String(last)],
      ];
      const table = `<w:tbl>${rows.map(tableRow).join('')}</w:tbl>`;
      return paragraph(TITLE.replace('2021', String(year))) + paragraph(SECTION) + table;
    };
    const years = folder({
      '去年.docx': wordFile({ body: year(2020, 0, 3) }),
      '今年.docx': wordFile({ body: year(2021, 2, 0) }),
    });
    const { files } = checkJson(['.'], { cwd: years });
    const found = files
      .flatMap(({ findings }) => findings)
      .find(({ rule }) => rule === 'carry-over');
    expect(found?.message).toContain('3');
    expect(found?.related[0]).toMatchObject({ path: '去年.docx' });
  });
});

it('standard input shows what it is', () => {
  const archive = webArchive(HTML, { saver: 'explorer' });
  for (const input of [
    HTML,
    archive,
    fs.readFileSync(file('a.odt')),
    fs.readFileSync(file('a.rtf')),
  ]) {
    const facts = JSON.parse(nianbao(['extract', '-'], { input }).stdout);
    expect(facts).toMatchObject({ organization: '青禾县云水镇', year: 2021 });
    expect(facts.tables.requests['1']).toMatchObject({ natural: 5, total: 9 });
  }
});

it('what was not read is told on lines of their own', () => {
  const body = `${paragraph(TITLE)}<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>公开信息。</w:t></w:r></w:ins></w:p>`;
  const own = folder({ 'a.docx': wordFile({ body }) });
  expect(nianbao(['check', 'a.docx'], { cwd: own }).stderr).toBe(
    'a.docx：有 1 处修订，按已接受读取。\n',
  );
});

describe('no file is written', () => {
  it('by convert over its own input, forced or not', () => {
    const before = fs.readFileSync(file('a.docx'));
    const own = folder({ 'a.docx': before });
    fs.symlinkSync('a.docx', path.join(own, 'b.docx'));
    for (const name of ['a.docx', 'b.docx']) {
      const { status, stderr } = nianbao(['convert', 'a.docx', name, '--force'], { cwd: own });
      expect(status).toBe(2);
      expect(stderr).toContain('就是输入的文件');
    }
    expect(fs.readFileSync(path.join(own, 'a.docx')).equals(before)).toBe(true);
  });

  it('by --fix, which says so', () => {
    for (const name of ['a.docx', 'a.pdf', 'a.html']) {
      const before = fs.readFileSync(file(name));
      const { status, stderr } = nianbao(['check', '--fix', name], { cwd: root });
      expect(status).toBe(1);
      expect(stderr).toContain(`${name}：--fix 只改写文本文件`);
      expect(fs.readFileSync(file(name)).equals(before)).toBe(true);
    }
  });

  it('by convert, unless it is a new one or is forced', () => {
    const own = folder({ 'b.txt': '旧' });
    const made = () => nianbao(['convert', file('a.docx'), 'b.txt'], { cwd: own });
    expect(made()).toMatchObject({ status: 2, stdout: '' });
    expect(made().stderr).toContain('--force');
    expect(fs.readFileSync(path.join(own, 'b.txt'), 'utf8')).toBe('旧');
    const forced = nianbao(['convert', file('a.docx'), 'b.txt', '--force'], { cwd: own });
    expect(forced).toMatchObject({ status: 0, stdout: '' });
    expect(fs.readFileSync(path.join(own, 'b.txt'), 'utf8')).toContain(TITLE);
    expect(nianbao(['convert', file('a.docx'), 'c.xlsx'], { cwd: own }).status).toBe(2);
    expect(fs.readdirSync(own)).toEqual(['b.txt']);
  });
});

describe('what cannot be read', () => {
  const docx = () => fs.readFileSync(file('a.docx'));
  const cases: [name: string, bytes: () => string | Uint8Array, reason: RegExp][] = [
    ['空.docx', () => '', /空的/],
    ['空.pdf', () => '', /空的/],
    ['空.doc', () => '', /空的/],
    ['断.docx', () => docx().subarray(0, 3000), /已损坏|没有下载完整/],
    ['断.pdf', () => fs.readFileSync(file('a.pdf')).subarray(0, 900), /损坏/],
    ['网页.docx', () => HTML, /网页/],
    ['图片.pdf', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /是图片/],
    ['旧.docx', () => fs.readFileSync(file('a.doc')), /旧版/],
    ['乱.docx', () => 'x'.repeat(5000), /不是 Word 文件/],
    ['扫描.pdf', () => handMade('q Q'), /没有文字/],
    ['文本.txt', docx, /Word 文件/],
  ];

  it.each(cases)('%s is named with the reason; the others are checked', (name, bytes, reason) => {
    const own = folder({ [name]: bytes(), 'a.html': HTML });
    const { status, stderr, paths } = checkJson(['.'], { cwd: own });
    expect({ status, paths }).toEqual({ status: 2, paths: ['a.html'] });
    expect(stderr.startsWith(`${name}：`)).toBe(true);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toContain('读写出错');
    for (const command of [
      ['extract', name],
      ['convert', name, '-'],
    ])
      expect(nianbao(command, { cwd: own })).toMatchObject({ status: 2, stdout: '' });
  });

  it('without LibreOffice are old Word files, which says what to do', () => {
    const env = { NIANBAO_SOFFICE: '/nowhere/soffice' };
    const { status, stderr } = nianbao(['check', 'a.doc'], { cwd: root, env });
    expect(status).toBe(2);
    expect(stderr).toMatch(/LibreOffice.*另存为 \.docx/);
    // the name alone is old
    expect(nianbao(['extract', 'new.wps'], { cwd: root, env }).status).toBe(0);
  });

  it('a .doc that is a web page, or an archive of one, is read as that', () => {
    const archive = webArchive(HTML, { saver: 'explorer' });
    const own = folder({ 'a.doc': HTML, 'b.doc': archive, 'b.mht': archive, 'c.MHTML': archive });
    const env = { NIANBAO_SOFFICE: '/nowhere/soffice' };
    const { files, status } = checkJson(['.'], { cwd: own, env });
    expect(status).toBe(1);
    expect(files.map(({ path, year }) => [path, year])).toEqual(
      ['a.doc', 'b.doc', 'b.mht', 'c.MHTML'].map((name) => [name, 2021]),
    );
  });

  it.each([
    ['乱.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)],
    ['字.doc', '只是一些字'],
    ['字.wps', '只是一些字'],
    ['乱.odt', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)],
  ])('by LibreOffice is named, and nothing stays behind: %s', (name, bytes) => {
    const temporary = folder({});
    const own = folder({ [name]: bytes });
    const { status, stderr } = nianbao(['check', name], {
      cwd: own,
      env: { TMPDIR: temporary },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/[乱字]\.\w+：.*另存为 \.docx/);
    expect(fs.readdirSync(temporary)).toEqual([]);
  });
});

it('a PDF whose fonts are only named is read by the character maps that are shipped', () => {
  const content = `BT /F1 12 Tf 72 700 Td ${inHex(TITLE)} Tj ET`;
  const own = folder({ 'a.pdf': handMade(content, fontNamed('UniGB-UCS2-H')) });
  expect(nianbao(['convert', 'a.pdf', '-'], { cwd: own }).stdout.trim()).toBe(TITLE);
});

it('a run that is interrupted leaves no LibreOffice and no folder behind', () => {
  const temporary = folder({});
  const line = `TMPDIR="${temporary}" timeout -s INT 0.4 "${process.execPath}" "$CLI" check a.doc; sleep 0.2; find "${temporary}" -mindepth 1`;
  const { stdout } = shell(line, root);
  expect(stdout).toBe('');
});
