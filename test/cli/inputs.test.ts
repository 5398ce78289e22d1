// From paths to files: files, folders, globs, standard input; every encoding; what cannot be read.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../server/src/text/encoding.js';
import { CORRECT, WRONG_TOTAL } from '../lsp/texts.js';
import { encoded } from '../support/encoded.js';
import { checkJson, folder, nianbao } from './cli.js';

const root = folder({
  'a.txt': CORRECT,
  'b.md': CORRECT,
  'c.MARKDOWN': CORRECT,
  'd.nianbao': CORRECT,
  'e.html': `<pre>${CORRECT}</pre>`,
  'f.htm': 'x',
  'g.csv': 'x',
  'h.xlsx': 'x',
  '~$a.txt': 'x',
  '.~a.txt': 'x',
  '._a.txt': 'x',
  '.hidden/a.txt': 'x',
  'node_modules/a.txt': 'x',
  '下级/z.txt': WRONG_TOTAL,
  '下级/y.xls': 'x',
  '[1].txt': CORRECT,
});
const paths = (...args: string[]) => checkJson(args, { cwd: root }).paths;

describe('paths', () => {
  it('of a folder are all reports below it', () => {
    expect(paths('.')).toEqual(
      [
        '[1].txt',
        'a.txt',
        'b.md',
        'c.MARKDOWN',
        'd.nianbao',
        'e.html',
        'f.htm',
        '下级/z.txt',
      ].sort(),
    );
    expect(paths('下级')).toEqual(['下级/z.txt']);
    expect(paths('下级/')).toEqual(['下级/z.txt']);
  });

  it('may be globs, or names that look like one', () => {
    expect(paths('*.{txt,md}')).toEqual(['[1].txt', 'a.txt', 'b.md']);
    expect(paths('**/*.txt')).toEqual(['[1].txt', 'a.txt', '下级/z.txt']);
    expect(paths('[1].txt')).toEqual(['[1].txt']);
    expect(nianbao(['check', '*.nothing'], { cwd: root }).status).toBe(2);
  });

  it('are checked once each', () => {
    expect(paths('a.txt', './a.txt', 'a.*')).toEqual(['a.txt']);
  });

  it('of another ending are an error where they are named', () => {
    for (const name of ['g.csv', 'h.xlsx', '下级/y.xls']) {
      const { status, stderr, paths } = checkJson([name, 'a.txt'], { cwd: root });
      expect({ status, paths }).toEqual({ status: 2, paths: ['a.txt'] });
      expect(stderr).toContain(name);
    }
  });

  it('that are links lead to files, not in circles', () => {
    const root = folder({ 'in/a.txt': CORRECT, 'other/b.txt': CORRECT });
    fs.symlinkSync('..', path.join(root, 'in/up'));
    fs.symlinkSync('../other/b.txt', path.join(root, 'in/b.txt'));
    fs.symlinkSync('nowhere.txt', path.join(root, 'in/dead.txt'));
    const { status, paths, stderr } = checkJson(['in'], { cwd: root });
    expect({ status, paths }).toEqual({ status: 2, paths: ['in/a.txt', 'in/b.txt'] });
    expect(stderr).toContain('in/dead.txt');
  });

  it.runIf(process.platform === 'linux')(
    'whose names are no UTF-8 are named with the reason',
    () => {
      const root = folder({ 'a.txt': CORRECT });
      const name = Buffer.from([0xb2, 0xc6, ...Buffer.from('.txt')]); // 财.txt of a zip from Windows
      fs.writeFileSync(Buffer.concat([Buffer.from(`${root}/`), name]), CORRECT);
      const { status, paths, stderr } = checkJson(['.'], { cwd: root });
      expect({ status, paths }).toEqual({ status: 2, paths: ['a.txt'] });
      expect(stderr).toMatch(/文件名的编码不对.*改名/);
    },
  );

  it('that a folder hides from us are named', () => {
    if (process.getuid?.() === 0) return; // root may read everything
    const root = folder({ 'secret/a.txt': CORRECT, 'b.txt': CORRECT });
    fs.chmodSync(path.join(root, 'secret'), 0);
    const { status, paths, stderr } = checkJson(['.'], { cwd: root });
    fs.chmodSync(path.join(root, 'secret'), 0o700);
    expect({ status, paths }).toEqual({ status: 2, paths: ['b.txt'] });
    expect(stderr).toContain('secret');
  });

  it('of a folder without reports are none', () => {
    const empty = checkJson(['.'], { cwd: folder({ 'a.csv': '' }) });
    expect(empty).toMatchObject({ status: 0, paths: [], summary: { files: 0 } });
  });
});

