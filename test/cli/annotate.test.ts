// `nianbao annotate`: a copy with comments, and what is said of files that cannot have any.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../server/src/convert/docx/readDocx.js';
import { paragraph, wordFile } from '../office/wordFile.js';
import { commentedWords, faultsOf } from '../office/writtenWord.js';
import { folder, nianbao } from './cli.js';

const REPORT = wordFile({
  body: [
    '青禾县云水镇2023年政府信息公开工作年度报告',
    '一、总体情况',
    '本报告按照《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函[2021]30号）编制。',
    '二、主动公开政府信息情况',
  ]
    .map((line) => paragraph(line))
    .join(''),
});
const root = folder({
  'a.docx': REPORT,
  'plain.docx': wordFile({ body: paragraph('会议通知') }),
  'damaged.docx': REPORT.subarray(0, 300),
  'a.doc': 'x',
  'a.pdf': 'x',
  'a.txt': '字',
});
const annotate = (...args: string[]) => nianbao(['annotate', ...args], { cwd: root });
const bytesOf = (name: string) => new Uint8Array(fs.readFileSync(path.join(root, name)));

describe('a copy', () => {
  it('has the findings as comments and the safe fixes as tracked changes', () => {
    const { status, stdout, stderr } = annotate('a.docx', 'b.docx', '--changes');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^已写入 b\.docx：\d+ 条批注、[1-9]\d* 处修订\n$/);
    const made = bytesOf('b.docx');
    expect(faultsOf(made, '年报')).toEqual([]);
    expect(commentedWords(made).length).toBeGreaterThan(3);
    expect(readDocx(made).text).toContain('国办公开办函〔2021〕30号');
    expect(bytesOf('a.docx')).toEqual(REPORT);
  });

  it('without --changes reads as before, and again has nothing new', () => {
    expect(annotate('a.docx', 'c.docx').stderr).toContain('0 处修订');
    expect(readDocx(bytesOf('c.docx')).text).toBe(readDocx(REPORT).text);
    expect(annotate('c.docx', 'd.docx').stderr).toMatch(/：0 条批注（另有 \d+ 条上次已经写过）/);
    expect(bytesOf('d.docx')).toEqual(bytesOf('c.docx'));
  });

  it('is not written over a file, unless that is wanted', () => {
    fs.writeFileSync(path.join(root, 'taken.docx'), 'x');
    const refused = annotate('a.docx', 'taken.docx');
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--force')]);
    expect(bytesOf('taken.docx')).toEqual(new Uint8Array([120]));
    expect(annotate('a.docx', 'taken.docx', '--force').status).toBe(0);
    const same = annotate('a.docx', 'a.docx', '--force');
    expect([same.status, same.stderr]).toEqual([2, expect.stringContaining('原件不改')]);
  });
});

it.each([
  ['a.doc', '另存为 .docx'],
  ['a.pdf', 'PDF 不能写批注'],
  ['a.txt', 'nianbao check'],
  ['damaged.docx', '损坏'],
  ['plain.docx', '没有认出'],
  ['none.docx', '没有这个文件'],
])('%s is refused with what to do', (name, reason) => {
  const { status, stderr } = annotate(name, 'out.docx');
  expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
  expect(fs.existsSync(path.join(root, 'out.docx'))).toBe(false);
});

it('a copy that is no .docx is refused', () => {
  expect(annotate('a.docx', 'out.txt')).toMatchObject({ status: 2 });
});
