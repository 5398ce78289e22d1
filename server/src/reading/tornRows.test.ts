// Rows that were cut in two, and lines that are no half of the row above.
import { expect, it } from 'vitest';
import { parseReport } from './parse.js';

const HEADS = '| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |';

/** The figures of the first row below the heads, which stands in the second column of labels or the third. */
function first(...lines: string[]): string {
  const text = ['三、收到和处理政府信息公开申请情况', HEADS, ...lines].join('\n');
  const { requests } = parseReport(text).tables;
  const cells = [...(requests?.rows[0]?.cells.values() ?? [])];
  return cells.map(({ value }) => value ?? '_').join(' ');
}

it.each([
  ['| | | 1.信访举报投诉类申请 | 1 | 2 |', '| 3 | 4 | 5 | 6 | 21 |'],
  ['| | | 1.信访举报投诉类申请 | 1 | 2 | | | | | |', '| 3 | 4 | 5 | 6 | 21 |'],
  ['| | （一）予以公开 | | 1 | 2 | 3 | 4 | 5 | 6 |', '| | | | 21 |'],
])('a row that a page break cut: %s', (...lines) => {
  expect(first(...lines)).toBe('1 2 3 4 5 6 21');
});

it.each([
  ['| | | 1.信访举报投诉类申请 | | | | | | | 9 |', '| | | 2.重复申请 0 | 0 | 0 | 0 | 0 | 7 | 7 |'],
  ['| | | 1.信访举报投诉类申请 | | | | | | | 9 |', '| | | | 0 | 0 | 0 | 0 | 7 | 7 |'],
])('a row with blank cells takes no figures of the next line: %s', (...lines) => {
  expect(first(...lines)).toBe('_ _ _ _ _ _ 9');
});