describe('encodings and line ends', () => {
  const plain = checkJson(['-'], { input: WRONG_TOTAL }).files[0];
  const findingsIn = (bytes: Uint8Array) => checkJson(['-'], { input: bytes }).files[0]?.findings;

  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'])('%s', (encoding) => {
    expect(plain?.findings).toHaveLength(1);
    expect(findingsIn(encoded(WRONG_TOTAL, encoding))).toEqual(plain?.findings);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', (_, lineEnd) => {
    const bytes = encoded(WRONG_TOTAL.replaceAll('\n', lineEnd), 'utf-8');
    expect(findingsIn(bytes)).toEqual(plain?.findings);
  });

  it('a BOM is not counted', () => {
    const title = CORRECT.replace(/^[^\n]*/, '政府信息公开工作年度报告');
    const ranges = ['utf-8', 'utf-8-bom', 'utf-16le'].map(
      (encoding) => findingsIn(encoded(title, encoding as Encoding))?.[0]?.range,
    );
    expect(ranges[0]?.start).toEqual({ line: 0, character: 0 });
    expect(ranges[1]).toEqual(ranges[0]);
    expect(ranges[2]).toEqual(ranges[0]);
  });
});

describe('files that hold no text', () => {
  it.each([
    ['Word', Buffer.from('PK\x03\x04......[Content_Types].xml')],
    ['Word', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['二进制', Buffer.from([1, 2, 0, 3])],
    ['损坏', Buffer.from(`${CORRECT}完`).subarray(0, -1)],
    ['损坏', Buffer.from([0xff, 0xfe, 0x41])],
    ['编码', Buffer.from([0xff, 0xff, 0xfe, 0x80, 0x81])],
  ])('are named with what they look like: %s', (word, bytes) => {
    const cwd = folder({ 'bad.txt': bytes, 'good.txt': CORRECT });
    const { status, paths, stderr } = checkJson(['.'], { cwd });
    expect({ status, paths }).toEqual({ status: 2, paths: ['good.txt'] });
    expect(stderr).toMatch(/^bad\.txt：/);
    expect(stderr).toContain(word);
  });
});

describe('standard input', () => {
  it('is one report', () => {
    const { files, status } = checkJson(['-'], { input: WRONG_TOTAL });
    expect(status).toBe(1);
    expect(files).toMatchObject([{ path: '-', report: true, year: 2021 }]);
    expect(checkJson(['-'], { input: '' }).files).toMatchObject([{ report: false, findings: [] }]);
  });

  it('is a report a line with --stdin-format jsonl, answered in order', () => {
    const lines = [
      { path: 'x.txt', text: WRONG_TOTAL },
      { path: 'y.html', text: `<h1>青禾县2021年政府信息公开工作年度报告</h1>\u2028` },
      { path: 'x.txt', text: `\ufeff${WRONG_TOTAL}` },
    ].map((line) => JSON.stringify(line));
    const input = [lines[0], '', 'no json', '{"path":1}', ...lines.slice(1)].join('\r\n');
    const args = ['check', '--stdin-format', 'jsonl', '--format', 'jsonl', '-'];
    const { status, stdout, stderr } = nianbao(args, { input });
    const files = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(2);
    expect(files).toMatchObject([{ path: 'x.txt' }, { path: 'y.html', report: true }, {}]);
    expect(files[2]).toEqual(files[0]);
    expect(stderr.match(/第 \d+ 行/g)).toEqual(['第 3 行', '第 4 行']);
  });
});
