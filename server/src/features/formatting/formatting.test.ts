import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import { applyEdits } from '../../text/edit.js';
import { Lines } from '../../text/lines.js';
import { type FormattingOptions, formattingEdits } from './formatting.js';

const format = (text: string, options: Partial<FormattingOptions> = {}) =>
  applyEdits(text, formattingEdits(parseReport(text), { markdown: false, ...options }));

const TITLE = '青禾县云水镇人民政府2023年政府信息公开工作年度报告';
const report = (...lines: string[]) => [TITLE, ...lines].join('\n');

describe('labels', () => {
  /** A row of table 三 with this label; two more make the table. */
  const table = (label: string) =>
    report(`${label}\t1\t0\t0\t0\t0\t0\t1`, '（一）予以公开\t1\t0\t0\t0\t0\t0\t1', '2.重复申请\t0');
  const row = (text: string) => text.split('\n')[1]?.split('\t')[0];

  it.each([
    ['(二)部分公开', '（二）部分公开'],
    [
      '（二） 部分公开(区分处理的,只计这一情形,不计其他情形)',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    ],
    ['1、属于国家秘密', '1.属于国家秘密'],
    ['３．危及"三安全一稳定"', '3.危及“三安全一稳定”'],
    ['四. 结转下年度继续办理', '四、结转下年度继续办理'],
    ['一 、 本 年 新 收 政 府 信 息 公 开 申 请 数 量', '一、本年新收政府信息公开申请数量'],
    ['结转 下年度 继续办理', '结转下年度继续办理'],
  ])('%s → %s', (written, form) => expect(row(format(table(written)))).toBe(form));

  it.each([
    ['the form’s own', '（二）部分公开'],
    ['misspelt', '(二)不分公开'],
    ['with another number', '2、属于国家秘密'],
    ['with a note of its own', '(二)部分公开（见附件）'],
    ['with a radical', '⼀、本年新收政府信息公开申请数量'],
    ['reworded', '(七)合计'],
  ])('not %s', (_, written) => expect(row(format(table(written)))).toBe(written));

  it('set the width of their column', () => {
    const text = report('| (一)予以公开 | 2 |', '| 1、重复申请 | 1 |', '| (七)总计 | 12 |');
    expect(format(text)).toBe(
      report('| （一）予以公开 |   2 |', '| 1、重复申请    |   1 |', '| （七）总计     |  12 |'),
    );
  });
});

describe('running text', () => {
  it('has no white space at line ends', () => {
    expect(format(report('一、总体情况 　', '全年公开3条。  ', '  \t', ''))).toBe(
      report('一、总体情况', '全年公开3条。', '  \t', ''),
    );
  });

  it('keeps the line breaks of Markdown', () => {
    const text = report('全年公开3条。  ', '其中网站3条。 ', '  ', '');
    expect(format(text, { markdown: true })).toBe(
      report('全年公开3条。  ', '其中网站3条。', '', ''),
    );
  });

  it('has no heaps of blank lines', () => {
    expect(format(report('', '', '全年', '', ' ', '', '公开', '', '', '', ''))).toBe(
      report('', '', '全年', '', '公开', '', ''),
    );
    expect(format(report('一', '', '', '', '二').replace(/\n/g, '\r\n'))).toBe(
      report('一', '', '二').replace(/\n/g, '\r\n'),
    );
  });

  it('stays in code and comments', () => {
    const text = report('```', 'a  ', '', '', '', 'b', '```', '<!-- a  ', '', '', '', '-->');
    expect(format(text)).toBe(text);
  });
});

describe('a range', () => {
  const text = report(
    '全年公开3条。 ',
    '其中网站3条。 ',
    '',
    '| 行政许可 | 3 |',
    '| 行政处罚 | 12 |',
    '| 行政强制 | 0 |',
    '',
    '此外没有。 ',
  );
  /** The lines that change when only these are asked for, up to the beginning of `to`. */
  const changed = (from: number, to: number) => {
    const lines = Lines.of(text);
    const range = { start: lines.spanOf(from).start, end: lines.spanOf(to).start };
    const before = text.split('\n');
    const after = format(text, { range }).split('\n');
    return after.flatMap((line, i) => (line === before[i] ? [] : [i]));
  };

  it.each([
    [1, 2, [1]],
    [2, 4, [2]],
    [4, 5, [4, 5, 6]],
    [5, 9, [4, 5, 6, 8]],
    [3, 4, []],
  ])('of the lines %d to %d', (from, to, lines) => expect(changed(from, to)).toEqual(lines));
});

describe('nothing', () => {
  it('is done to what is no report', () => {
    expect(format('| a | b |\n|-|-|\n| 总计 | 7 | \n\n\n\n\n')).toBe(
      '| a | b |\n|-|-|\n| 总计 | 7 | \n\n\n\n\n',
    );
  });

  it('is done to a table that stands in HTML', () => {
    const text = report(
      '| (一)予以公开 | 3 |',
      '| (七)总计 | 12 |',
      '| 1、重复申请 | 0 |',
      '好。 ',
    );
    expect(format(text, { isVerbatim: () => false })).toBe(text.trimEnd());
  });
});
