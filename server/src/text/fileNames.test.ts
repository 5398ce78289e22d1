// Which names mark a copy or a draft, and which only look like it.
import { describe, expect, it } from 'vitest';
import { isCopyName, isReportName, isUnreadReportName, unsupported } from './fileNames.js';

describe('a copy or a draft', () => {
  it.each([
    '云水镇2020年报 - 副本.txt',
    '云水镇2020年报 - 副本 (2).txt',
    '副本 云水镇2020年报.txt',
    '复件 2020.md',
    '2020年报副本.md',
    '2020年报(1).txt',
    '2020年报（2）.html',
    '2020年报 (10) .txt',
    '2020年报.bak.txt',
    '2020_old.txt',
    'Copy of 2020.txt',
    '2020年报copy.txt',
    '2020 copy 2.md',
    '旧2020.txt',
    '2020年报旧.txt',
    '2020年报（旧版）.txt',
    '2020年报-初稿.txt',
    '2020年报（草稿）.nianbao',
  ])('is called so: %s', (name) => {
    expect(isCopyName(name)).toBe(true);
  });

  it.each([
    '云水镇2020年报.txt',
    '旧县镇2020年报.txt',
    '青禾县（云水镇）2020.txt',
    '年报（2020）.txt',
    '年报(2020年).md',
    '(1)云水镇2020年报.txt',
    '1.云水镇2020年报.txt',
    'threshold2020.txt',
    'oldtown 2020.txt',
    'photocopy2020.txt',
    '档案副本管理局2020.txt',
    '2020',
    '',
  ])('is not: %s', (name) => {
    expect(isCopyName(name)).toBe(false);
  });
});

describe('what somebody has sent that is not read', () => {
  it.each(['云水镇.ofd', '云水镇年报.ZIP', '云水镇政府信息公开.jpg', '年报.xlsx'])(
    'is told: %s',
    (name) => {
      expect(isUnreadReportName(name)).toBe(true);
      expect(unsupported(`年报/${name}`)).toContain(name.slice(name.indexOf('.')));
    },
  );

  it.each(['单位名单.xlsx', 'logo.png', '~$年报.xlsx', '年报.docx', '年报.txt', 'ofd'])(
    'is not: %s',
    (name) => expect(isUnreadReportName(name)).toBe(false),
  );

  it('has no ending of its folder', () => {
    expect(unsupported('2023.年报/云水镇')).toContain('（没有扩展名）');
    expect(unsupported('.年报')).toContain('（没有扩展名）');
  });
});

describe('beside a report', () => {
  it.each(['~$年报.docx', '.~年报.docx', '._年报.docx', '._年报.txt', '年报.xlsx'])(
    'stands what is none: %s',
    (name) => expect(isReportName(name)).toBe(false),
  );

  it.each(['年报.docx', '_年报.docx', '~年报.docx', '.年报.txt', '年报._.pdf'])(
    'stands what may be one: %s',
    (name) => expect(isReportName(name)).toBe(true),
  );
});
