import { describe, expect, it } from 'vitest';
import { parseReport } from '../../reading/parse.js';
import { applyEdits } from '../../text/edit.js';
import { columns } from '../../text/width.js';
import { writeTable } from '../../writing/writeTable.js';
import { alignTable } from './align.js';

/** The tables of a text aligned; what stands around them is as it was. */
function align(text: string): string {
  const report = parseReport(text);
  const tables = Object.values(report.tables);
  return applyEdits(
    text,
    tables.flatMap((table) => alignTable.edits(report, table, {})),
  );
}

/** Lines as they stand in a report. */
const lines = (...rows: string[]) => rows.join('\n');

describe('a Markdown table', () => {
  it('has its bars under each other, figures to the right', () => {
    const text = lines(
      '| 信息内容 | 本年制发件数 | 本年废止件数|现行有效件数 |',
      '|---|:---:|-|--:| ',
      '|规章|0|0|  0|',
      '| 行政规范性文件 | 12 | 0 | |',
    );
    expect(align(text)).toBe(
      lines(
        '| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
        '| -------------- | :----------: | ------------ | -----------: |',
        '| 规章           |            0 |            0 |            0 |',
        '| 行政规范性文件 |           12 |            0 |              |',
      ),
    );
  });

  it('lets a long label have the room of the merged cells beside it', () => {
    const text = lines(
      '| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 自然人 | 总计 |',
      '|---|---|---|---|---|',
      '| 一、本年新收政府信息公开申请数量 | | | 6 | 6 |',
      '| 三、本年度办理结果 | （五）不予处理 | 5.要求行政机关确认或重新出具已获取信息 | 0 | 0 |',
      '| | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 | 0 |',
    );
    expect(align(text)).toBe(
      lines(
        '| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |  |                  | 自然人 | 总计 |',
        '| -------------------------------- | -------------- | -------------------------------------- | ------ | ---- |',
        '| 一、本年新收政府信息公开申请数量 |                |                                        |      6 |    6 |',
        '| 三、本年度办理结果               | （五）不予处理 | 5.要求行政机关确认或重新出具已获取信息 |      0 |    0 |',
        '|        | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |      0 |    0 |',
      ),
    );
  });

  it('makes a column as wide as its longest label where there is no room beside it', () => {
    const long = '要求行政机关确认或重新出具已获取的政府信息公开申请';
    const text = lines(
      '| 自然人 | 商业企业 | 总计 |',
      `| ${long} | 1 | 1 |`,
      '| 重复申请 | 0 | 0 |',
    );
    expect(align(text)).toBe(
      lines(
        `| 自然人${' '.repeat(44)} | 商业企业 | 总计 |`,
        `| ${long} |        1 |    1 |`,
        `| 重复申请${' '.repeat(42)} |        0 |    0 |`,
      ),
    );
  });

  it('keeps its indentation, its line ends and a bar within a cell', () => {
    const text =
      '  | 自然人 | 总计 |\r\n  |---|---|\r\n  | 重复\\|申请 | 1 |  \r\n  | 信访举报投诉类申请 | 2 |';
    expect(align(text)).toBe(
      '  | 自然人             | 总计 |\r\n  | ------------------ | ---- |\r\n' +
        '  | 重复\\|申请         |    1 |\r\n  | 信访举报投诉类申请 |    2 |',
    );
  });

  it('includes heads that were left blank', () => {
    const text = lines(
      '| | |',
      '| - | - |',
      '| 行政许可 | 3 |',
      '| 行政处罚 | 12 |',
      '| 行政强制 | 0 |',
    );
    expect(align(text)).toBe(
      lines(
        '|          |     |',
        '| -------- | --- |',
        '| 行政许可 |   3 |',
        '| 行政处罚 |  12 |',
        '| 行政强制 |   0 |',
      ),
    );
  });

  it('takes a row of dashes further down for figures', () => {
    const text = lines('| 行政许可 | 3 |', '| 行政处罚 | 12 |', '| 行政强制 | 0 |', '| - | - |');
    expect(align(text)).toContain('\n| - | - |');
  });
});

it.each(['', '0', '12', '126'])(
  'a row that sticks out is in line again at its end: %j',
  (figure) => {
    const written = writeTable('requests', {
      template: '2021',
      layout: 'markdown',
      eol: '\n',
      fill: () => figure,
    });
    const table = written.split('\n').filter((line) => line.startsWith('|'));
    expect(table.length).toBeGreaterThan(25);
    for (const line of table) expect(line).toMatch(/^\| .* \|$/);
    const widths = table.map((line) => columns(line, { ambiguousAsWide: true }));
    const [least, most] = [Math.min(...widths), Math.max(...widths)];
    // two labels leave room for figures of one digit, and no more than is needed for longer ones
    if (figure.length < 2) expect(most).toBe(least);
    expect(most).toBeLessThanOrEqual(130);
    const text = `三、收到和处理政府信息公开申请情况\n\n${written}`;
    expect(align(text)).toBe(text);
  },
);

describe('a table of bars without a leading one', () => {
  it('has its bars under each other', () => {
    const text = lines('自然人 | 商业企业 |||', ' | 重复申请 | 0 | 0 |', '信访举报投诉类申请 | 1');
    expect(align(text)).toBe(
      lines(
        '自然人             | 商业企业 |     |     |',
        '                   | 重复申请 |   0 |   0 |',
        '信访举报投诉类申请 |        1',
      ),
    );
  });
});

describe('a table of tabs', () => {
  it('loses the blanks around its cells, and no cell', () => {
    const text = lines(
      '自然人\t 商业企业\t',
      '一、本年新收政府信息公开申请数量 \t 1\t　2 \t\t ',
      '总计',
    );
    expect(align(text)).toBe(
      lines('自然人\t商业企业\t', '一、本年新收政府信息公开申请数量\t1\t2\t\t', '总计'),
    );
  });
});

describe('what is left alone', () => {
  it.each([
    ['one cell a line', lines('行政许可', '3 ', '行政处罚', '12', '行政强制', '0')],
    [
      'a line with tabs and bars',
      lines('| 行政许可 |\t3 |', '| 行政处罚 |\t12 |', '| 行政强制 |\t0|'),
    ],
    [
      'a comment',
      lines('| 行政许可 | 33 |', '<!-- |a| -->', '| 行政处罚 | 12 |', '| 行政强制 | 99 |'),
    ],
    ['code', lines('```', '| 行政许可 | 3 |', '| 行政处罚 | 12 |', '| 行政强制 | 0 |', '```')],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const rows = (of: string) => of.split('\n').filter((line) => !/^\| .* \|$/.test(line));
    expect(rows(align(text))).toEqual(rows(text));
  });
});
